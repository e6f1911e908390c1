// Numbers with what they count.
#include <gmock/gmock.h>

#include "language/reading.h"

namespace crossread::language {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

void expect_all(const Rows& rows) {
  for (const auto& [text, expected] : rows) EXPECT_EQ(quantities_of(text), expected) << text;
}

TEST(Quantities, Count_the_noun_of_the_number) {
  expect_all({
      {"It followed 22 ballistic missile launches by rebels.", "22 ballistic missile launches=22 missile"},
      {"They fired 16 short-range rockets at it.", "16 short-range rockets=16 rocket"},
      {"They fired 16 short-range ballistic missiles.", "16 short-range ballistic missiles=16 missile"},
      {"The strike killed Okoro and nine others.", "nine others=9 person killed"},
      {"Three more rockets fell.", "Three more rockets=3 rocket"},
      {"It is 30 kilometres off.", "30 kilometres=30 kilometre"},
      {"The boat lay 12 nautical miles out.", "12 nautical miles=12 nautical_mile"},
      {"Two dozen countries signed.", "Two dozen countries=24 country"},
      {"It hit half a million homes.", "half a million homes=500000 home"},
      {"A 30-metre crater opened.", "30-metre=30 metre"},
      {"They sank two of the firm's barges.", "two of the firm's barges=2 barge"},
      {"It was a quake of magnitude 5.9.", "5.9=5.9 magnitude"},
  });
}

TEST(Quantities, Count_people_by_what_befell_them) {
  expect_all({
      {"It wounded two Iraqi officers and two airmen.",
       "two Iraqi officers=2 person injured; two airmen=2 person injured"},
      {"It killed 22 people and hurt twenty-five children.",
       "22 people=22 person killed; twenty-five children=25 child"},
      {"There were 14 killed and 30 wounded.", "14 killed=14 person killed; 30 wounded=30 person injured"},
      {"Seventeen have died in the valley.", "Seventeen=17 person killed"},
      {"The flood caused three deaths.", "three deaths=3 person killed"},
      {"There were no injuries.", "no injuries=0 person injured"},
      {"The death toll rose to 17.", "17=17 person killed"},
      {"Four growers were arrested.", "Four growers=4 person arrested"},
      {"Four growers sold their land.", "Four growers=4 grower"},
  });
}

TEST(Quantities, Tell_money_and_shares) {
  expect_all({
      {"It made $1.5 billion, or £20m.", "$1.5 billion=1500000000 USD; £20m=20000000 GBP"},
      {"It cost five million euros.", "five million euros=5000000 EUR"},
      {"They paid GH¢6 million and R$ 412.", "GH¢6 million=6000000 GHS; R$ 412=412 BRL"},
      {"It is RM19.4 million.", "RM19.4 million=19400000 MYR"},
      {"Apples fell to 62 grosz.", "62 grosz=0.62 PLN"},
      {"The share closed at C$4, up 73 cents.", "C$4=4 CAD; 73 cents=0.73 CAD"},
      {"Prices rose 3.2 percent, then 4%.", "3.2 percent=3.2 percent; 4%=4 percent"},
      {"It lost about a fifth of its quota.", "about a fifth=20 [,] percent"},
  });
}

TEST(Quantities, Keep_the_bounds_that_the_text_sets) {
  expect_all({
      {"They fired at least 11 missiles.", "at least 11 missiles=11 [11,] missile"},
      {"It took more than 40 boats.", "more than 40 boats=40 [40,] boat"},
      {"It took no more than 40 boats.", "no more than 40 boats=40 [,40] boat"},
      {"Up to 30 homes burned.", "Up to 30 homes=30 [,30] home"},
      {"Nearly 20 villages were cut off.", "Nearly 20 villages=20 [,20] village"},
      {"About 20 villages were cut off.", "About 20 villages=20 [,] village"},
      {"It needs 10 to 15 boats.", "10 to 15 boats= [10,15] boat"},
      {"Prices will rise between 19% and 21%.", "between 19% and 21%= [19,21] percent"},
      {"Dozens of villagers fled.", "Dozens of villagers= [24,] villager"},
      {"Hundreds of thousands of people marched.", "Hundreds of thousands of people= [200000,] person"},
      {"It was minus 11 degrees.", "minus 11 degrees=-11 degree"},
  });
}

TEST(Quantities, Are_parts_of_a_whole) {
  expect_all({
      {"They fired 16 missiles, at least 11 of which hit the base and one that missed.",
       "16 missiles=16 missile; at least 11 of which=11 [11,] missile part of 0; one=1 missile"},
      {"Three barges burned, two of them ferries.", "Three barges=3 barge; two of them ferries=2 ferry part of 0"},
      {"Two of the 16 rockets hit the base.", "Two=2 rocket part of 1; 16 rockets=16 rocket"},
      {"It sank 12 boats, including three ferries.", "12 boats=12 boat; three ferries=3 ferry part of 0"},
  });
}

TEST(Quantities, Alone_count_what_the_number_before_counts) {
  expect_all({
      {"They counted 61 boats. Police have said 38.", "61 boats=61 boat; 38=38 boat"},
      {"She won 5,119 votes. He had 5,088.", "5,119 votes=5119 vote; 5,088=5088 vote"},
      {"The rate fell from 27.50 to 26 percent.", "27.50=27.5 percent; 26 percent=26 percent"},
  });
}

TEST(Quantities, Tell_ages_and_scores) {
  expect_all({
      {"Ada Lund, 45, left.", "45=45 year age"},
      {"The 34-year-old left.", "34-year-old=34 year age"},
      {"Two men of 19 and 23 left.", "Two men=2 person; 19=19 year age; 23=23 year age"},
      {"They won 3-2.", "3=3 goal; 2=2 goal"},
  });
}

TEST(Quantities, Are_not_seen_in_numbers_that_count_nothing) {
  for (const std::string text :
       {"He cited Article 51.", "It happened on January 3, 2019.", "They met in 2018 at 9:30 a.m.",
        "She flew a Boeing 737.", "One of the best left.", "Vote No. 5 failed.", "She rang at six that evening.",
        "Call +258 26 218 033.", "The last bus left at ten past eight."}) {
    EXPECT_EQ(quantities_of(text), "") << text;
  }
}

}  // namespace
}  // namespace crossread::language
