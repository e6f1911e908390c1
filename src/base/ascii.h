// ASCII only: what names of formats, schemes and fields are written in. Text for people is for text/unicode.h.
#pragma once

#include <string>
#include <string_view>

namespace crossread {

// With the letters A to Z small; every other byte stays.
inline std::string ascii_lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return small;
}

// Without blanks and control characters at either end.
inline std::string_view trimmed(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

}  // namespace crossread
