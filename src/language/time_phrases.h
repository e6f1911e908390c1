// Finds the stretches of a sentence that tell a time and says what they say, without asking what day it is: "last
// Friday" is a weekday, the last one. time_values.h makes days of that.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/numbers.h"
#include "language/text_tokens.h"
#include "lexicon/calendar_words.h"
#include "lexicon/number_words.h"

namespace crossread::language {

enum class TimeForm : std::uint8_t {
  calendar,   // parts of a date or clock that are named: "Friday evening", "Jan. 3", "1998", "noon"
  unit,       // a unit pointed at: "this week", "the previous night"
  shift,      // so long before or after: "three days later", "a year ago"
  duration,   // "ten days"
  set,        // "every Tuesday", "daily"
  reference,  // "now", "recently"
};

// Which one is meant.
enum class Relation : std::uint8_t {
  none,
  last,       // the one before publication
  current,    // "this"
  next,       // the one after publication
  same,       // the one that the text spoke of: "that day"
  previous,   // the one before that
  following,  // the one after that
};

enum class Direction : std::uint8_t { ago, from_now, earlier, later };

struct TimePhrase {
  TokenRange tokens;
  TimeForm form = TimeForm::calendar;
  Relation relation = Relation::none;
  // calendar
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> weekday;
  std::optional<int> quarter;
  std::optional<int> half;
  std::optional<int> decade;     // 198 for the 1980s
  std::optional<int> century;    // 19 for the 1900s
  std::optional<int> day_shift;  // from publication: 0 today, -1 yesterday
  std::optional<int> clock;      // minute of the day; 1440 for midnight at its end
  bool clock_minutes = false;    // the minutes were said
  std::optional<std::int16_t> zone;
  std::string_view season;    // "SP", "SU", "FA", "WI"
  std::string_view day_part;  // "MO", "AF", "EV", "NI"
  bool overnight = false;
  std::optional<int> week_shift;  // of a weekday: 1 for "Monday next week"
  std::optional<int> year_shift;  // of a month: -1 for "April last year"
  const HolidayRule* holiday = nullptr;
  // unit, shift, duration, set
  TimeUnit unit = TimeUnit::none;
  double count = 1;
  bool vague = false;  // "several weeks": the count is not known
  Direction direction = Direction::ago;
  // set, reference: TimeML's value
  std::string value;
  bool fiscal = false;
};

class TimeReader {
 public:
  // The tables must outlive it.
  TimeReader(const CalendarWords& calendar, const NumberWords& numbers) : calendar_(calendar), numbers_(numbers) {}

  // In order, apart, all within the sentence.
  std::vector<TimePhrase> phrases(std::string_view text, const TokenList& list, TokenRange sentence) const;

 private:
  const CalendarWords& calendar_;
  const NumberWords& numbers_;
};

}  // namespace crossread::language
