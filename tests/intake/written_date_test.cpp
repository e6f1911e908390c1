#include "intake/written_date.h"

#include <gtest/gtest.h>

namespace crossread::intake {
namespace {

const DateWords& words() {
  static const DateWords kWords(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data/lexicon");
  return kWords;
}

std::vector<LineToken> tokens(std::string_view line) {
  return line_tokens(line, {0, static_cast<std::uint32_t>(line.size())});
}

// "2025-03-14T09:12+0" : the day, the time if there is one, the zone in minutes if it is known.
std::string printed(std::string_view line) {
  const auto date = written_date(line, tokens(line), words());
  if (!date) return "none";
  return iso(*date->start) + (date->zone_minutes ? "+" + std::to_string(*date->zone_minutes) : "");
}

TEST(WrittenDate, Whole_dates_are_read_in_the_forms_that_pages_print) {
  const struct {
    std::string_view line;
    std::string_view expected;
  } rows[] = {
      {"Published: 14 March 2025 09:12 GMT", "2025-03-14T09:12+0"},
      {"Friday, March 14, 2025", "2025-03-14"},
      {"March 14th, 2025 at 7:05 p.m.", "2025-03-14T19:05"},
      {"14th of March, 2025", "2025-03-14"},
      {"2025-03-14 09:12:30", "2025-03-14T09:12"},
      {"2025/03/14", "2025-03-14"},
      {"14/03/2025", "2025-03-14"},
      {"03/14/2025", "2025-03-14"},
      {"14.03.2025", "2025-03-14"},
      {"Dakshin News Service, 2030 hrs IST, 15 October 2024", "2024-10-15T20:30"},
      {"Updated 12:05 AM EDT, Fri Mar 14, 2025", "2025-03-14T00:05+-240"},
      {"Mar 14, 2025, 10:15 IST", "2025-03-14T10:15"},
      {"14 March 2025, 9am", "2025-03-14T09:00"},
      {"7.30 pm, 14 March 2025", "2025-03-14T19:30"},
  };
  for (const auto& row : rows) EXPECT_EQ(printed(row.line), row.expected) << row.line;
}

TEST(WrittenDate, What_is_no_whole_date_is_not_guessed) {
  for (const std::string_view line : {"03/04/2025", "March 14", "March 2025", "Friday", "2 hours ago",
                                      "31 February 2025", "14 March 1850", "9:12", ""}) {
    EXPECT_EQ(printed(line), "none") << line;
  }
}

TEST(WrittenDate, A_day_that_reads_the_same_both_ways_is_sure) {
  EXPECT_EQ(printed("03/03/2025"), "2025-03-03");
}

TEST(WrittenDate, Two_times_of_day_are_nobodys) {
  EXPECT_EQ(printed("14 March 2025 09:12 GMT, updated 10:15 GMT"), "2025-03-14");
}

TEST(DateLine, A_line_of_nothing_but_a_date_is_known) {
  const struct {
    std::string_view line;
    DateLine expected;
  } rows[] = {
      {"14 March 2025", DateLine::published},
      {"Published 14 March 2025", DateLine::published},
      {"Last updated: 14 March 2025", DateLine::updated},
      {"09 March 2025, 14:05 EAT", DateLine::published},
      {"March 14", DateLine::partial},
      {"On March 14, 2025 the bridge fell", DateLine::none},
      {"27 dead", DateLine::none},
      {"2025", DateLine::none},
  };
  for (const auto& row : rows) EXPECT_EQ(date_line(row.line, tokens(row.line), words()), row.expected) << row.line;
}

}  // namespace
}  // namespace crossread::intake
