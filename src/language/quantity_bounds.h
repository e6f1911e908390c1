// The words that bound a number from above or below: "at least 11", "22 or more", "about 50".
#pragma once

#include <cstdint>
#include <string_view>

#include "language/quantity_view.h"

namespace crossread::language {

enum class Bound : std::uint8_t { exact, at_least, at_most, about };

// Steps back from `first` over "at least" and the like, not beyond `floor`, and takes it in. `unit`: of what is
// counted.
Bound bound_before(const QuantityView& view, std::uint32_t& first, std::uint32_t floor, std::string_view unit);

// "22 or more", "22 at most", "50 or so", "seventy, more or less": takes them into `tokens` and `got`.
void bound_after(const QuantityView& view, TokenRange& tokens, NumberReading& got);

void apply(Bound bound, NumberReading& got);

}  // namespace crossread::language
