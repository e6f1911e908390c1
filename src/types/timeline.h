// What follows from the claims of a storyline: their order in time, the state between parties day by day, and what
// people were told to do or not to do. Made by the stage `chronicle`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "types/date.h"
#include "types/span.h"

namespace crossread {

enum class TimeOf : std::uint8_t { happening, saying };
inline constexpr std::size_t kTimeOfCount = 2;

struct TimelineEntry {
  Date date;  // with a start
  ClaimId claim;
  TimeOf time_of = TimeOf::happening;
  friend bool operator==(const TimelineEntry&, const TimelineEntry&) = default;
};

enum class AdvisoryKind : std::uint8_t { ban, closure, warning, advice };
inline constexpr std::size_t kAdvisoryKindCount = 4;

// A ban, closure, warning or piece of advice.
struct Advisory {
  std::optional<EntityId> issuer;
  AdvisoryKind what = AdvisoryKind::advice;
  std::optional<std::string> to;  // whom it is given to, in words
  std::vector<EntityId> place;
  std::optional<Date> date;
  Evidence evidence;
  friend bool operator==(const Advisory&, const Advisory&) = default;
};

// How a party treated another on a day, by the PLOVER scores of the merged claims.
struct SituationRow {
  std::int32_t day = 0;  // days since 1970-01-01
  std::string actor;     // country, ISO 3166-1 alpha-3, or the name of a body
  std::string recipient;
  std::int32_t score = 0;  // thousandths of PLOVER's scale, -10,000 (most hostile) to 10,000
  std::vector<ClaimId> claims;
  friend bool operator==(const SituationRow&, const SituationRow&) = default;
};

std::string_view name_of(TimeOf time_of);
std::string_view name_of(AdvisoryKind what);

}  // namespace crossread
