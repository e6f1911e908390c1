#include "chronicle/named_dates.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace crossread {
namespace {

using Days = std::pair<std::int32_t, std::int32_t>;  // first and last day

bool usable(const TimeExpression& time) {
  const bool named = time.type == TimeType::date || time.type == TimeType::time;
  return named && time.date.start && time.date.end && time.date.grain <= Grain::month;
}

// Days without the hour: "Wednesday night" and "Wednesday" stand together.
Date whole_days(const Date& date) {
  Date days;
  days.start = CivilTime{date.start->day, -1};
  days.end = CivilTime{date.end->day, -1};
  days.grain = std::max(date.grain, Grain::day);
  days.anchor = date.anchor;
  return days;
}

}  // namespace

std::vector<BriefDate> named_dates(std::span<const StoryFile::Member> members, const OriginAt& origin_at) {
  std::map<Days, BriefDate> named;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    for (const TimeExpression& time : members[i].analysis.times) {
      if (!usable(time)) continue;
      BriefDate& entry = named[{time.date.start->day, time.date.end->day}];
      if (!entry.citations.empty() && entry.citations.back().report == i) continue;
      if (entry.citations.empty()) entry.date = whole_days(time.date);
      entry.citations.push_back({i, time.span});
    }
  }
  std::vector<BriefDate> dates;
  for (auto& [days, entry] : named) {
    entry.origins = origin_at.count(entry.citations);
    dates.push_back(std::move(entry));
  }
  std::ranges::stable_sort(dates, std::greater{},
                           [](const BriefDate& date) { return std::tuple(date.origins, date.citations.size()); });
  dates.resize(std::min(dates.size(), kMaxDates));
  std::ranges::sort(dates, {}, [](const BriefDate& date) { return std::tuple(*date.date.start, *date.date.end); });
  return dates;
}

}  // namespace crossread
