#include "lexicon/text_meaning.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace crossread {
namespace {

const MeaningVectors& vectors() {
  static const MeaningVectors shipped(CROSSREAD_SOURCE_DIR "/data/models");
  return shipped;
}

const Background& background() {
  static const Background shipped(CROSSREAD_SOURCE_DIR "/data/lexicon/en/background.tsv");
  return shipped;
}

std::vector<Word> all_words(std::string_view text) {
  return words(text, {0, static_cast<std::uint32_t>(text.size())});
}

Meaning meaning(std::string_view text) {
  return meaning_of(text, all_words(text), vectors(), background());
}

TEST(TextMeaning, Two_tellings_of_one_thing_are_nearer_than_two_things) {
  const struct {
    const char* text;
    const char* near;
    const char* far;
  } rows[] = {
      {"A freighter ran aground off the northern coast on Sunday.",
       "The cargo ship hit a reef near the shore, the coastguard said.",
       "The central bank cut its key rate by a quarter of a point."},
      {"The finance minister resigned over the budget.", "Minister quits after row over spending plans.",
       "Firefighters rescued two children from the flooded school."},
      {"At least twelve people died when a bus fell into a gorge.", "Bus crash kills a dozen passengers.",
       "The striker signed a three-year contract with the club."},
  };
  for (const auto& row : rows) {
    EXPECT_GT(cosine(meaning(row.text), meaning(row.near)), cosine(meaning(row.text), meaning(row.far)) + 0.2)
        << row.text;
  }
}

// The judge: the formula of the paper in doubles, over the same vectors.
TEST(TextMeaning, The_whole_numbers_follow_the_formula) {
  const std::string_view text = "Rescuers reached the unreachableport of Zerdaw after the earthquake, the U.N. said.";
  std::array<double, MeaningVectors::kSize> sums{};
  double weights = 0;
  for (const Word& word : all_words(text)) {
    const double share = std::pow(10.0, -background().rarity(word.hash) / 100.0);
    const double weight = 0.001 / (0.001 + share);
    MeaningVectors::Row made;
    const auto row = vectors().of(folded(text.substr(word.span.begin, word.span.size())), made);
    for (std::size_t i = 0; i < row.size(); ++i) sums[i] += weight * row[i];
    weights += weight;
  }
  const Meaning found = meaning(text);
  for (std::size_t i = 0; i < sums.size(); ++i) EXPECT_NEAR(found.numbers[i] / 256.0, sums[i] / weights, 0.15) << i;
}

TEST(TextMeaning, A_word_counts_the_more_the_rarer_it_is) {
  EXPECT_EQ(meaning_weight(0), 0);
  EXPECT_EQ(meaning_weight(300), 128);  // once in a thousand words: half
  EXPECT_EQ(meaning_weight(Background::kUnlisted), 256);
  EXPECT_EQ(meaning_weight(9999), 256);
  for (int rarity = 1; rarity <= Background::kUnlisted; ++rarity) {
    EXPECT_LE(meaning_weight(rarity - 1), meaning_weight(rarity));
    const double exact = 256 / (1 + std::pow(10, -rarity / 100.0) / 0.001);
    EXPECT_NEAR(meaning_weight(rarity), exact, 0.5001) << rarity;
  }
}

TEST(TextMeaning, The_order_of_the_words_makes_no_difference) {
  const std::string_view text = "The court acquitted the former mayor of all charges on Friday";
  std::vector<Word> turned = all_words(text);
  std::reverse(turned.begin(), turned.end());
  EXPECT_EQ(meaning_of(text, turned, vectors(), background()), meaning(text));
}

TEST(TextMeaning, Cosines_lie_between_minus_one_and_one_and_nothing_is_like_nothing) {
  const Meaning quake = meaning("An earthquake struck the island.");
  Meaning opposite = quake;
  for (std::int16_t& number : opposite.numbers) number = static_cast<std::int16_t>(-number);
  EXPECT_EQ(cosine(quake, quake), 1);
  EXPECT_EQ(cosine(quake, opposite), -1);
  EXPECT_EQ(meaning("— ... !"), Meaning{});
  EXPECT_EQ(cosine(quake, Meaning{}), 0);
}

}  // namespace
}  // namespace crossread
