// Against a slow judge: for every pair and every key, are they near each other among all reports under it?
#include "pipeline/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "index/memory_blocks.h"
#include "index/posting_index.h"
#include "scratch_folder.h"

namespace crossread {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;  // numbers, the lower first
using Keys = std::map<Pair, std::uint32_t>;            // under how many keys they are near

struct Sample {
  ReportNumber number;
  CanonicalKey key;
  std::set<std::uint64_t> keys;
};

Pair pair_of(ReportNumber a, ReportNumber b) {
  return std::minmax(a.value, b.value);
}

Keys judged(const std::vector<Sample>& samples) {
  std::map<std::uint64_t, std::vector<const Sample*>> under;
  for (const Sample& sample : samples) {
    for (const std::uint64_t key : sample.keys) under[key].push_back(&sample);
  }
  Keys near;
  for (auto& [key, reports] : under) {
    std::sort(reports.begin(), reports.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
    for (std::size_t i = 0; i < reports.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (i - j <= kCrowd) ++near[pair_of(reports[i]->number, reports[j]->number)];
      }
    }
  }
  return near;
}

class CandidatesTest : public testing::Test {
 protected:
  std::vector<Sample> samples(std::size_t count, std::uint64_t keys) {
    std::vector<Sample> made;
    for (std::uint32_t i = 1; i <= count; ++i) {
      const auto minutes = static_cast<std::int64_t>(random_() % 10);  // many at one time
      Sample sample{{i}, {minutes, {random_()}}, {}};
      for (int k = 0; k < 4; ++k) sample.keys.insert(random_() % keys * (random_() % keys));
      made.push_back(sample);
    }
    return made;
  }

  // Adds the samples in batches and keeps account of what each batch says.
  Keys told(const std::vector<Sample>& samples, std::size_t batch) {
    MemoryBlocks blocks;
    PostingIndex index(blocks, "test");
    ReportOrder order(store_);
    Keys near;
    for (std::size_t begin = 0; begin < samples.size(); begin += batch) {
      const std::size_t end = std::min(samples.size(), begin + batch);
      std::vector<ReportNumber> fresh;
      std::vector<Posting> postings;
      std::vector<std::uint64_t> keys;
      for (std::size_t i = begin; i < end; ++i) {
        fresh.push_back(samples[i].number);
        order.know(samples[i].number, samples[i].key);
        for (const std::uint64_t key : samples[i].keys) postings.push_back({key, samples[i].number});
        keys.insert(keys.end(), samples[i].keys.begin(), samples[i].keys.end());
      }
      index.add(postings);
      const Candidates found = candidates(index.find(keys), fresh, 1, order);
      for (const CandidatePair& pair : found.pairs) {
        EXPECT_TRUE(near.emplace(pair_of(pair.fresh, pair.other), pair.keys).second) << "a pair of old ones";
      }
      for (const BrokenPair& pair : found.broken) take(pair, near);
    }
    return near;
  }

 private:
  static void take(const BrokenPair& pair, Keys& near) {
    const auto kept = near.find(pair_of(pair.earlier, pair.later));
    ASSERT_NE(kept, near.end());
    ASSERT_GE(kept->second, pair.keys);
    kept->second -= pair.keys;
    if (kept->second == 0) near.erase(kept);
  }

  test::ScratchFolder folder_;
  Store store_ = Store::open(folder_.path() / "empty.crossread");
  std::mt19937_64 random_{20261122};
};

TEST_F(CandidatesTest, Are_those_that_a_slow_judge_finds_however_the_reports_come) {
  for (const std::uint64_t keys : {3, 9, 30}) {
    const std::vector<Sample> world = samples(300, keys);
    const Keys expected = judged(world);
    for (const std::size_t batch : {std::size_t{1}, std::size_t{7}, std::size_t{100}, world.size()}) {
      EXPECT_EQ(told(world, batch), expected) << keys << " keys, batches of " << batch;
    }
  }
}

TEST_F(CandidatesTest, Grow_with_a_crowd_and_not_with_its_square) {
  std::vector<Sample> crowd;
  for (std::uint32_t i = 1; i <= 1000; ++i) crowd.push_back({{i}, {i, {i}}, {5}});
  EXPECT_EQ(told(crowd, 100).size(), 1000 * kCrowd - kCrowd * (kCrowd + 1) / 2);
}

}  // namespace
}  // namespace crossread
