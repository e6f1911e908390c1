// The clock: "5 p.m. EST, Nov. 6", "noon", "four in the morning".
#include "language/time_rules.h"

namespace crossread::language {

// "10:35 a.m.", "5 p.m. EST", "15:30 GMT", "noon", "10 o'clock", "4 in the morning"; then a day: "noon Thursday".
std::optional<TimePhrase> TimeRules::clock(std::uint32_t at) const {
  TimePhrase phrase = made(TimeForm::calendar, at, at);
  if (word(at).clock >= 0) {
    phrase.clock = word(at).clock;
    phrase.tokens.end = at + 1;
  } else if (!clock_past(at, phrase) && !clock_digits(at, phrase)) {
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
  if (military_digits(at)) {
    phrase.clock = *plain_integer(written.substr(0, 2), 2) * 60 + *plain_integer(written.substr(2), 2);
    phrase.clock_minutes = true;
    phrase.tokens.end = at + 1;
    if (is(at + 1, {"hours", "hrs"})) ++phrase.tokens.end;
    return true;
  }
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
  } else if (phrase.clock_minutes && (word(next).zone || heads_entry(next - 1))) {
    phrase.tokens.end = next;
  } else if (phrase.clock_minutes && previous_is(next - 1, {"at", "since", "around", "by", "until", "from"}) &&
             (is(next, {"on", "this", "that", "every"}) || (word(next).weekday >= 0 && capital(next)))) {
    phrase.tokens.end = next;
  } else {
    return false;
  }
  phrase.clock = hour * 60 + minute;
  return true;
}

bool TimeRules::heads_entry(std::uint32_t at) const {
  if (at != range_.first || (at > 0 && list_.tokens[at].breaks == 0) || form(at).size() < 4) return false;
  if (!inside(at + 1)) return true;
  return capital(at + 1) || form(at + 1) == "\"" || form(at + 1) == "\u201C";
}

bool TimeRules::military_digits(std::uint32_t at) const {
  const std::string_view written = form(at);
  if (written.size() != 4 || !plain_integer(written, 4)) return false;
  if (*plain_integer(written.substr(0, 2), 2) > 23 || *plain_integer(written.substr(2), 2) > 59) return false;
  if (word(at + 1).zone && shape(at + 1) == Shape::upper) return true;
  if (is(at + 1, {"hours", "hrs"}) || (is(at + 1, "local") && is(at + 2, "time"))) return true;
  return written.front() == '0' && previous_is(at, {"at", "by", "since", "around", "until", "from", "before", "after"});
}

bool TimeRules::clock_past(std::uint32_t at, TimePhrase& phrase) const {
  int minute = 0;
  std::uint32_t next = at + 1;
  if (is(at, "half")) {
    minute = 30;
  } else if (is(at, "quarter") || (is(at, "a") && is(at + 1, "quarter"))) {
    minute = 15;
    next += skip(at, {"a"});
  } else {
    const auto number = numbers_.read(at, range_.end);
    if (!number || number->ordinal || number->digits || number->vague || number->value < 1 || number->value > 29) {
      return false;
    }
    minute = static_cast<int>(number->value);
    next = number->end + skip(number->end, {"minutes", "minute"});
  }
  const bool before = is(next, "to");
  if (!before && !is(next, "past")) return false;
  if (before && minute != 15 && !previous_is(at, {"at", "by", "around", "about", "until", "from", "is"})) return false;
  const NumberWords::Entry hour = number_word(next + 1);
  if (hour.kind != NumberWordKind::unit || hour.value < 1 || hour.value > 12) return false;
  int of_hour = hour.value;
  phrase.tokens.end = next + 2;
  part_after_clock(of_hour, phrase);
  phrase.clock = (of_hour * 60 + (before ? -minute : minute) + 1440) % 1440;
  phrase.clock_minutes = true;
  return true;
}

void TimeRules::take_clock(TimePhrase& phrase) const {
  const std::uint32_t next = phrase.tokens.end;
  if (!is(next, {"at", "around"}) || phrase.clock || !phrase.day_part.empty()) return;
  TimePhrase hour = made(TimeForm::calendar, next + 1, next + 1);
  if (!clock_past(next + 1, hour) && !clock_digits(next + 1, hour)) return;
  take_zone(hour);
  phrase.clock = hour.clock;
  phrase.clock_minutes = hour.clock_minutes;
  phrase.zone = hour.zone;
  phrase.tokens.end = hour.tokens.end;
}

std::optional<int> TimeRules::step_after(std::uint32_t at, std::string_view unit) const {
  if (!is(at + 1, unit)) return std::nullopt;
  if (is(at, "last")) return -1;
  if (is(at, "this")) return 0;
  return is(at, "next") ? std::optional(1) : std::nullopt;
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
  if (!day || day->clock) return;
  if (!day->day_part.empty()) {
    if (!phrase.clock || !day->weekday) return;
    const bool late = day->day_part == "AF" || day->day_part == "EV" || day->day_part == "NI";
    if (late && *phrase.clock < 720 && *phrase.clock >= 60) phrase.clock = *phrase.clock + 720;
    day->day_part = {};
  }
  if (next != phrase.tokens.end && !day->day && !(is(next - 1, "on") && day->weekday)) return;
  if (!day->weekday && !day->day && !day->day_shift) return;
  day->tokens.first = phrase.tokens.first;
  day->clock = phrase.clock;
  day->clock_minutes = phrase.clock_minutes;
  day->zone = phrase.zone;
  phrase = std::move(*day);
}

}  // namespace crossread::language
