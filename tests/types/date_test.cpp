#include "types/date.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

std::string shown(const std::optional<Date>& date) {
  if (!date) return "none";
  std::string text = iso(*date->start) + ".." + iso(*date->end);
  if (date->zone_minutes) text += " zone " + std::to_string(*date->zone_minutes);
  return text;
}

TEST(Timestamps, Are_read_in_the_forms_that_pages_and_feeds_use) {
  const struct {
    const char* written;
    const char* expected;
  } rows[] = {
      {"2020-01-08", "2020-01-08..2020-01-08"},
      {"2020-01-08T09:12", "2020-01-08T09:12..2020-01-08T09:12"},
      {"2020-01-08T09:12:30.5Z", "2020-01-08T09:12..2020-01-08T09:12 zone 0"},
      {"2020-01-08 09:12:30 +0330", "2020-01-08T09:12..2020-01-08T09:12 zone 210"},
      {"2020-01-08T09:12:30-05:00", "2020-01-08T09:12..2020-01-08T09:12 zone -300"},
      {"Wed, 08 Jan 2020 09:12:30 +0000", "2020-01-08T09:12..2020-01-08T09:12 zone 0"},
      {"8 January 2020", "2020-01-08..2020-01-08"},
      {"2020-02", "2020-02-01..2020-02-29"},
      {"2020", "2020-01-01..2020-12-31"},
      {"2019-02-29", "none"},
      {"2020-13-01", "none"},
      {"2020-01-08T25:00", "none"},
      {"soon", "none"},
      {"", "none"},
      {"2020-01-08T09:12 in the morning", "none"},
  };
  for (const auto& row : rows) EXPECT_EQ(shown(parse_timestamp(row.written)), row.expected) << row.written;
}

TEST(Days, Are_counted_both_ways) {
  for (int day = -200000; day < 200000; day += 37) {
    const YearMonthDay date = civil_of(day);
    EXPECT_EQ(day_of(date.year, date.month, date.day), day);
  }
  EXPECT_EQ(weekday_of(day_of(2020, 1, 8)), 2) << "8 January 2020 was a Wednesday";
  EXPECT_EQ(weekday_of(day_of(1960, 2, 29)), 0);
}

TEST(Minutes, Are_reckoned_in_utc_where_the_zone_is_known) {
  EXPECT_EQ(minutes_of(*parse_timestamp("1970-01-02T00:30+01:00")), 1440 - 30);
  EXPECT_EQ(minutes_of(Date{}), std::nullopt);
}

}  // namespace
}  // namespace crossread
