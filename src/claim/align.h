// Which tellings tell of one thing. Three steps: candidates by what they share (a kind of deed and a party, a day, a
// rare word), a score for each pair from its signs, and groups. Between two reports a telling is paired with its best
// match alone, for a report seldom tells a thing twice in the same terms; groups then grow from the surest pair on, as
// long as the tellings of two groups fit each other on average.
//
// Tellings in the same words (copies) count as one, so that a copy changes nothing in how the others are grouped.
//
// Guarded by tests/claim/settle_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "claim/pair_signs.h"
#include "claim/weights.h"

namespace crossread::claim {

struct Group {
  std::vector<std::uint32_t> items;  // places in the list of items, in order
};

// Every item is in exactly one group; groups in order of their first items. An event may stand with statements.
std::vector<Group> align(const StorylineReports& storyline, const std::vector<Item>& items, const Weights& weights);

// The place in `groups` of the group of each item.
std::vector<std::uint32_t> groups_of_items(const std::vector<Group>& groups, std::size_t items);

}  // namespace crossread::claim
