// A phrase ends at a verb, a conjunction, a comma or a quotation mark; an apposition or a relative clause between two
// commas is stepped over: "[Kovac], who runs the port, said".
#include "account/speech_teller.h"

#include <algorithm>

namespace crossread::account {
namespace {

constexpr int kLongestTeller = 16;  // tokens
constexpr int kLongestApposition = 25;

bool may_stand_in_teller(const SpeechContext& in, TokenIndex at) {
  const Upos tag = in.tree[at].upos;
  if (in.tree.is_punctuation(at)) return is_inside_word(in, at);
  return tag != Upos::verb && tag != Upos::aux && tag != Upos::sconj && !in.is_question_word(at) &&
         !in.quotation_at(at);
}

bool has_nominal(const SpeechContext& in, TokenRun run) {
  for (TokenIndex i = run.first; i <= run.last; ++i) {
    if (in.is_nominal(i) || in.tree.is(i, "one") || in.tree.is(i, "both") || in.tree[i].upos == Upos::num) return true;
  }
  return false;
}

// The comma before an apposition that ends right before the cue; kNone where none does.
TokenIndex comma_of_apposition(const SpeechContext& in, TokenIndex last, TokenIndex begin) {
  TokenIndex comma = last - 1;
  while (comma > begin && in.tree.form(comma) != "," && last - comma < kLongestApposition) --comma;
  const bool describes = leads_a_phrase(in, comma + 1) || in.is_question_word(comma + 1);
  if (comma <= begin || in.tree.form(comma) != "," || !describes) return kNone;
  return in.is_plain({comma + 1, last - 1}) ? comma : kNone;
}

// Where the clause of a cue begins: behind `that`, a semicolon, a colon, a quotation or an earlier cue.
TokenIndex begin_of_cue_clause(const SpeechContext& in, TokenRun cue) {
  const TokenIndex begin = in.tree.sentence_run(cue.first).first;
  TokenIndex at = cue.first;
  while (at > begin) {
    const TokenIndex before = at - 1;
    const std::string_view form = in.tree.form(before);
    if (form == ":" || form == ";" || form == "-" || form == "–" || form == "—") {
      if (in.tree[before].xpos != Xpos::hyph) break;
    }
    if (in.quotation_at(before) != in.quotation_at(cue.first)) break;
    if (in.tree.is(before, "that") && in.tree[before].upos == Upos::sconj) break;
    if (in.is_finite(before) && in.is_cue_verb(before) && !in.is_question_word(before - 1)) break;
    --at;
  }
  return at;
}

// The noun phrase at a place, or behind "In Manila," and "Citing officials,".
TokenRun opener_from(const SpeechContext& in, TokenIndex first, TokenRun cue) {
  while (first < cue.first && (in.tree[first].upos == Upos::cconj || in.tree.is_punctuation(first))) ++first;
  const auto leads_in = [&](TokenIndex at) {
    return in.tree[at].upos == Upos::adp || in.tree[at].xpos == Xpos::vbg || in.tree[at].xpos == Xpos::vbn ||
           in.tree[at].upos == Upos::adv;
  };
  if (first < cue.first && leads_in(first)) {
    TokenIndex comma = first;
    while (comma < cue.first && in.tree.form(comma) != ",") ++comma;
    if (comma == cue.first) return {};
    first = comma + 1;
  }
  TokenIndex last = first - 1;
  while (last + 1 < cue.first && may_stand_in_teller(in, last + 1) && last - first < kLongestTeller) ++last;
  while (last > first && (in.is_time(last) || in.tree[last].upos == Upos::adp || in.tree[last].upos == Upos::adv))
    --last;
  const TokenRun run{first, last};
  return !run.empty() && has_nominal(in, run) && !in.is_time(first) ? run : TokenRun{};
}

}  // namespace

bool is_inside_word(const SpeechContext& in, TokenIndex at) {
  const std::string_view form = in.tree.form(at);
  return in.tree[at].xpos == Xpos::hyph || form == "-" || form == "." || form == "'" || form == "(" || form == ")" ||
         form == "&";
}

bool leads_a_phrase(const SpeechContext& in, TokenIndex at) {
  const Upos tag = in.tree[at].upos;
  return tag == Upos::det || tag == Upos::noun || tag == Upos::propn || tag == Upos::num || tag == Upos::adj ||
         in.tree[at].xpos == Xpos::prp_poss;
}

TokenRun teller_before(const SpeechContext& in, TokenRun cue) {
  const TokenIndex begin = in.tree.sentence_run(cue.first).first;
  TokenIndex last = cue.first - 1;
  if (last > begin && in.tree.form(last) == ",") {
    const TokenIndex comma = comma_of_apposition(in, last, begin);
    if (comma == kNone) return {};
    last = comma - 1;
  }
  TokenIndex first = last + 1;
  while (first > begin && last - first < kLongestTeller && may_stand_in_teller(in, first - 1)) --first;
  while (last > first && in.is_time(last)) --last;
  const TokenRun run{first, last};
  if (run.empty() || !has_nominal(in, run) || in.tree[first].upos == Upos::cconj || in.is_time(first)) return {};
  const bool framed =
      first == begin || (in.tree.form(first - 1) == "," && !in.quotation_at(first - 1)) || in.closes(first - 1);
  return framed ? run : TokenRun{};
}

TokenRun teller_after(const SpeechContext& in, TokenRun cue, TokenIndex end) {
  const TokenIndex first = cue.last + 1;
  if (first > end || in.tree.is_punctuation(first)) return {};
  const bool pronoun = in.tree[first].xpos == Xpos::prp;
  if (!leads_a_phrase(in, first) && !pronoun) return {};
  TokenIndex last = first;
  while (!pronoun && last < end && last - first < kLongestTeller && may_stand_in_teller(in, last + 1) &&
         !in.is_time(last + 1))
    ++last;
  while (last > first && (in.tree[last].upos == Upos::adp || in.tree.is_punctuation(last))) --last;
  const TokenRun run{first, last};
  return has_nominal(in, run) ? run : TokenRun{};
}

TokenRun clause_opener(const SpeechContext& in, TokenRun cue) {
  return opener_from(in, begin_of_cue_clause(in, cue), cue);
}

TokenRun sentence_opener(const SpeechContext& in, TokenRun cue) {
  const TokenIndex begin = in.tree.sentence_run(cue.first).first;
  bool relative = false;
  for (TokenIndex i = begin; i < cue.first; ++i) {
    relative = (relative || in.is_question_word(i)) && in.tree.form(i) != ",";
    const bool other = in.is_finite(i) && !relative && !in.quotation_at(i);
    if (other || in.tree.form(i) == ";" || in.tree.form(i) == ":") return {};
  }
  return in.opens(begin) ? TokenRun{} : opener_from(in, begin, cue);
}

}  // namespace crossread::account
