// Who says what, in tokens: every stretch of speech with its cue, its speaker and the words said, before things are
// numbered and chains drawn. After the account of attribution in PolNeAR's guidelines (Newell, Margolin and Ruths, LREC
// 2018): source, cue, content. A word of the table (speech_acts) is a cue when the tree, or a quotation beside it,
// gives it something said.
#pragma once

#include <optional>
#include <vector>

#include "account/speech_quotes.h"
#include "account/speech_tree.h"
#include "lexicon/speech_words.h"
#include "types/account.h"

namespace crossread::account {

// The words that stand for somebody: the noun phrase and the word that governs it.
struct Phrase {
  TokenIndex head = kNone;
  TokenRun run;
  explicit operator bool() const { return head != kNone; }
};

struct Speech {
  TokenIndex head = kNone;  // of the cue; none in a bare continuation
  TokenRun cue;
  Phrase speaker;
  Phrase addressee;
  std::vector<TokenRun> content;  // in order; never empty once found
  Act act = Act::say;
  bool negated = false;
  bool carrier = false;
};

// In no order.
std::vector<Speech> find_speech(const SpeechTree& tree, const std::vector<Quotation>& quotations,
                                const SpeechWords& words);

}  // namespace crossread::account
