// In what two tellings that stand against each other differ: where, when, who, to whom or why.
//
// Guarded by tests/claim/difference_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "claim/slots.h"

namespace crossread::claim {

struct Difference {
  SlotKind slot = SlotKind::status;
  std::string one;    // what the first tells
  std::string other;  // what the second tells
};

// The first that is known of both and excludes the other: place, actor, recipient, day; else the cause where one of the
// two gives one. Nothing where none of these tells them apart.
std::optional<Difference> difference(const Tellings& tellings, const Item& one, const Item& other);

}  // namespace crossread::claim
