// The clock: "5 p.m. EST, Nov. 6", "noon", "four in the morning".
#include "language/time_rules.h"

namespace crossread::language {

// "10:35 a.m.", "5 p.m. EST", "15:30 GMT", "noon", "10 o'clock", "4 in the morning"; then a day: "noon Thursday".
std::optional<TimePhrase> TimeRules::clock(std::uint32_t at) const {
  TimePhrase phrase = made(TimeForm::calendar, at, at);
  if (word(at).clock >= 0) {
    phrase.clock = word(at).clock;
    phrase.tokens.end = at + 1;
  } else if (!clock_digits(at, phrase)) {
    return std::nullopt;
  }
  take_zone(phrase);
  take_day(phrase);
  return phrase;
}

// Hour and minute of "10:35", "10.35", "10" or "ten".
bool TimeRules::clock_digits(std::uint32_t at, TimePhrase& phrase) const {
  int hour = -1;
  int minute = 0;
  const std::string_view written = form(at);
  const std::size_t cut = written.find_first_of(":.");
  if (shape(at) == Shape::number && cut != std::string_view::npos) {
    const auto h = plain_integer(written.substr(0, cut), 2);
    const auto m = plain_integer(written.substr(cut + 1), 2);
    if (!h || !m || written.size() - cut != 3 || *h > 24 || *m > 59) return false;
    hour = *h;
    minute = *m;
    phrase.clock_minutes = true;
  } else if (shape(at) == Shape::number) {
    const auto h = plain_integer(written, 2);
    if (!h || *h > 24) return false;
    hour = *h;
  } else if (number_word(at).kind == NumberWordKind::unit && number_word(at).value >= 1 &&
             number_word(at).value <= 12) {
    hour = number_word(at).value;
  } else {
    return false;
  }
  return clock_marker(at + 1, hour, minute, phrase);
}

// What makes a number a time of day: "p.m.", "o'clock", "in the morning", a zone, or "15:30" itself.
bool TimeRules::clock_marker(std::uint32_t next, int hour, int minute, TimePhrase& phrase) const {
  const bool morning = is(next, {"a.m.", "am", "a.m"});
  const bool afternoon = is(next, {"p.m.", "pm", "p.m"});
  if (morning || afternoon) {
    if (hour > 12 || hour == 0) return false;
    hour = hour % 12 + (afternoon ? 12 : 0);
    phrase.tokens.end = next + 1;
  } else if (is(next, "o'clock")) {
    phrase.tokens.end = next + 1;
    part_after_clock(hour, phrase);
  } else if (is(next, {"in", "at"}) && part_after_clock_at(next, hour, phrase)) {
  } else if (phrase.clock_minutes && form(next - 1).find(':') != std::string_view::npos) {
    phrase.tokens.end = next;
    if (is(next, {"hours", "hrs"})) ++phrase.tokens.end;
  } else if (phrase.clock_minutes && word(next).zone) {
    phrase.tokens.end = next;
  } else {
    return false;
  }
  phrase.clock = hour * 60 + minute;
  return true;
}

void TimeRules::part_after_clock(int& hour, TimePhrase& phrase) const {
  const std::uint32_t next = phrase.tokens.end;
  if (is(next, {"in", "at"})) part_after_clock_at(next, hour, phrase);
}

bool TimeRules::part_after_clock_at(std::uint32_t next, int& hour, TimePhrase& phrase) const {
  const bool in_the = is(next, "in") && is(next + 1, "the");
  const std::uint32_t at = in_the ? next + 2 : next + 1;
  if ((!in_the && !is(next, "at")) || hour > 12) return false;
  const std::string_view part = word(at).day_part;
  if (part.empty() || (is(next, "at") && part != "NI")) return false;
  if (part == "AF" || part == "EV" || (part == "NI" && hour >= 6)) hour = hour % 12 + 12;
  phrase.tokens.end = at + 1;
  return true;
}

void TimeRules::take_zone(TimePhrase& phrase) const {
  const std::uint32_t next = phrase.tokens.end;
  if (word(next).zone && shape(next) == Shape::upper) {
    phrase.zone = word(next).zone;
    phrase.tokens.end = next + 1;
  } else if (is(next, {"local", "eastern", "pacific", "central"}) && is(next + 1, "time")) {
    phrase.tokens.end = next + 2;
  } else if (form(next) == "(" && word(next + 1).zone && form(next + 2) == ")") {
    phrase.zone = word(next + 1).zone;
    phrase.tokens.end = next + 3;
  }
}

// A day that follows the clock at once: "9 a.m. Tuesday", "5 p.m. EST, Nov. 6", "noon today".
void TimeRules::take_day(TimePhrase& phrase) const {
  const std::uint32_t next = phrase.tokens.end + skip(phrase.tokens.end, {",", "on"});
  Maybe day = weekday(next);
  keep_longer(day, month_first(next));
  keep_longer(day, day_first(next));
  keep_longer(day, deictic(next));
  if (!day || !day->day_part.empty() || day->clock) return;
  if (next != phrase.tokens.end && !day->day && !(is(next - 1, "on") && day->weekday)) return;
  if (!day->weekday && !day->day && !day->day_shift) return;
  day->tokens.first = phrase.tokens.first;
  day->clock = phrase.clock;
  day->clock_minutes = phrase.clock_minutes;
  day->zone = phrase.zone;
  phrase = std::move(*day);
}

}  // namespace crossread::language
