#include "account/speech.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

namespace crossread::account {
namespace {

constexpr int kLongestApposition = 25;  // tokens
constexpr int kLongestTeller = 16;      // tokens between a comma and the cue
constexpr int kFarthestThat = 8;        // tokens from a cue to its `that`
constexpr int kFarthestGovernor = 6;    // steps from a cue without a subject up to the verb that has one

bool is_comma(std::string_view form) {
  return form == "," || form == ":" || form == ";";
}

class SpeechFinder {
 public:
  SpeechFinder(const SpeechTree& tree, const std::vector<Quotation>& quotations, const SpeechWords& words)
      : tree_(tree), quotations_(quotations), words_(words), quotation_at_(static_cast<std::size_t>(tree.size()), -1) {
    for (std::size_t q = 0; q < quotations.size(); ++q) {
      for (TokenIndex i = quotations[q].marked.first; i <= quotations[q].marked.last; ++i)
        quotation_at_[static_cast<std::size_t>(i)] = static_cast<int>(q);
    }
  }

  std::vector<Speech> find() {
    for (TokenIndex i = 0; i < tree_.size(); ++i) {
      if (tree_[i].upos == Upos::verb) read_verb(i);
      if (tree_[i].upos == Upos::noun) read_noun(i);
      if (tree_.is(i + 1, "to") && equal_start(i, "according")) read_according(i);
    }
    for (const Sentence& sentence : tree_.analysis().sentences) {
      if (sentence.first_token < sentence.end_token) read_headline(static_cast<TokenIndex>(sentence.first_token));
    }
    read_continuations();
    return std::move(found_);
  }

 private:
  // ---- words around a cue
  // --------------------------------------------------------------------------------------------

  bool equal_start(TokenIndex at, std::string_view word) const {
    const std::string_view form = tree_.form(at);
    return form.size() == word.size() && form.substr(1) == word.substr(1) && (form[0] | 0x20) == word[0];
  }

  const Quotation* quotation_at(TokenIndex at) const {
    if (at < 0 || at >= tree_.size()) return nullptr;
    const int q = quotation_at_[static_cast<std::size_t>(at)];
    return q < 0 ? nullptr : &quotations_[static_cast<std::size_t>(q)];
  }
  bool closes(TokenIndex at) const {
    const Quotation* q = quotation_at(at);
    return q && q->marked.last == at;
  }
  bool opens(TokenIndex at) const {
    const Quotation* q = quotation_at(at);
    return q && q->marked.first == at;
  }

  bool is_negation(TokenIndex at) const { return tree_.is(at, "not") || tree_.is(at, "never") || tree_.is(at, "n't"); }

  bool is_passive(TokenIndex verb) const {
    return tree_.child(verb, Relation::nsubj_pass) != kNone || tree_.child(verb, Relation::aux_pass) != kNone;
  }

  // The verb with its auxiliaries, its adverbs and its particle where they stand beside it: "has also denied".
  TokenRun cue_of(TokenIndex verb) const {
    TokenRun run{verb, verb};
    const auto belongs = [&](TokenIndex t) {
      const Relation relation = tree_[t].relation;
      return tree_[t].head == verb && (relation == Relation::aux || relation == Relation::aux_pass ||
                                       (relation == Relation::advmod && tree_.subtree(t) == TokenRun{t, t}));
    };
    const TokenIndex begin = tree_.sentence_run(verb).first;
    while (run.first > begin && belongs(run.first - 1) && tree_[run.first - 1].upos != Upos::sconj) --run.first;
    while (run.first < verb && tree_[run.first].xpos == Xpos::wrb) ++run.first;
    const TokenIndex particle = verb + 1;
    if (particle < tree_.size() && tree_[particle].head == verb && tree_[particle].relation == Relation::compound_prt)
      run.last = particle;
    return run;
  }

  // The noun phrase under `head`, without what leads it in and on this side of the cue only.
  Phrase phrase(TokenIndex head, TokenRun cue) const {
    if (head == kNone) return {};
    TokenRun run = tree_.subtree(head);
    if (head < cue.first) run.last = std::min(run.last, cue.first - 1);
    if (head > cue.last) run.first = std::max(run.first, cue.last + 1);
    const Quotation* around = quotation_at(head);
    for (TokenIndex i = head; i >= run.first; --i) {
      if (quotation_at(i) != around) run.first = i + 1;
    }
    for (TokenIndex i = head; i <= run.last; ++i) {
      if (quotation_at(i) != around && quotation_at(i) != nullptr &&
          (i == run.last || !closes(quotation_at(i)->marked.last)))
        run.last = i - 1;
    }
    while (run.first < head && leads_in(run.first, head)) ++run.first;
    while (run.last > head && tree_.is_punctuation(run.last) && !closes(run.last)) --run.last;
    return {head, run};
  }

  bool leads_in(TokenIndex at, TokenIndex head) const {
    if (tree_.is_punctuation(at) && !opens(at)) return true;
    const Relation relation = tree_[at].relation;
    return tree_[at].head == head && (relation == Relation::case_ || relation == Relation::mark ||
                                      relation == Relation::cc || tree_.is(at, "to"));
  }

  TokenIndex agent_of(TokenIndex verb) const {
    for (const TokenIndex c : tree_.children(verb)) {
      const Relation relation = tree_[c].relation;
      if (relation == Relation::obl_agent) return c;
      if (universal(relation) == Relation::obl && tree_.mark(c, "by") != kNone && c > verb) return c;
    }
    return kNone;
  }

  // The nearest one that does not stand in other quotation marks.
  TokenIndex own_subject(TokenIndex verb) const {
    TokenIndex best = kNone;
    for (const TokenIndex c : tree_.children(verb)) {
      const Relation relation = tree_[c].relation;
      if (relation != Relation::nsubj && relation != Relation::nsubj_outer) continue;
      if (quotation_at(c) != quotation_at(verb)) continue;
      if (best == kNone || std::abs(c - verb) < std::abs(best - verb)) best = c;
    }
    return best;
  }

  // Of "and called", "adding", "refused to say": the subject of the verb above, or the noun that it describes.
  TokenIndex subject_of(TokenIndex verb) const {
    for (int steps = 0; steps < kFarthestGovernor && verb >= 0; ++steps) {
      if (is_passive(verb)) {
        const TokenIndex agent = agent_of(verb);
        return agent != kNone || steps == 0 ? agent : tree_.child(verb, Relation::nsubj_pass);
      }
      const TokenIndex subject = own_subject(verb);
      if (subject != kNone) return subject;
      const Relation relation = tree_[verb].relation;
      const TokenIndex up = tree_[verb].head;
      if (up < 0) return kNone;
      if ((relation == Relation::acl || relation == Relation::acl_relcl) && tree_[up].upos != Upos::verb)
        return tree_[verb].xpos == Xpos::vbn ? kNone : up;
      if (relation == Relation::conj && is_passive(up)) return agent_of(up);  // was handed a note and asked to go
      const bool shares = relation == Relation::conj || relation == Relation::xcomp || relation == Relation::advcl ||
                          relation == Relation::parataxis || relation == Relation::dep || relation == Relation::ccomp;
      if (!shares) return kNone;
      verb = up;
    }
    return kNone;
  }

  bool is_relative(TokenIndex at) const {
    return tree_.is(at, "who") || tree_.is(at, "which") || (tree_.is(at, "that") && tree_[at].upos == Upos::pron);
  }

  // ---- the words said
  // ------------------------------------------------------------------------------------------------

  // Without punctuation at its edges; quotation marks stay.
  TokenRun trimmed(TokenRun run) const {
    while (!run.empty() && tree_.is_punctuation(run.first) && !opens(run.first)) ++run.first;
    while (!run.empty() && tree_.is_punctuation(run.last) && !closes(run.last)) --run.last;
    return run;
  }

  // A quotation that is cut by an edge of the words said belongs to them whole, unless the cue stands in it.
  TokenRun over_quotations(TokenRun run, TokenIndex cue) const {
    if (run.empty()) return run;
    const Quotation* first = quotation_at(run.first);
    const Quotation* last = quotation_at(run.last);
    if (first && !first->marked.has(cue)) run.first = std::min(run.first, first->marked.first);
    if (last && !last->marked.has(cue)) run.last = std::max(run.last, last->marked.last);
    return run;
  }

  bool is_cue_verb(TokenIndex at) const {
    return tree_[at].upos == Upos::verb && words_.has(tree_[at].lemma, SpeechKind::verb);
  }

  // The comma of ", the mayor said"; kNone where a cue is no such tail.
  TokenIndex comma_of_source(TokenIndex cue) const {
    if (!is_finite(cue) || !act(cue, SpeechKind::verb, "clause") || clause_follows(cue)) return kNone;
    TokenIndex at = cue - 1;
    bool nominal = false;
    while (at > 0 && cue - at < kLongestTeller && !tree_.is_punctuation(at) && tree_[at].upos != Upos::verb &&
           tree_[at].upos != Upos::aux && tree_[at].upos != Upos::cconj && !is_question_word(at)) {
      nominal = nominal || is_nominal(at);
      --at;
    }
    return nominal && tree_.form(at) == "," ? at : kNone;
  }

  // Where the words said after a cue end: before what belongs to the cue again, or is another's.
  TokenIndex cut_tail(TokenRun run, TokenIndex cue) const {
    for (TokenIndex i = run.first + 1; i <= run.last; ++i) {
      if (quotation_at(i) && quotation_at(i) != quotation_at(cue)) continue;
      if (equal_start(i, "according") && tree_.is(i + 1, "to") && i > run.first + 1) return i - 1;
      if (!is_cue_verb(i)) continue;
      if (const TokenIndex comma = comma_of_source(i); comma > run.first) return comma - 1;
      const bool after_comma = tree_.form(i - 1) == ",";
      if (after_comma && tree_[i].xpos == Xpos::vbg) return i - 1;
      const bool after_and = tree_.is(i - 1, "and") || tree_.is(i - 1, "but");
      if (after_and && tree_[i].xpos == Xpos::vbd && tree_[cue].xpos == Xpos::vbd && own_subject(i) == kNone &&
          words_.act(tree_[i].lemma, SpeechKind::verb, "clause"))
        return i - 2;
    }
    return run.last;
  }

  // From `first` as far as the cue's own clause goes.
  TokenRun after(TokenIndex first, TokenIndex complement, TokenIndex cue) const {
    TokenRun run{first, std::max(tree_.subtree(complement).last, complement)};
    TokenIndex end = std::max(run.last, tree_.subtree(cue).last);
    for (const TokenIndex c : tree_.children(cue)) {
      const Relation relation = tree_[c].relation;
      if (c <= complement || tree_.is_punctuation(c)) continue;
      if (relation == Relation::conj || relation == Relation::parataxis || relation == Relation::cc ||
          (relation == Relation::advcl && tree_[c].xpos == Xpos::vbg) || relation == Relation::nsubj)
        end = std::min(end, tree_.subtree(c).first - 1);
    }
    run.last = std::max(end, std::min(run.last, end));
    run.last = cut_tail(run, cue);
    return run;
  }

  void add_run(Speech& speech, TokenRun run) const {
    run = trimmed(over_quotations(trimmed(run), speech.head));
    if (run.empty() || (speech.head != kNone && run.has(speech.head))) return;
    for (TokenRun& have : speech.content) {
      if (!have.overlaps(run)) continue;
      have = {std::min(have.first, run.first), std::max(have.last, run.last)};
      return;
    }
    speech.content.push_back(run);
    std::sort(speech.content.begin(), speech.content.end());
  }

  // What the cue keeps to itself beside the words said: subject, addressee, time.
  TokenRun group_of(const Speech& speech, TokenIndex complement) const {
    TokenRun group = speech.cue;
    const auto take = [&](TokenRun run) { group = {std::min(group.first, run.first), std::max(group.last, run.last)}; };
    if (speech.speaker && !speech.speaker.run.empty() &&
        tree_.sentence(speech.speaker.head) == tree_.sentence(speech.head) &&
        (tree_.is_below(speech.speaker.head, speech.head) || speech.speaker.run.last + 1 == speech.cue.first ||
         (speech.speaker.run.last + 2 == speech.cue.first && is_comma(tree_.form(speech.cue.first - 1))) ||
         speech.speaker.run.first == speech.cue.last + 1))
      take(speech.speaker.run);
    if (speech.addressee && speech.addressee.head > speech.head && !speech.addressee.run.empty())
      take(speech.addressee.run);
    for (const TokenIndex c : tree_.children(speech.head)) {
      const TokenRun below = tree_.subtree(c);
      if (c < speech.head || (complement != kNone && below.has(complement))) continue;
      if (complement > speech.head && below.first > complement) continue;
      if (quotation_at(c) != quotation_at(speech.head) || !is_own(c)) continue;
      TokenRun kept = below;
      while (kept.last > c && quotation_at(kept.last) != quotation_at(speech.head)) --kept.last;
      take(kept);
    }
    return group;
  }

  // `on Monday`, `in a letter`, `later`: no words said but how they were.
  bool is_own(TokenIndex at) const {
    const Relation relation = tree_[at].relation;
    if (relation == Relation::obl_unmarked || relation == Relation::compound_prt) return true;
    if (relation == Relation::advmod) return tree_.subtree(at) == TokenRun{at, at};
    return universal(relation) == Relation::obl && tree_.case_of(at) != kNone;
  }

  TokenIndex skip_commas(TokenIndex at, TokenIndex step) const {
    while (at >= 0 && at < tree_.size() && is_comma(tree_.form(at))) at += step;
    return at;
  }

  // A quotation that ends right before the group of the cue, or begins right behind it.
  void add_quotation_before(Speech& speech, TokenRun group) const {
    const TokenIndex at = skip_commas(group.first - 1, -1);
    if (at < 0 || !closes(at) || tree_.paragraph(at) != tree_.paragraph(speech.head)) return;
    const std::string_view inner = at > 0 ? tree_.form(at - 1) : "";
    const bool open_end = inner == "," || inner == "?" || inner == "!" || at != group.first - 1;
    if (open_end || tree_.sentence(at) == tree_.sentence(speech.head)) add_run(speech, quotation_at(at)->marked);
  }
  void add_quotation_after(Speech& speech, TokenRun group) const {
    const TokenIndex at = skip_commas(group.last + 1, 1);
    if (at >= tree_.size() || !opens(at)) return;
    const bool by_colon = tree_.form(at - 1) == ":";
    if (by_colon || tree_.sentence(at) == tree_.sentence(speech.head)) {
      const TokenRun quoted = quotation_at(at)->marked;
      add_run(speech, quoted);
    }
  }

  // ---- verbs
  // ---------------------------------------------------------------------------------------------------------

  bool may_be_cue(TokenIndex verb) const {
    if (const Quotation* q = quotation_at(verb); q && tree_.paragraph(q->marked.first) == tree_.paragraph(verb) &&
                                                 q->closed && q->marked.last - q->marked.first > 2)
      return false;
    if (tree_[verb].relation == Relation::amod || tree_[verb].relation == Relation::compound) return false;
    return true;
  }

  TokenIndex clause_below(TokenIndex verb) const {
    for (const TokenIndex c : tree_.children(verb)) {
      if (tree_[c].relation == Relation::ccomp && tree_.mark(c, "to") == kNone) return c;
    }
    for (const TokenIndex c : tree_.children(verb)) {  // denied giving any advice
      if (tree_[c].relation == Relation::xcomp && tree_[c].xpos == Xpos::vbg && c == verb + 1) return c;
      if (tree_[c].relation == Relation::xcomp && c > verb && tree_[tree_.subtree(c).first].xpos == Xpos::vbg) return c;
    }
    return kNone;
  }

  // "told reporters that he lied", read as if the clause described the reporters.
  TokenIndex clause_of_object(TokenIndex object) const {
    if (object == kNone) return kNone;
    for (const TokenIndex c : tree_.children(object)) {
      const Relation relation = tree_[c].relation;
      if (c > object && (relation == Relation::acl_relcl || relation == Relation::acl) &&
          tree_.is(tree_.subtree(c).first, "that"))
        return c;
    }
    return kNone;
  }

  std::optional<Act> act(TokenIndex at, SpeechKind kind, std::string_view pattern) const {
    return words_.act(tree_[at].lemma, kind, pattern);
  }

  TokenIndex infinitive_below(TokenIndex at) const {
    for (const TokenIndex c : tree_.children(at)) {
      const Relation relation = tree_[c].relation;
      if (c > at &&
          (relation == Relation::xcomp || relation == Relation::advcl || relation == Relation::ccomp ||
           relation == Relation::acl) &&
          tree_.mark(c, "to") != kNone && tree_.is(tree_.subtree(c).first, "to"))
        return c;
    }
    return kNone;
  }

  void read_verb(TokenIndex verb) {
    if (!words_.has(tree_[verb].lemma, SpeechKind::verb) || !may_be_cue(verb)) return;
    Speech speech;
    speech.head = verb;
    speech.cue = cue_of(verb);
    for (TokenIndex i = speech.cue.first; i < verb; ++i) speech.negated = speech.negated || is_negation(i);
    if (read_quoted_as_saying(speech)) return;
    if (leads_to_saying(verb)) return;
    speech.speaker = speaker_of(verb, speech.cue);
    if (!speech.speaker && tree_[verb].xpos == Xpos::vb && tree_[verb].relation == Relation::root) return;
    if (read_clause(speech) || read_infinitive(speech) || read_preposition(speech) || read_object(speech)) keep(speech);
  }

  // "quoted him as saying": read at the saying.
  bool leads_to_saying(TokenIndex verb) const {
    for (const TokenIndex c : tree_.children(verb)) {
      if (is_cue_verb(c) && c > verb && tree_.mark(c, "as") != kNone) return true;
    }
    return false;
  }

  Phrase speaker_of(TokenIndex verb, TokenRun cue) const {
    TokenIndex subject = subject_of(verb);
    if (subject != kNone && quotation_at(subject) && quotation_at(subject) != quotation_at(verb)) subject = kNone;
    if (subject == kNone && !is_passive(verb)) subject = inverted_subject(verb);
    if (subject == kNone && !is_passive(verb)) subject = neighbour(verb, cue);
    if (subject != kNone && tree_[subject].relation == Relation::expl) subject = kNone;
    Phrase found = phrase(subject, cue);
    if (found) close_gap(found, cue);
    return found;
  }

  bool is_nominal(TokenIndex at) const {
    const Upos tag = tree_[at].upos;
    return tag == Upos::noun || tag == Upos::propn || (tag == Upos::pron && !tree_.is(at, "that"));
  }

  // The noun that stands right before a finite cue, or behind one that follows a quotation, whatever the tree says.
  TokenIndex neighbour(TokenIndex verb, TokenRun cue) const {
    const Xpos tag = tree_[verb].xpos;
    if (tag != Xpos::vbd && tag != Xpos::vbz && tag != Xpos::vbp) return kNone;
    const TokenRun sentence = tree_.sentence_run(verb);
    const TokenIndex before = cue.first - 1;
    const auto top = [&](TokenIndex at) {
      for (TokenIndex up = tree_[at].head; up >= 0 && is_nominal(up) && up != verb; up = tree_[at].head) at = up;
      return at;
    };
    if (before >= sentence.first && is_nominal(before) && !quotation_at(before)) return top(before);
    if (before > sentence.first && tree_.form(before) == ",") {
      TokenIndex comma = before - 1;
      while (comma > sentence.first && tree_.form(comma) != "," && before - comma < kLongestApposition) --comma;
      if (comma > sentence.first && tree_.form(comma) == "," && is_plain({comma + 1, before - 1}) &&
          is_nominal(comma - 1) && !quotation_at(comma - 1))
        return top(comma - 1);
    }
    const TokenIndex mark = skip_commas(cue.first - 1, -1);
    const bool quoted = mark >= 0 && closes(mark) && tree_.paragraph(mark) == tree_.paragraph(verb);
    if (!quoted) return kNone;
    for (TokenIndex i = cue.last + 1; i <= sentence.last && !tree_.is_punctuation(i); ++i) {
      if (is_nominal(i)) return top(i);
    }
    return kNone;
  }

  // ", the mayor of the town," between a name and its cue, or behind an inverted one.
  void add_apposition(Phrase& found, TokenRun cue) const {
    const TokenIndex comma = found.run.last + 1;
    const TokenRun sentence = tree_.sentence_run(found.head);
    if (comma + 1 >= sentence.last || tree_.form(comma) != "," || quotation_at(comma)) return;
    const Upos tag = tree_[comma + 1].upos;
    const bool describes = tag == Upos::det || tag == Upos::noun || tag == Upos::propn || tag == Upos::num ||
                           tag == Upos::adj || tree_.is(comma + 1, "who") || tree_[comma + 1].xpos == Xpos::prp_poss;
    if (!describes) return;
    if (found.head < cue.first) {
      const bool closed = tree_.form(cue.first - 1) == "," && cue.first - 1 > comma;
      if (closed && cue.first - comma < kLongestApposition && is_plain({comma + 1, cue.first - 2}))
        found.run.last = cue.first - 2;
      return;
    }
    if (cue.last + 1 != found.run.first) return;
    TokenIndex end = comma + 1;
    while (end < sentence.last && !opens(end + 1)) ++end;
    while (end > comma && tree_.is_punctuation(end)) --end;
    if (end - comma < kLongestApposition && is_plain({comma + 1, end})) found.run.last = end;
  }

  bool is_finite(TokenIndex at) const {
    const Xpos tag = tree_[at].xpos;
    return tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::md;
  }

  // Without quotations and without a verb of its own but in a relative clause.
  bool is_plain(TokenRun run) const {
    bool relative = false;
    for (TokenIndex i = run.first; i <= run.last; ++i) {
      relative = relative || is_question_word(i);
      if (quotation_at(i) || (is_finite(i) && !relative)) return false;
    }
    return true;
  }

  // A noun phrase reaches to its cue, or from an inverted cue to the next comma, unless a clause lies between.
  void close_gap(Phrase& found, TokenRun cue) const {
    const auto may_join = [&](TokenIndex i) {
      const Upos tag = tree_[i].upos;
      return !tree_.is_punctuation(i) && !quotation_at(i) && tag != Upos::verb && tag != Upos::aux &&
             tag != Upos::sconj && tag != Upos::pron && tag != Upos::adv && tag != Upos::cconj;
    };
    if (quotation_at(found.head) || tree_[found.head].upos == Upos::pron) return;
    TokenIndex end = found.run.last;
    if (found.head < cue.first) {
      while (end + 1 < cue.first && may_join(end + 1)) ++end;
      if (end + 1 == cue.first) found.run.last = end;
    } else if (cue.last + 1 == found.run.first) {
      const TokenIndex last = tree_.sentence_run(found.head).last;
      while (end < last && may_join(end + 1) && tree_[end + 1].relation != Relation::obl_unmarked) ++end;
      if (end == last || tree_.is_punctuation(end + 1)) found.run.last = end;
    }
    add_apposition(found, cue);
    if (found.head > cue.last) return;
    TokenIndex first = found.run.first;
    const TokenIndex begin = tree_.sentence_run(found.head).first;
    while (first > begin && may_join(first - 1)) --first;
    if (first == begin && tree_[first].upos != Upos::adp) found.run.first = first;
  }

  // `"…," said Smith`, where the tree takes Smith for the object.
  TokenIndex inverted_subject(TokenIndex verb) const {
    const TokenIndex object = tree_.child(verb, Relation::obj);
    if (object == kNone || object < verb || quotation_at(object)) return kNone;
    const TokenIndex before = skip_commas(verb - 1, -1);
    return before >= 0 && closes(before) ? object : kNone;
  }

  bool is_question_word(TokenIndex at) const {
    const Xpos tag = tree_[at].xpos;
    return tag == Xpos::wp || tag == Xpos::wdt || tag == Xpos::wrb || tag == Xpos::wp_poss;
  }

  TokenIndex person_object(TokenIndex verb) const {
    if (!act(verb, SpeechKind::verb, "person")) return kNone;
    if (is_passive(verb)) return tree_.child(verb, Relation::nsubj_pass);
    TokenIndex person = tree_.child(verb, Relation::iobj);
    if (person == kNone) person = tree_.child(verb, Relation::obj);
    if (person == kNone || is_question_word(person) || tree_.is(tree_.subtree(person).first, "that")) return kNone;
    return person;
  }

  // "said to reporters", "wrote to the council"
  TokenIndex to_whom(TokenIndex verb) const {
    for (const TokenIndex c : tree_.children(verb)) {
      if (universal(tree_[c].relation) == Relation::obl && c > verb && tree_.mark(c, "to") != kNone &&
          tree_.mark(c, "according") == kNone)
        return c;
    }
    return kNone;
  }

  TokenIndex letter_to(TokenIndex verb) const {
    for (const TokenIndex c : tree_.children(verb)) {
      if (universal(tree_[c].relation) != Relation::obl) continue;
      if (!tree_.is(c, "letter") && !tree_.is(c, "message") && !tree_.is(c, "note")) continue;
      for (const TokenIndex n : tree_.children(c)) {
        if (tree_[n].relation == Relation::nmod && tree_.mark(n, "to") != kNone) return n;
      }
    }
    return kNone;
  }

  bool read_clause(Speech& speech) {
    const TokenIndex verb = speech.head;
    const std::optional<Act> said = act(verb, SpeechKind::verb, "clause");
    if (!said) return false;
    speech.act = *said;
    TokenIndex person = person_object(verb);
    TokenIndex complement = clause_below(verb);
    if (complement == kNone) complement = clause_of_object(person);
    if (person == kNone) person = letter_to(verb);
    if (person == kNone) person = to_whom(verb);
    if (person != kNone && person != speech.speaker.head) {
      speech.addressee = phrase(person, speech.cue);
      if (complement > person)
        speech.addressee.run.last = std::min(speech.addressee.run.last, tree_.subtree(complement).first - 1);
    }
    if (read_tail(speech)) return true;
    const TokenRun group = group_of(speech, complement);
    const Relation relation = tree_[verb].relation;
    const TokenIndex host = tree_[verb].head;
    const TokenIndex that = that_behind(speech.cue);
    if (that != kNone && speech.addressee && speech.addressee.run.has(that)) speech.addressee = {};
    if (that != kNone && that != complement) {
      const TokenRun sentence = tree_.sentence_run(verb);
      if (complement > that) {
        add_run(speech, after(that, complement, verb));
      } else {
        add_run(speech, {that, cut_tail({that, sentence.last}, verb)});
      }
    } else if (complement != kNone && complement > verb) {
      TokenIndex first = std::min(group.last + 1, tree_.subtree(complement).first);
      if (tree_.sentence(first) != tree_.sentence(verb) || first <= verb) first = tree_.subtree(complement).first;
      add_run(speech, after(std::max(first, speech.cue.last + 1), complement, verb));
    } else if (complement != kNone) {
      add_clause_beside(speech, group);
      if (!speech.content.empty()) return true;
      add_run(speech, {tree_.subtree(complement).first, group.first - 1});
      add_rest(speech, complement, group);
    } else if (relation == Relation::parataxis && host >= 0 && speech.speaker) {
      if (host < verb || (group.last + 1 < tree_.size() && is_comma(tree_.form(group.last + 1)))) {
        add_run(speech, {tree_.subtree(host).first, group.first - 1});
        add_rest(speech, host, group);
      }
    }
    if (speech.content.empty()) add_clause_beside(speech, group);
    add_quotation_before(speech, group);
    if (speech.content.empty() || speech.content.back().last < verb) add_quotation_after(speech, group);
    return !speech.content.empty();
  }

  // "Nine houses fell, the town's mayor said on Monday.": a sentence that ends with its source, whatever the tree makes
  // of so long a clause.
  bool read_tail(Speech& speech) const {
    const TokenRun sentence = tree_.sentence_run(speech.head);
    TokenIndex comma = speech.cue.first - 1;
    bool nominal = false;
    while (comma > sentence.first && tree_.form(comma) != "," && !tree_.is_punctuation(comma) && !quotation_at(comma) &&
           tree_[comma].upos != Upos::verb && tree_[comma].upos != Upos::sconj && tree_[comma].upos != Upos::aux) {
      nominal = nominal || is_nominal(comma);
      --comma;
    }
    const bool framed = nominal && comma > sentence.first && tree_.form(comma) == "," && !quotation_at(comma) &&
                        speech.cue.first - comma <= kLongestTeller && is_finite(speech.head);
    if (!framed || tree_[comma + 1].upos == Upos::cconj || is_question_word(comma + 1) ||
        clause_follows(speech.cue.last))
      return false;
    TokenRun words{sentence.first, comma - 1};
    bool told = false;
    for (TokenIndex i = words.first; i <= words.last; ++i) told = told || (is_finite(i) && !quotation_at(i));
    if (!told || words.last - words.first < 2 || tree_[words.first].upos == Upos::sconj) return false;
    TokenIndex head = kNone;
    for (TokenIndex i = comma + 1; i < speech.cue.first; ++i) {
      const bool inside = tree_[i].head > comma && tree_[i].head < speech.cue.first;
      if (is_nominal(i) && (head == kNone || !inside) && (head == kNone || tree_[head].head > comma)) head = i;
    }
    speech.speaker = {head, {comma + 1, speech.cue.first - 1}};
    add_run(speech, words);
    return !speech.content.empty();
  }

  // Whether what is said may stand behind a cue: anything but an end, a comma, or words of when, where and how.
  bool clause_follows(TokenIndex cue) const {
    const TokenIndex next = cue + 1;
    if (next >= tree_.size() || tree_.sentence(next) != tree_.sentence(cue)) return false;
    if (that_behind({cue, cue}) != kNone || opens(next) || tree_.form(next) == ":") return true;
    if (tree_.is_punctuation(next)) return tree_.form(next) == "," && opens(next + 1);
    const Upos tag = tree_[next].upos;
    const bool to_somebody = act(cue, SpeechKind::verb, "person").has_value();
    if (tag != Upos::adp && tag != Upos::adv && !is_time(next) && !to_somebody) return true;
    const TokenIndex last = tree_.sentence_run(cue).last;
    for (TokenIndex i = next; i <= last && tree_.form(i) != ","; ++i) {
      if (is_finite(i)) return true;
    }
    return false;
  }

  bool is_time(TokenIndex at) const {
    return std::any_of(tree_.analysis().times.begin(), tree_.analysis().times.end(),
                       [&](const TimeExpression& time) { return time.span.overlaps(tree_[at].span); });
  }

  // The `that` which leads in what is said: right behind the cue, or behind a few words of whom, when and where.
  TokenIndex that_behind(TokenRun cue) const {
    const TokenIndex end = std::min(tree_.sentence_run(cue.last).last - 1, cue.last + kFarthestThat);
    for (TokenIndex i = cue.last + 1; i < end; ++i) {
      if (tree_.is_punctuation(i) || tree_[i].upos == Upos::verb || tree_[i].upos == Upos::aux) return kNone;
      if (!tree_.is(i, "that")) continue;
      const bool leads = tree_[i].upos == Upos::sconj || tree_[i].relation == Relation::mark;
      return leads && !quotation_at(i) ? i : kNone;
    }
    return kNone;
  }

  // Where the tree has no clause below the cue, but one stands right behind it: "reported that Zarif said he had".
  void add_clause_beside(Speech& speech, TokenRun group) const {
    const TokenRun sentence = tree_.sentence_run(speech.head);
    const TokenIndex first = group.last + 1;
    if (!speech.speaker || first > sentence.last || quotation_at(first) || tree_.is_punctuation(first)) return;
    const Upos tag = tree_[first].upos;
    if (tag == Upos::cconj || tag == Upos::adp || tag == Upos::verb || tag == Upos::adv) return;
    if (tag == Upos::sconj && !tree_.is(first, "if") && !tree_.is(first, "whether")) return;
    TokenRun run{first, sentence.last};
    run.last = cut_tail(run, speech.head);
    TokenIndex at = first;
    while (at <= run.last && !tree_.is_punctuation(at) && !is_finite(at)) ++at;
    if (at > first && at <= run.last && (is_finite(at) || opens(at))) add_run(speech, run);
  }

  // `Talks, he said, would go on`: what follows the group of the cue in the same clause.
  void add_rest(Speech& speech, TokenIndex complement, TokenRun group) const {
    const TokenRun whole = tree_.subtree(complement);
    const TokenIndex comma = group.last + 1;
    if (whole.last <= comma || !is_comma(tree_.form(comma))) return;
    if (!tree_.is_below(comma + 1, complement) ||
        tree_.is_below(comma + 1, speech.head) != tree_.is_below(complement, speech.head))
      return;
    TokenRun rest{group.last + 1, whole.last};
    rest.last = cut_tail(rest, speech.head);
    add_run(speech, rest);
  }

  bool read_infinitive(Speech& speech) {
    const TokenIndex verb = speech.head;
    const std::optional<Act> said = act(verb, SpeechKind::verb, "infinitive");
    if (!said || (is_passive(verb) && agent_of(verb) == kNone)) return false;
    const TokenIndex object = tree_.child(verb, Relation::obj);
    TokenIndex infinitive = infinitive_below(verb);
    if (infinitive == kNone && object != kNone) infinitive = infinitive_below(object);
    if (infinitive == kNone && person_object(verb) != kNone) infinitive = infinitive_below(person_object(verb));
    if (infinitive == kNone || !speech.speaker) return false;
    speech.act = *said;
    TokenIndex first = tree_.subtree(infinitive).first;
    const TokenIndex person = person_object(verb);
    if (person != kNone && person < infinitive && person != speech.speaker.head) {
      speech.addressee = phrase(person, speech.cue);
      speech.addressee.run.last = std::min(speech.addressee.run.last, first - 1);
    } else if (object != kNone && object > verb && object < infinitive) {
      first = tree_.subtree(object).first;
    }
    TokenRun run{first, tree_.subtree(infinitive).last};
    run.last = cut_tail(run, verb);
    add_run(speech, run);
    return !speech.content.empty();
  }

  bool read_preposition(Speech& speech) {
    const TokenIndex verb = speech.head;
    const TokenIndex object =
        is_passive(verb) ? tree_.child(verb, Relation::nsubj_pass) : tree_.child(verb, Relation::obj);
    for (const TokenIndex c : tree_.children(verb)) {
      const Relation relation = tree_[c].relation;
      const bool hangs = universal(relation) == Relation::obl || relation == Relation::advcl ||
                         relation == Relation::ccomp || relation == Relation::xcomp;
      if (c < verb || !hangs) continue;
      const TokenIndex preposition = tree_.case_of(c);
      if (preposition == kNone || preposition < verb) continue;
      const std::optional<Act> said = act(verb, SpeechKind::verb, lowered(preposition));
      if (!said || !speech.speaker) continue;
      speech.act = *said;
      const TokenIndex to_do = infinitive_below(verb) != kNone ? infinitive_below(verb) : infinitive_below(c);
      TokenRun run{preposition, tree_.subtree(c).last};
      if (tree_.is(preposition, "on") && to_do != kNone) {  // called on the ministry to pay
        speech.cue.last = preposition;
        speech.addressee = phrase(c, speech.cue);
        run = {tree_.subtree(to_do).first, tree_.subtree(to_do).last};
        speech.addressee.run.last = std::min(speech.addressee.run.last, run.first - 1);
      } else if (tree_.is(preposition, "as") || tree_.is(preposition, "at")) {
        if (object != kNone && object < c) run.first = tree_.subtree(object).first;
      } else if (object != kNone) {  // accused Petrov of hiding the log
        speech.addressee = phrase(object, speech.cue);
      } else {
        if (preposition == verb + 1) speech.cue.last = preposition;
        run.first = preposition + 1;
      }
      run.last = cut_tail(run, verb);
      add_run(speech, run);
      if (!speech.content.empty()) return true;
    }
    return false;
  }

  std::string lowered(TokenIndex at) const {
    std::string word(tree_.form(at));
    for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return word;
  }

  // "called it a farce", "called the deal temporary"
  bool names_it(TokenIndex verb, TokenIndex object) const {
    if (!act(verb, SpeechKind::verb, "name")) return false;
    for (const TokenIndex c : tree_.children(verb)) {
      const Relation relation = tree_[c].relation;
      if (c > object && (relation == Relation::xcomp || relation == Relation::ccomp)) return true;
    }
    const TokenIndex next = tree_.subtree(object).last + 1;
    return next < tree_.size() && opens(next);
  }

  bool read_object(Speech& speech) {
    const TokenIndex verb = speech.head;
    const TokenIndex object = tree_.child(verb, Relation::obj);
    const std::optional<Act> said = act(verb, SpeechKind::verb, "object");
    if (!said || object == kNone || object < verb || !speech.speaker || speech.speaker.head == object) return false;
    speech.act = *said;
    if (tree_[object].upos == Upos::pron && tree_.subtree(object) == TokenRun{object, object} &&
        !names_it(verb, object))
      return false;
    TokenRun run = tree_.subtree(object);
    if (act(verb, SpeechKind::verb, "name")) {
      if (!names_it(verb, object) && !quotation_at(run.last) && tree_[run.last].upos != Upos::adj) return false;
      const TokenIndex named = tree_.child(verb, Relation::xcomp);
      if (named > object) run.last = std::max(run.last, tree_.subtree(named).last);
    }
    run.first = std::max(run.first, speech.cue.last + 1);
    run.last = std::max(run.last, after(run.first, object, verb).last);
    run.last = cut_tail(run, verb);
    add_run(speech, run);
    return !speech.content.empty();
  }

  // "State TV quoted him as saying that …", "he was quoted by Irna as saying …"
  bool read_quoted_as_saying(Speech& speech) {
    const TokenIndex verb = speech.head;
    const TokenIndex quoter = tree_[verb].head;
    const TokenIndex as = tree_.mark(verb, "as");
    if (as == kNone || quoter < 0 || !(tree_.is(quoter, "quote") || tree_.is(quoter, "cite"))) return false;
    const bool passive = is_passive(quoter);
    speech.cue.first = as;
    const TokenIndex who = tree_.child(quoter, passive ? Relation::nsubj_pass : Relation::obj);
    speech.speaker = phrase(who, cue_of(quoter));
    speech.speaker.run.last = std::min(speech.speaker.run.last, as - 1);
    const TokenIndex passer = passive ? agent_of(quoter) : subject_of(quoter);
    if (passive && quoter + 1 == as) speech.cue.first = cue_of(quoter).first;
    if (!read_clause(speech)) return true;
    if (passer != kNone) {
      Speech carrier;
      carrier.head = quoter;
      carrier.cue = cue_of(quoter);
      carrier.speaker = phrase(passer, carrier.cue);
      carrier.speaker.run.last = std::min(carrier.speaker.run.last, std::max(passer, as - 1));
      carrier.act = Act::report;
      carrier.carrier = true;
      carrier.content = speech.content;
      found_.push_back(carrier);
    }
    keep(speech);
    return true;
  }

  // ---- nouns, `according to`, headlines
  // ------------------------------------------------------------------------------

  // Trump's claim, the claim by Trump; made a claim.
  TokenIndex teller_of(TokenIndex noun) const {
    for (const TokenIndex c : tree_.children(noun)) {
      if (tree_[c].relation == Relation::nmod_poss) return c;
      if (tree_[c].relation == Relation::nmod && (tree_.mark(c, "by") != kNone || tree_.mark(c, "from") != kNone))
        return c;
    }
    static constexpr std::array<std::string_view, 14> kLight = {"make", "issue", "repeat",  "renew",  "reiterate",
                                                                "give", "send",  "express", "post",   "release",
                                                                "have", "voice", "raise",   "publish"};
    const TokenIndex up = tree_[noun].head;
    if (up < 0 || tree_[noun].relation != Relation::obj) return kNone;
    for (const std::string_view light : kLight) {
      if (tree_.is(up, light)) return subject_of(up);
    }
    return kNone;
  }

  void read_noun(TokenIndex noun) {
    if (!words_.has(tree_[noun].lemma, SpeechKind::noun) || !may_be_cue(noun)) return;
    Speech speech;
    speech.head = noun;
    speech.cue = {noun, noun};
    const TokenIndex teller = teller_of(noun);
    if (teller == kNone) return;
    speech.speaker = phrase(teller, speech.cue);
    while (speech.speaker.run.last > teller && tree_[speech.speaker.run.last].xpos == Xpos::pos)
      --speech.speaker.run.last;
    for (const TokenIndex c : tree_.children(noun)) {
      if (c < noun || c == teller) continue;
      const TokenRun below = tree_.subtree(c);
      const TokenIndex lead = tree_.case_of(c);
      if (lead == kNone) continue;
      const std::string_view pattern = tree_.is(lead, "that")                                ? "clause"
                                       : tree_.is(lead, "to") && tree_[c].upos == Upos::verb ? "infinitive"
                                                                                             : "";
      const std::optional<Act> said =
          act(noun, SpeechKind::noun, pattern.empty() ? std::string_view(lowered(lead)) : pattern);
      if (!said) continue;
      speech.act = *said;
      TokenRun run{std::max(below.first, noun + 1), below.last};
      if (pattern.empty() && run.first == lead) {
        if (lead == noun + 1) speech.cue.last = lead;
        run.first = lead + 1;
      }
      run.last = cut_tail(run, noun);
      add_run(speech, run);
      if (!speech.content.empty()) return keep(speech);
    }
  }

  void read_according(TokenIndex at) {
    Speech speech;
    speech.head = at;
    speech.cue = {at, at + 1};
    const TokenIndex source =
        tree_[at].head >= 0 && tree_[at].upos != Upos::noun && tree_[at].relation == Relation::case_ ? tree_[at].head
                                                                                                     : source_after(at);
    if (source == kNone || source <= at) return;
    speech.speaker = phrase(source, speech.cue);
    if (quotation_at(at)) return;
    const TokenRun sentence = tree_.sentence_run(at);
    const TokenRun own{at, speech.speaker.run.last};
    if (skip_commas(own.first - 1, -1) < sentence.first) {
      add_run(speech, {own.last + 1, cut_tail({own.last + 1, sentence.last}, at)});
    } else {
      TokenIndex begin = sentence.first;
      for (const Speech& other : found_) {  // said X, according to Y: X too is what Y tells
        for (const TokenRun& run : other.content) {
          if (run.has(at)) begin = std::max(begin, run.first);
        }
      }
      add_run(speech, {begin, own.first - 1});
      if (own.last + 1 < sentence.last && tree_.form(own.last + 1) == ",")
        add_run(speech, {own.last + 1, sentence.last});
    }
    if (!speech.content.empty()) keep(speech);
  }

  TokenIndex source_after(TokenIndex at) const {
    for (const TokenIndex c : tree_.children(at)) {
      if (c > at + 1 && (universal(tree_[c].relation) == Relation::obl || tree_[c].relation == Relation::nmod))
        return c;
    }
    return kNone;
  }

  // `Tehran: talks are over` and `Toll rises - official` in headlines.
  void read_headline(TokenIndex begin) {
    if (!tree_.in_headline(begin)) return;
    const TokenRun sentence = tree_.sentence_run(begin);
    for (TokenIndex i = sentence.first + 1; i < sentence.last; ++i) {
      const std::string_view form = tree_.form(i);
      const bool colon = form == ":";
      const bool dash = form == "-" || form == "–" || form == "—";
      if (!colon && !dash) continue;
      const bool spaced = tree_[i - 1].span.end < tree_[i].span.begin;
      if (colon && signs({sentence.first, i - 1})) return add_signed({sentence.first, i - 1}, {i + 1, sentence.last});
      if ((dash ? spaced : true) && signs({i + 1, sentence.last}))
        return add_signed({i + 1, sentence.last}, {sentence.first, i - 1});
    }
  }

  // Whether a few words are a name or a bare noun of somebody who tells.
  bool signs(TokenRun run) const {
    if (run.empty() || run.last - run.first > 3) return false;
    const TokenIndex last = run.last;
    if (tree_[last].upos == Upos::noun) return words_.has(lowered_lemma(last), SpeechKind::teller);
    if (tree_[last].upos != Upos::propn) return false;
    const ByteSpan span = tree_.span(run);
    for (const Mention& mention : tree_.analysis().mentions) {
      if (mention.span.overlaps(span) && mention.level == MentionLevel::name) {
        return mention.kind == EntityKind::person || mention.kind == EntityKind::organisation ||
               mention.kind == EntityKind::place;
      }
    }
    return false;
  }

  std::string lowered_lemma(TokenIndex at) const {
    std::string word = tree_[at].lemma;
    for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return word;
  }

  void add_signed(TokenRun who, TokenRun words) {
    Speech speech;
    speech.speaker = {who.last, who};
    add_run(speech, words);
    if (!speech.content.empty()) found_.push_back(speech);
  }

  // ---- quotations that nobody is named for
  // ---------------------------------------------------------------------------

  bool is_taken(const Quotation& quotation) const {
    return std::any_of(found_.begin(), found_.end(), [&](const Speech& speech) {
      return std::any_of(speech.content.begin(), speech.content.end(),
                         [&](TokenRun run) { return run.overlaps(quotation.marked); });
    });
  }

  // A whole sentence in quotation marks: it begins one, and ends with a stop or is long.
  bool is_sentence(const Quotation& quotation) const {
    const TokenRun words = quotation.words();
    if (words.empty() || words.last - words.first < 2) return false;
    const TokenIndex before = quotation.marked.first - 1;
    const bool begins = before < 0 || tree_.paragraph(before) != tree_.paragraph(words.first) ||
                        tree_.sentence(before) != tree_.sentence(words.first) || tree_.form(before) == "." ||
                        closes(before);
    const std::string_view last = tree_.form(words.last);
    const bool ends = last == "." || last == "!" || last == "?" || last == "…" || !quotation.closed ||
                      (quotation.marked.last + 1 < tree_.size() && tree_.form(quotation.marked.last + 1) == ".");
    return begins && ends;
  }

  // The statement that ends last before a place, in its paragraph or the one before.
  const Speech* last_before(TokenIndex at) const {
    const Speech* best = nullptr;
    const auto place = [&](const Speech& s) { return std::max(s.cue.last, s.content.back().last); };
    for (const Speech& speech : found_) {
      if (place(speech) >= at || !speech.speaker || tree_.paragraph(place(speech)) + 1 < tree_.paragraph(at)) continue;
      if (!best || place(speech) > place(*best)) best = &speech;
    }
    return best;
  }

  const Speech* next_in_paragraph(TokenIndex at) const {
    for (const Speech& speech : found_) {
      if (speech.head > at && speech.speaker && tree_.paragraph(speech.head) == tree_.paragraph(at)) return &speech;
    }
    return nullptr;
  }

  void read_continuations() {
    for (std::size_t q = 0; q < quotations_.size(); ++q) {
      const Quotation& quotation = quotations_[q];
      if (is_taken(quotation)) continue;
      if (quotation.continues && continue_last(quotations_[q - 1], quotation)) continue;
      if (!is_sentence(quotation)) continue;
      const Speech* last = last_before(quotation.marked.first);
      if (!last) last = next_in_paragraph(quotation.marked.last);
      if (!last) continue;
      Speech speech;
      speech.speaker = {last->speaker.head, {}};
      speech.content = {quotation.marked};
      found_.push_back(speech);
    }
  }

  bool continue_last(const Quotation& before, const Quotation& quotation) {
    for (Speech& speech : found_) {
      if (speech.carrier || !speech.content.back().overlaps(before.marked)) continue;
      speech.content.push_back(quotation.marked);
      return true;
    }
    return false;
  }

  void keep(const Speech& speech) { found_.push_back(speech); }

  const SpeechTree& tree_;
  const std::vector<Quotation>& quotations_;
  const SpeechWords& words_;
  std::vector<int> quotation_at_;
  std::vector<Speech> found_;
};

}  // namespace

std::vector<Speech> find_speech(const SpeechTree& tree, const std::vector<Quotation>& quotations,
                                const SpeechWords& words) {
  return SpeechFinder(tree, quotations, words).find();
}

}  // namespace crossread::account
