#include "chronicle/timeline.h"

#include <algorithm>
#include <tuple>

namespace crossread {

bool earlier(const TimelineEntry& a, const TimelineEntry& b) {
  const auto key = [](const TimelineEntry& entry) {
    return std::tuple(entry.date.start->day, entry.date.grain, entry.date.start->minute, entry.claim, entry.time_of);
  };
  return key(a) < key(b);
}

std::vector<TimelineEntry> timeline_of(const std::vector<Claim>& claims) {
  std::vector<TimelineEntry> entries;
  for (const Claim& claim : claims) {
    if (!claim.date || !claim.date->start) continue;
    entries.push_back({*claim.date, claim.id, claim.kind == ClaimKind::event ? TimeOf::happening : TimeOf::saying});
  }
  std::ranges::sort(entries, earlier);
  return entries;
}

}  // namespace crossread
