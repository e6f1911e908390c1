#include "account/speech_content.h"

#include <algorithm>

#include "account/speech_source.h"

namespace crossread::account {
namespace {

constexpr int kLongestTeller = 16;  // tokens between a comma and the cue
constexpr int kFarthestThat = 10;   // tokens from a cue to its `that`

// Without punctuation at its edges; quotation marks stay.
TokenRun trimmed(const SpeechContext& in, TokenRun run) {
  while (!run.empty() && in.tree.is_punctuation(run.first) && !in.opens(run.first)) ++run.first;
  while (!run.empty() && in.tree.is_punctuation(run.last) && !in.closes(run.last)) --run.last;
  return run;
}

// A quotation that is cut by an edge of the words said belongs to them whole, unless the cue stands in it.
TokenRun over_quotations(const SpeechContext& in, TokenRun run, TokenIndex cue) {
  if (run.empty()) return run;
  const Quotation* first = in.quotation_at(run.first);
  const Quotation* last = in.quotation_at(run.last);
  if (first && !first->marked.has(cue)) run.first = std::min(run.first, first->marked.first);
  if (last && !last->marked.has(cue)) run.last = std::max(run.last, last->marked.last);
  return run;
}

// The comma of ", the mayor said"; kNone where a cue is no such tail.
TokenIndex comma_of_source(const SpeechContext& in, TokenIndex cue) {
  const bool participle = in.tree[cue].xpos == Xpos::vbn && !in.is_passive(cue) && in.tree[cue - 1].upos != Upos::aux;
  if (!in.is_finite(cue) && !participle) return kNone;
  if (!in.act(cue, SpeechKind::verb, "clause") || clause_follows(in, cue)) return kNone;
  TokenIndex at = cue - 1;
  bool nominal = false;
  while (at > 0 && cue - at < kLongestTeller && !in.tree.is_punctuation(at) && in.tree[at].upos != Upos::verb &&
         in.tree[at].upos != Upos::aux && in.tree[at].upos != Upos::cconj && !in.is_question_word(at)) {
    nominal = nominal || in.is_nominal(at);
    --at;
  }
  return nominal && in.tree.form(at) == "," ? at : kNone;
}

// "and that the dam": a second clause said.
bool is_that_again(const SpeechContext& in, TokenIndex at) {
  return in.tree.is(at, "that") || (in.tree[at].upos == Upos::cconj && in.tree.is(at + 1, "that"));
}

// "and called on", "and left": no subject and no modal verb of its own.
bool is_cue_again(const SpeechContext& in, TokenIndex verb) {
  if (own_subject(in, verb) != kNone) return in.is_cue_verb(verb);
  for (const TokenIndex c : in.tree.children(verb)) {
    if (in.tree[c].xpos == Xpos::md) return false;
  }
  return true;
}

// ", two days after", ", hours before": the narrator's time.
bool is_span_after(const SpeechContext& in, TokenIndex at) {
  if (at < 2 || in.tree.form(at - 1) != ",") return false;
  for (TokenIndex i = at; i < std::min(at + 4, in.tree.size() - 1); ++i) {
    const bool unit = in.tree.is(i, "day") || in.tree.is(i, "hour") || in.tree.is(i, "week") ||
                      in.tree.is(i, "month") || in.tree.is(i, "year") || in.tree.is(i, "minute");
    if (unit) return in.tree.is(i + 1, "after") || in.tree.is(i + 1, "before");
  }
  return false;
}

// `on Monday`, `in a letter`, `later`: no words said but how they were.
bool is_own(const SpeechContext& in, TokenIndex at) {
  const Relation relation = in.tree[at].relation;
  if (relation == Relation::obl_unmarked || relation == Relation::compound_prt) return true;
  if (relation == Relation::advmod) return in.tree.subtree(at) == TokenRun{at, at};
  return universal(relation) == Relation::obl && in.tree.case_of(at) != kNone;
}

}  // namespace

TokenIndex that_behind(const SpeechContext& in, TokenRun cue) {
  const TokenIndex end = std::min(in.tree.sentence_run(cue.last).last - 1, cue.last + kFarthestThat);
  for (TokenIndex i = cue.last + 1; i < end; ++i) {
    const bool before_that = in.tree.form(i) == "," && in.tree.is(i + 1, "that");
    if (in.tree.is_punctuation(i) && !before_that && in.tree[i].xpos != Xpos::hyph) return kNone;
    if (in.tree[i].upos == Upos::verb || in.tree[i].upos == Upos::aux) return kNone;
    if (!in.tree.is(i, "that")) continue;
    const Upos next = in.tree[i + 1].upos;
    const bool clause = next != Upos::verb && next != Upos::aux && !in.tree.is_punctuation(i + 1);
    const bool leads = in.tree[i].upos == Upos::sconj || in.tree[i].relation == Relation::mark ||
                       (clause && in.act(cue.last, SpeechKind::verb, "person"));
    return leads && in.quotation_at(i) == in.quotation_at(cue.last) ? i : kNone;
  }
  return kNone;
}

bool clause_follows(const SpeechContext& in, TokenIndex cue) {
  const TokenIndex next = cue + 1;
  if (next >= in.tree.size() || in.tree.sentence(next) != in.tree.sentence(cue)) return false;
  if (that_behind(in, {cue, cue}) != kNone || in.opens(next) || in.tree.form(next) == ":") return true;
  if (in.tree.is_punctuation(next)) return in.tree.form(next) == "," && in.opens(next + 1);
  const Upos tag = in.tree[next].upos;
  const bool to_somebody = in.act(cue, SpeechKind::verb, "person").has_value();
  if (tag != Upos::adp && tag != Upos::adv && !in.is_time(next) && !to_somebody) return true;
  const TokenIndex last = in.tree.sentence_run(cue).last;
  for (TokenIndex i = next; i <= last && in.tree.form(i) != ","; ++i) {
    if (in.is_question_word(i) && i > next) return false;
    if (in.is_finite(i)) return true;
  }
  return false;
}

TokenIndex cut_tail(const SpeechContext& in, TokenRun run, TokenIndex cue) {
  const bool relative = cue > 0 && in.is_question_word(cue - 1);  // "who asked not to be named [said]"
  for (TokenIndex i = run.first + 1; i <= run.last; ++i) {
    if (in.quotation_at(i) && in.quotation_at(i) != in.quotation_at(cue)) continue;
    if (in.equal_start(i, "according") && in.tree.is(i + 1, "to") && i > run.first + 1) return i - 1;
    if (is_span_after(in, i) && i > run.first + 2) return i - 2;
    if (!in.is_cue_verb(i)) continue;
    if (relative && in.is_finite(i) && in.tree[i - 1].xpos != Xpos::prp) return i - 1;
    if (const TokenIndex comma = comma_of_source(in, i); comma > run.first) return comma - 1;
    const bool after_comma = in.tree.form(i - 1) == ",";
    if (after_comma && in.tree[i].xpos == Xpos::vbg) return i - 1;
    const bool after_and = in.tree.is(i - 1, "and") || in.tree.is(i - 1, "but");
    if (after_and && in.tree[i].xpos == Xpos::vbd && in.tree[cue].xpos == Xpos::vbd && own_subject(in, i) == kNone &&
        in.words.act(in.tree[i].lemma, SpeechKind::verb, "clause"))
      return i - 2;
  }
  return run.last;
}

TokenRun after(const SpeechContext& in, TokenIndex first, TokenIndex complement, TokenIndex cue) {
  TokenRun run{first, std::max(in.tree.subtree(complement).last, complement)};
  TokenIndex end = std::max(run.last, in.tree.subtree(cue).last);
  for (const TokenIndex c : in.tree.children(cue)) {
    const Relation relation = in.tree[c].relation;
    if (c <= complement || in.tree.is_punctuation(c)) continue;
    if (is_that_again(in, in.tree.subtree(c).first)) continue;
    if (relation == Relation::conj && !is_cue_again(in, c)) continue;
    if (relation == Relation::conj || relation == Relation::parataxis ||
        (relation == Relation::advcl && in.tree[c].xpos == Xpos::vbg) || relation == Relation::nsubj)
      end = std::min(end, in.tree.subtree(c).first - 1);
  }
  run.last = std::max(end, std::min(run.last, end));
  run.last = cut_tail(in, run, cue);
  return run;
}

void add_run(const SpeechContext& in, Speech& speech, TokenRun run) {
  run = trimmed(in, over_quotations(in, trimmed(in, run), speech.head));
  if (run.empty() || (speech.head != kNone && run.has(speech.head))) return;
  for (TokenRun& have : speech.content) {
    if (!have.overlaps(run)) continue;
    have = {std::min(have.first, run.first), std::max(have.last, run.last)};
    return;
  }
  speech.content.push_back(run);
  std::sort(speech.content.begin(), speech.content.end());
}

TokenRun group_of(const SpeechContext& in, const Speech& speech, TokenIndex complement) {
  TokenRun group = speech.cue;
  const auto take = [&](TokenRun run) { group = {std::min(group.first, run.first), std::max(group.last, run.last)}; };
  if (speech.speaker && !speech.speaker.run.empty() &&
      in.tree.sentence(speech.speaker.head) == in.tree.sentence(speech.head) &&
      (in.tree.is_below(speech.speaker.head, speech.head) || speech.speaker.run.last + 1 == speech.cue.first ||
       (speech.speaker.run.last + 2 == speech.cue.first && is_comma(in.tree.form(speech.cue.first - 1))) ||
       speech.speaker.run.first == speech.cue.last + 1))
    take(speech.speaker.run);
  if (speech.addressee && speech.addressee.head > speech.head && !speech.addressee.run.empty())
    take(speech.addressee.run);
  for (const TokenIndex c : in.tree.children(speech.head)) {
    const TokenRun below = in.tree.subtree(c);
    if (c < speech.head || (complement != kNone && below.has(complement))) continue;
    if (complement > speech.head && below.first > complement) continue;
    if (in.quotation_at(c) != in.quotation_at(speech.head) || !is_own(in, c)) continue;
    TokenRun kept = below;
    while (kept.last > c && in.quotation_at(kept.last) != in.quotation_at(speech.head)) --kept.last;
    take(kept);
  }
  return group;
}

void add_quotation_before(const SpeechContext& in, Speech& speech, TokenRun group) {
  const TokenIndex at = in.skip_commas(group.first - 1, -1);
  if (at < 0 || !in.closes(at) || in.tree.paragraph(at) != in.tree.paragraph(speech.head)) return;
  const std::string_view inner = at > 0 ? in.tree.form(at - 1) : "";
  const bool open_end = inner == "," || inner == "?" || inner == "!" || at != group.first - 1;
  if (open_end || in.tree.sentence(at) == in.tree.sentence(speech.head))
    add_run(in, speech, in.quotation_at(at)->marked);
}

void add_quotation_after(const SpeechContext& in, Speech& speech, TokenRun group) {
  const TokenIndex at = in.skip_commas(group.last + 1, 1);
  if (at >= in.tree.size() || !in.opens(at)) return;
  const bool by_colon = in.tree.form(at - 1) == ":";
  if (by_colon || in.tree.sentence(at) == in.tree.sentence(speech.head)) {
    const TokenRun quoted = in.quotation_at(at)->marked;
    add_run(in, speech, quoted);
  }
}

void add_clause_beside(const SpeechContext& in, Speech& speech, TokenRun group) {
  const TokenRun sentence = in.tree.sentence_run(speech.head);
  const TokenIndex first = group.last + 1;
  if (!speech.speaker || first > sentence.last || in.quotation_at(first) || in.tree.is_punctuation(first)) return;
  const Upos tag = in.tree[first].upos;
  const Upos next = first < sentence.last ? in.tree[first + 1].upos : Upos::punct;
  const bool about = tag == Upos::adv && (next == Upos::det || next == Upos::num || next == Upos::adj);
  if (tag == Upos::cconj || tag == Upos::adp || (tag == Upos::adv && !about)) return;
  if (in.is_finite(first) && first == speech.cue.last + 1 && speech.speaker.run.last < speech.cue.first) {
    TokenIndex last = first;  // "which he said [would be late]"
    while (last < sentence.last && in.tree.form(last + 1) != "," && !in.tree.is_punctuation(last + 1)) ++last;
    if (last > first) add_run(in, speech, {first, last});
    return;
  }
  if (tag == Upos::verb) return;
  if (tag == Upos::sconj && !in.tree.is(first, "if") && !in.tree.is(first, "whether")) return;
  TokenRun run{first, sentence.last};
  run.last = cut_tail(in, run, speech.head);
  TokenIndex at = first;
  while (at <= run.last && !in.tree.is_punctuation(at) && !in.is_finite(at)) ++at;
  if (at > first && at <= run.last && (in.is_finite(at) || in.opens(at))) add_run(in, speech, run);
}

void add_rest(const SpeechContext& in, Speech& speech, TokenIndex complement, TokenRun group) {
  const TokenRun whole = in.tree.subtree(complement);
  const TokenIndex comma = group.last + 1;
  if (whole.last <= comma || !is_comma(in.tree.form(comma))) return;
  if (!in.tree.is_below(comma + 1, complement) ||
      in.tree.is_below(comma + 1, speech.head) != in.tree.is_below(complement, speech.head))
    return;
  TokenRun rest{group.last + 1, whole.last};
  const bool inverted = speech.speaker && speech.speaker.run.first > speech.head;
  if (inverted && in.is_plain({comma + 1, whole.last})) return;  // "said Kovac, who runs the port"
  rest.last = cut_tail(in, rest, speech.head);
  add_run(in, speech, rest);
}

bool has_number(const SpeechContext& in, TokenIndex object) {
  if (object == kNone) return false;
  return in.tree[object].upos == Upos::num || in.tree.child(object, Relation::nummod) != kNone;
}

bool tells_figure(const SpeechContext& in, TokenIndex verb, TokenIndex object) {
  if (object == kNone || !in.words.has(in.lowered_lemma(object), SpeechKind::figure)) return false;
  const TokenRun below = in.tree.subtree(verb);
  for (TokenIndex i = object + 1; i <= below.last; ++i) {
    if (in.tree[i].upos == Upos::num) return true;
  }
  return false;
}

}  // namespace crossread::account
