// What each telling stands against: "not a peso was handed over" the lorry that climbed to the frontier with 140,000
// dollars; "it was called off" the strike that was announced. A denial seldom has the words of what it denies, and much
// that counters another telling is no denial in form, so it is matched by a model of its own, over the signs of pairs.
//
// Guarded by tests/claim/candidates_test.cpp and settle_test.cpp.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "claim/align.h"

namespace crossread::claim {

// The tellings of one group, of one or more reports, that stand against another (or against others of their own group).
struct Counter {
  std::vector<std::uint32_t> items;  // in order
  std::uint32_t group = 0;           // place in the list of groups: what they stand against
  std::int32_t score = 0;            // thousandths of log odds
};

// Items of which the first may stand against the second; the pairs that are scored.
std::vector<std::pair<std::uint32_t, std::uint32_t>> counter_pairs(const StorylineReports& storyline,
                                                                   const std::vector<Item>& items);

// The signs of such a pair, with what the model of one thing says of it.
PairSigns counter_signs(const Comparison& comparison, const Item& a, const Item& b, const Weights& weights);

// Puts the deny statements of groups in which others tell the same into groups of their own.
void part_denials(const StorylineReports& storyline, const std::vector<Item>& items, std::vector<Group>& groups);

// In order of their first items; a telling of which it cannot be told what it stands against is left out.
std::vector<Counter> counters_of(const StorylineReports& storyline, const std::vector<Item>& items,
                                 const std::vector<Group>& groups, const Weights& weights);

}  // namespace crossread::claim
