// Dates, weekdays and parts of the day: "Friday, Oct. 23, 1998", "the 3rd of January", "overnight on Wednesday".
#include "language/time_rules.h"

#include "types/date.h"

namespace crossread::language {

// "2020-01-08", "8/1/2020" (only where it cannot be read in two ways).
std::optional<TimePhrase> TimeRules::iso_date(std::uint32_t at) const {
  if (shape(at) != Shape::number) return std::nullopt;
  if (form(at).size() == 4 && hyphen(at + 1) && hyphen(at + 3)) {
    const auto year = plain_integer(form(at), 4);
    const auto month = plain_integer(form(at + 2), 2);
    const auto day = plain_integer(form(at + 4), 2);
    if (!year || !month || !day || !valid_day(*year, *month, *day)) return std::nullopt;
    TimePhrase phrase = made(TimeForm::calendar, at, at + 5);
    phrase.year = year;
    phrase.month = month;
    phrase.day = day;
    return phrase;
  }
  return slashed_date(at);
}

std::optional<TimePhrase> TimeRules::slashed_date(std::uint32_t at) const {
  const std::string_view whole = form(at);
  const std::size_t first = whole.find('/');
  const std::size_t second = first == std::string_view::npos ? first : whole.find('/', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  auto a = plain_integer(whole.substr(0, first), 2);
  auto b = plain_integer(whole.substr(first + 1, second - first - 1), 2);
  auto year = plain_integer(whole.substr(second + 1), 4);
  if (!a || !b || !year) return std::nullopt;
  if (*year < 100) *year += *year < 50 ? 2000 : 1900;
  if (!is_plain_year(*year)) return std::nullopt;
  TimePhrase phrase = made(TimeForm::calendar, at, at + 1);
  phrase.year = year;
  const bool month_first = *a <= 12 && (*b > 12 || *a == *b);
  const bool day_first = *b <= 12 && *a > 12;
  if (!month_first && !day_first) return phrase;
  if (day_first) std::swap(a, b);
  if (!valid_day(*year, *a, *b)) return std::nullopt;
  phrase.month = a;
  phrase.day = b;
  return phrase;
}

// Steps over ", 1998", "1998" or "'98" and fills the year.
std::uint32_t TimeRules::year_after(std::uint32_t at, std::optional<int>& year) const {
  std::uint32_t next = at + skip(at, {",", "of"});
  if (form(next) == "'" || form(next) == "\u2019") {
    const auto two = plain_integer(form(next + 1), 2);
    if (!two || form(next + 1).size() != 2 || !glued(next + 1) || next != at) return at;
    year = *two + (*two < 50 ? 2000 : 1900);
    return next + 2;
  }
  const auto four = form(next).size() == 4 ? plain_integer(form(next), 4) : std::nullopt;
  if (!four || !is_plain_year(*four)) return at;
  year = *four;
  return next + 1;
}

// 1 to 31 in digits or as an ordinal.
std::optional<int> TimeRules::day_number(std::uint32_t at) const {
  if (shape(at) != Shape::number) return std::nullopt;
  auto day = plain_integer(form(at), 2);
  if (!day) day = ordinal_value(form(at));
  return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

// A month's name that cannot be another word here.
bool TimeRules::is_month(std::uint32_t at) const {
  if (word(at).month == 0 || !capital(at)) return false;
  const std::string_view name = form(at);
  if (name.size() <= 4 && !name.ends_with('.') && !is(at, {"may", "june", "july"})) return false;
  if (!is(at, {"may", "march"})) return true;
  if (at == range_.first) return is(at, "march") ? is(at + 1, {"is", "was"}) : false;
  return previous_is(
      at, {"in",    "last", "next", "this",   "since",   "until",    "till",   "of",     "by",      "from",
           "early", "late", "mid",  "during", "through", "between",  "before", "after",  "each",    "every",
           "to",    "-",    "for",  "and",    "or",      "previous", "past",   "coming", "earlier", "later"});
}

// A weekday before a date: "Friday, Oct. 23".
std::uint32_t TimeRules::date_weekday(std::uint32_t at, std::optional<int>& weekday) const {
  if (word(at).weekday < 0 || !capital(at)) return at;
  weekday = word(at).weekday;
  std::uint32_t next = at + 1;
  if (!word(next).day_part.empty()) ++next;
  next += skip(next, {","});
  next += skip(next, {"the"});
  return next;
}

// "[Friday ,] Oct. 23 [, 1998]", "March 2020", "last June".
std::optional<TimePhrase> TimeRules::month_first(std::uint32_t at) const {
  TimePhrase phrase = made(TimeForm::calendar, at, at);
  std::uint32_t next = date_weekday(at, phrase.weekday);
  if (next > at && is(next - 1, "the")) return std::nullopt;
  if (next == at) {
    phrase.relation = relation_word(at, next);
    if (phrase.relation == Relation::none) next = at;
  }
  if (!any_month(next)) return std::nullopt;
  phrase.month = word(next).month;
  const std::uint32_t month_at = next++;
  const std::uint32_t day_at = next + skip(next, {"the"});
  if (const auto day = day_number(day_at); day && day_fits(day_at)) {
    phrase.day = day;
    phrase.tokens.end = year_after(day_at + 1, phrase.year);
    if (is(phrase.tokens.end - 1, "of")) return std::nullopt;
    return phrase;
  }
  if (phrase.weekday) return std::nullopt;
  phrase.tokens.end = year_after(next, phrase.year);
  if (const Maybe spelt = spelt_year(next); spelt && !phrase.year) {
    phrase.year = spelt->year;
    phrase.tokens.end = spelt->tokens.end;
  }
  if (!phrase.year && phrase.relation == Relation::none) {
    phrase.year_shift = step_after(phrase.tokens.end, "year");
    if (phrase.year_shift) {
      phrase.tokens.end += 2;
      return phrase;
    }
  }
  if (phrase.year || is_month(month_at)) return phrase;
  return std::nullopt;
}

// "Jan. 3" but not "Jan. 3.5 percent", "May 10 percent".
bool TimeRules::day_fits(std::uint32_t at) const {
  return !is(at + 1, {"percent", "%", "million", "billion", "per", "points"}) && form(at + 1) != "/";
}

// "[Friday ,] [the] 23 [rd of] October [1998]".
std::optional<TimePhrase> TimeRules::day_first(std::uint32_t at) const {
  TimePhrase phrase = made(TimeForm::calendar, at, at);
  std::uint32_t next = date_weekday(at, phrase.weekday);
  const bool article = next == at && is(at, "the");
  if (article) ++next;
  const auto day = day_number(next);
  if (!day) return std::nullopt;
  const bool ordinal = ordinal_value(form(next)).has_value();
  if (article && !ordinal) return std::nullopt;
  ++next;
  if (is(next, "of") && ordinal) ++next;
  if (!any_month(next)) {
    if (!phrase.weekday || !ordinal) return std::nullopt;
    phrase.day = day;  // "Tuesday the 3rd"
    phrase.tokens.end = next;
    phrase.day.reset();
    return phrase;
  }
  phrase.day = day;
  phrase.month = word(next).month;
  phrase.tokens.end = year_after(next + 1, phrase.year);
  if (is(phrase.tokens.end - 1, {",", "of"})) phrase.tokens.end = next + 1;
  return phrase;
}

// "last", "this", "the previous": the relation and the token after it. At a token that is none: Relation::none.
Relation TimeRules::relation_word(std::uint32_t at, std::uint32_t& next) const {
  const bool article = is(at, "the");
  const std::uint32_t here = article ? at + 1 : at;
  next = here + 1;
  if (is(here, {"last", "past"})) return Relation::last;
  if (is(here, {"this", "current"})) return Relation::current;
  if (is(here, {"next", "coming", "upcoming"})) return Relation::next;
  if (is(here, "that")) return Relation::same;
  if (is(here, "same") && article) return Relation::same;
  if (is(here, "previous") || (is(here, "preceding") && article)) return Relation::previous;
  if (is(here, "following")) return Relation::following;
  next = at;
  return Relation::none;
}

bool TimeRules::is_weekday(std::uint32_t at) const {
  if (word(at).weekday < 0 || !capital(at)) return false;
  return form(at).size() > 5 || is(at - 1, "on") || (form(at).ends_with('.') && inside(at + 1));
}

// "[last] Friday [evening]", "Friday's".
std::optional<TimePhrase> TimeRules::weekday(std::uint32_t at) const {
  TimePhrase phrase = made(TimeForm::calendar, at, at);
  std::uint32_t next = at;
  phrase.relation = relation_word(at, next);
  if (!is_weekday(next) || word(next).plural) return std::nullopt;
  phrase.weekday = word(next).weekday;
  phrase.tokens.end = next + 1;
  take_day_part(phrase);
  if (phrase.relation == Relation::none && phrase.day_part.empty()) {
    const std::uint32_t of = phrase.tokens.end + skip(phrase.tokens.end, {"of"});
    phrase.week_shift = step_after(of, "week");
    if (phrase.week_shift) phrase.tokens.end = of + 2;
  }
  take_clock(phrase);
  return phrase;
}

void TimeRules::take_day_part(TimePhrase& phrase) const {
  std::uint32_t next = phrase.tokens.end;
  if (is(next, {"'s"})) return;
  if (is(next, {"early", "late", "mid"}) && !word(next + 1).day_part.empty()) ++next;
  if (is(next, "overnight")) {
    phrase.overnight = true;
    phrase.day_part = "NI";
    phrase.tokens.end = next + 1;
    return;
  }
  if (word(next).day_part.empty() || word(next).plural) {
    if (word(next).clock >= 0 && !is(next, {"midnight"})) {
      phrase.clock = word(next).clock;
      phrase.tokens.end = next + 1;
    }
    return;
  }
  phrase.day_part = word(next).day_part;
  phrase.tokens.end = next + 1;
}

// "overnight on Wednesday", "the early hours of Friday", "the night of March 3", "the morning of Jan. 2, 2019".
std::optional<TimePhrase> TimeRules::night_of(std::uint32_t at) const {
  std::uint32_t next = at + skip(at, {"the"});
  TimePhrase head = made(TimeForm::calendar, at, at);
  if (is(next, "overnight")) {
    head.overnight = true;
    head.day_part = "NI";
    next += 1;
    if (is(next, {"on", "into", "to"})) ++next;
  } else {
    const std::uint32_t early = skip(next, {"early", "small", "late"});
    if (early && is(next + 1, "hours")) {
      head.day_part = is(next, "late") ? "NI" : "MO";
      next += 2;
    } else if (!word(next + early).day_part.empty() && !word(next + early).plural) {
      head.day_part = word(next + early).day_part;
      next += early + 1;
    } else {
      return std::nullopt;
    }
    if (!is(next, {"of", "on"})) return std::nullopt;
    ++next;
  }
  Maybe day = weekday(next);
  keep_longer(day, month_first(next));
  keep_longer(day, day_first(next));
  if (!day || (!day->weekday && !day->day) || !day->day_part.empty()) return std::nullopt;
  day->day_part = head.day_part;
  day->overnight = head.overnight;
  day->tokens.first = at;
  return day;
}

// "today", "yesterday morning", "tonight", "mid-afternoon yesterday", "the day before yesterday".
std::optional<TimePhrase> TimeRules::deictic(std::uint32_t at) const {
  if (is(at, "the") && is(at + 1, "day") && is(at + 2, {"before", "after"}) && is(at + 3, {"yesterday", "tomorrow"})) {
    TimePhrase phrase = made(TimeForm::calendar, at, at + 4);
    phrase.day_shift = is(at + 3, "yesterday") ? -2 : 2;
    return phrase;
  }
  if (!word(at).day_part.empty() && is(at + 1, {"yesterday", "today", "tomorrow"})) {
    TimePhrase phrase = made(TimeForm::calendar, at, at + 2);
    phrase.day_shift = is(at + 1, "yesterday") ? -1 : is(at + 1, "today") ? 0 : 1;
    phrase.day_part = word(at).day_part;
    return phrase;
  }
  TimePhrase phrase = made(TimeForm::calendar, at, at + 1);
  if (is(at, {"today", "tonight"})) {
    phrase.day_shift = 0;
  } else if (is(at, "yesterday")) {
    phrase.day_shift = -1;
  } else if (is(at, "tomorrow")) {
    phrase.day_shift = 1;
  } else {
    return std::nullopt;
  }
  if (is(at, "tonight")) {
    phrase.day_part = "NI";
  } else {
    take_day_part(phrase);
  }
  return phrase;
}

}  // namespace crossread::language
