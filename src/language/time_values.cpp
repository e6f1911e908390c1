// A bare weekday or date without year lies near the day of publication: before it, unless the words around it speak of
// what is to come; a report that has said "last Friday" means the same day by a later "Friday". "That", "the same",
// "the previous" and "later" are reckoned from the last day that the text named.
#include "language/time_values.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

namespace crossread::language {
namespace {

bool is_rough(Relation relation) {
  return relation == Relation::same || relation == Relation::previous || relation == Relation::following;
}

// "P3D", "PT2H", "PXW", "P2Y6M" is not written; a fraction turns to the next smaller unit.
std::string period(double count, bool vague, TimeUnit unit) {
  if (unit == TimeUnit::fortnight) count *= 2;
  if (unit == TimeUnit::decade) count *= 10;
  if (unit == TimeUnit::century) count *= 100;
  if (unit == TimeUnit::millennium) count *= 1000;
  if (unit == TimeUnit::half) count *= 6;
  const bool clock = unit == TimeUnit::second || unit == TimeUnit::minute || unit == TimeUnit::hour;
  std::string letter;
  switch (unit) {
    case TimeUnit::second:
      letter = "S";
      break;
    case TimeUnit::minute:
      letter = "M";
      break;
    case TimeUnit::hour:
      letter = "H";
      break;
    case TimeUnit::day:
      letter = "D";
      break;
    case TimeUnit::week:
    case TimeUnit::fortnight:
      letter = "W";
      break;
    case TimeUnit::weekend:
      letter = "WE";
      break;
    case TimeUnit::month:
    case TimeUnit::half:
      letter = "M";
      break;
    case TimeUnit::quarter:
      letter = "Q";
      break;
    default:
      letter = "Y";
      break;
  }
  if (vague) {
    if (unit == TimeUnit::decade) letter = "DE";
    if (unit == TimeUnit::century) letter = "CE";
    return fmt::format("P{}X{}", clock ? "T" : "", letter);
  }
  const double whole = std::floor(count);
  if (whole != count) {
    if (unit == TimeUnit::hour)
      return fmt::format("PT{}{:.0f}M", whole > 0 ? fmt::format("{:.0f}H", whole) : "", (count - whole) * 60);
    if (letter == "Y")
      return whole > 0 ? fmt::format("P{:.0f}Y{:.0f}M", whole, (count - whole) * 12)
                       : fmt::format("P{:.0f}M", count * 12);
    return fmt::format("P{}{:g}{}", clock ? "T" : "", count, letter);
  }
  return fmt::format("P{}{:.0f}{}", clock ? "T" : "", count, letter);
}

Date day_range(DayRange days, Grain grain, Anchor anchor) {
  Date date;
  date.start = CivilTime{days.first, -1};
  date.end = CivilTime{days.last, -1};
  date.grain = grain;
  date.anchor = anchor;
  return date;
}

class Resolver {
 public:
  Resolver(const TimePhrase& phrase, Tense tense, TimeContext& context)
      : phrase_(phrase), tense_(tense), context_(context) {}

  TimeValue run() {
    switch (phrase_.form) {
      case TimeForm::calendar:
        return calendar();
      case TimeForm::unit:
        return unit();
      case TimeForm::shift:
        return shift();
      case TimeForm::duration:
        return plain(TimeType::duration, period(phrase_.count, phrase_.vague, phrase_.unit));
      case TimeForm::set:
        return set();
      case TimeForm::reference:
        return plain(TimeType::date, phrase_.value);
    }
    return {};
  }

 private:
  static TimeValue plain(TimeType type, std::string value) { return {type, std::move(value), {}}; }

  // ---- what later phrases may be reckoned from
  // ------------------------------------------------------------------------

  void remember_day(std::int32_t day) {
    context_.mentioned = day;
    const YearMonthDay civil = civil_of(day);
    context_.mentioned_month = month_days(civil.year, civil.month);
    context_.mentioned_year = civil.year;
  }

  TimeValue of_days(DayRange days, Grain grain, std::string value, Anchor anchor) {
    const YearMonthDay civil = civil_of(days.first);
    if (grain == Grain::month) context_.mentioned_month = days;
    if (grain == Grain::month || grain == Grain::year || grain == Grain::quarter) context_.mentioned_year = civil.year;
    return {TimeType::date, std::move(value), day_range(days, grain, anchor)};
  }

  // A day with what is said of its hours.
  TimeValue of_day(std::int32_t day, Anchor anchor) {
    remember_day(day);
    TimeValue out{TimeType::date, iso_day(day), day_range({day, day}, Grain::day, anchor)};
    add_hours(out, day);
    return out;
  }

  void add_hours(TimeValue& out, std::int32_t day) const {
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

  // The same without a day: "XXXX-WXX-3TEV".
  TimeValue open_day(std::string value) const {
    TimeValue out = plain(TimeType::date, std::move(value));
    if (phrase_.clock || !phrase_.day_part.empty()) {
      out.type = TimeType::time;
      out.value += phrase_.clock ? fmt::format("T{:02}:{:02}", *phrase_.clock / 60, *phrase_.clock % 60)
                                 : fmt::format("T{}", phrase_.day_part);
    }
    out.date.grain = out.type == TimeType::time ? Grain::hour : Grain::day;
    return out;
  }

  // ---- parts of a date
  // ------------------------------------------------------------------------------------------------

  TimeValue calendar() {
    if (phrase_.holiday != nullptr) return holiday();
    if (phrase_.quarter || phrase_.half) return quarter();
    if (!phrase_.season.empty()) return season();
    if (phrase_.decade) return decade();
    if (phrase_.century) return century();
    if (phrase_.day_shift) return shifted_day();
    if (phrase_.month) return phrase_.day ? month_day() : month();
    if (phrase_.weekday) return weekday();
    if (phrase_.year) return year(*phrase_.year);
    return clock_alone();
  }

  TimeValue shifted_day() {
    if (!context_.published) return open_day("XXXX-XX-XX");
    return of_day(*context_.published + *phrase_.day_shift, Anchor::published);
  }

  // A time of day without a day is that of the day spoken of, else of publication.
  TimeValue clock_alone() {
    if (context_.mentioned) return of_day(*context_.mentioned, Anchor::text);
    if (context_.published) return of_day(*context_.published, Anchor::published);
    return open_day("XXXX-XX-XX");
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

  TimeValue of_month(int year, int month, Anchor anchor) {
    return of_days(month_days(year, month), Grain::month, iso_month(year, month), anchor);
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

  // ---- units pointed at
  // -------------------------------------------------------------------------------------------------

  TimeValue unit() {
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
    if (step == 0 && tense_ == Tense::past && saturday > from) saturday -= 7;
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

  // ---- so long before or after
  // --------------------------------------------------------------------------------------------

  TimeValue shift() {
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
    const double years = by * years_in_unit();
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

  double years_in_unit() const {
    switch (phrase_.unit) {
      case TimeUnit::second:
        return 1.0 / 31'557'600;
      case TimeUnit::minute:
        return 1.0 / 525'960;
      case TimeUnit::hour:
        return 1.0 / 8'766;
      case TimeUnit::day:
        return 1.0 / 365.25;
      case TimeUnit::week:
        return 7 / 365.25;
      case TimeUnit::fortnight:
        return 14 / 365.25;
      case TimeUnit::month:
        return 1.0 / 12;
      case TimeUnit::quarter:
        return 0.25;
      case TimeUnit::half:
        return 0.5;
      case TimeUnit::decade:
        return 10;
      case TimeUnit::century:
        return 100;
      case TimeUnit::millennium:
        return 1000;
      default:
        return 1;
    }
  }

  // Hours move within a day whose own hour is not known: the day is all that can be said.
  TimeValue of_day_only(std::int32_t from, double by, Anchor anchor) {
    if (std::abs(by * years_in_unit()) * 365.25 >= 1) {
      return of_day(from + static_cast<std::int32_t>(std::lround(by * years_in_unit() * 365.25)), anchor);
    }
    TimeValue out = of_day(from, anchor);
    out.type = TimeType::time;
    return out;
  }

  // ---- again and again
  // ------------------------------------------------------------------------------------------------------

  TimeValue set() const {
    if (!phrase_.value.empty()) return plain(TimeType::set, phrase_.value);
    if (phrase_.weekday) {
      std::string value = fmt::format("XXXX-WXX-{}", *phrase_.weekday + 1);
      if (!phrase_.day_part.empty()) value += fmt::format("T{}", phrase_.day_part);
      return plain(TimeType::set, std::move(value));
    }
    if (phrase_.month) return plain(TimeType::set, fmt::format("XXXX-{:02}", *phrase_.month));
    if (!phrase_.season.empty()) return plain(TimeType::set, fmt::format("XXXX-{}", phrase_.season));
    if (!phrase_.day_part.empty()) return plain(TimeType::set, fmt::format("XXXX-XX-XXT{}", phrase_.day_part));
    return plain(TimeType::set, period(phrase_.count, phrase_.vague, phrase_.unit));
  }

  const TimePhrase& phrase_;
  Tense tense_;
  TimeContext& context_;
};

}  // namespace

TimeValue resolve(const TimePhrase& phrase, Tense tense, TimeContext& context) {
  return Resolver(phrase, tense, context).run();
}

}  // namespace crossread::language
