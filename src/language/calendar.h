// The calendar beyond single days: ISO weeks, seasons, days with a name. Days are counted from 1970-01-01.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lexicon/calendar_words.h"
#include "types/date.h"

namespace crossread::language {

struct DayRange {
  std::int32_t first = 0;
  std::int32_t last = 0;  // inclusive
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

DayRange week_of(std::int32_t day);  // Monday to Sunday
DayRange month_days(int year, int month);
DayRange quarter_days(int year, int quarter);  // 1 to 4
DayRange half_days(int year, int half);        // 1 or 2
DayRange year_days(int year);
DayRange season_days(int year, std::string_view season);  // whole months; winter begins in December of the year before

// The day moved by months; a day that the month has not becomes its last.
std::int32_t plus_months(std::int32_t day, std::int64_t months);

// The weekday (0 Monday) nearest to the day: not after it, or not before it.
std::int32_t weekday_until(std::int32_t day, int weekday);
std::int32_t weekday_from(std::int32_t day, int weekday);

std::string iso_week(std::int32_t day);  // "2020-W02"
std::string iso_day(std::int32_t day);   // "2020-01-08"
std::string iso_month(int year, int month);
std::string iso_year(int year);
std::string_view season_of(std::int32_t day);  // "SP", "SU", "FA", "WI"

std::int32_t easter(int year);  // Sunday, western church
std::int32_t holiday_day(const HolidayRule& rule, int year);

}  // namespace crossread::language
