// Quotation marks that face the wrong way, have moved over a blank, or are made of other marks.
#include "text/mend_rules.h"

#include <algorithm>
#include <array>
#include <optional>

namespace crossread::mending {
namespace {

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
  const std::size_t end = line_end(chars, from);
  for (std::size_t i = from; i < end; ++i) {
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
    const std::size_t end = line_end(chars_, at);
    low_ = false;
    for (std::size_t i = at; i < end; ++i) low_ = low_ || chars_[i].code == 0x201E;
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

}  // namespace

Edits wrong_quotes(const Characters& chars) {
  return QuoteMender(chars).edits;
}

}  // namespace crossread::mending
