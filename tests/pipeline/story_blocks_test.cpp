// Against a slow judge: what hangs together at each step of the ladder, read off the whole world.
#include "pipeline/story_blocks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "scratch_folder.h"

namespace crossread {
namespace {

using Block = std::vector<ReportNumber>;

struct Tie {
  ReportNumber a;
  ReportNumber b;
  std::uint16_t strength = 0;
};

// A store of so many reports with these ties; nothing is settled.
class BlocksTest : public testing::Test {
 protected:
  Store store_of(std::size_t reports, const std::vector<Tie>& ties) {
    Store store = Store::open(folder_.path() / ("world" + std::to_string(made_++)));
    Batch batch = store.begin_batch("2026-04-01T00:00:00Z");
    std::vector<ReportId> ids(1);
    for (std::uint64_t i = 1; i <= reports; ++i) {
      Report report;
      report.source_id = std::to_string(i);
      report.text = "Words.";
      report.id = {i};
      ids.push_back(report.id);
      EXPECT_EQ(batch.append(report, report.text, DocumentFormat::text).value, i);
    }
    std::vector<StoryLink> links;
    for (const Tie& tie : ties) links.push_back({ids[tie.a.value], ids[tie.b.value], tie.strength, 0});
    batch.put_story_links(links);
    batch.commit();
    return store;
  }

  static Block block_of(const Store& store, ReportNumber report) {
    ReportOrder order(store);
    Neighbourhood near(store, order);
    return StoryBlocks(store, near).block_of(report).members;
  }

 private:
  test::ScratchFolder folder_;
  int made_ = 0;
};

Block hanging_together(ReportNumber seed, const std::vector<Tie>& ties, std::uint16_t strength) {
  std::set<ReportNumber> found = {seed};
  for (bool grew = true; grew;) {
    grew = false;
    for (const Tie& tie : ties) {
      if (tie.strength < strength || found.contains(tie.a) == found.contains(tie.b)) continue;
      found.insert(tie.a);
      found.insert(tie.b);
      grew = true;
    }
  }
  return {found.begin(), found.end()};
}

Block judged(ReportNumber seed, const std::vector<Tie>& ties) {
  for (const int strength : {180, 215, 260, 310, 375, 450, 540, 650, 800}) {
    const Block block = hanging_together(seed, ties, static_cast<std::uint16_t>(strength));
    if (block.size() <= kMostTogether) return block;
  }
  return hanging_together(seed, ties, kBound);
}

TEST_F(BlocksTest, Are_what_hangs_together_at_the_lowest_strength_at_which_it_is_not_too_much) {
  std::mt19937 random(3);
  constexpr std::uint32_t kReports = 900;
  std::set<std::size_t> sizes;
  for (int round = 0; round < 3; ++round) {
    std::vector<Tie> ties;
    std::set<std::pair<std::uint32_t, std::uint32_t>> tied;
    for (int i = 0; i < 1500; ++i) {
      const auto a = static_cast<std::uint32_t>(1 + random() % kReports);
      const auto b = static_cast<std::uint32_t>(1 + (a + random() % 30) % kReports);
      if (a == b || !tied.insert(std::minmax(a, b)).second) continue;
      ties.push_back({{a}, {b}, static_cast<std::uint16_t>(random() % 20 == 0 ? kBound : 100 + random() % 500)});
    }
    const Store store = store_of(kReports, ties);
    for (std::uint32_t i = 1; i <= kReports; i += 37) {
      const Block block = block_of(store, {i});
      ASSERT_EQ(block, judged({i}, ties)) << "round " << round << ", report " << i;
      sizes.insert(block.size());
    }
  }
  EXPECT_GT(sizes.size(), 5U) << "blocks of one size show nothing";
}

TEST_F(BlocksTest, Never_take_apart_what_is_bound_together) {
  std::vector<Tie> chain;
  for (std::uint32_t i = 1; i < 2 * kMostTogether; ++i) chain.push_back({{i}, {i + 1}, kBound});
  chain.push_back({{1}, {2 * kMostTogether + 1}, 999});
  const Store store = store_of(2 * kMostTogether + 1, chain);
  EXPECT_EQ(block_of(store, {7}).size(), 2 * kMostTogether);
  EXPECT_EQ(block_of(store, {2 * kMostTogether + 1}).size(), 1U);
}

}  // namespace
}  // namespace crossread
