// What the stages across reports cost while a store grows: links of copying and of story, and the settling of what they
// touch. Processor time, for a machine may be shared; names are guessed from capitals, so that reading costs little.
//
//   across_bench STORE REPORTS.jsonl [--batch N] [--last N]
//
// Makes STORE anew from a file of reports, one a line, and prints a row at 1,000, 2,000, 5,000 and so on: what each
// step cost a report since the row before. The last reports (--last, 10) are held back, and then added by a store
// opened afresh.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/data_folder.h"
#include "intake/reader.h"
#include "lineage/traces.h"
#include "pipeline/linking.h"
#include "pipeline/regroup.h"
#include "story/profile.h"

namespace {

using namespace crossread;
namespace fs = std::filesystem;

struct Tables {
  explicit Tables(const fs::path& data) : reader(data), profiler(data), lineage(data) {}
  intake::Reader reader;
  Profiler profiler;
  LineageTables lineage;
};

// Microseconds of processor time of each step.
struct Costs {
  double prepare = 0;
  double append = 0;
  double copies = 0;
  double stories = 0;
  double regroup = 0;
  double commit = 0;
  std::size_t reports = 0;
};

class Watch {
 public:
  // Microseconds since it was made or last read.
  double lap() {
    const std::clock_t now = std::clock();
    const double passed = 1e6 * static_cast<double>(now - since_) / CLOCKS_PER_SEC;
    since_ = now;
    return passed;
  }

 private:
  std::clock_t since_ = std::clock();
};

std::vector<Report> reports_of(std::ifstream& lines, std::size_t most, const Tables& tables) {
  std::vector<Report> reports;
  for (std::string line; reports.size() < most && std::getline(lines, line);) {
    Result<Report> report = tables.reader.read({"report", DocumentFormat::record, line}, {});
    if (report) reports.push_back(std::move(*report));
  }
  return reports;
}

void add(Store& store, ReportOrder& order, std::vector<Report> reports, const Tables& tables, Costs& costs) {
  Watch watch;
  std::vector<LibraryOfBatch::Entry> entries;
  std::vector<FreshKeys> keys;
  for (Report& report : reports) {
    if (store.number_of(report.id)) continue;
    LibraryOfBatch::Entry entry{std::move(report), {}, {}};
    entry.words = body_words(entry.report);
    entry.profile = tables.profiler.profile(entry.report, {});
    keys.push_back({{}, traces({&entry.report, &entry.words}, tables.lineage), entry.profile.keys});
    entries.push_back(std::move(entry));
  }
  costs.prepare += watch.lap();
  Batch batch = store.begin_batch("2026-11-22T00:00:00Z");
  LibraryOfBatch library(store);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    keys[i].number = batch.append(entries[i].report, entries[i].report.text, DocumentFormat::text);
    batch.put_profile(keys[i].number, entries[i].profile);
    order.know(keys[i].number, canonical_key(entries[i].report));
    library.keep(keys[i].number, std::move(entries[i]));
  }
  costs.append += watch.lap();
  const Linking linking{store, batch, library, order, keys, {1, [] { return false; }}};
  std::vector<ReportNumber> touched;
  for (const FreshKeys& one : keys) touched.push_back(one.number);
  const auto take = [&](const std::vector<ReportNumber>& more) {
    touched.insert(touched.end(), more.begin(), more.end());
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  };
  take(*link_copies(linking, tables.lineage));
  costs.copies += watch.lap();
  take(*link_stories(linking));
  costs.stories += watch.lap();
  regroup(store, batch, library, order, touched);
  costs.regroup += watch.lap();
  batch.commit();
  costs.commit += watch.lap();
  costs.reports += keys.size();
}

constexpr const char* kHeads[] = {"reports", "prepare", "append", "copies", "stories", "regroup",
                                  "commit",  "MiB",     "bytes",  "copied", "linked"};

void print_heads() {
  for (const char* head : kHeads) fmt::print("{:>9}", head);
  fmt::print("\n");
}

std::uint64_t peak_mib() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<std::uint64_t>(used.ru_maxrss) >> 10;
}

// Costs a report since the last row; then, of the whole: peak memory, the store's bytes and links a report.
void print(const StoreReader& store, const Costs& costs) {
  const auto n = static_cast<double>(std::max<std::size_t>(costs.reports, 1));
  const StoreCounts counts = store.counts();
  const auto all = static_cast<double>(std::max<std::uint64_t>(counts.reports, 1));
  fmt::print("{:>9}", counts.reports);
  for (const double cost : {costs.prepare, costs.append, costs.copies, costs.stories, costs.regroup, costs.commit}) {
    fmt::print("{:>9.0f}", cost / n);
  }
  fmt::print("{:>9}{:>9.0f}{:>9.1f}{:>9.1f}\n", peak_mib(), static_cast<double>(fs::file_size(store.path())) / all,
             static_cast<double>(counts.copy_links) / all, static_cast<double>(counts.story_links) / all);
  std::fflush(stdout);
}

// 1,000, 2,000, 5,000, 10,000 ...
std::size_t next_row_after(std::size_t row) {
  std::size_t ten = 1;
  while (ten * 10 <= row) ten *= 10;
  return row / ten == 2 ? ten * 5 : row * 2;
}

std::size_t option(const std::vector<std::string_view>& arguments, std::string_view name, std::size_t otherwise) {
  const auto found = std::find(arguments.begin(), arguments.end(), name);
  if (found == arguments.end() || std::next(found) == arguments.end()) return otherwise;
  return std::stoul(std::string(*std::next(found)));
}

void add_afresh(const std::string& path, std::vector<Report> reports, const Tables& tables) {
  Watch watch;
  Costs costs;
  const std::size_t more = reports.size();
  Store store = Store::open(path);
  ReportOrder order(store);
  add(store, order, std::move(reports), tables, costs);
  fmt::print("{} more, opened afresh: {:.0f} ms, of which\n", more, watch.lap() / 1000);
  print(store, costs);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) {
    fmt::print(stderr, "usage: across_bench STORE REPORTS.jsonl [--batch N] [--last N]\n");
    return 2;
  }
  const std::size_t batch = option(arguments, "--batch", 2000);
  const std::size_t last = option(arguments, "--last", 10);
  const std::string path(arguments[0]);
  for (const char* ending : {"", "-wal", "-shm"}) fs::remove(path + ending);
  const Tables tables(data_folder(fs::path(CROSSREAD_SOURCE_DIR) / "data"));
  std::ifstream lines{std::string(arguments[1])};
  std::vector<Report> held = reports_of(lines, last, tables);
  print_heads();
  {
    Store store = Store::open(path);
    ReportOrder order(store);
    Costs costs;
    std::size_t taken = 0;
    std::size_t next_row = 1000;
    for (std::vector<Report> some; !(some = reports_of(lines, std::min(batch, next_row - taken), tables)).empty();) {
      taken += some.size();
      add(store, order, std::move(some), tables, costs);
      if (taken < next_row) continue;
      print(store, costs);
      costs = {};
      next_row = next_row_after(next_row);
    }
    if (costs.reports > 0) print(store, costs);
  }
  add_afresh(path, std::move(held), tables);
}
