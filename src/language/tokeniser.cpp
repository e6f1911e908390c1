// One walk from left to right. At each place the first character says what begins there (a word, a number, a sign) and
// a reader for that kind says how far it goes; a word read may then be cut once more, at its clitic ("do|n't").
//
//   (He didn't pay $1.5bn.)  ->  ( He did n't pay $ 1.5 bn . )
//
// The hard part is the stop after a word: part of an abbreviation, or the end of the sentence. That is decided from the
// table of abbreviations and from the character that follows; what stays open is settled in sentences.cpp.
#include "language/tokeniser.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string>

namespace crossread::language {
namespace {

enum class Kind : std::uint8_t { end, blank, newline, lower, upper, digit, apostrophe, sign };

struct Character {
  Kind kind = Kind::end;
  UChar32 code = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool is(UChar32 c) const { return kind != Kind::end && code == c; }
  bool letter() const { return kind == Kind::lower || kind == Kind::upper; }
  bool alphanumeric() const { return letter() || kind == Kind::digit; }
  bool gap() const { return kind == Kind::blank || kind == Kind::newline || kind == Kind::end; }
};

Kind ascii_kind(UChar32 c) {
  if (c >= 'a' && c <= 'z') return Kind::lower;
  if (c >= 'A' && c <= 'Z') return Kind::upper;
  if (c >= '0' && c <= '9') return Kind::digit;
  if (c == '\n') return Kind::newline;
  if (c <= ' ' || c == 0x7f) return Kind::blank;
  return c == '\'' ? Kind::apostrophe : Kind::sign;
}

Kind kind_of(UChar32 c) {
  if (c < 0x80) return ascii_kind(c);
  if (c == 0x2019 || c == 0x02BC) return Kind::apostrophe;
  if (u_isUWhiteSpace(c) || u_charType(c) == U_FORMAT_CHAR || u_charType(c) == U_CONTROL_CHAR) return Kind::blank;
  if (u_isupper(c) || u_istitle(c)) return Kind::upper;
  if (u_isalpha(c)) return Kind::lower;
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK) return Kind::lower;
  return u_isdigit(c) ? Kind::digit : Kind::sign;
}

// Whether `form` spells `small`, which is ASCII in lower case.
bool same_letters(std::string_view form, std::string_view small) {
  return form.size() == small.size() && std::equal(form.begin(), form.end(), small.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a | 0x20 : a) == b;
         });
}

bool is_dash(UChar32 c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

// Signs that are one token when they stand in a row: "...", "--", "!!".
bool repeats(UChar32 c) {
  static constexpr std::string_view kRepeating = ".-!?*=_~#+`'$";
  return c < 0x80 && kRepeating.find(static_cast<char>(c)) != std::string_view::npos;
}

// Last parts of names of computers and files, before which a stop is no end: "example.com".
bool is_internet_ending(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kEndings = {"com", "org", "net",  "gov", "edu", "info", "co",
                                                                "uk",  "tv",  "html", "pdf", "doc", "io",   "eu"};
  return std::find(kEndings.begin(), kEndings.end(), word) != kEndings.end();
}

class Walk {
 public:
  Walk(std::string_view text, const Tokeniser::Tables& tables) : text_(text), tables_(tables) {
    out_.tokens.reserve(text.size() / 5 + 8);
  }

  TokenList run() {
    while (skip_blanks()) read_one();
    return look_up();
  }

  TokenList describe(const std::vector<ByteSpan>& spans) {
    for (const ByteSpan span : spans) {
      skip_blanks();
      here_ = span.begin;
      emit(span.end, shape_of_given(span));
    }
    return look_up();
  }

 private:
  Character at(std::uint32_t from) const {
    if (from >= text_.size()) return {Kind::end, 0, size(), size()};
    const auto first = static_cast<unsigned char>(text_[from]);
    if (first < 0x80) return {ascii_kind(first), first, from, from + 1};
    const auto* data = reinterpret_cast<const std::uint8_t*>(text_.data());
    auto i = static_cast<std::int32_t>(from);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(data, i, static_cast<std::int32_t>(text_.size()), c);
    return {kind_of(c), c, from, static_cast<std::uint32_t>(i)};
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  std::string_view piece(std::uint32_t begin, std::uint32_t end) const { return text_.substr(begin, end - begin); }
  WordId word(std::string_view form) { return tables_.vocabulary.find(form, scratch_); }

  bool skip_blanks() {
    glued_ = true;
    breaks_ = 0;
    for (Character c = at(here_); c.kind != Kind::end; c = at(here_)) {
      if (!c.gap()) return true;
      glued_ = false;
      if (c.kind == Kind::newline && breaks_ < 2) ++breaks_;
      here_ = c.end;
    }
    return false;
  }

  Character after_blanks(std::uint32_t from) const {
    Character c = at(from);
    while (c.kind == Kind::blank || c.kind == Kind::newline) c = at(c.end);
    return c;
  }

  void emit(std::uint32_t end, Shape shape) {
    const bool glued = glued_ && !out_.tokens.empty();
    out_.tokens.push_back({{here_, end}, shape, glued, breaks_});
    here_ = end;
    glued_ = true;
    breaks_ = 0;
  }

  void read_one() {
    const Character c = at(here_);
    if (read_address()) return;
    if (c.letter()) return read_word();
    if (c.kind == Kind::digit || starts_fraction(c)) return read_number();
    if (c.kind == Kind::apostrophe && read_leading_clitic(c)) return;
    read_sign(c);
  }

  bool starts_fraction(const Character& c) const { return c.is('.') && !glued_ && at(c.end).kind == Kind::digit; }

  // ---- addresses --------------------------------------------------------------------------------------------------

  // "https://...", "www.x.org", "name@host.org", "@handle": as far as the next blank, less closing signs.
  bool read_address() {
    if (glued_ && !out_.tokens.empty() && out_.tokens.back().shape != Shape::symbol) return false;
    std::uint32_t end = here_;
    bool address = false;
    for (Character c = at(here_); !c.gap() && end - here_ < kLongestAddress; c = at(end)) {
      if (c.is('@') || (c.is(':') && text_.substr(c.end).starts_with("//"))) address = true;
      if (c.is('"') || c.is('<') || c.is('>') || c.is(0x201C) || c.is(0x201D)) break;
      end = c.end;
    }
    if (!address && !text_.substr(here_).starts_with("www.")) return false;
    while (end > here_ && std::string_view(".,;:!?)]'\"").find(text_[end - 1]) != std::string_view::npos) --end;
    if (end <= here_ + 1) return false;
    emit(end, Shape::mixed);
    return true;
  }

  // ---- words ------------------------------------------------------------------------------------------------------

  struct Extent {
    std::uint32_t end = 0;
    std::uint32_t letters = 0;
    std::uint32_t uppers = 0;
    bool first_upper = false;
    bool dotted = false;  // "U.S", "a.m"
  };

  void count(Extent& extent, const Character& c) const {
    if (extent.letters == 0) extent.first_upper = c.kind == Kind::upper;
    extent.letters += c.letter();
    extent.uppers += c.kind == Kind::upper;
    extent.end = c.end;
  }

  // Letters and digits from here on, with what may stand inside a word.
  Extent word_extent() {
    Extent extent{here_, 0, 0, false, false};
    std::uint32_t run = 0;  // letters since the last stop
    for (Character c = at(here_);; c = at(extent.end)) {
      if (c.alphanumeric() || c.is('_')) {
        count(extent, c);
        ++run;
      } else if (c.is('.') && run == 1 && ends_dotted_part(c.end)) {
        extent.end = c.end;
        extent.dotted = true;
        run = 0;
      } else if (joins(c, extent)) {
        extent.end = c.end;
        run = 2;
      } else {
        return extent;
      }
    }
  }

  // After "U.": one more letter that stands alone, "S" in "U.S" or "U.S.".
  bool ends_dotted_part(std::uint32_t from) const {
    const Character letter = at(from);
    return letter.letter() && !at(letter.end).alphanumeric();
  }

  // An apostrophe or ampersand between letters, or the hyphen after a prefix that stays.
  bool joins(const Character& c, const Extent& extent) {
    if (extent.end == here_) return false;
    const Character next = at(c.end);
    if (c.kind == Kind::apostrophe) return next.letter();
    if (c.is('&')) return extent.uppers > 0 && next.kind == Kind::upper;
    if (!c.is('-') || !next.alphanumeric()) return false;
    return tables_.joined_prefixes.has(word(piece(here_, extent.end)));
  }

  void read_word() {
    if (const std::uint32_t end = currency_prefix(); end > here_) return emit(end, Shape::upper);
    Extent extent = word_extent();
    if (at(extent.end).is('.')) extent.end = with_stop(extent);
    if (at(extent.end).is('$') && extent.uppers == extent.letters && extent.letters <= 3 &&
        at(extent.end + 1).kind == Kind::digit) {
      extent.end += 1;  // "US$"
    }
    const std::uint32_t cut = clitic(piece(here_, extent.end));
    if (cut > 0) {
      emit(here_ + cut, shape_of(extent, cut));
      return emit(extent.end, Shape::lower);
    }
    emit(extent.end, shape_of(extent, 0));
  }

  // "RM" of "RM19.4", "GH¢" of "GH¢6 million", "R$" of "R$ 412": letters that stand for money before a number. A
  // single letter only before what is plainly a sum, so that "N95" stays whole.
  std::uint32_t currency_prefix() {
    std::uint32_t end = here_;
    while (at(end).letter() && end - here_ < 4) end = at(end).end;
    const Character sign = at(end);
    const bool signed_one = sign.is('$') || sign.is(0xA2) || sign.is(0x20B5);
    if (signed_one) end = sign.end;
    Character digit = at(end);
    if (signed_one && digit.kind == Kind::blank) digit = at(digit.end);
    if (digit.kind != Kind::digit || end == here_) return here_;
    const WordId id = word(piece(here_, end));
    if (!tables_.quantity_words.currencies_before().whole({&id, 1})) return here_;
    const std::uint32_t sum = digits_from(end);
    const bool plain = piece(end, sum).find_first_of(",.") == std::string_view::npos && sum - end < 4;
    return !signed_one && end - here_ == 1 && plain ? here_ : end;
  }

  Shape shape_of(const Extent& extent, std::uint32_t cut) const {
    if (extent.uppers == 0) return Shape::lower;
    const std::uint32_t small = extent.letters - extent.uppers;
    const bool only_the_clitic_is_small = cut > 0 && small < extent.end - here_ - cut;
    if (small == 0 || only_the_clitic_is_small) return extent.uppers > 1 ? Shape::upper : Shape::capital;
    return extent.first_upper ? Shape::capital : Shape::mixed;
  }

  // As the readers would have shaped a token that they had cut like this.
  Shape shape_of_given(ByteSpan span) const {
    const std::string_view form = span.in(text_);
    const bool address = form.find('@') != std::string_view::npos || form.find("://") != std::string_view::npos;
    if ((address && span.size() > 1) || form.starts_with("www.")) return Shape::mixed;
    const Character first = at(span.begin);
    if (first.kind == Kind::digit || (first.is('.') && at(first.end).kind == Kind::digit)) return Shape::number;
    Extent extent{span.begin, 0, 0, false, false};
    bool digits = false;
    while (extent.end < span.end) {
      const Character c = at(extent.end);
      digits = digits || c.kind == Kind::digit;
      count(extent, c);
    }
    if (extent.letters == 0) return digits ? Shape::number : Shape::symbol;
    const bool is_clitic =
        first.kind == Kind::apostrophe || same_letters(form, "n't") || same_letters(form, "n\u2019t");
    return is_clitic ? Shape::lower : shape_of(extent, 0);
  }

  // The end of the word with the stop that follows it, if that belongs to the word.
  std::uint32_t with_stop(const Extent& extent) {
    const std::uint32_t stopped = extent.end + 1;
    if (at(stopped).is('.')) return extent.end;  // an ellipsis
    if (extent.dotted) return stopped;
    if (const std::uint32_t end = internet_name(extent.end); end > 0) return end;
    const Character next = after_blanks(stopped);
    const bool apart = at(stopped).gap();
    if (extent.letters == 1 && extent.uppers == 1) {
      return is_initial(next, apart) ? stopped : extent.end;
    }
    switch (tables_.abbreviations.kind(word(piece(here_, stopped)), extent.first_upper)) {
      case AbbreviationKind::none:
        return extent.end;
      case AbbreviationKind::title:
        return next.kind == Kind::upper || next.is('(') ? stopped : extent.end;
      case AbbreviationKind::number:
        return next.kind == Kind::digit || (extent.first_upper && apart && next.kind == Kind::lower) ? stopped
                                                                                                     : extent.end;
      case AbbreviationKind::end:
        return apart || next.kind == Kind::sign || next.kind == Kind::apostrophe ? stopped : extent.end;
      case AbbreviationKind::inner:
        return stopped;
    }
    return extent.end;
  }

  // "J." before "Smith"; not in "Plan B. The talks": a capital that only begins a sentence follows.
  bool is_initial(const Character& next, bool apart) {
    if (!apart) return next.kind == Kind::upper || next.is(',') || is_dash(next.code);
    if (next.kind != Kind::upper) return false;
    std::uint32_t end = next.end;
    while (at(end).letter()) end = at(end).end;
    return !tables_.function_words.has(word(piece(next.begin, end))) || end == next.end;
  }

  // The end of "example.com" or "report.pdf" when the stop at `stop` stands inside one; else 0.
  std::uint32_t internet_name(std::uint32_t stop) const {
    std::uint32_t end = stop + 1;
    while (at(end).kind == Kind::lower) end = at(end).end;
    const bool whole = at(end).gap() || at(end).kind == Kind::sign || at(end).kind == Kind::apostrophe;
    if (!whole || !is_internet_ending(piece(stop + 1, end))) return 0;
    if (at(end).is('.')) {
      std::uint32_t further = end + 1;
      while (at(further).kind == Kind::lower) further = at(further).end;
      if (is_internet_ending(piece(end + 1, further))) return further;
    }
    return end;
  }

  // Where a word is cut before its clitic, in bytes from its start; 0 if it is not.
  std::uint32_t clitic(std::string_view form) const {
    static constexpr std::string_view kCurly = "\u2019";
    const std::size_t curly = form.rfind(kCurly);
    const std::size_t straight = form.rfind('\'');
    const bool is_curly = curly != std::string_view::npos && (straight == std::string_view::npos || curly > straight);
    const std::size_t tail = is_curly ? curly : straight;
    if (tail == std::string_view::npos) return joined_words(form);
    const std::string_view after = form.substr(tail + (is_curly ? kCurly.size() : 1));
    if (same_letters(after, "t")) {
      return tail > 1 && (form[tail - 1] | 0x20) == 'n' ? static_cast<std::uint32_t>(tail - 1) : 0;
    }
    static constexpr std::array<std::string_view, 6> kClitics = {"s", "m", "d", "re", "ve", "ll"};
    const bool is_clitic =
        std::any_of(kClitics.begin(), kClitics.end(), [&](std::string_view c) { return same_letters(after, c); });
    return is_clitic ? static_cast<std::uint32_t>(tail) : 0;
  }

  static std::uint32_t joined_words(std::string_view form) {
    static constexpr std::array<std::string_view, 4> kJoined = {"cannot", "gonna", "gotta", "wanna"};
    const bool joined =
        std::any_of(kJoined.begin(), kJoined.end(), [&](std::string_view w) { return same_letters(form, w); });
    return joined ? 3 : 0;
  }

  // 's after a quotation mark or a number, and the bare apostrophe of "years'" (which read_sign takes).
  bool read_leading_clitic(const Character& c) {
    if (!glued_ || out_.tokens.empty()) return false;
    const Character s = at(c.end);
    if (!s.is('s') || at(s.end).alphanumeric()) return false;
    emit(s.end, Shape::lower);
    return true;
  }

  // ---- numbers ----------------------------------------------------------------------------------------------------

  void read_number() {
    std::uint32_t end = phone_number();
    if (end > 0) return emit(end, Shape::number);
    end = digits_from(here_);
    std::uint32_t letters = end;
    while (at(letters).letter()) letters = at(letters).end;
    if (letters > end) end = suffix_joins(end, letters) ? alphanumeric_from(end) : end;
    emit(end, Shape::number);
  }

  // Digits with the signs that may stand between two of them.
  std::uint32_t digits_from(std::uint32_t from) const {
    std::uint32_t end = from;
    if (at(end).is('.')) end += 1;
    while (true) {
      const Character c = at(end);
      const bool inside = c.is('.') || c.is(':') || c.is('/') || (c.is(',') && is_group(c.end));
      if (c.kind == Kind::digit || (inside && end > from && at(c.end).kind == Kind::digit)) {
        end = c.end;
      } else {
        return end;
      }
    }
  }

  // Three digits and no more: "1,000" is one number, "2018,2019" two.
  bool is_group(std::uint32_t from) const {
    std::uint32_t end = from;
    while (at(end).kind == Kind::digit && end - from < 4) end = at(end).end;
    return end - from == 3;
  }

  // "21st", "1970s", "3D" stay whole; "5pm", "1.5bn", "10km" do not.
  bool suffix_joins(std::uint32_t begin, std::uint32_t end) {
    const std::string_view suffix = piece(begin, end);
    if (suffix == "s" || suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") return true;
    if (at(end).kind == Kind::digit) return true;
    if (at(end).is('.') && end - begin == 1 && at(end + 1).letter()) return false;  // "5p.m."
    return !tables_.number_suffixes.has(word(suffix));
  }

  std::uint32_t alphanumeric_from(std::uint32_t end) const {
    while (at(end).alphanumeric()) end = at(end).end;
    return end;
  }

  // "202-555-0147", "555-0147": groups of digits that are too long for a range of years or scores.
  std::uint32_t phone_number() const {
    std::uint32_t end = here_;
    std::uint32_t groups = 0;
    std::uint32_t last = 0;
    while (true) {
      const std::uint32_t begin = end;
      while (at(end).kind == Kind::digit) end = at(end).end;
      last = end - begin;
      if (last < 3) return 0;
      ++groups;
      if (!at(end).is('-') || at(end + 1).kind != Kind::digit) break;
      if (last != 3) return 0;
      end += 1;
    }
    return groups >= 2 && last == 4 && !at(end).alphanumeric() ? end : 0;
  }

  // ---- signs ------------------------------------------------------------------------------------------------------

  // ":-)", ";)", ":P": eyes, perhaps a nose, a mouth that no word goes on.
  std::uint32_t emoticon_end(const Character& c) const {
    if (!c.is(':') && !c.is(';') && !c.is('=')) return 0;
    Character mouth = at(c.end);
    if (mouth.is('-') || mouth.is('^')) mouth = at(mouth.end);
    static constexpr std::string_view kMouths = ")(DPp|]";
    const auto is_mouth = [&](const Character& m) {
      return m.code < 0x80 && !m.gap() && kMouths.find(static_cast<char>(m.code)) != std::string_view::npos;
    };
    if (!is_mouth(mouth)) return 0;
    std::uint32_t end = mouth.end;
    while (!mouth.letter() && at(end).is(mouth.code)) end = at(end).end;
    return at(end).alphanumeric() ? 0 : end;
  }

  void read_sign(const Character& c) {
    if (const std::uint32_t end = emoticon_end(c); end > 0) return emit(end, Shape::symbol);
    std::uint32_t end = c.end;
    if (c.is('.') && at(end).is('?') && at(at(end).end).gap()) return emit(at(end).end, Shape::symbol);
    if (repeats(c.code)) {
      while (at(end).is(c.code) || (c.is('?') && at(end).is('!')) || (c.is('!') && at(end).is('?'))) end = at(end).end;
    }
    emit(end, Shape::symbol);
  }

  TokenList look_up() {
    out_.words.reserve(out_.tokens.size());
    for (const TextToken& token : out_.tokens) out_.words.push_back(word(token.span.in(text_)));
    return std::move(out_);
  }

  static constexpr std::uint32_t kLongestAddress = 400;  // bytes looked at; not tuned
  std::string_view text_;
  const Tokeniser::Tables& tables_;
  TokenList out_;
  std::string scratch_;
  std::uint32_t here_ = 0;
  bool glued_ = false;
  std::uint8_t breaks_ = 0;
};

}  // namespace

TokenList Tokeniser::tokens(std::string_view text) const {
  return Walk(text, tables_).run();
}

TokenList Tokeniser::described(std::string_view text, const std::vector<ByteSpan>& spans) const {
  return Walk(text, tables_).describe(spans);
}

}  // namespace crossread::language
