#include "language/unit_values.h"

#include <fmt/format.h>

#include <cmath>

#include "language/time_days.h"
#include "language/time_periods.h"

namespace crossread::language {

namespace {

class UnitValue : TimeDays {
 public:
  using TimeDays::TimeDays;

  TimeValue pointed() {
    if (phrase_.unit == TimeUnit::day) return pointed_day();
    if (phrase_.unit == TimeUnit::quarter) return pointed_quarter();
    const bool rough = is_rough(phrase_.relation);
    std::optional<std::int32_t> from = rough ? rough_start() : context_.published;
    Anchor anchor = rough && from && context_.mentioned ? Anchor::text : Anchor::published;
    if (rough && !from) {
      from = context_.published;
      anchor = Anchor::published;
    }
    if (!from) return plain(TimeType::date, open_unit());
    return of_unit(*from, step(), anchor);
  }

  TimeValue shifted() {
    const bool back = phrase_.direction == Direction::ago || phrase_.direction == Direction::earlier;
    if (phrase_.vague) return plain(TimeType::date, back ? "PAST_REF" : "FUTURE_REF");
    const bool from_text = phrase_.direction == Direction::earlier || phrase_.direction == Direction::later;
    if (phrase_.unit == TimeUnit::year && back && context_.quarter && phrase_.count == 1) return year_before_quarter();
    std::optional<std::int32_t> from = from_text ? context_.mentioned : context_.published;
    Anchor anchor = from_text && from ? Anchor::text : Anchor::published;
    if (!from && from_text && phrase_.unit >= TimeUnit::month) from = context_.published;
    if (!from) return plain(TimeType::date, open_shift());
    return moved(*from, back ? -phrase_.count : phrase_.count, anchor);
  }

 private:
  std::optional<std::int32_t> rough_start() const {
    if (context_.mentioned) return context_.mentioned;
    if (context_.mentioned_month && phrase_.unit == TimeUnit::month) return context_.mentioned_month->first;
    if (context_.mentioned_year && phrase_.unit >= TimeUnit::year) return year_days(*context_.mentioned_year).first;
    return std::nullopt;
  }

  int step() const {
    switch (phrase_.relation) {
      case Relation::last:
      case Relation::previous:
        return -1;
      case Relation::next:
      case Relation::following:
        return 1;
      default:
        return 0;
    }
  }

  std::string open_unit() const {
    switch (phrase_.unit) {
      case TimeUnit::week:
        return "XXXX-WXX";
      case TimeUnit::weekend:
        return "XXXX-WXX-WE";
      case TimeUnit::month:
        return "XXXX-XX";
      case TimeUnit::quarter:
        return "XXXX-QX";
      default:
        return "XXXX";
    }
  }

  TimeValue of_unit(std::int32_t from, int step, Anchor anchor) {
    const YearMonthDay civil = civil_of(from);
    switch (phrase_.unit) {
      case TimeUnit::week:
      case TimeUnit::fortnight: {
        const std::int32_t day = from + 7 * step;
        return of_days(week_of(day), Grain::week, iso_week(day), anchor);
      }
      case TimeUnit::weekend:
        return weekend(from, step, anchor);
      case TimeUnit::month: {
        const YearMonthDay moved = civil_of(plus_months(month_days(civil.year, civil.month).first, step));
        return of_month(moved.year, moved.month, anchor);
      }
      case TimeUnit::half:
      case TimeUnit::year:
        return of_days(year_days(civil.year + step), Grain::year, iso_year(civil.year + step), anchor);
      case TimeUnit::decade: {
        const int decade = civil.year / 10 + step;
        return of_days({year_days(decade * 10).first, year_days(decade * 10 + 9).last}, Grain::decade,
                       fmt::format("{}X", decade), anchor);
      }
      case TimeUnit::century:
        return plain(TimeType::date, fmt::format("{:02}XX", civil.year / 100 + step));
      default:
        return plain(TimeType::date, "XXXX");
    }
  }

  TimeValue weekend(std::int32_t from, int step, Anchor anchor) {
    std::int32_t saturday = week_of(from).first + 5;
    if (step > 0) saturday += 7;
    if (step < 0) saturday = weekday_until(from - 1, 6) - 1;
    const bool early =
        phrase_.relation == Relation::none && from - week_of(from).first < 3;  // on a Tuesday: the last one
    if (step == 0 && saturday > from && (tense_ == Tense::past || (early && tense_ == Tense::unknown))) saturday -= 7;
    return of_days({saturday, saturday + 1}, Grain::day, iso_week(saturday) + "-WE", anchor);
  }

  // "last night", "this morning", "the next day", "that day".
  TimeValue pointed_day() {
    const bool rough = is_rough(phrase_.relation);
    const std::optional<std::int32_t> from = rough ? context_.mentioned : context_.published;
    if (!from) return open_day("XXXX-XX-XX");
    return of_day(*from + step(), rough ? Anchor::text : Anchor::published);
  }

  // "the quarter", "this quarter", "last quarter", "the 1988 quarter".
  TimeValue pointed_quarter() {
    std::optional<TimeContext::Quarter> from;
    Anchor anchor = Anchor::published;
    if (phrase_.relation == Relation::same) {
      from = context_.quarter;
      anchor = Anchor::text;
      if (from && phrase_.year) from->year = *phrase_.year;
    } else if (context_.published) {
      const YearMonthDay now = civil_of(*context_.published);
      from = TimeContext::Quarter{now.year, (now.month + 2) / 3};
    }
    if (!from && phrase_.year) return plain(TimeType::date, fmt::format("{:04}-QX", *phrase_.year));
    if (!from && context_.published) {
      return plain(TimeType::date, fmt::format("{:04}-QX", civil_of(*context_.published).year));
    }
    if (!from) return plain(TimeType::date, "XXXX-QX");
    const int index = from->year * 4 + from->quarter - 1 + step();
    const int year = index / 4;
    const int quarter = index % 4 + 1;
    return of_days(quarter_days(year, quarter), Grain::quarter, fmt::format("{:04}-Q{}", year, quarter), anchor);
  }

  // In a report on a quarter "a year ago" is that quarter of the year before.
  TimeValue year_before_quarter() {
    const int year = context_.quarter->year - 1;
    const int quarter = phrase_.quarter ? *phrase_.quarter : context_.quarter->quarter;
    return {TimeType::date, fmt::format("{:04}-Q{}", year, quarter),
            day_range(quarter_days(year, quarter), Grain::quarter, Anchor::text)};
  }

  std::string open_shift() const {
    switch (phrase_.unit) {
      case TimeUnit::week:
        return "XXXX-WXX";
      case TimeUnit::month:
        return "XXXX-XX";
      case TimeUnit::quarter:
        return "XXXX-QX";
      case TimeUnit::year:
      case TimeUnit::decade:
        return "XXXX";
      default:
        return "XXXX-XX-XX";
    }
  }

  TimeValue moved(std::int32_t from, double by, Anchor anchor) {
    static constexpr double kFarthest = 5000;  // years; keeps the arithmetic in range
    const YearMonthDay civil = civil_of(from);
    const double years = by * years_in(phrase_.unit);
    if (std::abs(years) > kFarthest || civil.year + years < 1 || civil.year + years > 9998) {
      return plain(TimeType::date, by < 0 ? "PAST_REF" : "FUTURE_REF");
    }
    switch (phrase_.unit) {
      case TimeUnit::second:
      case TimeUnit::minute:
      case TimeUnit::hour:
        return of_day_only(from, by, anchor);
      case TimeUnit::day:
        return of_day(from + static_cast<std::int32_t>(std::lround(by)), anchor);
      case TimeUnit::week:
      case TimeUnit::fortnight: {
        const double weeks = phrase_.unit == TimeUnit::week ? by : by * 2;
        const std::int32_t day = from + static_cast<std::int32_t>(std::lround(weeks * 7));
        return of_days(week_of(day), Grain::week, iso_week(day), anchor);
      }
      case TimeUnit::month: {
        const YearMonthDay at = civil_of(plus_months(month_days(civil.year, civil.month).first, std::lround(by)));
        return of_month(at.year, at.month, anchor);
      }
      default: {
        const int year = civil.year + static_cast<int>(std::lround(years));
        return of_days(year_days(year), Grain::year, iso_year(year), anchor);
      }
    }
  }

  // Hours move within a day whose own hour is not known: the day is all that can be said.
  TimeValue of_day_only(std::int32_t from, double by, Anchor anchor) {
    if (std::abs(by * years_in(phrase_.unit)) * 365.25 >= 1) {
      return of_day(from + static_cast<std::int32_t>(std::lround(by * years_in(phrase_.unit) * 365.25)), anchor);
    }
    TimeValue out = of_day(from, anchor);
    out.type = TimeType::time;
    return out;
  }
};

}  // namespace

TimeValue unit_value(const TimePhrase& phrase, Tense tense, TimeContext& context) {
  return UnitValue(phrase, tense, context).pointed();
}

TimeValue shift_value(const TimePhrase& phrase, Tense tense, TimeContext& context) {
  return UnitValue(phrase, tense, context).shifted();
}

}  // namespace crossread::language
