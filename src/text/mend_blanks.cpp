// Blanks of odd widths, and those that commas and stops have lost.
#include "text/mend_rules.h"

namespace crossread::mending {
namespace {

std::size_t letters_before(const Characters& chars, std::size_t at) {
  std::size_t count = 0;
  while (count < at && is_letter(chars[at - 1 - count].code)) ++count;
  return count;
}
std::size_t letters_after(const Characters& chars, std::size_t at) {
  std::size_t count = 0;
  while (at + 1 + count < chars.size() && is_letter(chars[at + 1 + count].code)) ++count;
  return count;
}

// An address or a file name is no sentence: "www.example,com", "a.b,c".
bool in_address(const Characters& chars, std::size_t at) {
  const auto speaks = [&](std::size_t i) {
    const UChar32 c = chars[i].code;
    return c == '/' || c == '@' || c == '_' || c == '=' || c == '\\';
  };
  for (std::size_t i = at; i > 0 && !is_space(chars[i - 1].code); --i) {
    if (speaks(i - 1)) return true;
  }
  for (std::size_t i = at; i < chars.size() && !is_space(chars[i].code); ++i) {
    if (speaks(i)) return true;
  }
  return false;
}

bool lacks_blank(const Characters& chars, std::size_t at) {
  const UChar32 c = chars[at].code;
  const std::size_t left = letters_before(chars, at);
  const std::size_t right = letters_after(chars, at);
  if (c == ',') return left >= 2 && right >= 2 && !in_address(chars, at);
  if (c != '.' || left < 3 || right < 2 || at + 2 >= chars.size()) return false;
  const bool new_sentence = is_lower(chars[at - 1].code) && is_lower(chars[at - 2].code) &&
                            u_isupper(chars[at + 1].code) != 0 && is_lower(chars[at + 2].code);
  return new_sentence && code_at(chars, at + 1 + right) != '.' && !in_address(chars, at);
}

}  // namespace

Edits odd_blanks(const Characters& chars) {
  Edits edits;
  for (const Character& here : chars) {
    const UChar32 c = here.code;
    if (c < 0x80) continue;
    if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000) {
      edits.push_back({here.span, " "});
    } else if (c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x200E || c == 0x200F) {
      edits.push_back({here.span, ""});
    }
  }
  return edits;
}

Edits missing_blanks(const Characters& chars) {
  Edits edits;
  for (std::size_t i = 1; i < chars.size(); ++i) {
    if ((chars[i].code == ',' || chars[i].code == '.') && lacks_blank(chars, i)) {
      edits.push_back({chars[i].span, utf8_of(chars[i].code) + " "});
    }
  }
  return edits;
}

}  // namespace crossread::mending
