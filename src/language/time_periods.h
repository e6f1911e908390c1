// Lengths of time as TimeML writes them, and how they measure up.
#pragma once

#include <string>

#include "lexicon/calendar_words.h"

namespace crossread::language {

// "P3D", "PT2H", "PXW" for weeks that are not counted; a fraction turns to the next smaller unit.
std::string period(double count, bool vague, TimeUnit unit);

// Years of 365.25 days.
double years_in(TimeUnit unit);

}  // namespace crossread::language
