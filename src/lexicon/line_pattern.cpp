// Matching tries the steps in order and goes back where `*` or an optional word was wrong: patterns have a handful of
// steps and lines some tens of words, so the plain way is fast enough.
#include "lexicon/line_pattern.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "text/words.h"

namespace crossread {
namespace {

// The mark that a character counts as, or nothing.
std::string_view mark_of(UChar32 c) {
  switch (c) {
    case ':':
    case 0xFF1A:
      return ":";
    case '|':
    case '>':
    case 0xB7:    // middle dot
    case 0xBB:    // »
    case 0x2022:  // bullet
    case 0x203A:  // ›
    case 0x2192:  // arrow
    case 0x25B6:  // triangle
    case 0x25BA:
    case 0xFF5C:
      return "|";
    case 0xA9:
      return "©";
    case '@':
      return "@";
    case 0x2026:
      return "...";
    default:
      return {};
  }
}

bool is_letter(UChar32 c) {
  return u_isalpha(c) != 0 || u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_COMBINING_SPACING_MARK;
}

bool is_digit(UChar32 c) {
  return u_isdigit(c) != 0;
}

bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC;
}

bool is_number_word(std::string_view form) {
  static constexpr std::array<std::string_view, 11> kNumbers = {"one",   "two",   "three", "four", "five",   "six",
                                                                "seven", "eight", "nine",  "ten",  "fifteen"};
  return std::find(kNumbers.begin(), kNumbers.end(), form) != kNumbers.end();
}

class Walk {
 public:
  Walk(std::string_view text, ByteSpan range) : text_(text), at_(range.begin), end_(range.end) {}
  bool done() const { return at_ >= end_; }
  std::uint32_t at() const { return at_; }
  UChar32 peek() const { return read().first; }
  UChar32 after() const {
    Walk next = *this;
    next.step();
    return next.done() ? 0 : next.peek();
  }
  void step() { at_ = read().second; }

 private:
  std::pair<UChar32, std::uint32_t> read() const {
    const auto* data = reinterpret_cast<const std::uint8_t*>(text_.data());
    auto i = static_cast<std::int32_t>(at_);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(data, i, static_cast<std::int32_t>(end_), c);
    return {c, static_cast<std::uint32_t>(i)};
  }

  std::string_view text_;
  std::uint32_t at_ = 0;
  std::uint32_t end_ = 0;
};

LineToken read_number(Walk& walk, std::string_view text) {
  LineToken token;
  token.kind = LineToken::Kind::number;
  token.span.begin = walk.at();
  while (!walk.done() &&
         (is_digit(walk.peek()) || ((walk.peek() == ',' || walk.peek() == '.') && is_digit(walk.after())))) {
    walk.step();
  }
  token.span.end = walk.at();
  token.form = std::string(token.span.in(text));
  return token;
}

LineToken read_word(Walk& walk, std::string_view text) {
  LineToken token;
  token.span.begin = walk.at();
  bool ascii = true;
  const auto inside = [&walk] {
    const UChar32 c = walk.peek();
    if (is_letter(c)) return true;
    return is_apostrophe(c) && is_letter(walk.after());
  };
  while (!walk.done() && inside()) {
    ascii = ascii && walk.peek() < 0x80;
    const bool initial = walk.after() == '.' && walk.at() == token.span.begin;
    walk.step();
    if (!initial) continue;
    // U.S. is one word, "A. Smith" two.
    Walk ahead = walk;
    while (!ahead.done() && ahead.peek() == '.' && is_letter(ahead.after())) {
      ahead.step();
      ahead.step();
    }
    if (ahead.at() > walk.at() && (ahead.done() || !is_letter(ahead.peek()))) walk = ahead;
  }
  token.span.end = walk.at();
  if (ascii) {
    for (const char c : token.span.in(text)) {
      if (c != '\'' && c != '.') token.form += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
  } else {
    token.form = folded(token.span.in(text));
  }
  if (is_number_word(token.form)) token.kind = LineToken::Kind::number;
  return token;
}

}  // namespace

std::vector<LineToken> line_tokens(std::string_view text, ByteSpan range) {
  std::vector<LineToken> tokens;
  Walk walk(text, range);
  while (!walk.done()) {
    const UChar32 c = walk.peek();
    if (is_digit(c)) {
      tokens.push_back(read_number(walk, text));
    } else if (is_letter(c)) {
      tokens.push_back(read_word(walk, text));
    } else {
      const std::uint32_t begin = walk.at();
      walk.step();
      std::string_view mark = mark_of(c);
      if (c == '/' && begin > range.begin && text[begin - 1] == ' ') mark = "|";  // a trail: "Home / World"
      if (c == '.' && !walk.done() && walk.peek() == '.') {
        while (!walk.done() && walk.peek() == '.') walk.step();
        mark = "...";
      }
      if (!mark.empty()) tokens.push_back({std::string(mark), {begin, walk.at()}, LineToken::Kind::mark});
    }
  }
  return tokens;
}

bool LinePattern::Step::takes(const LineToken& token) const {
  switch (kind) {
    case Kind::any_word:
      return token.kind != LineToken::Kind::mark;
    case Kind::number:
      return token.kind == LineToken::Kind::number;
    case Kind::words:
      return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return word == token.form || (word == "#" && token.kind == LineToken::Kind::number);
      });
    case Kind::any_words:
      return true;
  }
  return false;
}

std::optional<LinePattern> LinePattern::read(std::string_view written) {
  LinePattern pattern;
  while (!written.empty()) {
    std::string_view word = written.substr(0, written.find(' '));
    written.remove_prefix(std::min(written.size(), word.size() + 1));
    Step step;
    if (word.starts_with('(')) {
      if (!word.ends_with(')') || word.size() < 3) return std::nullopt;
      step.optional = true;
      word = word.substr(1, word.size() - 2);
    }
    if (word == "~") {
      step.kind = Step::Kind::any_word;
    } else if (word == "#") {
      step.kind = Step::Kind::number;
    } else if (word == "*") {
      step.kind = Step::Kind::any_words;
    } else {
      while (true) {
        const std::string_view choice = word.substr(0, word.find('/'));
        if (choice.empty()) return std::nullopt;
        step.words.emplace_back(choice);
        if (choice.size() == word.size()) break;
        word.remove_prefix(choice.size() + 1);
      }
    }
    pattern.steps_.push_back(std::move(step));
  }
  if (pattern.steps_.empty()) return std::nullopt;
  for (const Step& step : pattern.steps_) {
    const bool word = step.kind == Step::Kind::words && step.words.front().find_first_of(":|.@#") == std::string::npos;
    pattern.needed_words_ += word && !step.optional ? 1 : 0;
    pattern.open_ = pattern.open_ || step.kind == Step::Kind::any_words;
  }
  return pattern;
}

bool LinePattern::matches(const std::vector<LineToken>& line) const {
  return matches_from(0, line, 0);
}

bool LinePattern::matches_from(std::size_t step, const std::vector<LineToken>& line, std::size_t at) const {
  if (step == steps_.size()) return at == line.size();
  const Step& here = steps_[step];
  if (here.kind == Step::Kind::any_words) {
    if (step + 1 == steps_.size()) return true;
    for (std::size_t next = at; next <= line.size(); ++next) {
      if (matches_from(step + 1, line, next)) return true;
    }
    return false;
  }
  if (at < line.size() && here.takes(line[at]) && matches_from(step + 1, line, at + 1)) return true;
  return here.optional && matches_from(step + 1, line, at);
}

const std::vector<std::string>& LinePattern::first_words() const {
  static const std::vector<std::string> kAny;
  const Step& first = steps_.front();
  const bool named = first.kind == Step::Kind::words && !first.optional &&
                     std::find(first.words.begin(), first.words.end(), "#") == first.words.end();
  return named ? first.words : kAny;
}

}  // namespace crossread
