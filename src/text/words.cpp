// Words are found by one walk over the text. ASCII is decided by table; everything else by ICU's character properties.
// Guarded by tests/text/words_test.cpp.
#include "text/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "base/hash.h"

namespace crossread {
namespace {

struct Character {
  UChar32 code = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

bool is_ascii_letter(UChar32 c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

bool is_letter(UChar32 c) {
  return c < 0x80 ? is_ascii_letter(c) : u_isalpha(c) != 0;
}

bool is_mark(UChar32 c) {
  return c >= 0x300 && (u_getCombiningClass(c) != 0 || u_charType(c) == U_NON_SPACING_MARK);
}

bool in_word(UChar32 c) {
  if (c < 0x80) return is_ascii_letter(c) || (c >= '0' && c <= '9');
  return u_isalnum(c) != 0 || is_mark(c);
}

bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0x2018;
}

void append_folded(UChar32 c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const kCompatible = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString parts;
  if (kCompatible == nullptr || !kCompatible->getDecomposition(c, parts)) parts = icu::UnicodeString(c);
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (!is_mark(part)) icu::UnicodeString(u_foldCase(part, U_FOLD_CASE_DEFAULT)).toUTF8String(out);
  }
}

// Walks over the characters of a range, with one character of lookahead.
class Walk {
 public:
  Walk(std::string_view text, ByteSpan range) : text_(text), end_(range.end), at_(range.begin) { step(); }
  bool done() const { return here_.begin >= end_; }
  const Character& here() const { return here_; }
  Character next() const { return decode(here_.end); }
  Character after_next() const { return decode(decode(here_.end).end); }
  void step() {
    here_ = decode(at_);
    at_ = here_.end;
  }

 private:
  Character decode(std::uint32_t from) const {
    if (from >= end_) return {0, end_, end_};
    const auto* data = reinterpret_cast<const std::uint8_t*>(text_.data());
    auto i = static_cast<std::int32_t>(from);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(data, i, static_cast<std::int32_t>(end_), c);
    return {c, from, static_cast<std::uint32_t>(i)};
  }

  std::string_view text_;
  std::uint32_t end_ = 0;
  std::uint32_t at_ = 0;
  Character here_;
};

// Reads one word from its first character on; leaves the walk behind it.
Word read_word(Walk& walk, std::string& form) {
  Word word;
  word.span = {walk.here().begin, walk.here().end};
  word.capital = u_isupper(walk.here().code) != 0;
  form.clear();
  std::uint32_t since_stop = 0;  // letters since the last inner stop
  bool only_initials = true;     // single letters parted by stops, so far
  bool possessive = false;
  while (!walk.done()) {
    const UChar32 c = walk.here().code;
    if (in_word(c)) {
      if (!possessive) append_folded(c, form);
      word.span.end = walk.here().end;
      ++since_stop;
      only_initials = only_initials && since_stop == 1 && is_letter(c);
    } else if (is_apostrophe(c) && in_word(walk.next().code)) {
      const UChar32 next = walk.next().code;
      possessive = (next == 's' || next == 'S') && !in_word(walk.after_next().code);
      only_initials = false;
    } else if (c == '.' && only_initials && is_letter(walk.next().code) && !in_word(walk.after_next().code)) {
      since_stop = 0;
    } else {
      break;
    }
    walk.step();
  }
  word.hash = hash64(form);
  return word;
}

bool is_lone_s(const Word& word, std::string_view text) {
  return word.span.size() == 1 && text[word.span.begin] == 's' && word.span.begin > 0 &&
         text[word.span.begin - 1] == ' ';
}

void append_words(std::string_view text, ByteSpan range, std::vector<Word>& out) {
  std::string form;
  Walk walk(text, range);
  while (!walk.done()) {
    if (!in_word(walk.here().code)) {
      walk.step();
      continue;
    }
    const Word word = read_word(walk, form);
    if (!is_lone_s(word, text)) out.push_back(word);
  }
}

}  // namespace

std::vector<Word> words(std::string_view text, ByteSpan range) {
  std::vector<Word> found;
  append_words(text, range, found);
  return found;
}

std::vector<Word> body_words(const Report& report) {
  std::vector<Word> found;
  for (const ByteSpan range : report.body) append_words(report.text, range, found);
  return found;
}

std::string folded(std::string_view word) {
  std::string form;
  Walk walk(word, {0, static_cast<std::uint32_t>(word.size())});
  if (!walk.done()) read_word(walk, form);
  return form;
}

}  // namespace crossread
