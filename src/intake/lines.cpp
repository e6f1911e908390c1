#include "intake/lines.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace crossread::intake {
namespace {

bool is_blank(UChar32 c) {
  return c <= ' ' || c == 0xA0 || c == 0x200B || c == 0xFEFF || u_isUWhiteSpace(c) != 0;
}

UChar32 read_forward(std::string_view text, std::uint32_t& at) {
  auto i = static_cast<std::int32_t>(at);
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i, static_cast<std::int32_t>(text.size()), c);
  at = static_cast<std::uint32_t>(i);
  return c;
}

UChar32 read_back(std::string_view text, std::uint32_t begin, std::uint32_t& at) {
  auto i = static_cast<std::int32_t>(at);
  UChar32 c = 0;
  U8_PREV_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), static_cast<std::int32_t>(begin), i, c);
  at = static_cast<std::uint32_t>(i);
  return c;
}

ByteSpan without_blanks(std::string_view text, ByteSpan span) {
  while (span.begin < span.end) {
    std::uint32_t next = span.begin;
    if (!is_blank(read_forward(text, next))) break;
    span.begin = next;
  }
  while (span.begin < span.end) {
    std::uint32_t before = span.end;
    if (!is_blank(read_back(text, span.begin, before))) break;
    span.end = before;
  }
  return span;
}

bool is_quote(UChar32 c) {
  return c == '"' || c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x201E ||
         c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A || c == 0x300C || c == 0x300D;
}

bool is_full_stop(UChar32 c) {
  return c == '.' || c == 0x3002 || c == 0x964 || c == 0x6D4 || c == 0x2026;
}

bool is_end(UChar32 c) {
  return is_full_stop(c) || c == '!' || c == '?' || c == ':' || c == 0xFF01 || c == 0xFF1F || c == 0x61F;
}

void look_at_ends(std::string_view text, Line& line) {
  std::uint32_t at = line.span.begin;
  line.quoted = is_quote(read_forward(text, at));
  at = line.span.end;
  UChar32 last = 0;
  while (at > line.span.begin) {
    last = read_back(text, line.span.begin, at);
    if (!is_quote(last) && last != ')' && last != ']') break;
  }
  line.open = !is_end(last);
  line.stop = is_full_stop(last);
}

bool without_blanks_between(UChar32 c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x0E00 && c <= 0x0E7F);
}

std::uint32_t count_words(std::string_view text, const Line& line) {
  std::uint32_t words = 0;
  for (const LineToken& token : line.tokens) {
    if (token.kind == LineToken::Kind::mark) continue;
    ++words;
    if (token.span.size() < 12) continue;
    std::uint32_t ideographs = 0;
    for (std::uint32_t at = token.span.begin; at < token.span.end;) {
      if (without_blanks_between(read_forward(text, at))) ++ideographs;
    }
    words += ideographs / 2;
  }
  return words;
}

bool is_small(const std::string& form) {
  static constexpr std::array<std::string_view, 30> kSmall = {
      "a", "al", "an", "and", "at",  "bin", "by", "da", "de", "del", "der", "des", "di", "do",  "du",
      "e", "el", "en", "et",  "for", "in",  "la", "le", "of", "on",  "or",  "the", "to", "und", "y"};
  return std::find(kSmall.begin(), kSmall.end(), form) != kSmall.end();
}

}  // namespace

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    Line line;
    line.span = without_blanks(text, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end + 1;
    if (line.span.empty()) continue;
    line.tokens = line_tokens(text, line.span);
    line.words = count_words(text, line);
    look_at_ends(text, line);
    lines.push_back(std::move(line));
  }
  return lines;
}

bool all_capitals(std::string_view text, const std::vector<LineToken>& words) {
  bool any = false;
  for (const LineToken& word : words) {
    if (word.kind != LineToken::Kind::word) continue;
    for (std::uint32_t at = word.span.begin; at < word.span.end;) {
      const UChar32 c = read_forward(text, at);
      if (u_islower(c) != 0) return false;
      any = any || u_isupper(c) != 0;
    }
  }
  return any;
}

bool title_case(std::string_view text, const std::vector<LineToken>& words) {
  bool any = false;
  for (const LineToken& word : words) {
    if (word.kind != LineToken::Kind::word) continue;
    std::uint32_t at = word.span.begin;
    const UChar32 first = read_forward(text, at);
    const bool capital = u_islower(first) == 0;
    if (!capital && !(any && is_small(word.form))) return false;
    any = any || capital;
  }
  return any;
}

bool same_words(const std::vector<LineToken>& a, const std::vector<LineToken>& b) {
  std::vector<std::string_view> left;
  std::vector<std::string_view> right;
  for (const LineToken& word : a) {
    if (word.kind != LineToken::Kind::mark) left.push_back(word.form);
  }
  for (const LineToken& word : b) {
    if (word.kind != LineToken::Kind::mark) right.push_back(word.form);
  }
  if (left.empty() || right.empty()) return false;
  if (left == right) return true;
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  std::vector<std::string_view> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return both.size() >= 4 &&
         both.size() * 10 >= std::max(left.size(), right.size()) * 8;  // four words in five; not tuned
}

}  // namespace crossread::intake
