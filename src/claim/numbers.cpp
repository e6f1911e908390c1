#include "claim/numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "text/stem.h"
#include "text/words.h"

namespace crossread::claim {
namespace {

constexpr double kNone = std::numeric_limits<double>::infinity();
constexpr double kRough = 0.1;  // "some 90,000" is 81,000 to 99,000; not tuned

// The step of the last digit that a number spells out: 41,000,000 has a million, 41.3 a tenth.
double step_of(double value) {
  double step = 1;
  if (value == 0) return step;
  if (value != std::floor(value)) {
    while (step > 1e-4 && std::abs(value / step - std::round(value / step)) > 1e-9) step /= 10;
    return step;
  }
  while (std::fmod(value, step * 10) == 0) step *= 10;
  return step;
}

// A round number stands for those that are rounded to it, if it has at most two digits of its own and is large.
bool is_rounding(double round, double exact) {
  const double step = step_of(round);
  return step > step_of(exact) && std::abs(round) >= 10 * step && std::abs(round - exact) <= step / 2;
}

double low_of(const NumberRange& n) {
  if (n.low) return *n.low;
  if (n.rough && n.value) return *n.value * (1 - kRough);
  return -kNone;
}
double high_of(const NumberRange& n) {
  if (n.high) return *n.high;
  if (n.rough && n.value) return *n.value * (1 + kRough);
  return kNone;
}

bool same_word(std::string_view a, std::string_view b) {
  return a == b || stem(folded(a)) == stem(folded(b));
}

}  // namespace

NumberRange range_of(const StatedQuantity& quantity) {
  const bool rough = quantity.value && !quantity.low && !quantity.high;
  return {quantity.value, quantity.low, quantity.high, rough};
}

bool same_measure(const StatedQuantity& a, const StatedQuantity& b) {
  if (a.unit.empty() || b.unit.empty() || !same_word(a.unit, b.unit)) return false;
  if (a.part_of.has_value() != b.part_of.has_value()) return false;
  return a.of == b.of || a.of.empty() || b.of.empty() || same_word(a.of, b.of);
}

bool equal(const NumberRange& a, const NumberRange& b) {
  if (a.value && b.value) return *a.value == *b.value;
  return a.low && b.low && a.high && b.high && *a.low == *b.low && *a.high == *b.high;
}

bool compatible(const NumberRange& a, const NumberRange& b) {
  if (equal(a, b)) return true;
  if (low_of(a) <= high_of(b) && low_of(b) <= high_of(a)) return true;
  return a.value && b.value && (is_rounding(*a.value, *b.value) || is_rounding(*b.value, *a.value));
}

}  // namespace crossread::claim
