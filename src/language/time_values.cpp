#include "language/time_values.h"

#include <fmt/format.h>

#include "language/calendar_values.h"
#include "language/time_periods.h"
#include "language/unit_values.h"

namespace crossread::language {

namespace {

TimeValue plain(TimeType type, std::string value) {
  return {type, std::move(value), {}};
}

// What comes again and again.
TimeValue set_value(const TimePhrase& phrase) {
  if (!phrase.value.empty()) return plain(TimeType::set, phrase.value);
  if (phrase.weekday) {
    std::string value = fmt::format("XXXX-WXX-{}", *phrase.weekday + 1);
    if (!phrase.day_part.empty()) value += fmt::format("T{}", phrase.day_part);
    return plain(TimeType::set, std::move(value));
  }
  if (phrase.month) return plain(TimeType::set, fmt::format("XXXX-{:02}", *phrase.month));
  if (!phrase.season.empty()) return plain(TimeType::set, fmt::format("XXXX-{}", phrase.season));
  if (!phrase.day_part.empty()) return plain(TimeType::set, fmt::format("XXXX-XX-XXT{}", phrase.day_part));
  return plain(TimeType::set, period(phrase.count, phrase.vague, phrase.unit));
}

}  // namespace

TimeValue resolve(const TimePhrase& phrase, Tense tense, TimeContext& context) {
  switch (phrase.form) {
    case TimeForm::calendar:
      return calendar_value(phrase, tense, context);
    case TimeForm::unit:
      return unit_value(phrase, tense, context);
    case TimeForm::shift:
      return shift_value(phrase, tense, context);
    case TimeForm::duration:
      return plain(TimeType::duration, period(phrase.count, phrase.vague, phrase.unit));
    case TimeForm::set:
      return set_value(phrase);
    case TimeForm::reference:
      return plain(TimeType::date, phrase.value);
  }
  return {};
}

}  // namespace crossread::language
