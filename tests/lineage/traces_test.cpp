#include "lineage/traces.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>

#include "lineage_samples.h"

namespace crossread {
namespace {

std::vector<Word> random_words(std::mt19937_64& random, std::size_t count) {
  std::vector<Word> words(count);
  for (Word& word : words) word.hash = random();
  return words;
}

// Of words without a text: none of them a number.
std::vector<std::uint64_t> traces_of(const std::vector<Word>& words) {
  Report report;
  report.text = "x";
  return traces({&report, &words}, tables());
}

std::size_t in_both(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::vector<std::uint64_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

std::size_t shared(const std::vector<Word>& a, const std::vector<Word>& b) {
  return in_both(traces_of(a), traces_of(b));
}

TEST(Traces, Find_every_run_of_the_sure_length_wherever_it_stands) {
  std::mt19937_64 random(1);
  for (int round = 0; round < 500; ++round) {
    auto a = random_words(random, random() % 100);
    auto b = random_words(random, random() % 100);
    const auto run = random_words(random, kSureRun);
    a.insert(a.begin() + static_cast<std::ptrdiff_t>(random() % (a.size() + 1)), run.begin(), run.end());
    b.insert(b.begin() + static_cast<std::ptrdiff_t>(random() % (b.size() + 1)), run.begin(), run.end());
    EXPECT_GE(shared(a, b), kSharedTraces);
  }
}

TEST(Traces, Find_a_copy_with_three_words_in_a_hundred_exchanged) {
  std::mt19937_64 random(2);
  int found = 0;
  for (int round = 0; round < 300; ++round) {
    const auto a = random_words(random, 150);
    auto b = a;
    for (Word& word : b) {
      if (random() % 100 < 3) word.hash = random();
    }
    found += shared(a, b) >= kSharedTraces ? 1 : 0;
  }
  EXPECT_EQ(found, 300);
}

TEST(Traces, Are_few) {
  std::mt19937_64 random(3);
  std::size_t keys = 0;
  for (int round = 0; round < 50; ++round) keys += traces_of(random_words(random, 400)).size();
  EXPECT_NEAR(static_cast<double>(keys) / 50, (400 - 16) * 2 / 11.0, 3);
}

TEST(Traces, Of_a_short_text_find_the_same_text_again) {
  std::mt19937_64 random(4);
  EXPECT_TRUE(traces_of(std::vector<Word>{}).empty());
  for (std::size_t count = 1; count <= kSureRun; ++count) {
    const auto words = random_words(random, count);
    EXPECT_GE(shared(words, words), kSharedTraces) << count;
  }
}

TEST(Traces, Are_not_left_by_frames_of_common_words) {
  const std::string frame = "he said that he would not be in the state on the last day of the year 2016";
  const Report a = report_of("a", "Wolves prowled around hamlets. But " + frame + ".");
  const Report b = report_of("b", "Glaciers melted beneath cliffs. Then " + frame + ".");
  EXPECT_EQ(in_both(traces_of(a), traces_of(b)), 0U);
}

TEST(Traces, Of_two_long_texts_that_only_end_alike_are_apart) {
  std::mt19937_64 random(6);
  const auto standing = random_words(random, 16);
  auto a = random_words(random, 300);
  auto b = random_words(random, 300);
  a.insert(a.end(), standing.begin(), standing.end());
  b.insert(b.end(), standing.begin(), standing.end());
  EXPECT_EQ(shared(a, b), 0U);
}

TEST(Traces, Are_in_order_each_once_even_of_a_text_that_repeats_itself) {
  std::mt19937_64 random(5);
  const auto verse = random_words(random, 30);
  std::vector<Word> song;
  for (int i = 0; i < 10; ++i) song.insert(song.end(), verse.begin(), verse.end());
  const auto keys = traces_of(song);
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
  for (const std::uint64_t key : keys) EXPECT_LT(key, std::uint64_t{1} << 40);
}

TEST(Traces, A_sentence_turned_round_shares_a_key) {
  const auto one = traces_of(report_of(
      "a", "Rescuers winched thirty stranded tourists from the gondola. It was late, and everybody went home."));
  const auto other = traces_of(report_of(
      "b", "Late it was when they went. From the gondola thirty tourists, stranded, were winched by rescuers."));
  std::vector<std::uint64_t> both;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
  EXPECT_EQ(both.size(), 1U);
}

}  // namespace
}  // namespace crossread
