// What each denial denies: "not a peso was handed over" the lorry that climbed to the frontier with 140,000 dollars. A
// denial seldom has the words of what it denies, so it is matched by a model of its own, over the same signs.
//
// Guarded by tests/claim/candidates_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claim/align.h"

namespace crossread::claim {

// The denials of one group, said in one or more reports, with what they are of.
struct Denial {
  std::vector<std::uint32_t> items;  // deny statements, in order
  std::uint32_t group = 0;           // place in the list of groups
  std::int32_t score = 0;            // thousandths of log odds
};

// Puts the deny statements of groups in which others tell the same into groups of their own.
void part_denials(const StorylineReports& storyline, const std::vector<Item>& items, std::vector<Group>& groups);

// In order of their first items; a denial of which it cannot be told what it is of is left out.
std::vector<Denial> denials_of(const StorylineReports& storyline, const std::vector<Item>& items,
                               const std::vector<Group>& groups, const Weights& weights);

}  // namespace crossread::claim
