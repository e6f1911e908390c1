// The invariants of the design that concern the whole path (2, 3, 4), on random worlds: order, batches, threads and
// repetition change nothing; a later verbatim copy adds no origin. The others are held by tests/program/.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "base/data_folder.h"
#include "pipeline/adder.h"
#include "pipeline/dossier_reader.h"
#include "pipeline/maintenance.h"
#include "pipeline/storyline_reader.h"
#include "pipeline/world.h"
#include "render/export_json.h"

namespace crossread {
namespace {

namespace fs = std::filesystem;
using test::World;
using test::WorldReport;

const Stages& stages() {
  static const Stages loaded(data_folder(fs::path(CROSSREAD_SOURCE_DIR) / "data"));
  return loaded;
}

const StorylineTables& storyline_tables() {
  static const StorylineTables loaded(data_folder(fs::path(CROSSREAD_SOURCE_DIR) / "data"));
  return loaded;
}

// A store in a folder of its own, gone at the end.
class ScratchStore {
 public:
  ScratchStore() {
    static int made = 0;
    folder_ =
        fs::temp_directory_path() / ("crossread-invariants-" + std::to_string(getpid()) + "-" + std::to_string(made++));
    fs::create_directories(folder_);
  }
  ~ScratchStore() { fs::remove_all(folder_); }
  ScratchStore(const ScratchStore&) = delete;
  ScratchStore& operator=(const ScratchStore&) = delete;
  fs::path path() const { return folder_ / "world.crossread"; }

  AddSummary add(const std::vector<WorldReport>& reports, std::size_t batch, unsigned jobs) {
    Store store = Store::open(path());
    AddOptions options;
    options.batch_reports = batch;
    options.jobs = jobs;
    options.now = [] { return std::string("2024-04-01T00:00:00Z"); };
    std::size_t taken = 0;
    return Adder(stages(), store, options).add([&]() -> std::optional<Arrival> {
      if (taken == reports.size()) return std::nullopt;
      Document document;
      document.source_id = "world.jsonl:" + std::to_string(taken + 1);
      document.format = DocumentFormat::record;
      document.bytes = test::as_json_lines({reports[taken++]});
      return Arrival{document, {}};
    });
  }

  // The canonical export: everything but the history of arrival.
  std::string dossier(unsigned jobs = 1) const {
    const StoreReader store = StoreReader::open(path());
    Dossier whole = DossierReader(store).of_everything({});
    whole.changes.clear();
    StorylineReader(store, storyline_tables(), jobs).for_each([&](const StorylineFile& file) {
      append(whole, file);
      return true;
    });
    std::ostringstream out;
    write_json(whole, out);
    return out.str();
  }

  StoreCounts counts() const { return StoreReader::open(path()).counts(); }

 private:
  fs::path folder_;
};

std::string dossier_of(const std::vector<WorldReport>& reports, std::size_t batch, unsigned jobs) {
  ScratchStore store;
  store.add(reports, batch, jobs);
  return store.dossier(jobs);
}

// The thread sanitizer slows the reading of reports fifteen times; the races that it looks for show in one world as
// well as in three.
#if defined(__SANITIZE_THREAD__)
constexpr std::uint32_t kWorlds = 1;
constexpr int kRounds = 2;
#else
constexpr std::uint32_t kWorlds = 3;
constexpr int kRounds = 4;
#endif

TEST(Dossier, Does_not_depend_on_order_batches_or_threads) {
  for (std::uint32_t seed = 1; seed <= kWorlds; ++seed) {
    World world(seed);
    std::vector<WorldReport> reports = world.reports(6, 2, 3);
    const std::string expected = dossier_of(reports, reports.size(), 1);
    EXPECT_NE(expected.find("shared_words"), std::string::npos) << "a world without copies shows nothing";
    EXPECT_NE(expected.find("\"trigger\""), std::string::npos) << "nor does one without events";
    for (int round = 0; round < kRounds; ++round) {
      std::shuffle(reports.begin(), reports.end(), world.random());
      const std::size_t batch = 1 + world.below(reports.size());
      EXPECT_EQ(dossier_of(reports, batch, 1 + static_cast<unsigned>(world.below(4))), expected)
          << "seed " << seed << ", batches of " << batch;
    }
  }
}

// More copies of each account than stand near each other under one key: links go when others come between.
TEST(Dossier, Does_not_depend_on_order_or_batches_in_a_crowd) {
  World world(4);
  std::vector<WorldReport> reports = world.reports(2, 2, 40);
  const std::string expected = dossier_of(reports, reports.size(), 1);
  for (const std::size_t batch : {std::size_t{9}, std::size_t{50}}) {
    std::shuffle(reports.begin(), reports.end(), world.random());
    EXPECT_EQ(dossier_of(reports, batch, 2), expected) << "batches of " << batch;
  }
}

TEST(Dossier, Is_the_same_after_a_rebuild) {
  ScratchStore store;
  store.add(World(5).reports(5, 2, 2), 3, 2);
  const std::string before = store.dossier();
  AddOptions options;
  options.now = [] { return std::string("2024-05-01T00:00:00Z"); };
  rebuild(store.path(), stages(), options);
  EXPECT_EQ(store.dossier(), before);
}

TEST(Dossier, Does_not_change_when_the_same_reports_come_again) {
  const std::vector<WorldReport> reports = World(7).reports(4, 2, 2);
  ScratchStore store;
  store.add(reports, 10, 1);
  const std::string before = store.dossier();
  const AddSummary again = store.add(reports, 7, 2);
  EXPECT_EQ(again.added, 0u);
  EXPECT_EQ(again.known, reports.size());
  EXPECT_EQ(store.dossier(), before);
}

TEST(Origins, Do_not_grow_by_verbatim_copies_that_come_later) {
  std::vector<WorldReport> reports = World(11).reports(5, 2, 2);
  ScratchStore store;
  store.add(reports, 100, 1);
  const StoreCounts before = store.counts();
  for (WorldReport& report : reports) {
    report.id += "-copy";
    report.outlet = "Reprint Daily";
    report.published.replace(0, 10, "2024-03-29");
  }
  store.add(reports, 100, 1);
  const StoreCounts after = store.counts();
  EXPECT_EQ(after.reports, 2 * before.reports);
  EXPECT_EQ(after.origins, before.origins);
  EXPECT_EQ(after.stories, before.stories);
}

Story story_of(std::uint64_t first, std::size_t reports) {
  Story story;
  for (std::size_t i = 0; i < reports; ++i) story.reports.push_back({first + i});
  return story;
}

TEST(PartsOfAStoryline, Keep_stories_whole_where_they_fit) {
  const std::vector<Story> stories = {story_of(0, 600), story_of(1000, 400), story_of(2000, 1)};
  const auto parts = parts_of(stories);
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].size(), 1000u);
  EXPECT_EQ(parts[1].front(), ReportId{2000});
}

TEST(PartsOfAStoryline, Cut_a_story_that_is_larger_than_a_part) {
  const std::vector<Story> stories = {story_of(0, 10), story_of(1000, 2 * kMostReportsTogether + 5), story_of(9000, 3)};
  std::size_t held = 0;
  for (const auto& part : parts_of(stories)) {
    EXPECT_LE(part.size(), kMostReportsTogether);
    EXPECT_FALSE(part.empty());
    held += part.size();
  }
  EXPECT_EQ(held, 2 * kMostReportsTogether + 18);
}

TEST(Store, Is_sound_after_many_batches) {
  ScratchStore store;
  store.add(World(13).reports(6, 2, 2), 4, 2);
  for (const Finding& finding : findings_of(StoreReader::open(store.path())))
    ADD_FAILURE() << finding.what << ": " << finding.detail;
}

}  // namespace
}  // namespace crossread
