#include "lineage/alignment.h"

#include <gtest/gtest.h>

#include <random>

namespace crossread {
namespace {

std::vector<Word> words_of(std::string_view text) {
  return words(text, {0, static_cast<std::uint32_t>(text.size())});
}

TEST(Alignment, Finds_the_longest_runs_in_order) {
  const auto a = words_of("x a b c d e y f g h i z");
  const auto b = words_of("f g h i q a b c d e");
  EXPECT_EQ(shared_runs(a, b), (std::vector<SharedRun>{{1, 5, 5}, {7, 0, 4}}));
}

TEST(Alignment, Leaves_out_runs_that_are_too_short) {
  EXPECT_TRUE(shared_runs(words_of("a b c x d e f"), words_of("a b c y d e f")).empty());
  EXPECT_TRUE(shared_runs({}, words_of("a b c d e")).empty());
  EXPECT_TRUE(shared_runs(words_of("a b c"), words_of("a b c")).empty());
}

TEST(Alignment, Bridges_light_edits_and_nothing_more) {
  const auto a = words_of("a b c d one e f g h");
  const auto near = stretches(shared_runs(a, words_of("a b c d two three e f g h")));
  ASSERT_EQ(near.size(), 1U);
  EXPECT_EQ(near[0].a_end(), 9U);
  EXPECT_EQ(near[0].b_end(), 10U);
  EXPECT_EQ(stretches(shared_runs(a, words_of("a b c d 1 2 3 4 5 6 7 8 e f g h"))).size(), 2U);
  EXPECT_EQ(stretches(shared_runs(a, words_of("e f g h one a b c d"))).size(), 2U) << "the other way round";
}

// The same by looking everywhere.
std::vector<SharedRun> slow_runs(const std::vector<Word>& a, const std::vector<Word>& b) {
  std::vector<SharedRun> runs;
  for (std::uint32_t at = 0; at < a.size();) {
    std::uint32_t longest = 0;
    for (std::uint32_t place = 0; place < b.size(); ++place) {
      std::uint32_t size = 0;
      while (at + size < a.size() && place + size < b.size() && a[at + size].hash == b[place + size].hash) ++size;
      longest = std::max(longest, size);
    }
    if (longest >= kLeastRun) runs.push_back({at, 0, longest});
    at += longest >= kLeastRun ? longest : 1;
  }
  return runs;
}

TEST(Alignment, Agrees_with_a_slow_judge_on_random_words) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    std::vector<Word> a(random() % 60);
    std::vector<Word> b(random() % 60);
    for (Word& word : a) word.hash = random() % 3;
    for (Word& word : b) word.hash = random() % 3;
    const std::vector<SharedRun> fast = shared_runs(a, b);
    const std::vector<SharedRun> slow = slow_runs(a, b);
    ASSERT_EQ(fast.size(), slow.size());
    for (std::size_t i = 0; i < fast.size(); ++i) {
      EXPECT_EQ(fast[i].a, slow[i].a);
      EXPECT_EQ(fast[i].size, slow[i].size);
      for (std::uint32_t k = 0; k < fast[i].size; ++k) EXPECT_EQ(a[fast[i].a + k].hash, b[fast[i].b + k].hash);
    }
  }
}

}  // namespace
}  // namespace crossread
