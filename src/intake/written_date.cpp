#include "intake/written_date.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace crossread::intake {
namespace {

using Words = std::vector<LineToken>;

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// -1 if the word is no plain number.
int number_at(const Words& words, std::size_t at) {
  if (at >= words.size() || !is_digits(words[at].form) || words[at].form.size() > 4) return -1;
  int value = -1;
  std::from_chars(words[at].form.data(), words[at].form.data() + words[at].form.size(), value);
  return value;
}

bool is_year(int value) {
  return value >= 1980 && value <= 2100;
}

bool is(const Words& words, std::size_t at, std::string_view form) {
  return at < words.size() && words[at].form == form;
}

bool is_ordinal_ending(const Words& words, std::size_t at) {
  return is(words, at, "st") || is(words, at, "nd") || is(words, at, "rd") || is(words, at, "th");
}

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
  std::size_t begin = 0;  // words [begin, end)
  std::size_t end = 0;
  bool valid() const { return is_year(year) && valid_day(year, month, day); }
};

// "14 March 2025", "14th of March, 2025"
std::optional<Day> day_first(const Words& words, std::size_t at, const DateWords& lexicon) {
  Day found{0, 0, number_at(words, at), at, at + 1};
  if (is_ordinal_ending(words, found.end)) ++found.end;
  if (is(words, found.end, "of")) ++found.end;
  if (found.end >= words.size()) return std::nullopt;
  found.month = lexicon.month(words[found.end++].form);
  found.year = number_at(words, found.end++);
  return found.valid() ? std::optional<Day>(found) : std::nullopt;
}

// "March 14, 2025"
std::optional<Day> month_first(const Words& words, std::size_t at, const DateWords& lexicon) {
  Day found{0, lexicon.month(words[at].form), number_at(words, at + 1), at, at + 2};
  if (is_ordinal_ending(words, found.end)) ++found.end;
  found.year = number_at(words, found.end++);
  return found.valid() ? std::optional<Day>(found) : std::nullopt;
}

bool apart_by(std::string_view text, const Words& words, std::size_t at, char mark) {
  return at + 1 < words.size() && words[at].span.end + 1 == words[at + 1].span.begin &&
         text[words[at].span.end] == mark;
}

// "2025-03-14", "2025/03/14"; "14/03/2025" where only one reading is a day.
std::optional<Day> numbers_only(std::string_view text, const Words& words, std::size_t at) {
  const bool hyphens = apart_by(text, words, at, '-') && apart_by(text, words, at + 1, '-');
  const bool slashes = apart_by(text, words, at, '/') && apart_by(text, words, at + 1, '/');
  if (!hyphens && !slashes) return std::nullopt;
  const int a = number_at(words, at);
  const int b = number_at(words, at + 1);
  const int c = number_at(words, at + 2);
  const Day year_first{a, b, c, at, at + 3};
  if (year_first.valid()) return year_first;
  const Day british{c, b, a, at, at + 3};
  const Day american{c, a, b, at, at + 3};
  if (british.valid() == american.valid() && a != b) return std::nullopt;
  if (british.valid()) return british;
  return american.valid() ? std::optional<Day>(american) : std::nullopt;
}

// "14.03.2025" is one number to the tokens.
std::optional<Day> dotted(const Words& words, std::size_t at) {
  const std::string& form = words[at].form;
  const std::size_t first = form.find('.');
  const std::size_t second = first == std::string::npos ? first : form.find('.', first + 1);
  if (second == std::string::npos || form.size() - second != 5) return std::nullopt;
  const auto value = [&](std::size_t begin, std::size_t end) {
    int number = -1;
    std::from_chars(form.data() + begin, form.data() + end, number);
    return number;
  };
  const Day found{value(second + 1, form.size()), value(first + 1, second), value(0, first), at, at + 1};
  return found.valid() ? std::optional<Day>(found) : std::nullopt;
}

std::optional<Day> day_at(std::string_view text, const Words& words, std::size_t at, const DateWords& lexicon) {
  if (words[at].kind == LineToken::Kind::number) {
    if (auto found = day_first(words, at, lexicon)) return found;
    if (auto found = numbers_only(text, words, at)) return found;
    return dotted(words, at);
  }
  return lexicon.month(words[at].form) != 0 ? month_first(words, at, lexicon) : std::nullopt;
}

std::optional<Day> first_day(std::string_view text, const Words& words, const DateWords& lexicon) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (auto found = day_at(text, words, at, lexicon)) return found;
  }
  return std::nullopt;
}

struct Clock {
  int minute = -1;  // of the day
  std::optional<std::int16_t> zone;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Hours of the afternoon are counted on; false if the hour does not go with "am" or "pm".
bool add_half_day(const Words& words, std::size_t& at, int& hour) {
  const bool am = is(words, at, "am") || is(words, at, "a");
  const bool pm = is(words, at, "pm") || is(words, at, "p");
  if (!am && !pm) return true;
  if (hour < 1 || hour > 12) return false;
  at += is(words, at, "a") || is(words, at, "p") ? 2 : 1;
  hour = hour % 12 + (pm ? 12 : 0);
  return true;
}

std::optional<Clock> clock_at(const Words& words, std::size_t at, const DateWords& lexicon) {
  Clock clock;
  clock.begin = at;
  int hour = -1;
  int minute = 0;
  std::size_t next = at + 1;
  bool certain = false;
  if (is(words, at + 1, ":")) {  // 09:12, 09:12:30
    hour = number_at(words, at);
    minute = number_at(words, at + 2);
    next = at + 3;
    if (is(words, next, ":") && number_at(words, next + 1) >= 0) next += 2;
    certain = words[at].form.size() <= 2;
  } else if (words[at].form.size() == 4 && (is(words, at + 1, "hrs") || is(words, at + 1, "hours"))) {  // 2030 hrs
    const int both = number_at(words, at);
    hour = both / 100;
    minute = both % 100;
    next = at + 2;
    certain = both >= 0;
  } else if (is(words, at + 1, "am") || is(words, at + 1, "pm")) {  // 9 am, 7.30 pm
    const std::string& form = words[at].form;
    const std::size_t dot = form.find('.');
    std::from_chars(form.data(), form.data() + std::min(dot, form.size()), hour);
    if (dot != std::string::npos) std::from_chars(form.data() + dot + 1, form.data() + form.size(), minute);
    certain = form.size() <= 5;
  }
  if (!certain || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  if (!add_half_day(words, next, hour)) return std::nullopt;
  if (is(words, next, "hrs") || is(words, next, "hours")) ++next;
  if (next < words.size() && lexicon.zone_name(words[next].form)) {
    const bool shifted = number_at(words, next + 1) >= 0 && words[next + 1].span.begin == words[next].span.end + 1;
    if (!shifted) clock.zone = lexicon.zone(words[next].form);
    ++next;
  }
  clock.minute = hour * 60 + minute;
  clock.end = next;
  return clock;
}

// The one time of day in the words; none if there are two, for then it is not clear whose they are.
std::optional<Clock> only_clock(const Words& words, const Day& day, const DateWords& lexicon) {
  std::optional<Clock> found;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].kind != LineToken::Kind::number || (at >= day.begin && at < day.end)) continue;
    const auto clock = clock_at(words, at, lexicon);
    if (!clock) continue;
    if (found) return std::nullopt;
    found = clock;
    at = clock->end - 1;
  }
  return found;
}

bool goes_with_dates(const std::string& form) {
  static constexpr std::array<std::string_view, 32> kWords = {
      "a",      "am",     "at",        "created", "date",     "dated", "day",  "et",      "first",  "hours", "hrs",
      "issued", "last",   "local",     "m",       "modified", "nd",    "of",   "on",      "online", "p",     "pm",
      "posted", "update", "published", "rd",      "st",       "th",    "time", "updated", "|",      ":"};
  return std::find(kWords.begin(), kWords.end(), form) != kWords.end();
}

// A few capitals behind a time of day name its zone, whether or not the table knows it: "14:05 EAT".
bool names_zone(std::string_view text, const Words& words, std::size_t at, const DateWords& lexicon) {
  if (lexicon.zone_name(words[at].form)) return true;
  const std::string_view shown = words[at].span.in(text);
  const bool capitals = shown.size() >= 2 && shown.size() <= 5 &&
                        std::all_of(shown.begin(), shown.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && at > 0 &&
         (words[at - 1].kind == LineToken::Kind::number || is(words, at - 1, "am") || is(words, at - 1, "pm"));
}

bool says_updated(const Words& words) {
  bool published = false;
  bool updated = false;
  for (const LineToken& word : words) {
    published = published || word.form == "published" || word.form == "posted" || word.form == "first";
    updated = updated || word.form == "updated" || word.form == "modified";
  }
  return updated && !published;
}

}  // namespace

std::optional<Date> written_date(std::string_view text, const Words& words, const DateWords& lexicon) {
  const auto day = first_day(text, words, lexicon);
  if (!day) return std::nullopt;
  Date date;
  date.start = date.end = CivilTime{day_of(day->year, day->month, day->day), -1};
  date.text = std::string(
      text.substr(words[day->begin].span.begin, words[day->end - 1].span.end - words[day->begin].span.begin));
  date.anchor = Anchor::text;
  if (const auto clock = only_clock(words, *day, lexicon)) {
    date.start->minute = date.end->minute = static_cast<std::int16_t>(clock->minute);
    date.grain = Grain::minute;
    date.zone_minutes = clock->zone;
  }
  return date;
}

DateLine date_line(std::string_view text, const Words& words, const DateWords& lexicon) {
  bool any = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const LineToken& word = words[at];
    const bool names = lexicon.month(word.form) != 0 || lexicon.weekday(word.form);
    any = any || names || (word.kind == LineToken::Kind::number && words.size() > 1);
    const bool number =
        word.kind == LineToken::Kind::number && word.form.find_first_not_of("0123456789.") == std::string::npos;
    if (!names && !number && !names_zone(text, words, at, lexicon) && !goes_with_dates(word.form))
      return DateLine::none;
  }
  if (!any) return DateLine::none;
  if (!first_day(text, words, lexicon)) {
    const bool month =
        std::any_of(words.begin(), words.end(), [&](const LineToken& w) { return lexicon.month(w.form) != 0; });
    return month || (words.size() > 1 && goes_with_dates(words.front().form)) ? DateLine::partial : DateLine::none;
  }
  return says_updated(words) ? DateLine::updated : DateLine::published;
}

}  // namespace crossread::intake
