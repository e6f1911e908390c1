// When two numbers measure one thing, and when they agree, go together or exclude each other.
#pragma once

#include <optional>

#include "types/account.h"

namespace crossread::claim {

// What a number says, with its bounds; empty: no bound. A number without bounds of its own ("some 90,000") is `rough`.
struct NumberRange {
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;
  bool rough = false;
  friend bool operator==(const NumberRange&, const NumberRange&) = default;
};

NumberRange range_of(const StatedQuantity& quantity);

// One unit and one `of`, or no word on it; parts with parts, wholes with wholes.
bool same_measure(const StatedQuantity& a, const StatedQuantity& b);

// Equal values: 48 and 48, three and 3.
bool equal(const NumberRange& a, const NumberRange& b);

// Neither excludes the other: at least 11 and 16; nearly 20 and 19; some 90,000 and 91,200; 41 million and 41.3
// million.
bool compatible(const NumberRange& a, const NumberRange& b);

}  // namespace crossread::claim
