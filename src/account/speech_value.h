// A stretch of speech, in tokens.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "account/speech_tree.h"
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
  std::string_view way = "clause";     // how it was found: by what hangs on the cue, or by what stands beside it
  std::string_view reading = "first";  // or how it differs from what the rules found (speech_alternatives.h)
};

// Twice the words said, and one more around what a carrier carries: an outer speech is wider than an inner.
std::int64_t width_of(const Speech& speech);

}  // namespace crossread::account
