// The words of one stretch of text as the rules see them: where they stand, how they are written, and their number in
// the tables.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/vocabulary.h"
#include "types/span.h"

namespace crossread::language {

enum class Shape : std::uint8_t {
  lower,    // "talks"; also letters without case
  capital,  // "Iran", "McCain", "A"
  upper,    // "UN", "U.S.", "B2B": two capitals or more and no small letter
  mixed,    // "iPhone", "mid-July"
  number,   // begins with a digit: "22", "1,000", "3rd", "1970s"
  symbol,   // punctuation, currency and the like
};

struct TextToken {
  ByteSpan span;
  Shape shape = Shape::symbol;
  bool glued = false;       // no blank between it and the token before
  std::uint8_t breaks = 0;  // line ends between it and the token before: 0, 1, 2 or more
};

// Tokens [first, end) of TokenList.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

struct TokenList {
  std::vector<TextToken> tokens;
  std::vector<WordId> words;  // of each token; kNoWord if no table holds it
};

}  // namespace crossread::language
