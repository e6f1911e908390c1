#include "index/posting_index.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "base/fault.h"
#include "index/memory_blocks.h"

namespace crossread {
namespace {

// The slow, obvious index.
class Judge {
 public:
  void add(const std::vector<Posting>& batch) {
    for (const Posting& posting : batch) postings_.emplace(posting.key, posting.report);
  }
  std::vector<Posting> find(std::vector<std::uint64_t> keys) const {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::vector<Posting> found;
    for (const std::uint64_t key : keys) {
      const auto [begin, end] = postings_.equal_range(key);
      for (auto at = begin; at != end; ++at) found.push_back({at->first, at->second});
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  std::multimap<std::uint64_t, ReportNumber> postings_;
};

struct World {
  int batches;
  std::size_t batch;
  std::uint64_t keys;
  std::uint32_t reports;
};

TEST(PostingIndex, Answers_as_a_multimap_does) {
  const World worlds[] = {{1, 1, 1, 1},
                          {100, 3, 50, 20},
                          {30, 400, 5, 1000000},
                          {80, 300, 1ULL << 40, 3000},
                          {10, 20000, 1ULL << 14, 3000},
                          {6, 20000, 3, 1U << 31}};
  std::mt19937_64 random(3);
  for (const World& world : worlds) {
    MemoryBlocks blocks;
    PostingIndex index(blocks, "test");
    Judge judge;
    for (int round = 0; round < world.batches; ++round) {
      std::vector<Posting> batch;
      std::vector<std::uint64_t> keys = {0, world.keys};
      for (std::size_t i = 0; i < world.batch; ++i) {
        batch.push_back({random() % world.keys, {static_cast<std::uint32_t>(random() % world.reports)}});
        if (random() % 4 == 0) keys.push_back(random() % 2 == 0 ? batch.back().key : random() % world.keys);
      }
      const std::vector<std::uint64_t> few = {0, batch.front().key, batch.back().key, random() % world.keys, ~0ULL};
      index.add(batch);
      judge.add(batch);
      ASSERT_EQ(index.find(few), judge.find(few)) << "round " << round << " of " << world.batches;
      ASSERT_EQ(index.find(keys), judge.find(keys)) << "round " << round << " of " << world.batches;
    }
  }
}

TEST(PostingIndex, Answers_from_a_fresh_process_and_keeps_names_apart) {
  MemoryBlocks blocks;
  PostingIndex(blocks, "a").add({{1, {1}}, {2, {1}}});
  PostingIndex(blocks, "b").add({{1, {9}}});
  const std::vector<std::uint64_t> keys = {1};
  EXPECT_EQ(PostingIndex(blocks, "a").find(keys), (std::vector<Posting>{{1, {1}}}));
  EXPECT_EQ(PostingIndex(blocks, "b").find(keys), (std::vector<Posting>{{1, {9}}}));
  EXPECT_TRUE(PostingIndex(blocks, "c").find(keys).empty());
}

TEST(PostingIndex, Keeps_few_segments_and_writes_a_posting_once_a_level) {
  MemoryBlocks blocks;
  PostingIndex index(blocks, "test");
  for (std::uint32_t i = 0; i < 1000; ++i) index.add({{i * std::uint64_t{7919}, {i}}});
  // 1000 is 1750 in base eight: 1 + 7 + 5 + 0 segments.
  EXPECT_EQ(blocks.segments("test").size(), 13U);
}

TEST(PostingIndex, An_empty_batch_leaves_no_segment) {
  MemoryBlocks blocks;
  PostingIndex(blocks, "test").add({});
  EXPECT_TRUE(blocks.segments("test").empty());
}

TEST(PostingIndex, A_damaged_block_breaks_the_world) {
  MemoryBlocks blocks;
  PostingIndex index(blocks, "test");
  index.add({{1, {1}}, {2, {2}}});
  std::string bytes = blocks.block(1, 0);
  bytes[5] = static_cast<char>(bytes[5] ^ 1);
  blocks.put_block(1, 0, 1, bytes);
  const std::vector<std::uint64_t> keys = {1};
  EXPECT_THROW(index.find(keys), BrokenWorld);
}

}  // namespace
}  // namespace crossread
