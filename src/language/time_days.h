// Days, months and years as values, and the memory of them from which later phrases are reckoned.
#pragma once

#include <string>

#include "language/time_values.h"

namespace crossread::language {

// Reckoned from what the text spoke of, not from publication.
inline bool is_rough(Relation relation) {
  return relation == Relation::same || relation == Relation::previous || relation == Relation::following;
}

// Dates without text.
Date day_range(DayRange days, Grain grain, Anchor anchor);

class TimeDays {
 public:
  TimeDays(const TimePhrase& phrase, Tense tense, TimeContext& context)
      : phrase_(phrase), tense_(tense), context_(context) {}

 protected:
  static TimeValue plain(TimeType type, std::string value);
  void remember_day(std::int32_t day);
  TimeValue of_days(DayRange days, Grain grain, std::string value, Anchor anchor);
  // A day with what is said of its hours.
  TimeValue of_day(std::int32_t day, Anchor anchor);
  void add_hours(TimeValue& out, std::int32_t day) const;
  // The same without a day: "XXXX-WXX-3TEV".
  TimeValue open_day(std::string value) const;
  TimeValue of_month(int year, int month, Anchor anchor);

  const TimePhrase& phrase_;
  Tense tense_;
  TimeContext& context_;
};

}  // namespace crossread::language
