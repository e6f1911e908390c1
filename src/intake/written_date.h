// Dates of publication as pages write them out: "Published: 14 March 2025 09:12 GMT", "Friday, March 14, 2025",
// "2025-03-14", "2030 hrs IST, 15 October 2024". Whole days only, and never a guess: 03/04/2025 is none.
// Guarded by tests/intake/written_date_test.cpp.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/date_words.h"
#include "lexicon/line_pattern.h"
#include "types/date.h"

namespace crossread::intake {

// The first whole date in the words, with the time of day if the words give one. `text` is what the words' spans point
// into; the date's own words go into Date::text.
std::optional<Date> written_date(std::string_view text, const std::vector<LineToken>& words, const DateWords& lexicon);

enum class DateLine {
  none,       // other words stand there too
  partial,    // nothing but a date, which does not say day, month and year
  published,  // nothing but a date
  updated     // the line says that it is that of a change
};
DateLine date_line(std::string_view text, const std::vector<LineToken>& words, const DateWords& lexicon);

}  // namespace crossread::intake
