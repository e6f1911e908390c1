#include "language/trees.h"

#include <gtest/gtest.h>

#include <random>

namespace crossread::language {
namespace {

// Whether heads make one tree under exactly one root.
bool is_tree(const std::vector<std::int32_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t word = 0; word < heads.size(); ++word) {
    roots += heads[word] < 0;
    std::int32_t at = static_cast<std::int32_t>(word);
    for (std::size_t steps = 0; at >= 0; ++steps) {
      if (steps > heads.size()) return false;
      at = heads[static_cast<std::size_t>(at)];
    }
  }
  return roots == 1;
}

std::int64_t sum_of(const std::vector<std::int32_t>& scores, const std::vector<std::int32_t>& heads) {
  std::int64_t sum = 0;
  for (std::size_t word = 0; word < heads.size(); ++word) {
    const std::size_t governor = heads[word] < 0 ? heads.size() : static_cast<std::size_t>(heads[word]);
    sum += scores[word * (heads.size() + 1) + governor];
  }
  return sum;
}

// The slow judge: tries every way to give each word a governor.
std::int64_t best_sum(const std::vector<std::int32_t>& scores, std::size_t count) {
  std::int64_t best = std::numeric_limits<std::int64_t>::min();
  std::vector<std::int32_t> heads(count, -1);
  for (;;) {
    if (is_tree(heads)) best = std::max(best, sum_of(scores, heads));
    std::size_t word = 0;
    while (word < count && ++heads[word] == static_cast<std::int32_t>(count)) heads[word++] = -1;
    if (word == count) return best;
  }
}

TEST(Trees, The_best_tree_has_the_sum_that_trying_all_finds) {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    const std::size_t count = 1 + round % 5;
    std::vector<std::int32_t> scores(count * (count + 1));
    for (std::int32_t& score : scores) score = static_cast<std::int32_t>(random() % 21) - 10;
    std::vector<std::int32_t> heads;
    best_tree(scores, count, heads);
    ASSERT_TRUE(is_tree(heads)) << "round " << round;
    EXPECT_EQ(sum_of(scores, heads), best_sum(scores, count)) << "round " << round;
  }
}

TEST(Trees, Long_sentences_of_noise_become_trees_too) {
  std::mt19937 random(11);
  for (const std::size_t count : {40u, 120u}) {
    std::vector<std::int32_t> scores(count * (count + 1));
    for (std::int32_t& score : scores) score = static_cast<std::int32_t>(random() % 100000);
    std::vector<std::int32_t> heads;
    best_tree(scores, count, heads);
    EXPECT_TRUE(is_tree(heads));
  }
}

TEST(Trees, No_words_give_no_tree) {
  std::vector<std::int32_t> heads = {1, 2};
  best_tree({}, 0, heads);
  EXPECT_TRUE(heads.empty());
}

}  // namespace
}  // namespace crossread::language
