// Time expressions: where they are, what they say, which days they mean.
#include <gmock/gmock.h>

#include "language/calendar.h"
#include "language/reading.h"

namespace crossread::language {
namespace {

constexpr std::string_view kFriday = "2020-01-10";

TEST(Times, Lie_on_the_side_that_the_tense_of_their_own_verb_says) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"The summit begins on Thursday.", "Thursday=2020-01-16"},
      {"The court is to rule on Monday.", "Monday=2020-01-13"},
      {"The army said Tuesday that it would attack on Saturday.", "Tuesday=2020-01-07; Saturday=2020-01-11"},
      {"The minister, who will resign in May, spoke on Tuesday.", "May=2020-05; Tuesday=2020-01-07"},
      {"The shop has been shut since Monday.", "Monday=2020-01-06"},
      {"The rally follows Tuesday's vote.", "Tuesday=2020-01-07"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(times_of(text, kFriday), expected) << text;
}

TEST(Times, Parts_of_a_day_belong_to_the_day_told_of) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"The dam broke on Wednesday. In the afternoon the army came.",
       "Wednesday=2020-01-08; the afternoon=2020-01-08TAF"},
      {"The dam broke on Wednesday. It was old. Nobody knew. Nobody cared. At 4:51 a.m. a siren went.",
       "Wednesday=2020-01-08; 4:51 a.m.=2020-01-08T04:51"},
      {"Water rose overnight.", "overnight=2020-01-09TNI"},
      {"They had fled before dawn.", "dawn=2020-01-10TMO"},
      {"The ferry sank on the 7th, and on the 29th nobody had come.", "the 7th=2020-01-07; the 29th=2019-12-29"},
      {"Prices rose at the weekend.", "the weekend=2020-W01-WE"},
      {"They live on the 13th floor and read the evening news by night light.", ""},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(times_of(text, kFriday), expected) << text;
}

TEST(Times, Are_reckoned_from_publication) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"The talks ended on Wednesday.", "Wednesday=2020-01-08"},
      {"The talks ended on Friday.", "Friday=2020-01-10"},
      {"The bridge fell last Friday.", "last Friday=2020-01-03"},
      {"The court will rule on Tuesday.", "Tuesday=2020-01-14"},
      {"They meet again next Tuesday.", "next Tuesday=2020-01-14"},
      {"It happened on January 3.", "January 3=2020-01-03"},
      {"It happened on Jan. 3, 2019, at sea.", "Jan. 3, 2019=2019-01-03"},
      {"It happened on 3 January 2019.", "3 January 2019=2019-01-03"},
      {"It happened on the 3rd of January.", "the 3rd of January=2020-01-03"},
      {"He resigned on December 12.", "December 12=2019-12-12"},
      {"The rule was dropped in September.", "September=2019-09"},
      {"The rule will be dropped in September.", "September=2020-09"},
      {"It rained last month.", "last month=2019-12"},
      {"He came yesterday and leaves tomorrow.", "yesterday=2020-01-09; tomorrow=2020-01-11"},
      {"Rockets fell overnight on Wednesday.", "overnight on Wednesday=2020-01-08TNI"},
      {"He spoke on Thursday evening.", "Thursday evening=2020-01-09TEV"},
      {"It struck in the early hours of Friday.", "the early hours of Friday=2020-01-10TMO"},
      {"She said this week that it was over.", "this week=2020-W02"},
      {"The two met last week.", "last week=2020-W01"},
      {"It opens at 9:30 a.m. on Monday.", "9:30 a.m. on Monday=2020-01-13T09:30"},
      {"It ended at 5 p.m. EST Tuesday.", "5 p.m. EST Tuesday=2020-01-07T17:00"},
      {"Ten days ago nobody knew.", "Ten days ago=2019-12-31"},
      {"Two years ago it was new.", "Two years ago=2018"},
      {"Prices rose in the 1980s.", "the 1980s=198X"},
      {"Profit fell in the third quarter of 2019.", "the third quarter of 2019=2019-Q3"},
      {"It dates from the 19th century.", "the 19th century=18XX"},
      {"The vote was in early 2019.", "early 2019=2019"},
      {"It was hot last summer.", "last summer=2019-SU"},
      {"They met on 2019-11-30.", "2019-11-30=2019-11-30"},
      {"It was signed on 25/12/2019.", "25/12/2019=2019-12-25"},
      {"It was signed on 04/05/2019.", "04/05/2019=2019"},
      {"They parted at Christmas.", "Christmas=2019-12-25"},
      {"It ended in mid-July.", "mid-July=2019-07"},
      {"He is now free.", "now=PRESENT_REF"},
      {"They rang on Thursday at 16:12.", "Thursday at 16:12=2020-01-09T16:12"},
      {"The log has 1.47 on Thursday morning.", "Thursday morning=2020-01-09TMO"},
      {"The call came at 1.47 on Thursday morning.", "1.47 on Thursday morning=2020-01-09T01:47"},
      {"It fell by 1520 GMT on Thursday.", "1520 GMT on Thursday=2020-01-09T15:20"},
      {"It had rung at 0147 before.", "0147=2020-01-10T01:47"},
      {"She left at ten past eight.", "ten past eight=2020-01-10T08:10"},
      {"It is due on Wednesday next week.", "Wednesday next week=2020-01-15"},
      {"It began in April last year.", "April last year=2019-04"},
      {"He was summoned for Monday.", "Monday=2020-01-13"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(times_of(text, kFriday), expected);
}

TEST(Times, Are_reckoned_from_another_day_of_the_text) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"The siege began on March 5, 2019. Three days later it ended.",
       "March 5, 2019=2019-03-05; Three days later=2019-03-08"},
      {"He left on March 5, 2019, and returned the next day.", "March 5, 2019=2019-03-05; the next day=2019-03-06"},
      {"They marched on Sunday after a vigil the previous night.",
       "Sunday=2020-01-05; the previous night=2020-01-04TNI"},
      {"It fell in March 2019. A month earlier it stood.", "March 2019=2019-03; A month earlier=2019-12"},
      {"He died last Friday. The strike on Friday was the first.", "last Friday=2020-01-03; Friday=2020-01-03"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(times_of(text, kFriday), expected);
}

TEST(Times, Stay_open_where_no_day_is_known) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"The talks ended on Wednesday evening.", "Wednesday evening=XXXX-WXX-3TEV"},
      {"It happened on January 3.", "January 3=XXXX-01-03"},
      {"It happened in September.", "September=XXXX-09"},
      {"He came yesterday.", "yesterday=XXXX-XX-XX"},
      {"The two met last week.", "last week=XXXX-WXX"},
      {"Three days later it ended.", "Three days later=XXXX-XX-XX"},
      {"It was in 2018.", "2018=2018"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(times_of(text), expected);
  EXPECT_EQ(days_of("The talks ended on Wednesday."), "Wednesday=open");
}

TEST(Times, Tell_stretches_and_repetitions) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"It lasted ten days.", "ten days=P10D"},
      {"A three-year plan", "three-year=P3Y"},
      {"It took more than four hours.", "more than four hours=PT4H"},
      {"It took half an hour.", "half an hour=PT30M"},
      {"For several weeks they waited.", "several weeks=PXW"},
      {"Over the past two months it grew.", "the past two months=P2M"},
      {"It took two to three weeks.", "two to three weeks=PXW"},
      {"They meet every Tuesday.", "every Tuesday=XXXX-WXX-2"},
      {"It is done each year.", "each year=P1Y"},
      {"They met every two weeks.", "every two weeks=P2W"},
      {"It is published daily.", "daily=P1D"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(times_of(text, kFriday), expected);
}

TEST(Times, Head_the_entries_of_a_live_blog) {
  EXPECT_EQ(times_of("The count is slow.\n\n20.40 Ward One is in.\n\n21.55 \"So it is,\" she says.", kFriday),
            "20.40=2020-01-10T20:40; 21.55=2020-01-10T21:55");
  EXPECT_EQ(times_of("It rose.\n\n20.40 percent was more.", kFriday), "");
}

TEST(Times, Are_not_seen_in_what_only_looks_like_them) {
  for (const std::string text : {"He may march to the fall of the second house.", "They sold 2000 tickets.",
                                 "It cost $1998.", "May I speak?", "The Daily Gazette sued.", "He came second."}) {
    EXPECT_EQ(times_of(text, kFriday), "") << text;
  }
}

TEST(Times, Give_first_and_last_day) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"She said this week that it was over.", "this week=2020-01-06..2020-01-12"},
      {"It happened in September.", "September=2019-09-01..2019-09-30"},
      {"It was in 2018.", "2018=2018-01-01..2018-12-31"},
      {"Rockets fell overnight on Wednesday.", "overnight on Wednesday=2020-01-08..2020-01-09"},
      {"He spoke on Thursday evening.", "Thursday evening=2020-01-09"},
      {"It opened at 15:30 GMT on Monday.", "15:30 GMT on Monday=2020-01-06T15:30"},
      {"It lasted ten days.", "ten days=open"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(days_of(text, kFriday), expected);
}

TEST(Times, Say_what_they_were_reckoned_from) {
  const auto anchors = [](const std::string& text, std::string_view published) {
    std::vector<Anchor> found;
    for (const TimeExpression& time : read(text, published).times) found.push_back(time.date.anchor);
    return found;
  };
  EXPECT_THAT(anchors("It fell on Monday; two days later it stood.", kFriday),
              testing::ElementsAre(Anchor::published, Anchor::text));
  EXPECT_THAT(anchors("It fell on Monday.", ""), testing::ElementsAre(Anchor::unknown));
}

TEST(Times, Move_by_whole_weeks_with_the_publication) {
  const std::string text =
      "On Wednesday the talks ended, a day after the strike last Tuesday. They resume next Monday, he said on Thursday "
      "evening. Yesterday was quiet.";
  const Analysis here = read(text, "2020-01-10");
  for (const int weeks : {1, 3, 7}) {
    Report later = report_of(text);
    later.published = parse_timestamp("2020-01-10");
    later.published->start->day += 7 * weeks;
    later.published->end->day += 7 * weeks;
    const Analysis moved = analyser().analyse(later);
    ASSERT_EQ(moved.times.size(), here.times.size());
    for (std::size_t i = 0; i < here.times.size(); ++i) {
      ASSERT_EQ(moved.times[i].date.start.has_value(), here.times[i].date.start.has_value());
      if (here.times[i].date.start) {
        EXPECT_EQ(moved.times[i].date.start->day, here.times[i].date.start->day + 7 * weeks);
      }
    }
  }
}

TEST(Calendar, Weeks_follow_ISO_8601) {
  EXPECT_EQ(iso_week(day_of(2019, 12, 30)), "2020-W01");
  EXPECT_EQ(iso_week(day_of(2021, 1, 3)), "2020-W53");
  EXPECT_EQ(iso_week(day_of(2020, 1, 8)), "2020-W02");
}

TEST(Calendar, Easter_and_its_company_move) {
  EXPECT_EQ(easter(2020), day_of(2020, 4, 12));
  EXPECT_EQ(easter(2024), day_of(2024, 3, 31));
  EXPECT_EQ(holiday_day({HolidayRule::Kind::nth_weekday, 11, 4, 3}, 2019), day_of(2019, 11, 28));
  EXPECT_EQ(holiday_day({HolidayRule::Kind::nth_weekday, 5, 5, 0}, 2020), day_of(2020, 5, 25));
  EXPECT_EQ(holiday_day({HolidayRule::Kind::election_day, 11, 0, 0}, 2020), day_of(2020, 11, 3));
}

TEST(Calendar, Months_end_where_they_end) {
  EXPECT_EQ(plus_months(day_of(2020, 1, 31), 1), day_of(2020, 2, 29));
  EXPECT_EQ(plus_months(day_of(2020, 1, 15), -13), day_of(2018, 12, 15));
}

}  // namespace
}  // namespace crossread::language
