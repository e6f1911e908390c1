#include "pipeline/maintenance.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "base/fault.h"
#include "index/block.h"
#include "pipeline/regroup.h"
#include "pipeline/told_search.h"

namespace crossread {
namespace {

namespace fs = std::filesystem;

constexpr const char* kIndexes[] = {"traces", "stories", kToldIndex};

// The words of the caller that a stored report still shows. What the input says itself goes before them, as it did the
// first time.
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

// Every block can be read, and each segment holds as many postings as it says.
void append_index_findings(const BlockStore& blocks, const char* name, std::vector<Finding>& findings) {
  for (const BlockStore::Segment& segment : blocks.segments(name)) {
    std::vector<Posting> postings;
    std::uint64_t count = 0;
    try {
      for (std::uint32_t number = 0;; ++number) {
        const std::string block = blocks.block(segment.id, number);
        if (block.empty()) break;
        postings.clear();
        read_block(block, postings);
        count += postings.size();
      }
    } catch (const BrokenWorld& fault) {
      findings.push_back({"index", fmt::format("{}, segment {}: {}", name, segment.id, fault.what())});
      continue;
    }
    if (count != segment.postings) {
      findings.push_back({"index", fmt::format("{}, segment {}: {} postings where {} should be", name, segment.id,
                                               count, segment.postings)});
    }
  }
}

// Puts the new file in the place of the old one. An old write-ahead log left behind would be played into the new file,
// so there must be none: closing the old store removes it unless another program has it open.
void replace_store(const fs::path& beside, const fs::path& path) {
  std::error_code failed;
  if (fs::exists(path.string() + "-wal", failed)) {
    remove_store(beside);
    throw StoreTrouble(path.string() + ": the store is in use by another program; close it and rebuild again");
  }
  fs::rename(beside, path, failed);
  if (failed)
    throw BrokenWorld(
        fmt::format("cannot put the rebuilt store in the place of {}: {}", path.string(), failed.message()));
}

// The old store's history, in batches of its own that keep their times.
void carry_history(const StoreReader& before, Store& after) {
  std::map<std::pair<std::uint32_t, std::string>, std::vector<Change>> batches;
  before.for_each_change([&](const Change& change) {
    batches[{change.batch, change.at}].push_back(change);
    return true;
  });
  for (const auto& [when, changes] : batches) {
    Batch batch = after.begin_batch(when.second);
    for (const Change& change : changes) batch.change(change.kind, change.from, change.to);
    batch.commit();
  }
}

// Refused inputs have left no bytes to read again; and stories may have got other ids.
void finish(const StoreReader& before, Store& after, const AddOptions& options) {
  Batch batch = after.begin_batch(options.now());
  before.for_each_rejection([&](const Rejection& rejection) {
    batch.reject(rejection);
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
    for (const char* name : kIndexes) append_index_findings(blocks, name, findings);
    return findings;
  });
}

bool is_stale(const StoreReader& store, const Stages& stages) {
  return store.meta("stages") != stages.version;
}

AddSummary rebuild(const fs::path& path, const Stages& stages, const AddOptions& options,
                   const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  const fs::path beside = path.string() + ".rebuilding";
  remove_store(beside);
  AddSummary summary;
  {
    StoreOptions existing;
    existing.must_exist = true;
    Store before = Store::open(path, existing);
    const Batch lock = before.begin_batch(options.now());  // never committed: keeps other writers out while this lasts
    const std::vector<ReportNumber> numbers = before.numbers();
    Store after = Store::open(beside);
    carry_history(before, after);
    std::size_t taken = 0;
    summary = Adder(stages, after, options).add([&]() -> std::optional<Arrival> {
      if (progress) progress(taken, numbers.size());
      if (taken == numbers.size()) return std::nullopt;
      return arrival_again(before, numbers[taken++]);
    });
    if (!summary.stopped) finish(before, after, options);
  }
  if (summary.stopped) {
    remove_store(beside);
    return summary;
  }
  replace_store(beside, path);
  return summary;
}

}  // namespace crossread
