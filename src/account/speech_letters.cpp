#include "account/speech_letters.h"

#include <algorithm>
#include <array>

#include "account/speech_source.h"

namespace crossread::account {
namespace {

bool is_letter(const SpeechContext& in, TokenIndex at) {
  static constexpr std::array<std::string_view, 5> kLetters = {"letter", "message", "memo", "email", "petition"};
  return in.tree[at].upos == Upos::noun && !in.is_quoted(at) &&
         std::any_of(kLetters.begin(), kLetters.end(), [&](std::string_view word) { return in.tree.is(at, word); });
}

bool is_told(const Speech& speech, TokenIndex at) {
  return std::any_of(speech.content.begin(), speech.content.end(), [&](TokenRun run) { return run.has(at); });
}

// The letter of a speech's sentence outside the words said; kNone.
TokenIndex letter_of(const SpeechContext& in, const Speech& speech) {
  const TokenRun sentence = in.tree.sentence_run(speech.head);
  for (TokenIndex i = sentence.first; i <= sentence.last; ++i) {
    if (is_letter(in, i) && !is_told(speech, i)) return i;
  }
  return kNone;
}

// "to the council" behind a letter.
Phrase addressed(const SpeechContext& in, TokenIndex letter) {
  if (!in.tree.is(letter + 1, "to")) return {};
  return addressee_behind(in, {letter + 1, letter + 1});
}

}  // namespace

void add_letters(const SpeechContext& in, std::vector<Speech>& found) {
  std::vector<std::pair<TokenIndex, Phrase>> letters;  // in order of text
  for (TokenIndex i = 0; i + 1 < in.tree.size(); ++i) {
    if (!is_letter(in, i)) continue;
    if (const Phrase to = addressed(in, i)) letters.push_back({i, to});
  }
  for (Speech& speech : found) {
    if (speech.addressee || speech.carrier || speech.head == kNone) continue;
    const TokenIndex letter = letter_of(in, speech);
    if (letter == kNone) continue;
    for (const auto& [at, to] : letters) {
      if (at <= letter && !speech.speaker.run.overlaps(to.run)) speech.addressee = to;
    }
  }
}

}  // namespace crossread::account
