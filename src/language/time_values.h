// Makes days of what a text says about time: the TimeML value and the Date of each phrase, reckoned from the day of
// publication or from another date of the text. What cannot be reckoned stays open: "XXXX-WXX-3".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "language/calendar.h"
#include "language/time_phrases.h"
#include "types/analysis.h"

namespace crossread::language {

enum class Tense : std::uint8_t { unknown, past, future };  // of the words around a phrase

// What is known when a phrase is read. Moves along the text: every phrase resolved leaves what a later one may be
// reckoned from.
struct TimeContext {
  std::optional<std::int32_t> published;  // day
  std::optional<std::int32_t> mentioned;  // the last single day that the text named
  std::optional<std::int32_t> narrated;   // the last that was not behind publication, however long ago
  std::optional<DayRange> mentioned_month;
  std::optional<int> mentioned_year;
  struct Quarter {
    int year = 0;
    int quarter = 0;  // 1 to 4
  };
  std::optional<Quarter> quarter;                       // the last one that the text named
  std::array<std::optional<std::int32_t>, 7> weekdays;  // the day that "last Friday" and the like settled, by weekday
};

struct TimeValue {
  TimeType type = TimeType::date;
  std::string value;
  Date date;  // without text
};

// The value of the phrase; `context` takes in what it names.
TimeValue resolve(const TimePhrase& phrase, Tense tense, TimeContext& context);

}  // namespace crossread::language
