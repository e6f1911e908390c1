// Numbers as texts write them: "22", "1,000", "1.5 million", "twenty-two", "two dozen", "hundreds of thousands".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "language/text_tokens.h"
#include "lexicon/number_words.h"

namespace crossread::language {

struct Number {
  std::uint32_t end = 0;  // the token after it
  double value = 0;
  bool vague = false;    // "dozens": the value is no more than a scale
  bool digits = false;   // begins with digits
  bool ordinal = false;  // "third", "3rd"
};

class NumberReader {
 public:
  // All must outlive it.
  NumberReader(std::string_view text, const TokenList& list, const NumberWords& words)
      : text_(text), list_(list), words_(words) {}

  // The longest number that begins at the token and ends before `limit`; "a" and "an" begin one only as in "a dozen".
  std::optional<Number> read(std::uint32_t at, std::uint32_t limit) const;

 private:
  std::string_view form(std::uint32_t at) const { return list_.tokens[at].span.in(text_); }
  NumberWords::Entry entry(std::uint32_t at) const { return words_[list_.words[at]]; }
  std::optional<Number> read_digits(std::uint32_t at, std::uint32_t limit) const;
  std::optional<Number> read_words(std::uint32_t at, std::uint32_t limit) const;
  std::optional<Number> read_half(std::uint32_t at, std::uint32_t limit) const;
  std::optional<Number> read_vague(std::uint32_t at, std::uint32_t limit) const;

  // A number in words so far.
  struct Sum {
    double total = 0;    // closed by a scale of a thousand or more
    double current = 0;  // what the next scale multiplies
    bool small = false;  // a unit or ten was read last
    NumberWordKind last = NumberWordKind::none;
  };
  static bool add(NumberWords::Entry word, Sum& sum);
  static bool multiplies(NumberWordKind kind);
  std::uint32_t over_joint(std::uint32_t at, std::uint32_t limit, NumberWordKind last) const;
  void scale(Number& number, std::uint32_t limit) const;
  bool hyphen(std::uint32_t at, std::uint32_t limit) const;

  std::string_view text_;
  const TokenList& list_;
  const NumberWords& words_;
};

// The value of "22", "1,000", "1.5", ".5"; empty for anything else.
std::optional<double> decimal_value(std::string_view form);

// 21 of "21st"; empty if it is no ordinal in digits.
std::optional<int> ordinal_value(std::string_view form);

// The form as a whole number without signs, if it has at most `digits` digits.
std::optional<int> plain_integer(std::string_view form, std::size_t digits);

}  // namespace crossread::language
