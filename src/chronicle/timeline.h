// The claims of a storyline in order of time: an event by when it happened, a statement by when it was said.
#pragma once

#include <vector>

#include "types/claim.h"
#include "types/timeline.h"

namespace crossread {

// By the start of the date, finer grains first, then by claim id. Claims whose date is not known have no entry.
std::vector<TimelineEntry> timeline_of(const std::vector<Claim>& claims);

// The order of timeline_of(), to merge the timelines of several storylines.
bool earlier(const TimelineEntry& a, const TimelineEntry& b);

}  // namespace crossread
