#include "lexicon/calendar_words.h"

#include <array>
#include <charconv>

#include "lexicon/table.h"

namespace crossread {
namespace {

constexpr std::array<std::string_view, 5> kDayParts = {"MO", "AF", "EV", "NI", "DT"};
constexpr std::array<std::string_view, 4> kSeasons = {"SP", "SU", "FA", "WI"};

// "12:00" as a minute of the day; -1 if it is none.
std::int16_t clock_of(std::string_view cell) {
  if (cell.size() != 5 || cell[2] != ':') return -1;
  const int hour = (cell[0] - '0') * 10 + (cell[1] - '0');
  const int minute = (cell[3] - '0') * 10 + (cell[4] - '0');
  return static_cast<std::int16_t>(hour * 60 + minute);
}

std::optional<int> number_in(std::string_view cell) {
  if (cell.starts_with('+')) cell.remove_prefix(1);
  int value = 0;
  const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (fault != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

// "12-25", "11-4-3", "11-E", "easter-2".
std::optional<HolidayRule> rule_of(std::string_view cell) {
  static constexpr std::string_view kEaster = "easter";
  if (cell.starts_with(kEaster)) {
    const auto offset = number_in(cell.substr(kEaster.size()));
    if (!offset) return std::nullopt;
    return HolidayRule{HolidayRule::Kind::easter, 0, *offset, 0};
  }
  if (cell.size() < 4) return std::nullopt;
  const auto month = number_in(cell.substr(0, 2));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  const std::string_view rest = cell.substr(3);
  if (rest == "E") return HolidayRule{HolidayRule::Kind::election_day, *month, 0, 0};
  if (rest.size() == 3 && rest[1] == '-') {
    return HolidayRule{HolidayRule::Kind::nth_weekday, *month, rest[0] - '0', rest[2] - '0'};
  }
  const auto day = number_in(rest);
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  return HolidayRule{HolidayRule::Kind::fixed, *month, *day, 0};
}

}  // namespace

CalendarWords::CalendarWords(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary) {
  read_words(lexicon_folder, vocabulary);
  read_units(lexicon_folder, vocabulary);
  read_sets(lexicon_folder, vocabulary);
  read_phrases(lexicon_folder, vocabulary);
}

CalendarWord& CalendarWords::entry(WordId word) {
  if (word >= entries_.size()) entries_.resize(word + 1);
  return entries_[word];
}

void CalendarWords::read_words(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  const Table months(folder / "months.tsv", 2);
  for (const Table::Row& row : months.rows()) {
    entry(vocabulary.add(row[0])).month = static_cast<std::int8_t>(months.number(row, 1, 1, 12));
  }
  const Table weekdays(folder / "weekdays.tsv", 2);
  for (const Table::Row& row : weekdays.rows()) {
    CalendarWord& word = entry(vocabulary.add(row[0]));
    word.weekday = static_cast<std::int8_t>(weekdays.number(row, 1, 0, 6));
    word.plural = row[0].ends_with("days");
  }
  const Table parts(folder / "day_parts.tsv", 2);
  for (const Table::Row& row : parts.rows()) {
    CalendarWord& word = entry(vocabulary.add(row[0]));
    word.clock = clock_of(row[1]);
    if (word.clock < 0) word.day_part = kDayParts[parts.choice(row, 1, {kDayParts.begin(), kDayParts.end()})];
    word.plural = row[0].ends_with('s');
  }
  const Table seasons(folder / "seasons.tsv", 2);
  for (const Table::Row& row : seasons.rows()) {
    CalendarWord& word = entry(vocabulary.add(row[0]));
    word.season = kSeasons[seasons.choice(row, 1, {kSeasons.begin(), kSeasons.end()})];
    word.plural = row[0].ends_with('s');
  }
  const Table zones(folder / "time_zones.tsv", 2);
  for (const Table::Row& row : zones.rows()) {
    entry(vocabulary.add(row[0])).zone = static_cast<std::int16_t>(zones.number(row, 1, -720, 840));
  }
}

void CalendarWords::read_units(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  const Table units(folder / "time_units.tsv", 3);
  for (const Table::Row& row : units.rows()) {
    const std::size_t unit =
        units.choice(row, 1, {"TS", "TM", "TH", "D", "W", "WE", "FN", "M", "Q", "HY", "Y", "DE", "CE", "ML"});
    CalendarWord& word = entry(vocabulary.add(row[0]));
    word.unit = static_cast<TimeUnit>(unit + 1);
    word.plural = units.choice(row, 2, {"one", "many"}) == 1;
  }
}

void CalendarWords::read_sets(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  const Table sets(folder / "time_sets.tsv", 2);
  periods_.reserve(sets.rows().size());
  for (const Table::Row& row : sets.rows()) {
    periods_.emplace_back(row[1]);
    entry(vocabulary.add(row[0])).period = &periods_.back();
  }
}

void CalendarWords::read_phrases(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  const Table holidays(folder / "holidays.tsv", 2);
  for (const Table::Row& row : holidays.rows()) {
    const std::optional<HolidayRule> rule = rule_of(row[1]);
    if (!rule) holidays.refuse(row, "not the rule of a day");
    holiday_phrases_.add(vocabulary, row[0], static_cast<std::uint32_t>(holidays_.size()));
    holidays_.push_back(*rule);
  }
  const Table references(folder / "time_references.tsv", 2);
  for (const Table::Row& row : references.rows()) {
    references.choice(row, 1, {"PRESENT_REF", "PAST_REF", "FUTURE_REF"});
    reference_phrases_.add(vocabulary, row[0], static_cast<std::uint32_t>(references_.size()));
    references_.emplace_back(row[1]);
  }
}

}  // namespace crossread
