#include "language/time_days.h"

#include <fmt/format.h>

namespace crossread::language {

Date day_range(DayRange days, Grain grain, Anchor anchor) {
  Date date;
  date.start = CivilTime{days.first, -1};
  date.end = CivilTime{days.last, -1};
  date.grain = grain;
  date.anchor = anchor;
  return date;
}

TimeValue TimeDays::plain(TimeType type, std::string value) {
  return {type, std::move(value), {}};
}

void TimeDays::remember_day(std::int32_t day) {
  context_.mentioned = day;
  if (!context_.published || day <= *context_.published) context_.narrated = day;
  const YearMonthDay civil = civil_of(day);
  context_.mentioned_month = month_days(civil.year, civil.month);
  context_.mentioned_year = civil.year;
}

TimeValue TimeDays::of_days(DayRange days, Grain grain, std::string value, Anchor anchor) {
  const YearMonthDay civil = civil_of(days.first);
  if (grain == Grain::month) context_.mentioned_month = days;
  if (grain == Grain::month || grain == Grain::year || grain == Grain::quarter) context_.mentioned_year = civil.year;
  return {TimeType::date, std::move(value), day_range(days, grain, anchor)};
}

TimeValue TimeDays::of_day(std::int32_t day, Anchor anchor) {
  remember_day(day);
  TimeValue out{TimeType::date, iso_day(day), day_range({day, day}, Grain::day, anchor)};
  add_hours(out, day);
  return out;
}

void TimeDays::add_hours(TimeValue& out, std::int32_t day) const {
  if (phrase_.clock) {
    const int minute = *phrase_.clock;
    out.type = TimeType::time;
    out.value += fmt::format("T{:02}:{:02}", minute / 60, minute % 60);
    CivilTime time{day + minute / 1440, static_cast<std::int16_t>(minute % 1440)};
    out.date.start = time;
    out.date.end = time;
    out.date.grain = phrase_.clock_minutes ? Grain::minute : Grain::hour;
    out.date.zone_minutes = phrase_.zone;
  } else if (!phrase_.day_part.empty()) {
    out.type = TimeType::time;
    out.value += fmt::format("T{}", phrase_.day_part);
    out.date.grain = Grain::hour;
    if (phrase_.overnight) out.date.end = CivilTime{day + 1, -1};
  }
}

TimeValue TimeDays::open_day(std::string value) const {
  TimeValue out = plain(TimeType::date, std::move(value));
  if (phrase_.clock || !phrase_.day_part.empty()) {
    out.type = TimeType::time;
    out.value += phrase_.clock ? fmt::format("T{:02}:{:02}", *phrase_.clock / 60, *phrase_.clock % 60)
                               : fmt::format("T{}", phrase_.day_part);
  }
  out.date.grain = out.type == TimeType::time ? Grain::hour : Grain::day;
  return out;
}

TimeValue TimeDays::of_month(int year, int month, Anchor anchor) {
  return of_days(month_days(year, month), Grain::month, iso_month(year, month), anchor);
}

}  // namespace crossread::language
