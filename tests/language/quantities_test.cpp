// Numbers with what they count.
#include <gmock/gmock.h>

#include "language/reading.h"

namespace crossread::language {
namespace {

TEST(Quantities, Count_the_noun_behind_the_number) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"It followed 22 ballistic missile launches by rebels.", "22 ballistic missile launches=22 launch"},
      {"They fired 16 short-range rockets at it.", "16 short-range rockets=16 rocket"},
      {"It wounded two Iraqi officers and two airmen.", "two Iraqi officers=2 officer; two airmen=2 airman"},
      {"He and nine others died.", "nine others=9 other"},
      {"Three more rockets fell.", "Three more rockets=3 rocket"},
      {"It killed 22 people and hurt twenty-five children.", "22 people=22 person; twenty-five children=25 child"},
      {"There were 14 killed and 30 wounded.", "14 killed=14 killed; 30 wounded=30 wounded"},
      {"It made $1.5 billion, or £20m.", "$1.5 billion=1500000000 USD; £20m=20000000 GBP"},
      {"It cost five million euros.", "five million euros=5000000 EUR"},
      {"Prices rose 3.2 percent, then 4%.", "3.2 percent=3.2 percent; 4%=4 percent"},
      {"It is 30 kilometres off.", "30 kilometres=30 kilometre"},
      {"Two dozen countries signed.", "Two dozen countries=24 country"},
      {"It hit half a million homes.", "half a million homes=500000 home"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(quantities_of(text), expected);
}

TEST(Quantities, Keep_the_bounds_that_the_text_sets) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"They fired at least 11 missiles.", "at least 11 missiles=11 [11,] missile"},
      {"It took more than 40 boats.", "more than 40 boats=40 [40,] boat"},
      {"Up to 30 homes burned.", "Up to 30 homes=30 [,30] home"},
      {"Nearly 20 villages were cut off.", "Nearly 20 villages=20 [18,20] village"},
      {"About 20 villages were cut off.", "About 20 villages=20 [18,22] village"},
      {"It needs 10 to 15 boats.", "10 to 15 boats=12.5 [10,15] boat"},
      {"Dozens of villagers fled.", "Dozens of villagers=24 [24,] villager"},
      {"Hundreds of thousands of people marched.", "Hundreds of thousands of people=200000 [200000,] person"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(quantities_of(text), expected);
}

TEST(Quantities, Of_a_part_bear_the_unit_of_the_whole) {
  EXPECT_EQ(quantities_of("They fired 16 missiles, at least 11 of which hit the base and one that missed."),
            "16 missiles=16 missile; at least 11=11 [11,] missile; one=1 missile");
}

TEST(Quantities, Are_not_seen_in_numbers_that_count_nothing) {
  for (const std::string text :
       {"He cited Article 51.", "Ada Lund, 45, left.", "It won 3-2.", "It happened on January 3, 2019.",
        "They met in 2018 at 9:30 a.m.", "She flew a Boeing 737.", "One of the best left.", "Vote No. 5 failed."}) {
    EXPECT_EQ(quantities_of(text), "") << text;
  }
}

}  // namespace
}  // namespace crossread::language
