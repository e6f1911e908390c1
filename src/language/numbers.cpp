#include "language/numbers.h"

#include <charconv>
#include <cmath>
#include <string>

namespace crossread::language {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

double power_of_ten(int exponent) {
  double value = 1;
  for (int i = 0; i < exponent; ++i) value *= 10;
  return value;
}

// "1/2" as 0.5; empty if it is no proper fraction.
std::optional<double> fraction_value(std::string_view form) {
  const std::size_t slash = form.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto top = plain_integer(form.substr(0, slash), 2);
  const auto bottom = plain_integer(form.substr(slash + 1), 2);
  if (!top || !bottom || *top == 0 || *top >= *bottom) return std::nullopt;
  return static_cast<double>(*top) / *bottom;
}

}  // namespace

std::optional<int> plain_integer(std::string_view form, std::size_t digits) {
  if (form.empty() || form.size() > digits) return std::nullopt;
  int value = 0;
  for (const char c : form) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<double> decimal_value(std::string_view form) {
  static constexpr std::size_t kMostDigits = 18;
  std::string plain;
  std::size_t stops = 0;
  for (const char c : form) {
    if (c == ',') continue;
    if (c == '.' ? ++stops > 1 : !is_digit(c)) return std::nullopt;
    plain += c;
  }
  if (plain.empty() || plain == "." || plain.size() > kMostDigits) return std::nullopt;
  double value = 0;
  const auto [end, fault] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (fault != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
  return value;
}

std::optional<int> ordinal_value(std::string_view form) {
  if (form.size() < 3) return std::nullopt;
  const std::string_view tail = form.substr(form.size() - 2);
  if (tail != "st" && tail != "nd" && tail != "rd" && tail != "th") return std::nullopt;
  return plain_integer(form.substr(0, form.size() - 2), 4);
}

std::optional<Number> NumberReader::read(std::uint32_t at, std::uint32_t limit) const {
  if (at >= limit) return std::nullopt;
  if (list_.tokens[at].shape == Shape::number) return read_digits(at, limit);
  if (auto vague = read_vague(at, limit)) return vague;
  if (auto half = read_half(at, limit)) return half;
  return read_words(at, limit);
}

// "half a million", "half a dozen".
std::optional<Number> NumberReader::read_half(std::uint32_t at, std::uint32_t limit) const {
  if (entry(at).kind != NumberWordKind::fraction || entry(at).value != 2 || at + 2 >= limit) return std::nullopt;
  if (form(at + 1) != "a") return std::nullopt;
  auto whole = read_words(at + 1, limit);
  if (whole) whole->value /= 2;
  return whole;
}

std::optional<Number> NumberReader::read_digits(std::uint32_t at, std::uint32_t limit) const {
  if (const auto ordinal = ordinal_value(form(at)))
    return Number{at + 1, static_cast<double>(*ordinal), false, true, true};
  Number number{at + 1, 0, false, true, false};
  if (const auto value = decimal_value(form(at))) {
    number.value = *value;
  } else if (const auto part = fraction_value(form(at))) {
    number.value = *part;
    return number;
  } else {
    return std::nullopt;
  }
  if (at + 1 < limit && list_.tokens[at + 1].shape == Shape::number) {
    if (const auto part = fraction_value(form(at + 1))) {
      number.value += *part;  // "5 1/2"
      number.end = at + 2;
    }
  }
  scale(number, limit);
  return number;
}

bool NumberReader::hyphen(std::uint32_t at, std::uint32_t limit) const {
  return at < limit && list_.tokens[at].glued && form(at) == "-";
}

// Takes in "million", "bn", "-million"; after words not the short forms.
void NumberReader::scale(Number& number, std::uint32_t limit) const {
  while (number.end < limit) {
    const std::uint32_t at = hyphen(number.end, limit) ? number.end + 1 : number.end;
    if (at >= limit) return;
    const NumberWords::Entry next = entry(at);
    const bool short_form = next.kind == NumberWordKind::short_scale && number.digits;
    if (next.kind != NumberWordKind::scale && !short_form) return;
    number.value *= power_of_ten(next.value);
    number.end = at + 1;
    if (short_form) return;
  }
}

// "twenty-two", "two hundred and fifty thousand", "a dozen".
std::optional<Number> NumberReader::read_words(std::uint32_t at, std::uint32_t limit) const {
  Sum sum;
  std::uint32_t next = at;
  if (form(at) == "a" || form(at) == "an" || form(at) == "A" || form(at) == "An") {
    if (at + 1 >= limit || !multiplies(entry(at + 1).kind)) return std::nullopt;
    sum.current = 1;
    sum.small = true;
    sum.last = NumberWordKind::unit;
    next = at + 1;
  }
  std::uint32_t end = at;
  for (; next < limit; end = ++next) {
    if (end > at) next = over_joint(next, limit, sum.last);
    const NumberWords::Entry word = entry(next);
    if (word.kind == NumberWordKind::ordinal && (end == at || sum.last == NumberWordKind::ten)) {
      return Number{next + 1, sum.total + sum.current + word.value, false, false, true};
    }
    if (!add(word, sum)) break;
  }
  if (end == at) return std::nullopt;
  return Number{end, sum.total + sum.current, false, false, false};
}

bool NumberReader::multiplies(NumberWordKind kind) {
  return kind == NumberWordKind::scale || kind == NumberWordKind::group;
}

// Steps over the hyphen of "twenty-two" and the "and" of "two hundred and two" if the number goes on behind it.
std::uint32_t NumberReader::over_joint(std::uint32_t at, std::uint32_t limit, NumberWordKind last) const {
  if (at + 1 >= limit) return at;
  const NumberWordKind next = entry(at + 1).kind;
  const bool small = next == NumberWordKind::unit || next == NumberWordKind::ten;
  if (form(at) == "and" && last == NumberWordKind::scale && small) return at + 1;
  if (!hyphen(at, limit)) return at;
  return small || next == NumberWordKind::scale || next == NumberWordKind::ordinal ? at + 1 : at;
}

// Takes the word into the sum; false if it cannot follow what was read.
bool NumberReader::add(NumberWords::Entry word, Sum& sum) {
  switch (word.kind) {
    case NumberWordKind::unit:
      if (sum.small && (sum.last != NumberWordKind::ten || word.value >= 10 || word.value == 0)) return false;
      sum.current += word.value;
      sum.small = true;
      break;
    case NumberWordKind::ten:
      if (sum.small) return false;
      sum.current += word.value;
      sum.small = true;
      break;
    case NumberWordKind::scale:
      if (sum.last == NumberWordKind::none) return false;
      sum.current = (sum.current == 0 ? 1 : sum.current) * power_of_ten(word.value);
      if (word.value >= 3) {
        sum.total += sum.current;
        sum.current = 0;
      }
      sum.small = false;
      break;
    case NumberWordKind::group:
      if (sum.last == NumberWordKind::none) return false;
      sum.current *= word.value;
      sum.small = true;
      break;
    default:
      return false;
  }
  sum.last = word.kind;
  return true;
}

// "dozens", "hundreds of thousands".
std::optional<Number> NumberReader::read_vague(std::uint32_t at, std::uint32_t limit) const {
  const NumberWords::Entry first = entry(at);
  if (first.kind != NumberWordKind::vague) return std::nullopt;
  Number number{at + 1, static_cast<double>(first.value), true, false, false};
  while (number.end + 1 < limit && form(number.end) == "of" && entry(number.end + 1).kind == NumberWordKind::vague) {
    number.value *= entry(number.end + 1).value;
    number.end += 2;
  }
  return number;
}

}  // namespace crossread::language
