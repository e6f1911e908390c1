// The curves of how two parties treat each other, day by day: one chart a pair of parties, a curve a direction and
// status, a point for the claims of a day.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "types/brief.h"

namespace crossread {

// Two parties with the places in Brief::conduct of what each did to the other, one or two.
struct SituationChart {
  std::vector<std::size_t> conducts;
};

// In the order in which the brief has the first of each pair.
std::vector<SituationChart> charts_of(const Brief& brief);

// Where a point leads: an address, escaped; "" for nowhere.
using PointLink = std::function<std::string(std::size_t conduct, std::size_t point)>;

inline constexpr int kChartWidth = 640;
inline constexpr int kChartHeight = 200;

// The chart as the inside of an <svg> of kChartWidth by kChartHeight. All charts of a brief have one axis of days.
std::string chart_svg(const Brief& brief, const SituationChart& chart, const PointLink& link);

}  // namespace crossread
