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

// "twenty-two", "two hundred and fifty thousand", "a dozen", "half a million", "two and a half".
std::optional<Number> NumberReader::read_words(std::uint32_t at, std::uint32_t limit) const {
  double total = 0;    // closed by a scale of a thousand or more
  double current = 0;  // under it
  std::uint32_t end = at;
  bool any = false;
  bool small = false;  // a unit or ten was just read
  NumberWordKind last = NumberWordKind::none;
  if (form(at) == "a" || form(at) == "an" || form(at) == "A" || form(at) == "An") {
    if (at + 1 >= limit) return std::nullopt;
    const NumberWordKind next = entry(at + 1).kind;
    if (next != NumberWordKind::scale && next != NumberWordKind::group) return std::nullopt;
    current = 1;
    end = at + 1;
    small = true;
  }
  for (std::uint32_t i = end; i < limit; ++i) {
    const bool joined = hyphen(i, limit) && any;
    const bool with_and = any && form(i) == "and" && last == NumberWordKind::scale;
    if ((joined || with_and) && i + 1 < limit) {
      const NumberWordKind next = entry(i + 1).kind;
      const bool goes_on = next == NumberWordKind::unit || next == NumberWordKind::ten ||
                           (joined && (next == NumberWordKind::scale || next == NumberWordKind::ordinal));
      if (!goes_on) break;
      ++i;
    }
    const NumberWords::Entry word = entry(i);
    if (word.kind == NumberWordKind::unit) {
      if (small && (last != NumberWordKind::ten || word.value >= 10 || word.value == 0)) break;
      current += word.value;
      small = true;
    } else if (word.kind == NumberWordKind::ten) {
      if (small) break;
      current += word.value;
      small = true;
    } else if (word.kind == NumberWordKind::scale && (any || end > at)) {
      current = (current == 0 ? 1 : current) * power_of_ten(word.value);
      if (word.value >= 3) {
        total += current;
        current = 0;
      }
      small = false;
    } else if (word.kind == NumberWordKind::group && (any || end > at)) {
      current *= word.value;
      small = true;
    } else if (word.kind == NumberWordKind::ordinal && (last == NumberWordKind::ten || !any) &&
               end == (any ? end : at)) {
      const double value = total + current + word.value;
      return Number{i + 1, value, false, false, true};
    } else {
      break;
    }
    any = true;
    last = word.kind;
    end = i + 1;
  }
  if (!any) return std::nullopt;
  return Number{end, total + current, false, false, false};
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
