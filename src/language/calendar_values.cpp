// A bare weekday or date without year lies near the day of publication: before it, unless the words around it speak of
// what is to come; a report that has said "last Friday" means the same day by a later "Friday".
#include "language/calendar_values.h"

#include <fmt/format.h>

#include <cstdlib>

#include "language/time_days.h"

namespace crossread::language {

namespace {

class CalendarValue : TimeDays {
 public:
  using TimeDays::TimeDays;

  TimeValue value() {
    if (phrase_.holiday != nullptr) return holiday();
    if (phrase_.quarter || phrase_.half) return quarter();
    if (!phrase_.season.empty()) return season();
    if (phrase_.decade) return decade();
    if (phrase_.century) return century();
    if (phrase_.day_shift) return shifted_day();
    if (phrase_.month) return phrase_.day ? month_day() : month();
    if (phrase_.weekday) return weekday();
    if (phrase_.day) return day_of_month(*phrase_.day);
    if (phrase_.year) return year(*phrase_.year);
    return clock_alone();
  }

 private:
  TimeValue shifted_day() {
    if (!context_.published) return open_day("XXXX-XX-XX");
    return of_day(*context_.published + *phrase_.day_shift, Anchor::published);
  }

  // The day that the report tells of; without one, of publication.
  std::optional<std::int32_t> told_day() const {
    if (context_.mentioned) return context_.mentioned;
    return context_.narrated ? context_.narrated : context_.published;
  }

  // A time of day without a day is that of the day told of; a night that was over when the report came out began
  // before that day.
  TimeValue clock_alone() {
    const std::optional<std::int32_t> day = told_day();
    if (!day) return open_day("XXXX-XX-XX");
    const Anchor anchor = context_.mentioned || context_.narrated ? Anchor::text : Anchor::published;
    return of_day(phrase_.overnight && day == context_.published ? *day - 1 : *day, anchor);
  }

  // "on the 13th": of the month told of, or the one beside it that puts it on the side of publication that the tense
  // asks for.
  TimeValue day_of_month(int day) {
    const std::optional<std::int32_t> told = told_day();
    if (!told) return open_day(fmt::format("XXXX-XX-{:02}", day));
    YearMonthDay month = civil_of(*told);
    const std::int32_t limit = context_.published.value_or(*told);
    const std::int32_t there = month_days(month.year, month.month).first + day - 1;
    const bool future = tense_ == Tense::future;
    if (future ? there < limit : there > limit) {
      month = civil_of(plus_months(month_days(month.year, month.month).first, future ? 1 : -1));
    }
    if (!valid_day(month.year, month.month, day)) return open_day(fmt::format("XXXX-XX-{:02}", day));
    return of_day(day_of(month.year, month.month, day), Anchor::text);
  }

  TimeValue weekday() {
    const int day = *phrase_.weekday;
    if (is_rough(phrase_.relation) && context_.mentioned)
      return of_day(rough_weekday(*context_.mentioned), Anchor::text);
    if (!context_.published) return open_day(fmt::format("XXXX-WXX-{}", day + 1));
    if (phrase_.week_shift) {
      return of_day(week_of(*context_.published).first + 7 * *phrase_.week_shift + day, Anchor::published);
    }
    std::optional<std::int32_t>& settled = context_.weekdays[static_cast<std::size_t>(day)];
    if (phrase_.relation == Relation::none && tense_ != Tense::future && settled) {
      return of_day(*settled, Anchor::text);
    }
    const std::int32_t near = weekday_near(*context_.published, day);
    if (phrase_.relation != Relation::none) settled = near;
    return of_day(near, Anchor::published);
  }

  std::int32_t rough_weekday(std::int32_t from) const {
    if (phrase_.relation == Relation::previous) return weekday_until(from - 1, *phrase_.weekday);
    if (phrase_.relation == Relation::following) return weekday_from(from + 1, *phrase_.weekday);
    return weekday_until(from, *phrase_.weekday);
  }

  std::int32_t weekday_near(std::int32_t published, int day) const {
    switch (phrase_.relation) {
      case Relation::last:
      case Relation::previous:
        return weekday_until(published - 1, day);
      case Relation::next:
      case Relation::following:
        return weekday_from(published + 1, day);
      case Relation::current:
        return tense_ == Tense::past ? weekday_until(published, day) : weekday_from(published, day);
      default:
        return tense_ == Tense::future ? weekday_from(published, day) : weekday_until(published, day);
    }
  }

  TimeValue month_day() {
    const int month = *phrase_.month;
    const int day = *phrase_.day;
    std::optional<int> year = phrase_.year;
    Anchor anchor = year ? Anchor::text : Anchor::published;
    if (!year && context_.published) year = year_near(month, day);
    if (!year || !valid_day(*year, month, day)) {
      return open_day(year ? fmt::format("{:04}-{:02}-XX", *year, month) : fmt::format("XXXX-{:02}-{:02}", month, day));
    }
    return of_day(day_of(*year, month, day), anchor);
  }

  // The year in which the day lies nearest to publication, or on the side that the tense or "last" asks for.
  int year_near(int month, int day) const {
    const int year = civil_of(*context_.published).year;
    const auto distance = [&](int y) {
      return day_of(y, month, std::min(day, days_in_month(y, month))) - *context_.published;
    };
    if (phrase_.relation == Relation::last) return distance(year) < 0 ? year : year - 1;
    if (phrase_.relation == Relation::next) return distance(year) > 0 ? year : year + 1;
    if (tense_ == Tense::unknown) return nearest_year(year, distance);
    const int chosen = tense_ == Tense::future ? (distance(year) >= -kSlackDays ? year : year + 1)
                                               : (distance(year) <= kSlackDays ? year : year - 1);
    return std::abs(distance(chosen)) > kFarDays ? nearest_year(year, distance) : chosen;
  }

  template <class Distance>
  static int nearest_year(int year, Distance distance) {
    int best = year;
    for (const int other : {year - 1, year + 1}) {
      if (std::abs(distance(other)) < std::abs(distance(best))) best = other;
    }
    return best;
  }

  // Tense is read roughly: a date a little on the wrong side of publication keeps its year, and one that would lie the
  // better part of a year away is taken for the nearer one. Set by hand on TimeBank's shared part, November 2026.
  static constexpr std::int32_t kSlackDays = 45;
  static constexpr std::int32_t kFarDays = 240;

  TimeValue month() {
    const int month = *phrase_.month;
    if (phrase_.year) return of_month(*phrase_.year, month, Anchor::text);
    if (is_rough(phrase_.relation) && context_.mentioned) return of_month(rough_month_year(month), month, Anchor::text);
    if (!context_.published) return plain(TimeType::date, fmt::format("XXXX-{:02}", month));
    if (phrase_.year_shift) {
      return of_month(civil_of(*context_.published).year + *phrase_.year_shift, month, Anchor::published);
    }
    return of_month(month_year_near(month), month, Anchor::published);
  }

  int rough_month_year(int month) const {
    const YearMonthDay from = civil_of(*context_.mentioned);
    if (phrase_.relation == Relation::previous) return month < from.month ? from.year : from.year - 1;
    if (phrase_.relation == Relation::following) return month > from.month ? from.year : from.year + 1;
    return from.year;
  }

  int month_year_near(int month) const {
    const YearMonthDay now = civil_of(*context_.published);
    switch (phrase_.relation) {
      case Relation::last:
        return month < now.month ? now.year : now.year - 1;
      case Relation::next:
        return month > now.month ? now.year : now.year + 1;
      case Relation::current:
        return now.year;
      default:
        break;
    }
    const int past = month <= now.month ? now.year : now.year - 1;
    const int future = month >= now.month ? now.year : now.year + 1;
    if (tense_ == Tense::future) return future;
    return (now.year - past) * 12 + now.month - month > kFarMonths ? future : past;
  }
  static constexpr int kFarMonths = 8;  // as kFarDays

  TimeValue year(int year) { return of_days(year_days(year), Grain::year, iso_year(year), Anchor::text); }

  TimeValue decade() {
    const int first = *phrase_.decade * 10;
    return of_days({year_days(first).first, year_days(first + 9).last}, Grain::decade,
                   fmt::format("{}X", *phrase_.decade), Anchor::text);
  }

  TimeValue century() {
    const int first = *phrase_.century * 100;
    TimeValue out = of_days({year_days(first).first, year_days(first + 99).last}, Grain::decade,
                            fmt::format("{:02}XX", *phrase_.century), Anchor::text);
    return out;
  }

  TimeValue quarter() {
    std::optional<int> year = phrase_.year;
    Anchor anchor = Anchor::text;
    if (!year && context_.published) {
      anchor = Anchor::published;
      year = quarter_year();
    }
    const char letter = phrase_.quarter ? 'Q' : 'H';
    const int which = phrase_.quarter ? *phrase_.quarter : *phrase_.half;
    if (!year) return plain(TimeType::date, fmt::format("XXXX-{}{}", letter, which));
    if (phrase_.quarter) context_.quarter = TimeContext::Quarter{*year, which};
    const DayRange days = phrase_.quarter ? quarter_days(*year, which) : half_days(*year, which);
    return of_days(days, Grain::quarter, fmt::format("{:04}-{}{}", *year, letter, which), anchor);
  }

  int quarter_year() const {
    const YearMonthDay now = civil_of(*context_.published);
    if (phrase_.unit == TimeUnit::year) {
      if (phrase_.relation == Relation::last) return now.year - 1;
      if (phrase_.relation == Relation::next) return now.year + 1;
      return now.year;
    }
    const int current = phrase_.quarter ? (now.month + 2) / 3 : (now.month + 5) / 6;
    const int which = phrase_.quarter ? *phrase_.quarter : *phrase_.half;
    // Figures are told of the quarter that has just ended: "expects to report a third-quarter loss".
    if (tense_ == Tense::future) return which + 1 >= current ? now.year : now.year + 1;
    return which <= current ? now.year : now.year - 1;
  }

  TimeValue season() {
    std::optional<int> year = phrase_.year;
    Anchor anchor = Anchor::text;
    if (!year && context_.published) {
      anchor = Anchor::published;
      year = season_year();
    }
    if (!year) return plain(TimeType::date, fmt::format("XXXX-{}", phrase_.season));
    return of_days(season_days(*year, phrase_.season), Grain::season, fmt::format("{:04}-{}", *year, phrase_.season),
                   anchor);
  }

  // Of the winter that begins in December the year is that of its January.
  int season_year() const {
    const std::int32_t now = *context_.published;
    const int year = civil_of(now).year;
    if (phrase_.relation == Relation::next || (tense_ == Tense::future && phrase_.relation == Relation::none)) {
      const bool began = season_days(year, phrase_.season).first <= now;
      return began && phrase_.relation == Relation::next    ? year + 1
             : season_days(year, phrase_.season).last < now ? year + 1
                                                            : year;
    }
    if (phrase_.relation == Relation::last) return season_days(year, phrase_.season).last < now ? year : year - 1;
    if (season_days(year + 1, phrase_.season).first <= now) return year + 1;
    return phrase_.relation == Relation::current || season_days(year, phrase_.season).first <= now ? year : year - 1;
  }

  TimeValue holiday() {
    std::optional<int> year = phrase_.year;
    if (!year && context_.published) year = holiday_year();
    if (!year) return plain(TimeType::date, "XXXX-XX-XX");
    return of_day(holiday_day(*phrase_.holiday, *year), phrase_.year ? Anchor::text : Anchor::published);
  }

  int holiday_year() const {
    const int year = civil_of(*context_.published).year;
    const auto distance = [&](int y) { return holiday_day(*phrase_.holiday, y) - *context_.published; };
    if (phrase_.relation == Relation::last) return distance(year) < 0 ? year : year - 1;
    if (phrase_.relation == Relation::next) return distance(year) > 0 ? year : year + 1;
    int best = year;
    for (const int other : {year - 1, year + 1}) {
      if (std::abs(distance(other)) < std::abs(distance(best))) best = other;
    }
    return best;
  }
};

}  // namespace

TimeValue calendar_value(const TimePhrase& phrase, Tense tense, TimeContext& context) {
  return CalendarValue(phrase, tense, context).value();
}

}  // namespace crossread::language
