// Units: pointed at ("last month"), repeated ("every two weeks"), measured ("three days later").
#include "language/time_rules.h"

namespace crossread::language {

// "last month", "this week", "the previous night", "the next five years" (a duration), "recent weeks", "last summer".
std::optional<TimePhrase> TimeRules::pointed_unit(std::uint32_t at) const {
  std::uint32_t next = at;
  Relation relation = relation_word(at, next);
  const bool article = is(at, "the");
  if (relation == Relation::none) return vague_units(at);
  if (Maybe duration = span_of_units(at, next, relation)) return duration;
  TimePhrase phrase = made(TimeForm::unit, at, next + 1);
  phrase.relation = relation;
  if (article && relation == Relation::next) phrase.relation = Relation::following;
  if (is(next, {"fiscal", "calendar", "financial"}) && is(next + 1, {"year", "quarter"})) {
    ++next;
    phrase.tokens.end = next + 1;
  }
  const CalendarWord& unit = word(next);
  if (unit.unit != TimeUnit::none && !unit.plural) return pointed(phrase, unit.unit, article);
  if (!unit.day_part.empty() && !unit.plural) {
    phrase.unit = TimeUnit::day;
    phrase.day_part = unit.day_part;
    if (relation == Relation::last && unit.day_part != "NI" && unit.day_part != "EV") return std::nullopt;
    return phrase;
  }
  return std::nullopt;
}

std::optional<TimePhrase> TimeRules::pointed(TimePhrase& phrase, TimeUnit unit, bool article) const {
  if (unit == TimeUnit::second || unit == TimeUnit::minute || unit == TimeUnit::hour) return std::nullopt;
  phrase.unit = unit;
  const std::uint32_t end = phrase.tokens.end;
  // "the past year", "the last week": the stretch up to now.
  if (article && phrase.relation == Relation::last && is(end - 2, {"past", "last"}) && unit != TimeUnit::quarter) {
    if (is(end - 2, "past") || unit == TimeUnit::decade || unit == TimeUnit::century) {
      phrase.form = TimeForm::duration;
      return phrase;
    }
  }
  if (is(end, "'s") || is(end, "\u2019s")) {
    if (Maybe inner = quarter_core(end + 1); inner && unit == TimeUnit::year && !inner->year) {
      inner->tokens.first = phrase.tokens.first;
      inner->relation = phrase.relation;
      inner->unit = TimeUnit::year;
      return inner;
    }
  }
  return phrase;
}

// "the past two months", "the next several days", "the first nine months": a duration.
std::optional<TimePhrase> TimeRules::span_of_units(std::uint32_t at, std::uint32_t next, Relation relation) const {
  if (relation == Relation::same || relation == Relation::current) return std::nullopt;
  Maybe inner = measured(next);
  if (!inner || inner->form != TimeForm::duration || is(next, {"a", "an"})) return std::nullopt;
  if (hyphen(inner->tokens.end - 2)) return std::nullopt;
  inner->tokens.first = at;
  return inner;
}

// "recent weeks", "coming years", "past months", "weeks", "the first nine months".
std::optional<TimePhrase> TimeRules::vague_units(std::uint32_t at) const {
  std::uint32_t next = at + skip(at, {"the"});
  if (is(next, {"recent", "coming", "past"}) && word(next + 1).unit != TimeUnit::none && word(next + 1).plural &&
      shape(next + 1) == Shape::lower) {
    return vague_duration(at, next + 2, word(next + 1).unit);
  }
  if (next > at && is(next, {"first", "latest", "final", "last"})) {
    Maybe inner = measured(next + 1);
    if (inner && inner->form == TimeForm::duration && !is(next + 1, {"a", "an"}) && inner->tokens.end > next + 2 &&
        inner->unit != TimeUnit::minute) {
      inner->tokens.first = at;
      return inner;
    }
  }
  if (next > at && numbers_.read(next, range_.end)) {
    Maybe inner = measured(next);
    if (inner && inner->form == TimeForm::duration && !inner->vague && word(inner->tokens.end - 1).plural &&
        inner->unit == TimeUnit::month) {
      inner->tokens.first = at;
      return inner;
    }
  }
  if (next > at && is(next, {"latest", "year"})) return reporting_period(at, next);
  return std::nullopt;
}

// "the latest quarter", "the year-ago period".
std::optional<TimePhrase> TimeRules::reporting_period(std::uint32_t at, std::uint32_t next) const {
  if (is(next, "latest") && is(next + 1, {"quarter", "period"})) {
    TimePhrase phrase = made(TimeForm::unit, at, next + 2);
    phrase.relation = Relation::same;
    phrase.unit = TimeUnit::quarter;
    return phrase;
  }
  return std::nullopt;
}

std::optional<TimePhrase> TimeRules::vague_duration(std::uint32_t first, std::uint32_t end, TimeUnit unit) {
  TimePhrase phrase = made(TimeForm::duration, first, end);
  phrase.unit = unit;
  phrase.vague = true;
  return phrase;
}

// "every Tuesday", "each year", "every two weeks", "daily", "Sundays".
std::optional<TimePhrase> TimeRules::set(std::uint32_t at) const {
  if (word(at).period != nullptr) {
    if (capital(at) && (at != range_.first || capital(at + 1))) return std::nullopt;  // "The Daily Telegraph"
    TimePhrase phrase = made(TimeForm::set, at, at + 1);
    phrase.value = *word(at).period;
    return phrase;
  }
  if (word(at).weekday >= 0 && word(at).plural && capital(at) && !is(at + 1, "'s")) {
    TimePhrase phrase = made(TimeForm::set, at, at + 1);
    phrase.weekday = word(at).weekday;
    return phrase;
  }
  if (!is(at, {"every", "each"})) return std::nullopt;
  return repeated(at);
}

std::optional<TimePhrase> TimeRules::repeated(std::uint32_t at) const {
  TimePhrase phrase = made(TimeForm::set, at, at + 2);
  std::uint32_t next = at + 1;
  if (is(next, "other")) {
    phrase.count = 2;
    ++next;
  } else if (is(next, "few")) {
    phrase.vague = true;
    ++next;
  } else if (const auto number = numbers_.read(next, range_.end); number && !number->ordinal) {
    phrase.count = number->value;
    next = number->end;
  }
  phrase.tokens.end = next + 1;
  const CalendarWord& unit = word(next);
  if (unit.unit != TimeUnit::none && unit.unit != TimeUnit::second) {
    phrase.unit = unit.unit;
  } else if (unit.weekday >= 0) {
    phrase.weekday = unit.weekday;
    take_day_part(phrase);
  } else if (unit.month > 0 && capital(next)) {
    phrase.month = unit.month;
  } else if (!unit.season.empty()) {
    phrase.season = unit.season;
  } else if (!unit.day_part.empty()) {
    phrase.day_part = unit.day_part;
  } else {
    return std::nullopt;
  }
  return phrase;
}

// A duration, or a shift when "ago", "later" and the like follow.
std::optional<TimePhrase> TimeRules::measured(std::uint32_t at) const {
  Maybe phrase = duration(at);
  if (!phrase) return year_ago(at);
  const std::uint32_t next = phrase->tokens.end;
  const auto shifted = [&](Direction direction, std::uint32_t words) {
    phrase->form = TimeForm::shift;
    phrase->direction = direction;
    phrase->tokens.end = next + words;
  };
  if (is(next, "ago")) {
    shifted(Direction::ago, 1);
  } else if (is(next, "earlier")) {
    shifted(Direction::earlier, 1);
  } else if (is(next, "later") && !is(next + 1, "than")) {
    shifted(Direction::later, 1);
  } else if (is(next, {"from"}) && is(next + 1, {"now", "today"})) {
    shifted(Direction::from_now, 2);
  } else if (is(next, "hence")) {
    shifted(Direction::from_now, 1);
  } else if (is(next, {"before", "after"}) && ends_clause(next + 1) && !phrase->vague) {
    shifted(is(next, "before") ? Direction::earlier : Direction::later, 1);
  }
  return phrase;
}

bool TimeRules::ends_clause(std::uint32_t at) const {
  return !inside(at) || (shape(at) == Shape::symbol && is(at, {".", ",", ";", "?", "!", ")"}));
}

// "the year-ago quarter", "year-earlier".
std::optional<TimePhrase> TimeRules::year_ago(std::uint32_t at) const {
  const std::uint32_t begin = at + skip(at, {"the"});
  if (!is(begin, "year") || !hyphen(begin + 1) || !is(begin + 2, {"ago", "earlier"})) return std::nullopt;
  TimePhrase phrase = made(TimeForm::shift, at, begin + 3);
  phrase.unit = TimeUnit::year;
  phrase.direction = Direction::ago;
  if (Maybe inner = quarter_core(begin + 3)) {
    phrase.tokens.end = inner->tokens.end;
    phrase.quarter = inner->quarter;
  } else if (is(begin + 3, {"quarter", "period"})) {
    phrase.tokens.end = begin + 4;
  }
  if (begin > at && phrase.tokens.end == begin + 3) phrase.tokens.first = begin;
  return phrase;
}

// "10 days", "a year", "several months", "three-year", "half an hour", "a year and a half", "a couple of weeks".
std::optional<TimePhrase> TimeRules::duration(std::uint32_t at) const {
  TimePhrase phrase = made(TimeForm::duration, at, at);
  std::uint32_t next = at;
  if (is(at, "half") && is(at + 1, {"a", "an"})) {
    phrase.count = 0.5;
    next = at + 2;
  } else if (is(at, {"a", "an", "the"}) && is(at + 1, "couple") && is(at + 2, "of")) {
    phrase.count = 2;
    next = at + 3;
  } else if (is(at, "a") && is(at + 1, "few")) {
    phrase.vague = true;
    next = at + 2;
  } else if (is(at, {"several", "many", "few"})) {
    phrase.vague = true;
    next = at + 1;
  } else if (const auto number = numbers_.read(at, range_.end)) {
    if (number->ordinal) return std::nullopt;
    phrase.count = number->value;
    phrase.vague = number->vague;
    next = number->end;
    next = range_after(next, phrase);
    if (number->vague && is(next, "of")) ++next;
    if (is(next, "and") && is(next + 1, "a") && is(next + 2, "half")) {
      phrase.count += 0.5;
      next += 3;
    }
  } else if (is(at, {"a", "an"})) {
    next = at + 1;
  } else {
    return std::nullopt;
  }
  return with_unit(phrase, next);
}

// "two to three weeks", "12 to 18 months", "two or three days": how many is open.
std::uint32_t TimeRules::range_after(std::uint32_t next, TimePhrase& phrase) const {
  if (!is(next, {"to", "or", "-", "\u2013"})) return next;
  const auto upper = numbers_.read(next + 1, range_.end);
  if (!upper || upper->ordinal || word(upper->end).unit == TimeUnit::none) return next;
  phrase.vague = true;
  return upper->end;
}

std::optional<TimePhrase> TimeRules::with_unit(TimePhrase& phrase, std::uint32_t next) const {
  const bool article = is(phrase.tokens.first, {"a", "an"}) && next == phrase.tokens.first + 1;
  const bool joined = hyphen(next);
  if (joined) {
    ++next;
  } else {
    next += skip(next, {"more", "full", "consecutive", "straight", "long", "trading", "whole", "additional"});
  }
  const CalendarWord& unit = word(next);
  if (unit.unit == TimeUnit::none || unit.unit == TimeUnit::weekend ||
      (unit.unit == TimeUnit::second && !unit.plural)) {
    return std::nullopt;
  }
  if (article && (unit.plural || unit.unit == TimeUnit::quarter || unit.unit == TimeUnit::minute)) return std::nullopt;
  if (unit.unit == TimeUnit::quarter && (is(next + 1, "of") || phrase.count < 1)) return std::nullopt;
  if (!joined && !article && !unit.plural && phrase.count != 1 && phrase.count != 0.5 && !phrase.vague) {
    if (shape(next) != Shape::lower) return std::nullopt;
  }
  phrase.unit = unit.unit;
  phrase.tokens.end = next + 1;
  if (is(next + 1, "and") && is(next + 2, "a") && is(next + 3, "half")) {
    phrase.count += 0.5;
    phrase.tokens.end = next + 4;
  } else if (is(next + 1, "or") && is(next + 2, {"two", "so"}) && article) {
    phrase.tokens.end = next + 3;
  } else if (joined && hyphen(next + 1) && is(next + 2, {"old", "olds"})) {
    return std::nullopt;  // an age
  } else if (!joined && is(next + 1, {"old"}) && unit.unit >= TimeUnit::week) {
    return std::nullopt;  // "43 years old": an age
  } else if (hyphen(next + 1) && is(next + 2, {"ago", "earlier"})) {
    return std::nullopt;  // year_ago()
  } else if (joined && hyphen(next + 1) && is(next + 2, "long")) {
    phrase.tokens.end = next + 3;
  }
  return phrase;
}

// "day-long", "decades-long", "years".
std::optional<TimePhrase> TimeRules::compound(std::uint32_t at) const {
  const CalendarWord& unit = word(at);
  if (unit.unit == TimeUnit::none || unit.unit == TimeUnit::second || unit.unit == TimeUnit::quarter) {
    return std::nullopt;
  }
  if (hyphen(at + 1) && is(at + 2, "long")) {
    TimePhrase phrase = made(TimeForm::duration, at, at + 3);
    phrase.unit = unit.unit;
    phrase.vague = unit.plural;
    return phrase;
  }
  return std::nullopt;
}

}  // namespace crossread::language
