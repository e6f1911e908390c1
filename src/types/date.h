// A stretch of time as a text gives it: "Wednesday", "January 3", "in September", "overnight".
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crossread {

enum class Grain : std::uint8_t { minute, hour, day, week, month, season, quarter, year, decade };

// What a date was reckoned from: the report's publication, another date of its text, or nothing that could be found.
enum class Anchor : std::uint8_t { published, text, unknown };

// A day of the proleptic Gregorian calendar and, where known, a minute of it. Local to `zone` of the Date that holds
// it.
struct CivilTime {
  std::int32_t day = 0;      // days since 1970-01-01
  std::int16_t minute = -1;  // minute of the day, 0 to 1439; -1: not known
  friend auto operator<=>(const CivilTime&, const CivilTime&) = default;
};

// Both ends inclusive; empty ends mean that it could not be resolved.
struct Date {
  std::optional<CivilTime> start;
  std::optional<CivilTime> end;
  Grain grain = Grain::day;
  std::optional<std::int16_t> zone_minutes;  // offset from UTC, east positive; empty: not known
  std::string text;                          // the words, "Wednesday"; empty when metadata gave it
  Anchor anchor = Anchor::unknown;
  friend bool operator==(const Date&, const Date&) = default;
};

std::int32_t day_of(int year, int month, int day);  // days since 1970-01-01; the date must be valid
struct YearMonthDay {
  int year = 1970;
  int month = 1;
  int day = 1;
  friend auto operator<=>(const YearMonthDay&, const YearMonthDay&) = default;
};
YearMonthDay civil_of(std::int32_t day);
int weekday_of(std::int32_t day);  // 0 Monday to 6 Sunday
bool valid_day(int year, int month, int day);
int days_in_month(int year, int month);

std::string iso(CivilTime time);  // "2020-01-08" or "2020-01-08T09:12"

// Reads "2020-01-08", "2020-01-08T09:12", "2020-01-08T09:12:30.5Z", "2020-01-08 09:12:30 +0330", RFC 2822 ("Wed, 08 Jan
// 2020 09:12:30 +0000"), and "2020-01" or "2020" (grain month, year). Empty if it is none of them or no valid date.
// `anchor` stays unknown.
std::optional<Date> parse_timestamp(std::string_view written);

// One point on the line for ordering and distances: minutes since 1970-01-01 UTC of the start, zone taken as UTC when
// unknown, a day without a time as its first minute. Empty if the start is.
std::optional<std::int64_t> minutes_of(const Date& date);

}  // namespace crossread
