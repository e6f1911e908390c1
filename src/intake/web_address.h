// Web addresses in the one form in which two writings of the same address are equal, and what they say of the day.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexicon/tracking_parameters.h"
#include "types/date.h"

namespace crossread::intake {

// Scheme and host in lower case, default port, fragment and tracking parameters gone, an empty path as `/`. Empty if
// `written` is no absolute http or https address.
std::optional<std::string> canonical_address(std::string_view written, const TrackingParameters& tracking);

// The day in its path: ".../2025/03/14/...", ".../2025-03-14-...", ".../20250314/...", ".../2025/mar/14/...". Whole
// days only: a year and a month alone are no date of publication.
std::optional<Date> date_in_address(std::string_view address);

}  // namespace crossread::intake
