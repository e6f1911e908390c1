// A frame is a comma (or the begin of the sentence), a short noun phrase and a finite cue in either order, a few words
// of whom, when and where, and a comma or the end of the sentence. What stands before it is told, back to the last
// colon or semicolon, and what stands behind it too, unless that is the narrator's again (`, adding that`, `, and
// left`).
//
//   "Its gates, the operator said in a note, had stood open; the mayor denied it."
//    content     frame                     content
#include "account/speech_frames.h"

#include <algorithm>
#include <array>

#include "account/speech_content.h"
#include "account/speech_source.h"
#include "account/speech_teller.h"

namespace crossread::account {
namespace {

constexpr int kLongestAnswer = 6;         // tokens
constexpr int kLongestCircumstance = 24;  // tokens from the cue to the next comma

// The frame in tokens: [first, last] with the commas outside; `teller` in it.
struct Frame {
  TokenRun run;
  TokenRun teller;
  explicit operator bool() const { return !teller.empty(); }
};

bool has_finite(const SpeechContext& in, TokenRun run) {
  for (TokenIndex i = run.first; i <= run.last; ++i) {
    if (in.is_finite(i)) return true;
  }
  return false;
}

bool has_verb(const SpeechContext& in, TokenRun run) {
  for (TokenIndex i = run.first; i <= run.last; ++i) {
    if (in.tree[i].upos == Upos::verb || in.tree[i].upos == Upos::aux) return true;
  }
  return false;
}

// The end of what belongs to the cue beside its teller, a comma or the end of the sentence behind it; kNone where
// something else follows.
TokenIndex end_of_frame(const SpeechContext& in, TokenIndex from, TokenIndex end) {
  TokenIndex at = from;
  bool relative = false;
  for (; at <= end && !is_comma(in.tree.form(at)); ++at) {
    if (in.tree.is_punctuation(at) && !is_inside_word(in, at)) return kNone;
    relative = relative || in.is_question_word(at);
    if (at - from > kLongestCircumstance || (in.is_finite(at) && !relative) || in.quotation_at(at)) return kNone;
    if (at == from && in.tree[at].upos == Upos::cconj) return kNone;
  }
  return at - 1;
}

TokenIndex last_of_sentence(const SpeechContext& in, TokenIndex at) {
  TokenIndex end = in.tree.sentence_run(at).last;
  while (end > at && in.tree.is_punctuation(end) && !in.closes(end)) --end;
  return end;
}

Frame frame_before(const SpeechContext& in, const Speech& speech) {
  const TokenIndex begin = in.tree.sentence_run(speech.head).first;
  const TokenIndex end = last_of_sentence(in, speech.head);
  const TokenRun teller = teller_before(in, speech.cue);
  if (teller.empty() || teller.first == begin || clause_follows(in, speech.cue.last)) return {};
  const TokenIndex last = end_of_frame(in, speech.cue.last + 1, end);
  return last == kNone ? Frame{} : Frame{{teller.first, last}, teller};
}

bool is_object_pronoun(const SpeechContext& in, TokenRun run) {
  static constexpr std::array<std::string_view, 6> kObjects = {"it", "him", "her", "them", "me", "us"};
  return run.first == run.last && std::any_of(kObjects.begin(), kObjects.end(),
                                              [&](std::string_view word) { return in.equal_start(run.first, word); });
}

// "Four, says the mayor": a few words without a verb or a comma may be told before an inverted cue.
bool is_short_answer(const SpeechContext& in, TokenRun before) {
  for (TokenIndex i = before.first; i <= before.last; ++i) {
    if (in.tree.form(i) == ",") return false;
  }
  return before.last - before.first < kLongestAnswer;
}

Frame frame_after(const SpeechContext& in, const Speech& speech) {
  const TokenIndex begin = in.tree.sentence_run(speech.head).first;
  const TokenIndex end = last_of_sentence(in, speech.head);
  if (speech.cue.first <= begin || in.tree.form(speech.cue.first - 1) != "," || in.closes(speech.cue.first - 2))
    return {};
  if (in.act(speech.head, SpeechKind::verb, "person")) return {};  // ", told the airlines": an object
  const TokenRun teller = teller_after(in, speech.cue, end);
  if (teller.empty() || is_object_pronoun(in, teller)) return {};
  const TokenIndex last = end_of_frame(in, teller.last + 1, end);
  return last == kNone ? Frame{} : Frame{{speech.cue.first, last}, teller};
}

// Where the clause around a frame begins: at the sentence, behind a colon or semicolon, or at a frame's relative.
TokenIndex begin_of_clause(const SpeechContext& in, TokenIndex comma, TokenIndex begin) {
  TokenIndex at = comma;
  while (at > begin && !(is_comma(in.tree.form(at - 1)) && in.tree.form(at - 1) != "," && !in.quotation_at(at - 1)))
    --at;
  if (at < comma && in.tree[at].upos == Upos::cconj) ++at;
  return at;
}

// Whether what follows a frame still is the speaker's.
bool goes_on(const SpeechContext& in, TokenRun rest) {
  if (rest.empty()) return false;
  TokenIndex at = rest.first;
  const Xpos tag = in.tree[at].xpos;
  if (tag == Xpos::vbg || in.is_question_word(at)) return false;
  if (in.tree[at].upos == Upos::sconj || in.tree.is(at, "as") || in.tree.is(at, "while")) return false;
  if (in.tree[at].upos == Upos::cconj) {
    ++at;
    if (at <= rest.last && in.is_finite(at)) return false;
  }
  for (; at <= rest.last; ++at) {
    if (in.is_finite(at)) return at == rest.first || !(in.is_cue_verb(at) && in.act(at, SpeechKind::verb, "clause"));
  }
  return true;
}

TokenRun with_apposition(const SpeechContext& in, const Speech& speech, const Frame& frame) {
  if (frame.teller.last + 2 < speech.cue.first && frame.teller.last < speech.cue.first &&
      in.tree.form(frame.teller.last + 1) == ",")
    return {frame.teller.first, speech.cue.first - 2};
  return frame.teller;
}

// Taggers take a past tense for a participle; one without an auxiliary may be either, and "has said" is a perfect.
bool may_be_finite(const SpeechContext& in, const Speech& speech) {
  if (in.is_finite(speech.head)) return true;
  if (in.tree[speech.head].xpos != Xpos::vbn || in.is_passive(speech.head)) return false;
  return speech.cue.first == speech.head || in.tree.is(speech.cue.first, "have");
}

}  // namespace

bool read_frame(const SpeechContext& in, Speech& speech) {
  if (!may_be_finite(in, speech) || in.quotation_at(speech.head)) return false;
  Frame frame = frame_before(in, speech);
  if (!frame) frame = frame_after(in, speech);
  if (!frame) return false;
  const TokenRun sentence = in.tree.sentence_run(speech.head);
  const TokenIndex comma = frame.run.first - 1;
  const TokenRun before{begin_of_clause(in, comma, sentence.first), comma - 1};
  TokenRun rest{frame.run.last + 2, last_of_sentence(in, speech.head)};
  if (frame.run.last + 1 > sentence.last || in.tree.form(frame.run.last + 1) != ",") rest = {0, kNone};
  const bool inverted = frame.teller.first > speech.head;
  if (inverted && !rest.empty() && leads_a_phrase(in, rest.first) && !has_finite(in, rest)) rest = {0, kNone};
  for (TokenIndex i = rest.first; i <= rest.last; ++i) {
    if (in.tree.form(i) == ";" && !in.quotation_at(i)) rest.last = i - 1;
  }
  const bool on = goes_on(in, rest);
  const bool told = has_verb(in, before);
  if (before.empty() || (!told && !on && !(inverted && is_short_answer(in, before)))) return false;
  if (!told && in.opens(rest.first)) return false;
  if (in.tree[before.first].upos == Upos::sconj && !on) return false;
  speech.speaker = {head_of(in, frame.teller), with_apposition(in, speech, frame)};
  const bool relative = in.is_question_word(before.last);
  if (!relative) add_run(in, speech, before);
  if (on) {
    rest.last = cut_tail(in, rest, speech.head);
    add_run(in, speech, rest);
  }
  return !speech.content.empty();
}

}  // namespace crossread::account
