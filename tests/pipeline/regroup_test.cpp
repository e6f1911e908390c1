// Settling piece by piece, as links come and go, against a slow judge that settles the whole world at once.
#include "pipeline/regroup.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "scratch_folder.h"
#include "story/whole.h"

namespace crossread {
namespace {

using Pair = std::pair<std::size_t, std::size_t>;  // places in the world, the earlier-made first

struct World {
  std::vector<Report> reports;
  std::vector<StoryLink> links;
  std::vector<std::size_t> goes;  // for each link: with the arrival of which report it goes; that of none if it stays
  std::vector<CopyLink> copies;
};

Report report_of(std::uint64_t number, const std::string& published) {
  Report report;
  report.source_id = "report " + std::to_string(number);
  report.title = "Title " + std::to_string(number);
  report.text = "Words.";
  report.body = {{0, 6}};
  report.published = parse_timestamp(published);
  report.id = {mix(7, number)};
  return report;
}

// Events of a few reports each, strongly linked within and weakly across, in a few weeks. One in `strays` of the links
// across is strong too.
World random_world(std::mt19937& random, std::size_t size, std::size_t strays = 30) {
  World world;
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  std::vector<std::size_t> events;
  for (std::size_t i = 0; i < size; ++i) {
    const std::string hour = std::to_string(10 + below(4));
    const std::string day = std::to_string(10 + below(18));
    world.reports.push_back(report_of(i, below(8) == 0 ? "" : "2026-03-" + day + "T" + hour + ":00"));
    events.push_back(below(size / 6 + 1));
  }
  std::set<Pair> linked;
  for (std::size_t i = 0; i < 12 * size; ++i) {
    const std::size_t a = below(size);
    const std::size_t b = below(3) == 0 ? below(size) : (a + 1 + below(8)) % size;
    if (a == b || !linked.insert(std::minmax(a, b)).second) continue;
    const bool one_event = events[a] == events[b] || below(strays) == 0;
    const auto strength = static_cast<std::uint16_t>(one_event ? 150 + below(500) : below(179));
    const auto kinship = static_cast<std::uint16_t>(below(12) == 0 ? 60 + below(300) : below(99));
    const bool a_first = canonical_key(world.reports[a]) < canonical_key(world.reports[b]);
    const ReportId first = world.reports[a_first ? a : b].id;
    const ReportId second = world.reports[a_first ? b : a].id;
    world.links.push_back({first, second, strength, kinship});
    world.goes.push_back(below(6) == 0 ? below(size) : size);
    if (one_event && below(10) == 0) {
      CopyLink copy;
      copy.report = second;
      copy.other = first;
      copy.kind = static_cast<CopyKind>(below(6));
      copy.shared_words = copy.report_words = copy.other_words = 1;
      copy.passages = {{{0, 5}, {0, 5}}};
      world.copies.push_back(copy);
    }
  }
  return world;
}

std::vector<Story> sorted(std::vector<Story> stories) {
  std::sort(stories.begin(), stories.end(), [](const Story& a, const Story& b) { return a.id < b.id; });
  return stories;
}

// Adds the reports of the world in this order, in batches of `least` up to `most` more, each with the links to those
// before it.
class Growing {
 public:
  Growing(const World& world, std::vector<std::size_t> order, std::size_t most, std::mt19937& random,
          std::size_t least = 1)
      : world_(world), store_(Store::open(folder_.path() / "world.crossread")), order_(store_) {
    std::set<ReportId> there;
    for (std::size_t begin = 0; begin < order.size();) {
      const std::size_t end = std::min(order.size(), begin + least + random() % most);
      add(std::span(order).subspan(begin, end - begin), there);
      begin = end;
    }
  }

  std::vector<Story> stories() const {
    std::vector<Story> all;
    store_.for_each_story({}, [&](const Story& story) {
      all.push_back(story);
      return true;
    });
    return sorted(std::move(all));
  }

 private:
  void add(std::span<const std::size_t> fresh, std::set<ReportId>& there) {
    Batch batch = store_.begin_batch("2026-04-01T00:00:00Z");
    LibraryOfBatch library(store_);
    std::vector<ReportNumber> touched;
    std::set<ReportId> arriving;
    for (const std::size_t i : fresh) {
      const Report& report = world_.reports[i];
      touched.push_back(batch.append(report, report.text, DocumentFormat::text));
      order_.know(touched.back(), canonical_key(report));
      arriving.insert(report.id);
    }
    there.insert(arriving.begin(), arriving.end());
    const auto is_new = [&](ReportId a, ReportId b) {
      return there.contains(a) && there.contains(b) && (arriving.contains(a) || arriving.contains(b));
    };
    std::vector<StoryLink> links;
    for (const StoryLink& link : world_.links) {
      if (is_new(link.a, link.b)) links.push_back(link);
    }
    batch.put_story_links(links, std::vector<std::uint32_t>(links.size(), 2));
    std::vector<CopyLink> copies;
    for (const CopyLink& copy : world_.copies) {
      if (is_new(copy.report, copy.other)) copies.push_back(copy);
    }
    batch.put_copy_links(copies);
    for (const ReportNumber number : batch.weaken_story_links(broken(there), 2)) touched.push_back(number);
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    regroup(store_, batch, library, order_, touched);
    batch.commit();
  }

  // All that go when these are there.
  std::vector<BrokenPair> broken(const std::set<ReportId>& there) const {
    std::vector<BrokenPair> pairs;
    for (std::size_t i = 0; i < world_.links.size(); ++i) {
      const StoryLink& link = world_.links[i];
      if (world_.goes[i] == world_.reports.size() || !there.contains(world_.reports[world_.goes[i]].id)) continue;
      if (!there.contains(link.a) || !there.contains(link.b)) continue;
      pairs.push_back({*store_.number_of(link.a), *store_.number_of(link.b), 1});
    }
    std::sort(pairs.begin(), pairs.end(), [](const BrokenPair& x, const BrokenPair& y) {
      return std::tie(x.later, x.earlier) < std::tie(y.later, y.earlier);
    });
    return pairs;
  }

  const World& world_;
  test::ScratchFolder folder_;
  Store store_;
  ReportOrder order_;
};

std::vector<Story> judged(const World& world) {
  std::vector<StoryMember> members;
  for (const Report& report : world.reports) {
    members.push_back(story_member(report));
    members.back().article = report.id.value;
  }
  std::vector<StoryLink> staying;
  for (std::size_t i = 0; i < world.links.size(); ++i) {
    if (world.goes[i] == world.reports.size()) staying.push_back(world.links[i]);
  }
  return sorted(test::settled_whole(members, staying, world.copies));
}

std::vector<std::size_t> random_order(std::size_t size, std::mt19937& random) {
  std::vector<std::size_t> order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = i;
  std::shuffle(order.begin(), order.end(), random);
  return order;
}

void expect_equal(const std::vector<Story>& found, const std::vector<Story>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    ASSERT_EQ(found[i].reports, expected[i].reports) << i;
    ASSERT_EQ(found[i].follows, expected[i].follows) << i;
    ASSERT_EQ(found[i].storyline, expected[i].storyline) << i;
    ASSERT_EQ(found[i], expected[i]) << i;
  }
}

TEST(Regroup, Comes_to_what_settling_the_whole_world_at_once_comes_to) {
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    const World world = random_world(random, 4 + random() % 60);
    const Growing grown(world, random_order(world.reports.size(), random), 1 + random() % 12, random);
    ASSERT_NO_FATAL_FAILURE(expect_equal(grown.stories(), judged(world))) << "round " << round;
  }
}

TEST(Regroup, Comes_to_it_in_a_world_of_thousands_of_reports) {
  std::mt19937 random(2);
  const World world = random_world(random, 2500);
  const std::vector<Story> expected = judged(world);
  std::set<StorylineId> lines;
  std::size_t follows = 0;
  for (const Story& story : expected) {
    lines.insert(story.storyline);
    follows += story.follows.size();
  }
  EXPECT_LT(expected.size(), 2300U) << "a world without stories shows nothing";
  EXPECT_LT(lines.size() + 200, expected.size()) << "nor does one without storylines";
  EXPECT_GT(follows, 100U);
  const Growing grown(world, random_order(world.reports.size(), random), 500, random);
  expect_equal(grown.stories(), expected);
}

// More hangs together than is settled together: parts of it come, grow, fall apart and fuse.
TEST(Regroup, Comes_to_the_same_in_any_batches_where_too_much_hangs_together) {
  std::mt19937 random(3);
  const World world = random_world(random, 1200, 5);
  const std::vector<std::size_t> order = random_order(world.reports.size(), random);
  const std::vector<Story> at_once = Growing(world, order, 1, random, world.reports.size()).stories();
  EXPECT_NE(at_once, judged(world)) << "a world that is settled whole shows nothing";
  for (const std::size_t most : {std::size_t{20}, std::size_t{200}}) {
    const Growing grown(world, random_order(world.reports.size(), random), most, random);
    ASSERT_NO_FATAL_FAILURE(expect_equal(grown.stories(), at_once)) << "batches of up to " << most;
  }
}

}  // namespace
}  // namespace crossread
