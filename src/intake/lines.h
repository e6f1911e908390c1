// The lines of a text with what their shape tells: how many words, how they end, how they are written.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/line_pattern.h"
#include "types/span.h"

namespace crossread::intake {

struct Line {
  ByteSpan span;  // without blanks at its ends; never empty
  std::vector<LineToken> tokens;
  std::uint32_t words = 0;  // of scripts without blanks, two characters count as one word
  bool open = false;        // no full stop, question or exclamation mark, colon or ellipsis at its end
  bool quoted = false;      // begins with a quotation mark
  bool stop = false;        // ends with a full stop, perhaps within quotation marks
};

// The lines of `text` that are not blank, in order.
std::vector<Line> lines_of(std::string_view text);

// How words are written. Small words between (of, the, and, de ...) do not count.
bool all_capitals(std::string_view text, const std::vector<LineToken>& words);
bool title_case(std::string_view text, const std::vector<LineToken>& words);

// Whether two lines hold the same words but for a few.
bool same_words(const std::vector<LineToken>& a, const std::vector<LineToken>& b);

}  // namespace crossread::intake
