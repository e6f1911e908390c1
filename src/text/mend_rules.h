// The rules of mending, and what they share: each looks at the characters of a text and says what to replace. Only
// mend.cpp asks them; what they are for stands there.
#pragma once

#include <unicode/uchar.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "types/span.h"

namespace crossread::mending {

struct Character {
  UChar32 code = 0;
  ByteSpan span;
};
using Characters = std::vector<Character>;

Characters characters_of(std::string_view text);
std::string utf8_of(UChar32 code);

struct Edit {
  ByteSpan where;  // never empty, so that every byte written has words that it stands for
  std::string instead;
};
using Edits = std::vector<Edit>;

// Each in order of text, no two edits touching one byte.
Edits wrong_encodings(const Characters& chars);      // bytes decoded as Windows-1252 that were UTF-8
Edits unresolved_references(std::string_view text);  // "&amp;"
Edits lost_apostrophes(const Characters& chars);     // "Iran s letter"
Edits odd_blanks(const Characters& chars);           // of other widths or none
Edits wrong_quotes(const Characters& chars);         // ``two'' and marks that face the wrong way
Edits missing_blanks(const Characters& chars);       // "said,adding"

inline bool is_letter(UChar32 c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : u_isalpha(c) != 0;
}
inline bool is_lower(UChar32 c) {
  return u_islower(c) != 0;
}
inline bool is_digit(UChar32 c) {
  return c >= '0' && c <= '9';
}
inline bool is_blank(UChar32 c) {  // within a line
  return c == ' ' || c == 0xA0;
}
inline bool is_space(UChar32 c) {
  return c == ' ' || c == '\n' || c == '\t';
}

// Beyond the text there is the end of a line.
inline UChar32 code_at(const Characters& chars, std::size_t at) {
  return at < chars.size() ? chars[at].code : '\n';
}
inline UChar32 code_before(const Characters& chars, std::size_t at) {
  return at == 0 ? '\n' : chars[at - 1].code;
}

// Letters in a row, as places in Characters.
struct LetterRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

// Its letters in lower case; empty if one is not ASCII.
std::string lower_ascii(const Characters& chars, LetterRun run);

}  // namespace crossread::mending
