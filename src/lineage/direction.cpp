#include "lineage/direction.h"

#include <optional>
#include <utility>

#include "lineage/credits.h"

namespace crossread {
namespace {

// The first and last minute in which a report may have come out; empty when it does not say.
std::optional<std::pair<std::int64_t, std::int64_t>> published(const Report& report) {
  if (!report.published || !report.published->end) return std::nullopt;
  const std::optional<std::int64_t> begin = minutes_of(*report.published);
  Date last = *report.published;
  last.start = last.end;
  const std::optional<std::int64_t> end = minutes_of(last);
  if (!begin || !end) return std::nullopt;
  constexpr std::int64_t kDay = 24 * 60;
  return std::pair(*begin, *end + (last.end->minute < 0 ? kDay - 1 : 0));
}

CopyDirection by_time(const Report& report, const Report& other) {
  const auto mine = published(report);
  const auto theirs = published(other);
  if (!mine || !theirs) return CopyDirection::unknown;
  if (mine->first > theirs->second) return CopyDirection::from;
  if (theirs->first > mine->second) return CopyDirection::to;
  return CopyDirection::unknown;
}

CopyDirection by_credit(const Report& report, const Report& other) {
  const bool mine = credits(report, other);
  const bool theirs = credits(other, report);
  if (mine == theirs) return CopyDirection::unknown;
  return mine ? CopyDirection::from : CopyDirection::to;
}

// A text that stands nearly whole in a much longer one was cut from it.
CopyDirection by_containment(double share, double other_share) {
  constexpr double kWhole = 0.95;
  constexpr double kCut = 0.75;
  if (share >= kWhole && other_share < kCut) return CopyDirection::from;
  if (other_share >= kWhole && share < kCut) return CopyDirection::to;
  return CopyDirection::unknown;
}

}  // namespace

CopyDirection direction(const Report& report, const Report& other, double share, double other_share) {
  for (const CopyDirection told :
       {by_time(report, other), by_credit(report, other), by_containment(share, other_share)}) {
    if (told != CopyDirection::unknown) return told;
  }
  return CopyDirection::unknown;
}

}  // namespace crossread
