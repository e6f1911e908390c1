#include "story/relate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "worlds.h"

namespace crossread {
namespace {

int strength(const Report& a, const Report& b) {
  const auto link = relate(profile_of(a), profile_of(b));
  return link ? link->strength : 0;
}

int kinship(const Report& a, const Report& b) {
  const auto link = relate(profile_of(a), profile_of(b));
  return link ? link->kinship : 0;
}

const char* const kBlast =
    "An explosion tore through a fertiliser plant in Karsova on Tuesday, killing nine workers. Mayor Petra Lindqvist "
    "said "
    "the blast began in an ammonia tank that inspectors had warned of in May. Windows broke two kilometres away.";
const char* const kSameBlast =
    "Nine people died when a fertiliser factory in Karsova blew up on Tuesday. Inspectors had found faults in the "
    "ammonia "
    "tank months ago, according to Mayor Petra Lindqvist, who asked residents to stay at home.";
const char* const kOtherBlast =
    "An explosion tore through a flour mill in Dunmeath on Thursday, killing four workers. Fire chief Owen Garrity "
    "said the "
    "blast began in a dust filter. Windows broke across the harbour quarter.";

TEST(Relate, Two_accounts_of_one_event_are_closer_than_two_like_events_of_one_week) {
  const Report here = report_of("Blast at Karsova plant kills nine", kBlast, "2026-03-03");
  const Report too = report_of("Nine dead in Karsova factory explosion", kSameBlast, "2026-03-03");
  const Report there = report_of("Blast at Dunmeath mill kills four", kOtherBlast, "2026-03-05");
  EXPECT_GT(strength(here, too), 3 * strength(here, there) / 2);
  EXPECT_GE(strength(here, too), 190);
  EXPECT_LT(kinship(here, there), 100);
}

TEST(Relate, Is_symmetric_and_names_the_earlier_first) {
  const StoryProfile a = profile_of(report_of("Blast at Karsova plant", kBlast, "2026-03-04"));
  const StoryProfile b = profile_of(report_of("Karsova factory explosion", kSameBlast, "2026-03-03"));
  ASSERT_TRUE(relate(a, b));
  EXPECT_EQ(relate(a, b), relate(b, a));
  EXPECT_EQ(relate(a, b)->a, b.report);
}

TEST(Relate, Fades_with_the_days_between) {
  const Report first = report_of("Blast at Karsova plant kills nine", kBlast, "2026-03-03");
  int before = 1001;
  for (const char* day : {"2026-03-03", "2026-03-04", "2026-03-06", "2026-06-20"}) {
    const int now = strength(first, report_of("Nine dead in Karsova factory explosion", kSameBlast, day));
    EXPECT_LT(now, before) << day;
    before = now;
  }
  EXPECT_EQ(before, 0);
}

TEST(Relate, A_storyline_outlasts_a_story) {
  const Report first = report_of("Blast at Karsova plant kills nine", kBlast, "2026-03-03");
  const Report later = report_of("Nine dead in Karsova factory explosion", kSameBlast, "2026-05-20");
  EXPECT_EQ(strength(first, later), 0);
  EXPECT_GE(kinship(first, later), 100);
}

TEST(Relate, One_day_speaks_for_one_event_and_no_date_speaks_neither_way) {
  const Report dated = report_of("Blast at Karsova plant kills nine", kBlast, "2026-03-03");
  const auto other = [](const char* day) { return report_of("Nine dead in Karsova explosion", kSameBlast, day); };
  EXPECT_GT(strength(dated, other("2026-03-03")), strength(dated, other("")));
  EXPECT_GT(strength(dated, other("")), strength(dated, other("2026-03-20")));
}

TEST(Relate, Reports_that_share_nothing_have_no_link) {
  const Report blast = report_of("Blast at Karsova plant kills nine", kBlast);
  const Report recipe = report_of("Plum cake", "Stir butter with sugar, fold in plums and bake until golden.");
  EXPECT_FALSE(relate(profile_of(blast), profile_of(recipe)));
}

TEST(Relate, Empty_profiles_are_nobodys_kin) {
  const StoryProfile empty = profile_of(report_of("", ""));
  EXPECT_FALSE(relate(empty, empty));
  EXPECT_FALSE(relate(empty, profile_of(report_of("Blast at Karsova plant kills nine", kBlast))));
}

TEST(Relate, A_profile_with_words_enough_is_linked_to_itself_with_nearly_full_strength) {
  const Report blast = report_of("Blast at Karsova plant kills nine", std::string(kBlast) + " " + kOtherBlast);
  EXPECT_GE(strength(blast, blast), 950);
  EXPECT_LE(strength(blast, blast), 1000);
}

}  // namespace
}  // namespace crossread
