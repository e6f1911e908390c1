// The value of a phrase that names parts of a date or clock: "Friday evening", "Jan. 3", "the 1980s".
#pragma once

#include "language/time_values.h"

namespace crossread::language {

TimeValue calendar_value(const TimePhrase& phrase, Tense tense, TimeContext& context);

}  // namespace crossread::language
