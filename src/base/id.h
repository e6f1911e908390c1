// Ids that cannot be mixed up: one type per noun, a 64-bit value derived from content, printed as a letter and 16 hex
// digits.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>

#include "base/hash.h"

namespace crossread {

template <char Letter>
struct Id {
  std::uint64_t value = 0;
  friend auto operator<=>(const Id&, const Id&) = default;
  std::string str() const { return Letter + hex(value); }
};

using ReportId = Id<'r'>;
using OriginId = Id<'o'>;
using StoryId = Id<'s'>;
using StorylineId = Id<'l'>;
using EntityId = Id<'e'>;
using StatementId = Id<'t'>;
using EventId = Id<'v'>;
using QuantityId = Id<'q'>;
using ClaimId = Id<'c'>;

// The row of a report in one store, counted from 1 in order of arrival. Never shown: it depends on the order of
// arrival.
struct ReportNumber {
  std::uint32_t value = 0;
  friend auto operator<=>(const ReportNumber&, const ReportNumber&) = default;
};

}  // namespace crossread

template <char Letter>
struct std::hash<crossread::Id<Letter>> {
  std::size_t operator()(const crossread::Id<Letter>& id) const noexcept { return id.value; }
};

template <>
struct std::hash<crossread::ReportNumber> {
  std::size_t operator()(const crossread::ReportNumber& number) const noexcept { return number.value; }
};
