#include "account/speech_source.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "account/speech_teller.h"

namespace crossread::account {
namespace {

constexpr int kLongestApposition = 25;  // tokens
constexpr int kFarthestGovernor = 6;    // steps from a cue without a subject up to the verb that has one

bool leads_in(const SpeechContext& in, TokenIndex at, TokenIndex head) {
  if (in.tree.is_punctuation(at) && !in.opens(at)) return true;
  const Relation relation = in.tree[at].relation;
  return in.tree[at].head == head && (relation == Relation::case_ || relation == Relation::mark ||
                                      relation == Relation::cc || in.tree.is(at, "to"));
}

// `"…," said Smith`, where the tree takes Smith for the object.
TokenIndex inverted_subject(const SpeechContext& in, TokenIndex verb) {
  const TokenIndex object = in.tree.child(verb, Relation::obj);
  if (object == kNone || object < verb || in.quotation_at(object)) return kNone;
  const TokenIndex before = in.skip_commas(verb - 1, -1);
  return before >= 0 && in.closes(before) ? object : kNone;
}

// The noun that stands right before a finite cue, or behind one that follows a quotation, whatever the tree says.
TokenIndex neighbour(const SpeechContext& in, TokenIndex verb, TokenRun cue) {
  const Xpos tag = in.tree[verb].xpos;
  const bool perfect = tag == Xpos::vbn && in.tree.is(verb - 1, "have");
  if (tag != Xpos::vbd && tag != Xpos::vbz && tag != Xpos::vbp && !perfect) return kNone;
  const TokenRun sentence = in.tree.sentence_run(verb);
  const TokenIndex before = cue.first - 1;
  const auto joined = [&](TokenIndex a, TokenIndex b) {
    for (TokenIndex i = std::min(a, b) + 1; i < std::max(a, b); ++i) {
      const bool hyphen = in.tree[i].xpos == Xpos::hyph;
      if ((in.tree.is_punctuation(i) && !hyphen) || in.is_finite(i)) return false;
    }
    return true;
  };
  const auto top = [&](TokenIndex at) {
    for (TokenIndex up = in.tree[at].head; up >= 0 && in.is_nominal(up) && up != verb && joined(at, up);
         up = in.tree[at].head)
      at = up;
    return at;
  };
  if (before >= sentence.first && in.is_nominal(before) && !in.quotation_at(before)) return top(before);
  if (before > sentence.first && in.tree.form(before) == ",") {
    TokenIndex comma = before - 1;
    while (comma > sentence.first && in.tree.form(comma) != "," && before - comma < kLongestApposition) --comma;
    if (comma > sentence.first && in.tree.form(comma) == "," && in.is_plain({comma + 1, before - 1}) &&
        in.is_nominal(comma - 1) && !in.quotation_at(comma - 1))
      return top(comma - 1);
  }
  const TokenIndex mark = in.skip_commas(cue.first - 1, -1);
  const bool quoted = mark >= 0 && in.closes(mark) && in.tree.paragraph(mark) == in.tree.paragraph(verb);
  if (!quoted) return kNone;
  for (TokenIndex i = cue.last + 1; i <= sentence.last && !in.tree.is_punctuation(i); ++i) {
    if (in.is_nominal(i)) return top(i);
  }
  return kNone;
}

// ", the mayor of the town," between a name and its cue, or behind an inverted one.
void add_apposition(const SpeechContext& in, Phrase& found, TokenRun cue) {
  const TokenIndex comma = found.run.last + 1;
  const TokenRun sentence = in.tree.sentence_run(found.head);
  if (comma + 1 >= sentence.last || in.tree.form(comma) != "," || in.quotation_at(comma)) return;
  const Upos tag = in.tree[comma + 1].upos;
  const bool describes = tag == Upos::det || tag == Upos::noun || tag == Upos::propn || tag == Upos::num ||
                         tag == Upos::adj || in.tree.is(comma + 1, "who") || in.tree[comma + 1].xpos == Xpos::prp_poss;
  if (!describes) return;
  if (found.head < cue.first) {
    const bool closed = in.tree.form(cue.first - 1) == "," && cue.first - 1 > comma;
    if (closed && cue.first - comma < kLongestApposition && in.is_plain({comma + 1, cue.first - 2}))
      found.run.last = cue.first - 2;
    return;
  }
  if (cue.last + 1 != found.run.first) return;
  TokenIndex end = comma + 1;
  while (end < sentence.last && !in.opens(end + 1)) ++end;
  while (end > comma && in.tree.is_punctuation(end)) --end;
  if (end - comma < kLongestApposition && in.is_plain({comma + 1, end})) found.run.last = end;
}

// "said the mayor": a subject may follow its verb only where a comma, a quotation or nothing stands before it.
bool is_inverted(const SpeechContext& in, TokenIndex verb) {
  const TokenIndex before = cue_of(in, verb).first - 1;
  const TokenIndex mark = in.skip_commas(before, -1);
  return before < in.tree.sentence_run(verb).first || (mark >= 0 && in.closes(mark)) ||
         in.tree[before].upos == Upos::adv || in.opens(before);
}

// What the tree takes for the subject may hold a clause of its own: then the noun phrase right before the cue speaks,
// or, of "the mayor left and said", the one that opens it.
void drop_clause(const SpeechContext& in, Phrase& found, TokenRun cue) {
  if (found.head > cue.first) return;
  while (found.run.last > found.run.first && in.tree.is(found.run.last, "to")) --found.run.last;
  const bool shared = in.tree[found.run.last].upos == Upos::cconj;
  bool relative = false;
  TokenRun run = found.run;
  for (TokenIndex i = found.run.first; i <= found.run.last; ++i) {
    relative = relative || in.is_question_word(i) || in.tree.form(i) == ",";
    if (!in.is_finite(i) || relative || in.quotation_at(i)) continue;
    if (shared) {
      run.last = i - 1;
      break;
    }
    run.first = i + 1;
  }
  if (run == found.run) return;
  if (in.tree.is(run.first, "that")) ++run.first;
  while (!run.empty() && (in.is_time(run.last) || in.tree[run.last].upos == Upos::adp ||
                          in.tree[run.last].upos == Upos::adv || in.tree[run.last].upos == Upos::cconj))
    --run.last;
  if (run.empty()) return;
  found.run = run;
  if (!run.has(found.head)) found.head = head_of(in, run);
}

// "[Kovac], the mayor, told": set off by an apposition, where trees seldom hold.
Phrase framed_teller(const SpeechContext& in, TokenIndex verb, TokenRun cue) {
  if (!in.is_finite(verb) || in.tree.form(cue.first - 1) != "," || in.quotation_at(verb)) return {};
  const TokenRun teller = teller_before(in, cue);
  if (teller.empty()) return {};
  const TokenIndex head = head_of(in, teller);
  return in.tree[head].upos == Upos::pron ? Phrase{} : Phrase{head, {teller.first, cue.first - 2}};
}

// A relative pronoun whose clause has a verb of its own before the cue, a day, or a noun under a preposition.
bool is_doubtful(const SpeechContext& in, TokenIndex subject, TokenRun cue) {
  if (subject > cue.first) return false;
  if (in.is_time(subject) || (in.tree.case_of(subject) != kNone && in.tree.case_of(subject) < subject)) return true;
  if (!in.is_relative(subject)) return false;
  for (TokenIndex i = subject + 1; i < cue.first; ++i) {
    if (in.is_finite(i)) return true;
  }
  return false;
}

// A noun phrase reaches to its cue, or from an inverted cue to the next comma, unless a clause lies between.
void close_gap(const SpeechContext& in, Phrase& found, TokenRun cue) {
  const auto may_join = [&](TokenIndex i) {
    const Upos tag = in.tree[i].upos;
    return !in.tree.is_punctuation(i) && !in.quotation_at(i) && tag != Upos::verb && tag != Upos::aux &&
           tag != Upos::sconj && tag != Upos::pron && tag != Upos::adv && tag != Upos::cconj;
  };
  if (in.quotation_at(found.head) || in.tree[found.head].upos == Upos::pron) return;
  TokenIndex end = found.run.last;
  if (found.head < cue.first) {
    while (end + 1 < cue.first && may_join(end + 1)) ++end;
    if (end + 1 == cue.first) found.run.last = end;
  } else if (cue.last + 1 == found.run.first) {
    const TokenIndex last = in.tree.sentence_run(found.head).last;
    while (end < last && may_join(end + 1) && in.tree[end + 1].relation != Relation::obl_unmarked) ++end;
    if (end == last || in.tree.is_punctuation(end + 1)) found.run.last = end;
  }
  add_apposition(in, found, cue);
  if (found.head > cue.last) return;
  TokenIndex first = found.run.first;
  const TokenIndex begin = in.tree.sentence_run(found.head).first;
  while (first > begin && may_join(first - 1)) --first;
  if (first == begin && in.tree[first].upos != Upos::adp) found.run.first = first;
}

}  // namespace

TokenRun cue_of(const SpeechContext& in, TokenIndex verb) {
  TokenRun run{verb, verb};
  const auto belongs = [&](TokenIndex t) {
    const Relation relation = in.tree[t].relation;
    return in.tree[t].head == verb && (relation == Relation::aux || relation == Relation::aux_pass ||
                                       (relation == Relation::advmod && in.tree.subtree(t) == TokenRun{t, t}));
  };
  const TokenIndex begin = in.tree.sentence_run(verb).first;
  while (run.first > begin && belongs(run.first - 1) && in.tree[run.first - 1].upos != Upos::sconj) --run.first;
  while (run.first < verb && in.tree[run.first].xpos == Xpos::wrb) ++run.first;
  const TokenIndex particle = verb + 1;
  if (particle < in.tree.size() && in.tree[particle].head == verb &&
      in.tree[particle].relation == Relation::compound_prt)
    run.last = particle;
  if (in.has_particle(verb)) run.last = particle;
  return run;
}

Phrase phrase(const SpeechContext& in, TokenIndex head, TokenRun cue) {
  if (head == kNone) return {};
  TokenRun run = in.tree.subtree(head);
  if (head < cue.first) run.last = std::min(run.last, cue.first - 1);
  if (head > cue.last) run.first = std::max(run.first, cue.last + 1);
  const Quotation* around = in.quotation_at(head);
  for (TokenIndex i = head; i >= run.first; --i) {
    if (in.quotation_at(i) != around) run.first = i + 1;
  }
  for (TokenIndex i = head; i <= run.last; ++i) {
    if (in.quotation_at(i) != around && in.quotation_at(i) != nullptr &&
        (i == run.last || !in.closes(in.quotation_at(i)->marked.last)))
      run.last = i - 1;
  }
  while (run.first < head && leads_in(in, run.first, head)) ++run.first;
  while (run.last > head && in.tree.is_punctuation(run.last) && !in.closes(run.last)) --run.last;
  return {head, run};
}

TokenIndex agent_of(const SpeechContext& in, TokenIndex verb) {
  for (const TokenIndex c : in.tree.children(verb)) {
    const Relation relation = in.tree[c].relation;
    if (relation == Relation::obl_agent) return c;
    if (universal(relation) == Relation::obl && in.tree.mark(c, "by") != kNone && c > verb) return c;
  }
  return kNone;
}

TokenIndex own_subject(const SpeechContext& in, TokenIndex verb) {
  TokenIndex best = kNone;
  for (const TokenIndex c : in.tree.children(verb)) {
    const Relation relation = in.tree[c].relation;
    if (relation != Relation::nsubj && relation != Relation::nsubj_outer) continue;
    if (in.quotation_at(c) != in.quotation_at(verb)) continue;
    if (c > verb && (!is_inverted(in, verb) || in.tree.mark(c, "to") != kNone)) continue;
    if (best == kNone || std::abs(c - verb) < std::abs(best - verb)) best = c;
  }
  return best;
}

TokenIndex subject_of(const SpeechContext& in, TokenIndex verb) {
  for (int steps = 0; steps < kFarthestGovernor && verb >= 0; ++steps) {
    if (in.is_passive(verb)) {
      const TokenIndex agent = agent_of(in, verb);
      return agent != kNone || steps == 0 ? agent : in.tree.child(verb, Relation::nsubj_pass);
    }
    const TokenIndex subject = own_subject(in, verb);
    if (subject != kNone) return subject;
    const Relation relation = in.tree[verb].relation;
    const TokenIndex up = in.tree[verb].head;
    if (up < 0) return kNone;
    if ((relation == Relation::acl || relation == Relation::acl_relcl) && in.tree[up].upos != Upos::verb)
      return in.tree[verb].xpos == Xpos::vbn ? kNone : up;
    if (relation == Relation::conj && in.is_passive(up)) {
      const bool may_be_passive = in.tree.is(verb, "ask") || in.tree.is(verb, "tell") || in.tree.is(verb, "order");
      if (in.is_finite(verb) && !may_be_passive) return in.tree.child(up, Relation::nsubj_pass);
      return agent_of(in, up);  // was handed a note and asked to go
    }
    const bool shares = relation == Relation::conj || relation == Relation::xcomp || relation == Relation::advcl ||
                        relation == Relation::parataxis || relation == Relation::dep || relation == Relation::ccomp;
    if (!shares) return kNone;
    verb = up;
  }
  return kNone;
}

Phrase agent_behind(const SpeechContext& in, TokenRun cue) {
  const TokenIndex by = cue.last + 1;
  if (!in.tree.is(by, "by")) return {};
  TokenIndex last = by;
  const TokenIndex end = in.tree.sentence_run(cue.last).last;
  while (last < end && !in.is_question_word(last + 1) && in.tree[last + 1].upos != Upos::verb &&
         in.tree[last + 1].upos != Upos::aux && in.tree[last + 1].upos != Upos::sconj &&
         !in.tree.is(last + 1, "that") && in.tree[last + 1].upos != Upos::adp && !in.quotation_at(last + 1) &&
         (!in.tree.is_punctuation(last + 1) || in.tree[last + 1].xpos == Xpos::hyph))
    ++last;
  const TokenRun run{by + 1, last};
  return run.empty() ? Phrase{} : Phrase{head_of(in, run), run};
}

TokenIndex head_of(const SpeechContext& in, TokenRun run) {
  TokenIndex head = kNone;
  for (TokenIndex i = run.first; i <= run.last; ++i) {
    if (head != kNone && (in.tree[i].upos == Upos::adp || in.tree.form(i) == ",")) break;
    const bool inside = run.has(in.tree[i].head);
    if (in.is_nominal(i) && (head == kNone || !inside || !run.has(in.tree[head].head) || in.tree[head].head == i))
      head = i;
  }
  return head == kNone ? run.last : head;
}

Phrase addressee_behind(const SpeechContext& in, TokenRun cue) {
  const TokenIndex end = in.tree.sentence_run(cue.last).last;
  TokenIndex last = cue.last;
  for (TokenIndex i = cue.last + 1; i <= end; ++i) {
    const Upos tag = in.tree[i].upos;
    const Xpos fine = in.tree[i].xpos;
    if (fine == Xpos::hyph || fine == Xpos::pos) continue;
    const bool starts = tag == Upos::det || tag == Upos::pron;
    if (starts && last > cue.last && in.is_nominal(last)) break;
    const bool joins = tag == Upos::det || tag == Upos::adj || tag == Upos::noun || tag == Upos::propn ||
                       tag == Upos::num || tag == Upos::pron || in.tree.is(i, "of");
    if (!joins || in.is_question_word(i) || in.tree.is(i, "that") || in.quotation_at(i) || in.is_time(i)) break;
    last = i;
    if (fine == Xpos::prp) break;
  }
  while (last > cue.last && !in.is_nominal(last)) --last;
  const TokenRun run{cue.last + 1, last};
  return run.empty() ? Phrase{} : Phrase{head_of(in, run), run};
}

namespace {

// "causing [the authority] to ask": who is made to say it.
Phrase object_made_to(const SpeechContext& in, TokenIndex verb, TokenRun cue) {
  if (in.tree[verb].xpos != Xpos::vb || !in.tree.is(cue.first - 1, "to")) return {};
  const TokenIndex up = in.tree[verb].head;
  if (up < 0 || up >= verb || in.tree[up].upos != Upos::verb) return {};
  static constexpr std::array<std::string_view, 9> kMakers = {"allow", "ask",   "cause",  "enable", "force",
                                                              "lead",  "order", "prompt", "urge"};
  if (std::none_of(kMakers.begin(), kMakers.end(), [&](auto word) { return in.tree.is(up, word); })) return {};
  const TokenRun run{up + 1, cue.first - 2};
  for (TokenIndex i = run.first; i <= run.last; ++i) {
    if (in.tree.is_punctuation(i) || in.tree[i].upos == Upos::verb) return {};
  }
  return run.empty() ? Phrase{} : Phrase{head_of(in, run), run};
}

}  // namespace

Phrase speaker_of(const SpeechContext& in, TokenIndex verb, TokenRun cue) {
  if (const Phrase made = object_made_to(in, verb, cue)) return made;
  if (in.is_passive(verb)) {
    if (const Phrase agent = agent_behind(in, cue)) return agent;
  } else if (const Phrase framed = framed_teller(in, verb, cue)) {
    return framed;
  }
  TokenIndex subject = subject_of(in, verb);
  if (subject != kNone && in.quotation_at(subject) && in.quotation_at(subject) != in.quotation_at(verb))
    subject = kNone;
  if (subject != kNone && is_doubtful(in, subject, cue)) {
    const TokenRun opener = clause_opener(in, cue);
    if (!opener.empty()) return {head_of(in, opener), opener};
  }
  if ((subject == kNone || subject > cue.last) && !in.is_passive(verb) && in.is_finite(verb)) {
    const TokenRun opener = sentence_opener(in, cue);
    if (!opener.empty()) return {head_of(in, opener), opener};
  }
  if (subject == kNone && !in.is_passive(verb)) subject = inverted_subject(in, verb);
  if (subject == kNone && !in.is_passive(verb)) subject = neighbour(in, verb, cue);
  if (subject != kNone && in.tree[subject].relation == Relation::expl) subject = kNone;
  Phrase found = phrase(in, subject, cue);
  if (found) close_gap(in, found, cue);
  if (found) drop_clause(in, found, cue);
  return found;
}

TokenIndex person_object(const SpeechContext& in, TokenIndex verb) {
  if (!in.act(verb, SpeechKind::verb, "person")) return kNone;
  if (in.is_passive(verb)) return in.tree.child(verb, Relation::nsubj_pass);
  TokenIndex person = in.tree.child(verb, Relation::iobj);
  if (person == kNone) person = in.tree.child(verb, Relation::obj);
  if (person == kNone || in.is_question_word(person) || in.tree.is(in.tree.subtree(person).first, "that")) return kNone;
  return person;
}

TokenIndex to_whom(const SpeechContext& in, TokenIndex verb) {
  for (const TokenIndex c : in.tree.children(verb)) {
    if (universal(in.tree[c].relation) == Relation::obl && c > verb && in.tree.mark(c, "to") != kNone &&
        in.tree.mark(c, "according") == kNone)
      return c;
  }
  return kNone;
}

TokenIndex letter_to(const SpeechContext& in, TokenIndex verb) {
  for (const TokenIndex c : in.tree.children(verb)) {
    if (universal(in.tree[c].relation) != Relation::obl) continue;
    if (!in.tree.is(c, "letter") && !in.tree.is(c, "message") && !in.tree.is(c, "note")) continue;
    for (const TokenIndex n : in.tree.children(c)) {
      if (in.tree[n].relation == Relation::nmod && in.tree.mark(n, "to") != kNone) return n;
    }
  }
  return kNone;
}

}  // namespace crossread::account
