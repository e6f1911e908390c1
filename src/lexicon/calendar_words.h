// The words with which texts tell time. Tables: months, weekdays, day_parts, seasons, time_units, time_zones,
// time_sets, time_references, holidays (.tsv).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lexicon/phrases.h"
#include "lexicon/vocabulary.h"

namespace crossread {

enum class TimeUnit : std::uint8_t {
  none,
  second,
  minute,
  hour,
  day,
  week,
  weekend,
  fortnight,
  month,
  quarter,
  half,
  year,
  decade,
  century,
  millennium
};

// A word that says when; `none` in what it does not say.
struct CalendarWord {
  std::int8_t month = 0;     // 1 to 12
  std::int8_t weekday = -1;  // 0 Monday to 6 Sunday
  TimeUnit unit = TimeUnit::none;
  bool plural = false;                  // of unit or weekday
  std::int16_t clock = -1;              // the minute of the day that "noon" or "midnight" names
  std::string_view day_part;            // TimeML's "MO", "AF", "EV", "NI", "DT"
  std::string_view season;              // TimeML's "SP", "SU", "FA", "WI"
  std::optional<std::int16_t> zone;     // minutes east of UTC
  const std::string* period = nullptr;  // of "daily": "P1D"
};

// How a named day moves through the years.
struct HolidayRule {
  enum class Kind : std::uint8_t { fixed, nth_weekday, election_day, easter } kind = Kind::fixed;
  int month = 0;
  int day = 0;      // fixed: of the month; nth_weekday: which, 5 the last; easter: days after Easter Sunday
  int weekday = 0;  // nth_weekday
};

class CalendarWords {
 public:
  CalendarWords(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary);
  CalendarWords(const CalendarWords&) = delete;
  CalendarWords& operator=(const CalendarWords&) = delete;

  const CalendarWord& operator[](WordId word) const { return entries_[word < entries_.size() ? word : 0]; }

  const Phrases& holidays() const { return holiday_phrases_; }
  const HolidayRule& holiday(std::uint32_t value) const { return holidays_[value]; }
  const Phrases& references() const { return reference_phrases_; }
  const std::string& reference(std::uint32_t value) const { return references_[value]; }

 private:
  CalendarWord& entry(WordId word);
  void read_words(const std::filesystem::path& folder, Vocabulary& vocabulary);
  void read_units(const std::filesystem::path& folder, Vocabulary& vocabulary);
  void read_sets(const std::filesystem::path& folder, Vocabulary& vocabulary);
  void read_phrases(const std::filesystem::path& folder, Vocabulary& vocabulary);

  std::vector<CalendarWord> entries_ = {CalendarWord{}};  // by word; the first says nothing
  std::vector<std::string> periods_;                      // never grows once its entries point into it
  Phrases holiday_phrases_;
  std::vector<HolidayRule> holidays_;
  Phrases reference_phrases_;
  std::vector<std::string> references_;
};

}  // namespace crossread
