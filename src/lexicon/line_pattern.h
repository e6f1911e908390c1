// Patterns over the words of one line, as tables write them: `# min/mins/minute read`, `sign up * newsletter`.
//
//   word      this word, however it is capitalised; accents and apostrophes do not count
//   a/b       one of these words; `#` may be one of them
//   (a/b)     one of these words, or nothing
//   ~         any one word
//   #         a number, in digits or as a word
//   *         any words, or none
//   : | © ...  these marks; `|` stands for every mark that parts items of a menu (| · • » › >), `...` for trailing off
//
// Other marks do not count. Guarded by tests/lexicon/line_pattern_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "types/span.h"

namespace crossread {

// A line as patterns see it.
struct LineToken {
  enum class Kind : std::uint8_t { word, number, mark };
  std::string form;  // folded; of a mark, the mark
  ByteSpan span;     // into the text that the line is part of
  Kind kind = Kind::word;
};

// The tokens of `range` in `text`, in order: `3min` is `3`, `min`.
std::vector<LineToken> line_tokens(std::string_view text, ByteSpan range);

class LinePattern {
 public:
  // Empty if `written` is no pattern: a bracket that stays open, an empty choice.
  static std::optional<LinePattern> read(std::string_view written);

  // Whether the whole line is as the pattern says.
  bool matches(const std::vector<LineToken>& line) const;

  // The words that a line must begin with, one of them, for an index; empty: it may begin with any.
  const std::vector<std::string>& first_words() const;
  // Whether it takes any words somewhere (`*`), and so may match prose.
  bool open() const { return open_; }
  // How many words of its own a line must hold; marks and numbers do not count.
  std::size_t needed_words() const { return needed_words_; }

 private:
  struct Step {
    enum class Kind : std::uint8_t { words, any_word, number, any_words };
    Kind kind = Kind::words;
    bool optional = false;
    std::vector<std::string> words;
    bool takes(const LineToken& token) const;
  };
  bool matches_from(std::size_t step, const std::vector<LineToken>& line, std::size_t at) const;

  std::vector<Step> steps_;
  std::size_t needed_words_ = 0;
  bool open_ = false;
};

}  // namespace crossread
