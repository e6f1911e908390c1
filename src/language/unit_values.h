// The values of phrases that point at a unit of time ("this week", "the previous night") or move by some of them
// ("three days later", "a year ago").
#pragma once

#include "language/time_values.h"

namespace crossread::language {

TimeValue unit_value(const TimePhrase& phrase, Tense tense, TimeContext& context);
TimeValue shift_value(const TimePhrase& phrase, Tense tense, TimeContext& context);

}  // namespace crossread::language
