#include "render/phrases.h"

#include <gtest/gtest.h>

#include "made/story.h"

namespace crossread {
namespace {

TEST(Phrases, Say_dates_as_people_do) {
  const struct {
    std::string_view written;
    std::string_view expected;
  } rows[] = {{"2031-03-04", "4 March 2031"},
              {"2031-03-04T08:10Z", "4 March 2031, 08:10 UTC"},
              {"2031-03-04T08:10", "4 March 2031, 08:10"},
              {"2031-03-04T08:10+03:30", "4 March 2031, 08:10 UTC+03:30"},
              {"2031-03-04T08:10-05:00", "4 March 2031, 08:10 UTC−05:00"},
              {"2031-03", "March 2031"},
              {"2031", "2031"},
              {"soon", "undated"}};
  for (const auto& row : rows) EXPECT_EQ(date_phrase(parse_timestamp(row.written)), row.expected) << row.written;
  EXPECT_EQ(weekday_phrase(*parse_timestamp("2031-03-03")), "Mon 3 March 2031");
}

TEST(Phrases, Say_periods_without_repeating_month_or_year) {
  const struct {
    std::string_view start;
    std::string_view end;
    std::string_view expected;
  } rows[] = {{"2031-03-04T08:10Z", "2031-03-04T19:00Z", "4 March 2031"},
              {"2031-03-04", "2031-03-09", "4–9 March 2031"},
              {"2031-03-30", "2031-04-02", "30 March – 2 April 2031"},
              {"2031-12-30", "2032-01-02", "30 December 2031 – 2 January 2032"},
              {"2031-03-04", "", "4 March 2031"},
              {"", "", "undated"}};
  for (const auto& row : rows)
    EXPECT_EQ(period_phrase(parse_timestamp(row.start), parse_timestamp(row.end)), row.expected);
}

TEST(Phrases, Count) {
  EXPECT_EQ(count_phrase(0, "report"), "0 reports");
  EXPECT_EQ(count_phrase(1, "report"), "1 report");
  EXPECT_EQ(count_phrase(1234567, "report"), "1,234,567 reports");
  EXPECT_EQ(percent_phrase(615), "62\u00A0%");
  EXPECT_EQ(percent_phrase(1000), "100\u00A0%");
}

TEST(Phrases, Letter_origins_without_end) {
  EXPECT_EQ(letters(0), "A");
  EXPECT_EQ(letters(25), "Z");
  EXPECT_EQ(letters(26), "AA");
  EXPECT_EQ(letters(26 + 26 * 26), "AAA");
}

TEST(Phrases, Name_an_outlet_by_what_is_known) {
  Report report = made::report("desk/1.txt", "Valley Courier", "t", "", "x");
  EXPECT_EQ(outlet_name(report), "Valley Courier");
  report.outlet.reset();
  report.url = "https://news.example.org/a/b?c";
  EXPECT_EQ(outlet_name(report), "news.example.org");
  report.url.reset();
  EXPECT_EQ(outlet_name(report), "desk/1.txt");
}

TEST(Phrases, Call_a_report_without_a_title_by_its_first_words) {
  EXPECT_EQ(title_phrase(made::report("a", "A", "", "", "\n\n Rain fell.\nIt fell long.")), "Rain fell.");
  EXPECT_EQ(title_phrase(made::report("a", "A", "", "", "  ")), "(no text)");
  const std::string words =
      title_phrase(made::report("a", "A", "", "", std::string(60, 'x') + " " + std::string(60, 'y')));
  EXPECT_EQ(words, std::string(60, 'x') + " …");
  std::string accents;
  for (int i = 0; i < 70; ++i) accents += "é";
  EXPECT_EQ(title_phrase(made::report("a", "A", "", "", accents)), accents.substr(0, 80) + " …") << "whole characters";
}

}  // namespace
}  // namespace crossread
