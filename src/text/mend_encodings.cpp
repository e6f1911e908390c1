// Characters that were read in the wrong encoding, and references to characters that nobody resolved.
#include "text/mend_rules.h"

#include <algorithm>
#include <array>
#include <optional>

namespace crossread::mending {
namespace {

constexpr std::array<UChar32, 32> kWindows1252 = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                                  0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

// The byte that Windows-1252 shows as this character, or -1.
int windows_byte(UChar32 c) {
  if (c >= 0xA0 && c <= 0xFF) return static_cast<int>(c);
  if (c < 0x80) return -1;
  const auto found = std::find(kWindows1252.begin(), kWindows1252.end(), c);
  if (found != kWindows1252.end()) return 0x80 + static_cast<int>(found - kWindows1252.begin());
  return c <= 0x9F ? static_cast<int>(c) : -1;
}

int continuation(const Characters& chars, std::size_t at) {
  const int byte = at < chars.size() ? windows_byte(chars[at].code) : -1;
  return byte >= 0x80 && byte <= 0xBF ? byte : -1;
}

// A closing mark after a capital is more often just that ("IRMÃ”") than the half of a letter ("KÃ–LN").
bool sound_mark_follows(const Characters& chars, std::size_t at) {
  const UChar32 mark = chars[at + 1].code;
  if (mark < 0x2013 || mark > 0x201E) return false;
  const bool after_letter = at > 0 && is_letter(chars[at - 1].code);
  const bool before_letter = at + 2 < chars.size() && is_letter(chars[at + 2].code);
  return after_letter && !before_letter;
}

struct Decoded {
  UChar32 code = 0;
  std::size_t length = 0;  // characters that it was shown as
};

// `Ð¿Ñ€Ð¸Ð²ÐµÑ‚`: letters beyond Latin-1 only in a row of three or more, for `É™` alone may be meant.
std::optional<Decoded> decoded_two(const Characters& chars, std::size_t at) {
  const int lead = windows_byte(chars[at].code);
  const int second = continuation(chars, at + 1);
  if (lead < 0xC2 || lead > 0xDF || second < 0) return std::nullopt;
  const UChar32 code = (lead & 0x1F) << 6 | (second & 0x3F);
  if (lead <= 0xC3) {
    if (code < 0xA0 || sound_mark_follows(chars, at)) return std::nullopt;
    return Decoded{code, 2};
  }
  const auto pair_at = [&](std::size_t place) {
    return place < chars.size() && windows_byte(chars[place].code) >= 0xC4 && windows_byte(chars[place].code) <= 0xDF &&
           continuation(chars, place + 1) >= 0;
  };
  const bool in_row = (pair_at(at + 2) && pair_at(at + 4)) || (at >= 2 && pair_at(at - 2) && pair_at(at + 2)) ||
                      (at >= 4 && pair_at(at - 2) && pair_at(at - 4));
  if (!in_row || !is_letter(code)) return std::nullopt;
  return Decoded{code, 2};
}

// `â€™`, `â‚¬`, `â„¢`; `â€` alone is a closing quotation mark whose last byte has no character and was dropped.
std::optional<Decoded> decoded_three(const Characters& chars, std::size_t at) {
  if (chars[at].code != 0xE2) return std::nullopt;
  const int second = continuation(chars, at + 1);
  const int third = continuation(chars, at + 2);
  if (second < 0) return std::nullopt;
  const UChar32 code = 0x2000 | (second & 0x3F) << 6 | (third & 0x3F);
  if (third >= 0 && code >= 0x2000 && code < 0x2300) return Decoded{code, 3};
  if (chars[at + 1].code == 0x20AC && third < 0) return Decoded{0x201D, 2};
  return std::nullopt;
}

struct NamedCharacter {
  std::string_view name;
  UChar32 code;
};
constexpr std::array kNamedCharacters = {
    NamedCharacter{"amp", '&'},       NamedCharacter{"apos", '\''},    NamedCharacter{"gt", '>'},
    NamedCharacter{"hellip", 0x2026}, NamedCharacter{"ldquo", 0x201C}, NamedCharacter{"lsquo", 0x2018},
    NamedCharacter{"lt", '<'},        NamedCharacter{"mdash", 0x2014}, NamedCharacter{"nbsp", 0xA0},
    NamedCharacter{"ndash", 0x2013},  NamedCharacter{"quot", '"'},     NamedCharacter{"rdquo", 0x201D},
    NamedCharacter{"rsquo", 0x2019}};

std::optional<UChar32> referred_to(std::string_view name) {
  if (name.starts_with('#')) {
    UChar32 code = 0;
    if (name.size() < 3 || name.size() > 7) return std::nullopt;
    for (const char c : name.substr(1)) {
      if (!is_digit(c)) return std::nullopt;
      code = code * 10 + (c - '0');
    }
    const bool fit = code >= ' ' && code != 0x7F && code <= 0x10FFFF && U_IS_UNICODE_CHAR(code);
    return fit ? std::optional<UChar32>(code) : std::nullopt;
  }
  for (const NamedCharacter& row : kNamedCharacters) {
    if (row.name == name) return row.code;
  }
  return std::nullopt;
}

}  // namespace

Edits wrong_encodings(const Characters& chars) {
  Edits edits;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const UChar32 c = chars[i].code;
    if (c < 0x80) continue;
    if (c < 0xA0) {  // a control character: a byte of Windows-1252 that passed for Latin-1
      const UChar32 meant = kWindows1252[static_cast<std::size_t>(c - 0x80)];
      if (meant != c) edits.push_back({chars[i].span, utf8_of(meant)});
      continue;
    }
    auto found = decoded_three(chars, i);
    if (!found) found = decoded_two(chars, i);
    if (!found) continue;
    edits.push_back({{chars[i].span.begin, chars[i + found->length - 1].span.end}, utf8_of(found->code)});
    i += found->length - 1;
  }
  return edits;
}

Edits unresolved_references(std::string_view text) {
  Edits edits;
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::size_t end = text.find(';', at);
    if (end == std::string_view::npos || end - at > 9) continue;
    const auto code = referred_to(text.substr(at + 1, end - at - 1));
    if (!code) continue;
    edits.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1)}, utf8_of(*code)});
    at = end;
  }
  return edits;
}

}  // namespace crossread::mending
