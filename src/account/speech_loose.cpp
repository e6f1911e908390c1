#include "account/speech_loose.h"

#include <algorithm>
#include <array>

#include "account/speech_content.h"
#include "account/speech_frames.h"
#include "account/speech_source.h"

namespace crossread::account {
namespace {

constexpr TokenIndex kFarthestMark = 12;  // tokens from a cue to the quotation or the question in what hangs on it

bool is_helper(const SpeechContext& in, TokenIndex verb) {
  static constexpr std::array<std::string_view, 4> kHelpers = {"be", "have", "do", "become"};
  return in.tree[verb].upos != Upos::verb ||
         std::any_of(kHelpers.begin(), kHelpers.end(), [&](std::string_view word) { return in.tree.is(verb, word); });
}

// Behind the cue and when and how it was said: "condemned [on Sunday] the attack".
TokenIndex first_behind(const SpeechContext& in, TokenRun cue, TokenIndex end) {
  TokenIndex at = cue.last + 1;
  while (at <= end) {
    if (in.tree[at].upos == Upos::adv || in.is_time(at)) {
      ++at;
    } else if (in.tree[at].upos == Upos::adp && in.is_time(at + 1)) {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

// Where the words that hang on a cue end: with its part of the tree, and with the sentence where a quotation runs on.
TokenIndex end_of(const SpeechContext& in, TokenIndex verb, TokenIndex first) {
  const TokenIndex end = in.tree.sentence_run(verb).last;
  TokenIndex last = std::max(in.tree.subtree(verb).last, first);
  const Quotation* quotation = in.quotation_at(last);
  if (quotation && !quotation->marked.has(verb)) last = quotation->marked.last;
  return std::min(std::max(last, first), end);
}

bool take(const SpeechContext& in, Speech& speech, TokenIndex first, std::string_view way) {
  TokenRun run{first, end_of(in, speech.head, first)};
  run.last = cut_tail(in, run, speech.head);
  speech.way = way;
  add_run(in, speech, run);
  return !speech.content.empty();
}

bool read_that(const SpeechContext& in, Speech& speech) {
  const TokenIndex that = that_behind(in, speech.cue);
  return that != kNone && take(in, speech, that, "loose that");
}

// "fumed: “…”", "calls the broadcaster “a rag”", "asked the driver whether"
bool read_marked(const SpeechContext& in, Speech& speech, bool known) {
  const TokenIndex end = std::min(in.tree.sentence_run(speech.head).last, speech.cue.last + kFarthestMark);
  for (TokenIndex i = speech.cue.last + 1; i <= end; ++i) {
    if (in.is_finite(i)) return false;
    if (in.opens(i)) {
      const bool colon = is_comma(in.tree.form(i - 1));
      if (!known && !colon) return false;  // used “crowd control”
      return take(in, speech, colon ? i : speech.cue.last + 1, colon ? "loose colon" : "loose quotation");
    }
    const bool asks = in.is_question_word(i) || in.tree.is(i, "whether") || in.tree.is(i, "if");
    if (known && asks && in.tree[i - 1].upos != Upos::adp && in.tree.form(i - 1) != ",") {
      if (i > speech.cue.last + 1 && !in.act(speech.head, SpeechKind::verb, "person")) return false;
      return take(in, speech, i, "loose question");
    }
    if (in.tree.form(i) == "," || in.tree.form(i) == ";") return false;
  }
  return false;
}

bool read_rest(const SpeechContext& in, Speech& speech) {
  const TokenIndex end = in.tree.sentence_run(speech.head).last;
  const TokenIndex first = first_behind(in, speech.cue, end);
  if (first > end || in.tree.is_punctuation(first) || in.tree[first].upos == Upos::cconj) return false;
  const bool infinitive = in.tree.is(first, "to") && in.tree[first + 1].xpos == Xpos::vb;
  const bool bare = in.tree[first].upos == Upos::pron && end_of(in, speech.head, first) == first;
  if (bare || in.act(speech.head, SpeechKind::verb, "name")) return false;  // called the lock keeper
  const bool phrase = in.tree[first].upos == Upos::adp && !infinitive;
  return take(in, speech, first, infinitive ? "loose infinitive" : phrase ? "loose phrase" : "loose rest");
}

}  // namespace

void read_loosely(const SpeechContext& in, TokenIndex verb, std::vector<Speech>& found) {
  if (is_helper(in, verb) || !in.may_be_cue(verb) || in.is_quoted(verb)) return;
  const bool known = in.is_cue_verb(verb);
  Speech speech;
  speech.head = verb;
  speech.cue = cue_of(in, verb);
  for (TokenIndex i = speech.cue.first; i < verb; ++i) speech.negated = speech.negated || in.is_negation(i);
  speech.speaker = speaker_of(in, verb, speech.cue);
  if (const std::optional<Act> act = in.words.act(in.cue_lemma(verb, SpeechKind::verb), SpeechKind::verb, ""))
    speech.act = *act;
  if (!known && in.is_finite(verb) && read_frame(in, speech)) {
    speech.way = "loose frame";
    return found.push_back(speech);
  }
  if (!speech.speaker || (in.is_passive(verb) && agent_of(in, verb) == kNone)) return;
  if (read_that(in, speech) || read_marked(in, speech, known) || (known && read_rest(in, speech)))
    found.push_back(speech);
}

}  // namespace crossread::account
