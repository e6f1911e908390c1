#include "pipeline/maintenance.h"

#include <fmt/format.h>

#include "index/posting_index.h"
#include "pipeline/regroup.h"

namespace crossread {
namespace {

namespace fs = std::filesystem;

constexpr const char* kIndexes[] = {"traces", "stories"};

// The words of the caller that a stored report still shows. What the input says itself goes before them, as it did the first time.
Given given_again(const Report& report) {
  Given given;
  given.outlet = report.outlet;
  if (report.published_from == PublishedFrom::given) given.published = report.published;
  if (!report.language.empty()) given.language = report.language;
  return given;
}

Arrival arrival_again(const StoreReader& store, ReportNumber number) {
  const Report report = store.report(number);
  Original original = store.original(number);
  return {Document{report.source_id, original.format, std::move(original.bytes)}, given_again(report)};
}

void remove_store(const fs::path& path) {
  std::error_code ignored;
  for (const char* ending : {"", "-wal", "-shm"}) fs::remove(path.string() + ending, ignored);
}

// What the old store knows that cannot be worked out from the originals.
void carry_over(const StoreReader& before, Store& after, const AddOptions& options) {
  Batch batch = after.begin_batch(options.now());
  before.for_each_rejection([&](const Rejection& rejection) {
    batch.reject(rejection);
    return true;
  });
  before.for_each_change([&](const Change& change) {
    batch.carry(change);
    return true;
  });
  std::vector<Story> stories;
  after.for_each_story({}, [&](const Story& story) {
    stories.push_back(story);
    return true;
  });
  record_moves(before, stories, batch);
  batch.commit();
}

}  // namespace

std::vector<Finding> findings_of(const StoreReader& store) {
  return store.check([](const BlockStore& blocks) {
    std::vector<Finding> findings;
    for (const char* name : kIndexes) {
      for (std::string& fault : PostingIndex::faults_of(blocks, name)) findings.push_back({"index", std::move(fault)});
    }
    return findings;
  });
}

bool is_stale(const StoreReader& store, const Stages& stages) { return store.meta("stages") != stages.version; }

AddSummary rebuild(const fs::path& path, const Stages& stages, const AddOptions& options,
                   const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  const fs::path beside = path.string() + ".rebuilding";
  remove_store(beside);
  AddSummary summary;
  {
    const StoreReader before = StoreReader::open(path);
    const auto snapshot = before.snapshot();
    const std::vector<ReportNumber> numbers = before.numbers();
    Store after = Store::open(beside);
    std::size_t taken = 0;
    summary = Adder(stages, after, options).add([&]() -> std::optional<Arrival> {
      if (progress) progress(taken, numbers.size());
      if (taken == numbers.size()) return std::nullopt;
      return arrival_again(before, numbers[taken++]);
    });
    if (!summary.stopped) carry_over(before, after, options);
  }
  if (summary.stopped) {
    remove_store(beside);
    return summary;
  }
  replace_store(beside, path);
  return summary;
}

}  // namespace crossread
