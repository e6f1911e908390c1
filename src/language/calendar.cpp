#include "language/calendar.h"

#include <fmt/format.h>

#include <algorithm>

namespace crossread::language {
namespace {

std::int32_t nth_weekday(int year, int month, int nth, int weekday) {
  static constexpr int kLast = 5;
  if (nth == kLast) return weekday_until(day_of(year, month, days_in_month(year, month)), weekday);
  return weekday_from(day_of(year, month, 1), weekday) + 7 * (nth - 1);
}

}  // namespace

DayRange week_of(std::int32_t day) {
  const std::int32_t monday = day - weekday_of(day);
  return {monday, monday + 6};
}

DayRange month_days(int year, int month) {
  return {day_of(year, month, 1), day_of(year, month, days_in_month(year, month))};
}

DayRange quarter_days(int year, int quarter) {
  return {month_days(year, quarter * 3 - 2).first, month_days(year, quarter * 3).last};
}

DayRange half_days(int year, int half) {
  return {quarter_days(year, half * 2 - 1).first, quarter_days(year, half * 2).last};
}

DayRange year_days(int year) {
  return {day_of(year, 1, 1), day_of(year, 12, 31)};
}

DayRange season_days(int year, std::string_view season) {
  if (season == "SP") return {month_days(year, 3).first, month_days(year, 5).last};
  if (season == "SU") return {month_days(year, 6).first, month_days(year, 8).last};
  if (season == "FA") return {month_days(year, 9).first, month_days(year, 11).last};
  return {month_days(year - 1, 12).first, month_days(year, 2).last};
}

std::int32_t plus_months(std::int32_t day, std::int64_t months) {
  const YearMonthDay from = civil_of(day);
  const std::int64_t count = std::int64_t{from.year} * 12 + from.month - 1 + months;
  const auto year = static_cast<int>(std::clamp<std::int64_t>(count / 12, 1, 9999));
  const int month = static_cast<int>(((count % 12) + 12) % 12) + 1;
  return day_of(year, month, std::min(from.day, days_in_month(year, month)));
}

std::int32_t weekday_until(std::int32_t day, int weekday) {
  return day - (weekday_of(day) - weekday + 7) % 7;
}

std::int32_t weekday_from(std::int32_t day, int weekday) {
  return day + (weekday - weekday_of(day) + 7) % 7;
}

std::string iso_week(std::int32_t day) {
  const std::int32_t thursday = week_of(day).first + 3;  // its year is the week's
  const int year = civil_of(thursday).year;
  return fmt::format("{:04}-W{:02}", year, (thursday - day_of(year, 1, 1)) / 7 + 1);
}

std::string iso_day(std::int32_t day) {
  return iso(CivilTime{day, -1});
}

std::string iso_month(int year, int month) {
  return fmt::format("{:04}-{:02}", year, month);
}

std::string iso_year(int year) {
  return fmt::format("{:04}", year);
}

std::string_view season_of(std::int32_t day) {
  const int month = civil_of(day).month;
  if (month >= 3 && month <= 5) return "SP";
  if (month >= 6 && month <= 8) return "SU";
  return month >= 9 && month <= 11 ? "FA" : "WI";
}

// The algorithm printed anonymously in Nature, 20 April 1876 (Meeus, Astronomical Algorithms, chapter 8).
std::int32_t easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return day_of(year, sum / 31, sum % 31 + 1);
}

std::int32_t holiday_day(const HolidayRule& rule, int year) {
  switch (rule.kind) {
    case HolidayRule::Kind::fixed:
      return day_of(year, rule.month, std::min(rule.day, days_in_month(year, rule.month)));
    case HolidayRule::Kind::nth_weekday:
      return nth_weekday(year, rule.month, rule.day, rule.weekday);
    case HolidayRule::Kind::election_day:
      return nth_weekday(year, rule.month, 1, 0) + 1;
    case HolidayRule::Kind::easter:
      return easter(year) + rule.day;
  }
  return 0;
}

}  // namespace crossread::language
