// The days that the reports of a story speak of.
#pragma once

#include <span>
#include <vector>

#include "chronicle/copies.h"
#include "types/brief.h"

namespace crossread {

// At most this many; those that most origins speak of, then most reports, then the earliest. Not tuned.
inline constexpr std::size_t kMaxDates = 12;

// In order of time. Dates of a month or less that could be resolved; each cites the first place in every report that
// names it.
std::vector<BriefDate> named_dates(std::span<const StoryFile::Member> members, const OriginAt& origin_at);

}  // namespace crossread
