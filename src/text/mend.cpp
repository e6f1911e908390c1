// Text is mended rule by rule. Each rule looks at the text as the rules before it left it and says what to replace; the
// way back is kept as one stretch of the shown text for each byte. The rules run again until none finds anything, so
// that mending twice is mending once.
//
//   shown   Iran s letter was â€œunbelievableâ€ , he said,adding
//   mended  Iran's letter was “unbelievable” , he said, adding
//
// What is refused, because sound text has it too: a lone s after a lone letter, two blanks in a text that has them
// everywhere, an apostrophe at the head of a year (’90s), commas within numbers.
// Guarded by tests/text/mend_test.cpp and fuzz/text/mend.cpp.
#include "text/mend.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>

namespace crossread {

void OffsetMap::append(ByteSpan original, std::uint32_t written) {
  const std::uint32_t begin = pieces_.empty() ? 0 : pieces_.back().written_begin + pieces_.back().written_size;
  if (written == 0) return;  // what was left out is reached by no position of the new text
  pieces_.push_back({begin, written, original});
}

ByteSpan OffsetMap::original(ByteSpan rewritten) const {
  if (pieces_.empty()) return {};
  const auto piece_at = [this](std::uint32_t byte) {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), byte,
                                        [](std::uint32_t at, const Piece& piece) { return at < piece.written_begin; });
    return after == pieces_.begin() ? *after : *(after - 1);
  };
  const auto is_even = [](const Piece& piece) { return piece.written_size == piece.original.size(); };
  const std::uint32_t end_of_all = pieces_.back().written_begin + pieces_.back().written_size;
  if (rewritten.begin >= end_of_all) return {pieces_.back().original.end, pieces_.back().original.end};
  const Piece first = piece_at(rewritten.begin);
  ByteSpan found;
  found.begin = is_even(first) ? first.original.begin + (rewritten.begin - first.written_begin) : first.original.begin;
  if (rewritten.empty()) return {found.begin, found.begin};
  const std::uint32_t last_byte = std::min(rewritten.end, end_of_all) - 1;
  const Piece last = piece_at(last_byte);
  found.end = is_even(last) ? last.original.begin + (last_byte - last.written_begin) + 1 : last.original.end;
  return found;
}

namespace {

struct Character {
  UChar32 code = 0;
  ByteSpan span;
};
using Characters = std::vector<Character>;

Characters characters_of(std::string_view text) {
  Characters all;
  all.reserve(text.size());
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t i = 0;
  while (i < size) {
    const auto begin = static_cast<std::uint32_t>(i);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(data, i, size, c);
    all.push_back({c, {begin, static_cast<std::uint32_t>(i)}});
  }
  return all;
}

std::string utf8_of(UChar32 code) {
  std::string out;
  icu::UnicodeString(code).toUTF8String(out);
  return out;
}

struct Edit {
  ByteSpan where;  // never empty, so that every byte written has words that it stands for
  std::string instead;
};
using Edits = std::vector<Edit>;

// The text under way, with the stretch of the shown text that each of its bytes stands for.
class Draft {
 public:
  explicit Draft(std::string_view shown) : text_(shown) {}

  const std::string& text() const { return text_; }
  bool touched() const { return !from_.empty(); }

  void apply(const Edits& edits) {
    if (!touched()) {
      from_.resize(text_.size());
      for (std::uint32_t i = 0; i < from_.size(); ++i) from_[i] = {i, i + 1};
    }
    std::string text;
    std::vector<ByteSpan> from;
    text.reserve(text_.size());
    from.reserve(from_.size());
    std::uint32_t at = 0;
    const auto keep_up_to = [&](std::uint32_t end) {
      text.append(text_, at, end - at);
      from.insert(from.end(), from_.begin() + at, from_.begin() + end);
      at = end;
    };
    for (const Edit& edit : edits) {
      assert(edit.where.begin >= at && !edit.where.empty() && "edits come in order and apart, and replace something");
      keep_up_to(edit.where.begin);
      const ByteSpan whole = {from_[edit.where.begin].begin, from_[edit.where.end - 1].end};
      text += edit.instead;
      from.insert(from.end(), edit.instead.size(), whole);
      at = edit.where.end;
    }
    keep_up_to(static_cast<std::uint32_t>(text_.size()));
    text_ = std::move(text);
    from_ = std::move(from);
  }

  // Bytes that follow one another alike in both texts become one piece.
  OffsetMap map() const {
    OffsetMap map;
    if (!touched()) {
      map.append({0, static_cast<std::uint32_t>(text_.size())}, static_cast<std::uint32_t>(text_.size()));
      return map;
    }
    for (std::size_t i = 0; i < from_.size();) {
      std::size_t end = i + 1;
      ByteSpan original = from_[i];
      if (original.size() == 1) {
        while (end < from_.size() && from_[end].size() == 1 && from_[end].begin == original.end) {
          original.end = from_[end++].end;
        }
      } else {
        while (end < from_.size() && from_[end] == original) ++end;
      }
      map.append(original, static_cast<std::uint32_t>(end - i));
      i = end;
    }
    return map;
  }

 private:
  std::string text_;
  std::vector<ByteSpan> from_;  // of each byte; empty: each stands for itself
};

bool is_letter(UChar32 c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : u_isalpha(c) != 0;
}
bool is_lower(UChar32 c) {
  return u_islower(c) != 0;
}
bool is_digit(UChar32 c) {
  return c >= '0' && c <= '9';
}
bool is_blank(UChar32 c) {
  return c == ' ' || c == 0xA0;
}

// ---- bytes decoded as Windows-1252 that were UTF-8 ----

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

// ---- references that were never resolved ----

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

// ---- words, for the rules about apostrophes ----

struct LetterRun {
  std::size_t begin = 0;  // places in Characters
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

std::vector<LetterRun> letter_runs(const Characters& chars) {
  std::vector<LetterRun> runs;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    if (!is_letter(chars[i].code)) continue;
    LetterRun run{i, i};
    while (run.end < chars.size() && is_letter(chars[run.end].code)) ++run.end;
    runs.push_back(run);
    i = run.end;
  }
  return runs;
}

std::string lower_ascii(const Characters& chars, LetterRun run) {
  std::string word;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (chars[i].code >= 0x80) return {};
    word += static_cast<char>(chars[i].code | 0x20);
  }
  return word;
}

// The blanks between two neighbouring runs, 0 if anything else stands there too.
std::size_t blanks_between(const Characters& chars, LetterRun left, LetterRun right) {
  for (std::size_t i = left.end; i < right.begin; ++i) {
    if (!is_blank(chars[i].code)) return 0;
  }
  return right.begin - left.end;
}

bool word_ends(const Characters& chars, std::size_t at) {
  if (at >= chars.size()) return true;
  const UChar32 c = chars[at].code;
  return !is_letter(c) && !is_digit(c) && c != '\'' && c != 0x2019 && c != '-' && c != '.' && c != '/' && c != '&';
}

// "don t": what stands before a lone t.
constexpr std::array<std::string_view, 18> kBeforeT = {"ain",   "aren",    "can",  "couldn", "didn", "doesn",
                                                       "don",   "hadn",    "hasn", "haven",  "isn",  "mustn",
                                                       "needn", "shouldn", "wasn", "weren",  "won",  "wouldn"};
struct Contraction {
  std::string_view left;
  std::string_view right;
};
constexpr std::array kContractions = {Contraction{"i", "m"},     Contraction{"i", "ve"},    Contraction{"i", "ll"},
                                      Contraction{"we", "re"},   Contraction{"we", "ve"},   Contraction{"we", "ll"},
                                      Contraction{"you", "re"},  Contraction{"you", "ve"},  Contraction{"you", "ll"},
                                      Contraction{"they", "re"}, Contraction{"they", "ve"}, Contraction{"they", "ll"},
                                      Contraction{"he", "ll"},   Contraction{"she", "ll"},  Contraction{"it", "ll"}};

bool lost_between(const std::string& left, const std::string& right) {
  if (right == "t") return std::find(kBeforeT.begin(), kBeforeT.end(), left) != kBeforeT.end();
  return std::any_of(kContractions.begin(), kContractions.end(),
                     [&](const Contraction& row) { return row.left == left && row.right == right; });
}

bool is_lost_possessive(const Characters& chars, LetterRun left, LetterRun s) {
  return s.size() == 1 && chars[s.begin].code == 's' && left.size() >= 2;
}

// "countries  exchange": two blanks after a plural, in a text that has lost other apostrophes and has no two blanks
// after other words.
bool may_be_plural(const Characters& chars, LetterRun run) {
  static constexpr std::array<std::string_view, 8> kOther = {"this", "does", "says",    "thus",
                                                             "less", "plus", "perhaps", "always"};
  if (run.size() < 4 || chars[run.end - 1].code != 's') return false;
  const UChar32 before = chars[run.end - 2].code;
  if (before == 's' || before == 'u' || before == 'i') return false;
  return std::find(kOther.begin(), kOther.end(), lower_ascii(chars, run)) == kOther.end();
}

Edits lost_apostrophes(const Characters& chars) {
  const std::vector<LetterRun> runs = letter_runs(chars);
  Edits edits;
  Edits plurals;
  bool loose = false;
  for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
    const LetterRun left = runs[i];
    const LetterRun right = runs[i + 1];
    const std::size_t blanks = blanks_between(chars, left, right);
    if (blanks == 0) continue;
    const ByteSpan gap = {chars[left.end].span.begin, chars[right.begin].span.begin};
    const bool whole = word_ends(chars, right.end) && right.size() <= 2;
    if (blanks <= 2 && whole &&
        (is_lost_possessive(chars, left, right) || lost_between(lower_ascii(chars, left), lower_ascii(chars, right)))) {
      edits.push_back({gap, "'"});
    } else if (blanks == 2) {
      if (may_be_plural(chars, left) && is_lower(chars[right.begin].code)) {
        plurals.push_back({{gap.begin, chars[left.end].span.end}, "'"});
      } else {
        loose = true;
      }
    }
  }
  if (edits.empty() || loose) return edits;
  edits.insert(edits.end(), plurals.begin(), plurals.end());
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.where < b.where; });
  return edits;
}

// ---- blanks ----

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

// ---- quotation marks ----

UChar32 code_at(const Characters& chars, std::size_t at) {
  return at < chars.size() ? chars[at].code : '\n';
}
UChar32 code_before(const Characters& chars, std::size_t at) {
  return at == 0 ? '\n' : chars[at - 1].code;
}

bool is_space(UChar32 c) {
  return c == ' ' || c == '\n' || c == '\t';
}
bool opens_after(UChar32 before) {
  return is_space(before) || before == '(' || before == '[' || before == 0x2014 || before == 0x2013;
}
bool closes_before(UChar32 after) {
  return is_space(after) || after == '.' || after == ',' || after == ';' || after == ':' || after == '!' ||
         after == '?' || after == ')' || after == ']';
}

// The end of the line that holds `at`, as a place.
std::size_t line_end(const Characters& chars, std::size_t at) {
  while (at < chars.size() && chars[at].code != '\n') ++at;
  return at;
}

// Whether a single closing mark, no apostrophe, stands between `from` and the end of the line.
bool closes_later(const Characters& chars, std::size_t from) {
  for (std::size_t i = from; i < line_end(chars, from); ++i) {
    if (chars[i].code == 0x2018) return false;
    if (chars[i].code == 0x2019 && !is_space(code_before(chars, i)) && !is_letter(code_at(chars, i + 1)) &&
        !is_digit(code_at(chars, i + 1))) {
      return true;
    }
  }
  return false;
}

// "a’ terrorist’ and": the opening mark has moved before the blank. Up to eight words, and no plural before either
// mark, whose apostrophe it might be.
std::optional<std::size_t> moved_opener(const Characters& chars, std::size_t at) {
  constexpr std::size_t kMostCharacters = 60;
  const UChar32 before = code_before(chars, at);
  if (!is_letter(before) || before == 's' || before == 'S') return std::nullopt;
  if (code_at(chars, at + 1) != ' ' || !is_letter(code_at(chars, at + 2))) return std::nullopt;
  const std::size_t end = std::min(line_end(chars, at), at + kMostCharacters);
  for (std::size_t i = at + 2; i < end; ++i) {
    const UChar32 c = chars[i].code;
    if (c == 0x2018 || c == 0x201C || c == 0x201D || c == '"') return std::nullopt;
    if (c != 0x2019 || is_letter(code_at(chars, i + 1))) continue;
    return is_space(code_before(chars, i)) ? std::nullopt : std::optional<std::size_t>(i);
  }
  return std::nullopt;
}

class QuoteMender {
 public:
  explicit QuoteMender(const Characters& chars) : chars_(chars) {
    for (std::size_t i = 0; i < chars.size(); ++i) {
      if (i == 0 || chars[i - 1].code == '\n') start_line(i);
      mend_at(i);
    }
  }
  Edits edits;

 private:
  void replace(std::size_t at, UChar32 with) { edits.push_back({chars_[at].span, utf8_of(with)}); }

  // German and Polish quotation begins low and ends with what opens in English.
  void start_line(std::size_t at) {
    low_ = false;
    for (std::size_t i = at; i < line_end(chars_, at); ++i) low_ = low_ || chars_[i].code == 0x201E;
  }

  void mend_at(std::size_t at) {
    switch (chars_[at].code) {
      case '`':
      case 0xB4:
        return backtick(at);
      case '\'':
        return two_apostrophes(at);
      case 0x201D:
        if (opens_after(before(at)) && !is_space(after(at)) && !closes_before(after(at)) && !low_) replace(at, 0x201C);
        return;
      case 0x201C:
        if (!opens_after(before(at)) && closes_before(after(at)) && !low_) replace(at, 0x201D);
        return;
      case 0x2018:
        if (is_letter(before(at)) && is_letter(after(at))) replace(at, 0x2019);
        return;
      case 0x2019:
        return single_closer(at);
      default:
        return;
    }
  }

  // ``two'' and `one'; between letters an apostrophe.
  void backtick(std::size_t at) {
    if (skip_ == at) return;
    if (chars_[at].code == '`' && after(at) == '`') {
      edits.push_back({{chars_[at].span.begin, chars_[at + 1].span.end}, utf8_of(0x201C)});
      skip_ = at + 1;
    } else if (is_letter(before(at)) && is_letter(after(at))) {
      replace(at, 0x2019);
    } else if (opens_after(before(at)) && is_letter(after(at))) {
      replace(at, 0x2018);
    } else if (is_letter(before(at)) && closes_before(after(at))) {
      replace(at, 0x2019);
    }
  }

  void two_apostrophes(std::size_t at) {
    if (skip_ == at || after(at) != '\'') return;
    edits.push_back({{chars_[at].span.begin, chars_[at + 1].span.end},
                     opens_after(before(at)) ? utf8_of(0x201C) : utf8_of(0x201D)});
    skip_ = at + 1;
  }

  void single_closer(std::size_t at) {
    if (opens_after(before(at)) && is_letter(after(at)) && !elided(at) && closes_later(chars_, at + 1)) {
      replace(at, 0x2018);
    } else if (moved_opener(chars_, at)) {
      replace(at, ' ');
      edits.push_back({chars_[at + 1].span, utf8_of(0x2018)});
    }
  }

  // ’em, ’tis, ’til: words that have lost their head.
  bool elided(std::size_t at) const {
    static constexpr std::array<std::string_view, 7> kHeadless = {"cause", "em", "n", "round", "til", "tis", "twas"};
    LetterRun run{at + 1, at + 1};
    while (run.end < chars_.size() && is_letter(chars_[run.end].code)) ++run.end;
    return std::find(kHeadless.begin(), kHeadless.end(), lower_ascii(chars_, run)) != kHeadless.end();
  }

  UChar32 before(std::size_t at) const { return code_before(chars_, at); }
  UChar32 after(std::size_t at) const { return code_at(chars_, at + 1); }

  const Characters& chars_;
  bool low_ = false;
  std::size_t skip_ = static_cast<std::size_t>(-1);
};

// ---- commas and stops without their blank ----

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

Edits missing_blanks(const Characters& chars) {
  Edits edits;
  for (std::size_t i = 1; i < chars.size(); ++i) {
    if ((chars[i].code == ',' || chars[i].code == '.') && lacks_blank(chars, i)) {
      edits.push_back({chars[i].span, utf8_of(chars[i].code) + " "});
    }
  }
  return edits;
}

// ---- all rules ----

using Rule = Edits (*)(std::string_view);
constexpr std::array<Rule, 6> kRules = {[](std::string_view text) { return wrong_encodings(characters_of(text)); },
                                        unresolved_references,
                                        [](std::string_view text) { return lost_apostrophes(characters_of(text)); },
                                        [](std::string_view text) { return odd_blanks(characters_of(text)); },
                                        [](std::string_view text) { return QuoteMender(characters_of(text)).edits; },
                                        [](std::string_view text) { return missing_blanks(characters_of(text)); }};

bool mend_once(Draft& draft) {
  bool changed = false;
  for (const Rule rule : kRules) {
    const Edits edits = rule(draft.text());
    if (edits.empty()) continue;
    draft.apply(edits);
    changed = true;
  }
  return changed;
}

// Damage upon damage needs a round each; made-up input could ask for any number of them.
constexpr int kMostRounds = 64;

}  // namespace

MendedText mend(std::string_view shown) {
  Draft draft(shown);
  for (int round = 0; round < kMostRounds && mend_once(draft); ++round) {
  }
  return {draft.text(), draft.map()};
}

}  // namespace crossread
