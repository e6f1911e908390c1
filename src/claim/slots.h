// What a claim fills in, position by position, and the verdict on each slot (the rules: docs/design/claims.md).
#pragma once

#include <set>
#include <vector>

#include "claim/align.h"
#include "claim/item.h"
#include "claim/measures.h"
#include "claim/weights.h"
#include "types/claim.h"

namespace crossread::claim {

// A group of tellings as slots are drawn from it.
struct Tellings {
  const StorylineReports& storyline;
  const std::vector<Item>& items;
  const std::vector<std::uint32_t>& group;  // places in `items`, in order
  const Weights& weights;
};

// Counts and casualties: the slot of one measure, whose tellings may be of several groups.
Slot number_slot(const Tellings& tellings, const std::vector<Count>& counts, const Measure& measure);

// Whether it happened: told, denied, admitted, planned, undone, otherwise. `counters` are tellings that stand against
// it, `elsewhere` those of the storyline that stand against something else. Empty when all tell it alike.
std::vector<Slot> status_slots(const Tellings& tellings, const std::vector<std::uint32_t>& counters,
                               const std::set<std::uint32_t>& elsewhere);

// Writings of one quotation. Empty when it is quoted in the same words.
std::vector<Slot> wording_slots(const Tellings& tellings);

// Day and place, actor and recipient, as far as they are told.
std::vector<Slot> circumstance_slots(const Tellings& tellings);

}  // namespace crossread::claim
