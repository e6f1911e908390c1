// What the store costs: reports a second and bytes a report while it grows, then a fresh process's ten reports, and
// searches. Texts come from a file with a report a line, or are made of words drawn by Zipf's law.
//
//   store_bench STORE REPORTS [--words N] [--texts FILE] [--batch N] [--bare] [--onto]
//                                                                         makes STORE anew, or adds to it
//   store_bench STORE --ten                                               opens it, appends ten reports, closes it
//   store_bench STORE --walk                                              reads all reports in canonical order
//   store_bench STORE --search WORDS                                      newest and ranked, 100 times each
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "store/store.h"

namespace {

using namespace crossread;
using Clock = std::chrono::steady_clock;

// Wall-clock and processor time of the stretches between start() and stop(), added up.
class Watch {
 public:
  void start() {
    wall_begin_ = Clock::now();
    processor_begin_ = std::clock();
  }
  void stop() {
    wall += std::chrono::duration<double>(Clock::now() - wall_begin_).count();
    processor += static_cast<double>(std::clock() - processor_begin_) / CLOCKS_PER_SEC;
  }
  double wall = 0;
  double processor = 0;

 private:
  Clock::time_point wall_begin_;
  std::clock_t processor_begin_ = 0;
};

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

// Words of a Zipf vocabulary of a hundred thousand.
class ZipfText {
 public:
  std::string text(std::mt19937_64& random, std::size_t words) {
    std::string made;
    for (std::size_t i = 0; i < words; ++i) {
      const double u = std::uniform_real_distribution<double>(0, 1)(random);
      const auto rank = static_cast<std::uint64_t>(std::exp(u * std::log(100000.0)));
      std::uint64_t mixed = rank * 0x9E3779B97F4A7C15ULL;
      if (i > 0) made += i % 60 == 0 ? "\n\n" : " ";
      for (std::uint64_t length = 2 + mixed % 9; length > 0; --length, mixed = mixed * 6364136223846793005ULL + 1) {
        made += static_cast<char>('a' + (mixed >> 33) % 26);
      }
      if (i % 15 == 14) made += '.';
    }
    return made;
  }
};

std::vector<std::string> lines_of(const char* path) {
  std::vector<std::string> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

Report report_of(std::uint64_t number, std::string text, std::mt19937_64& random) {
  Report report;
  report.source_id = "t" + std::to_string(number);
  report.outlet = "Outlet " + std::to_string(random() % 300);
  report.title = text.substr(0, std::min<std::size_t>(text.size(), 70));
  report.text = std::move(text);
  report.body = {{0, static_cast<std::uint32_t>(report.text.size())}};
  Date date;
  date.start = date.end = CivilTime{18000 + static_cast<std::int32_t>(random() % 30), -1};
  if (random() % 2 == 0) date.start->minute = static_cast<std::int16_t>(random() % 1440);
  report.published = date;
  report.language = "en";
  report.id = report_id(report);
  return report;
}

StoryProfile profile_of(const Report& report, std::mt19937_64& random) {
  StoryProfile profile{report.id, canonical_key(report).minutes, {}, {}};
  for (int i = 0; i < 64; ++i) {
    profile.terms.push_back({static_cast<std::uint32_t>(random()), static_cast<std::uint16_t>(random() % 3000), {}});
  }
  for (int i = 0; i < 12; ++i) profile.keys.push_back(random());
  return profile;
}

// The links of a report in the midst of a story: two copies of three passages, five reports of the story.
void put_links(Batch& batch, const std::vector<Report>& reports, std::size_t at) {
  std::vector<CopyLink> copies;
  std::vector<StoryLink> links;
  for (std::size_t step = 1; step <= std::min<std::size_t>(at % 8, 5); ++step) {
    links.push_back({reports[at - step].id, reports[at].id, 700, 800});
    if (step > 2) continue;
    copies.push_back({reports[at].id, reports[at - step].id, CopyKind::part, CopyDirection::from, 90, 400, 380, {}});
    for (std::uint32_t i = 0; i < 3; ++i) {
      copies.back().passages.push_back({{i * 300, i * 300 + 200}, {i * 310, i * 310 + 205}});
    }
  }
  batch.put_copy_links(copies);
  batch.put_story_links(links);
}

void put_groups(Batch& batch, const std::vector<Report>& reports, std::size_t begin, std::size_t end) {
  Origin origin;
  Story story;
  for (std::size_t i = begin; i < end; ++i) origin.reports.push_back(reports[i].id);
  story.reports = origin.reports;
  origin.id = {story.reports.front().value};
  story.id = {story.reports.front().value};
  story.storyline = {story.id.value};
  origin.label = *reports[begin].outlet;
  story.title = reports[begin].title;
  story.start = story.end = reports[begin].published;
  batch.put_origins(origin.reports, {&origin, 1});
  batch.put_stories(story.reports, {&story, 1});
}

void write_batch(Store& store, const std::vector<Report>& reports, std::mt19937_64& random, bool with_results) {
  Batch batch = store.begin_batch("2020-01-08T09:12:00Z");
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const ReportNumber number = batch.append(reports[i], reports[i].text, DocumentFormat::text);
    if (!with_results) continue;
    batch.put_profile(number, profile_of(reports[i], random));
    put_links(batch, reports, i);
    if (i % 8 == 7 || i + 1 == reports.size()) put_groups(batch, reports, i - i % 8, i + 1);
  }
  batch.commit();
}

struct Wanted {
  std::string store;
  std::uint64_t reports = 0;
  std::size_t words = 400;
  std::size_t batch = 2000;
  std::vector<std::string> texts;
  bool with_results = true;
  bool onto = false;
};

constexpr std::uint64_t kStretch = 100'000;

// How fast the last hundred thousand went, for the growth.
void tell_stretch(std::uint64_t done, const Watch& watch, Watch& told) {
  fmt::print("  up to {}: {:.0f} reports/s ({:.0f} a second of processor time)\n", done,
             static_cast<double>(kStretch) / (watch.wall - told.wall),
             static_cast<double>(kStretch) / (watch.processor - told.processor));
  std::fflush(stdout);
  told = watch;
}

void grow(const Wanted& wanted) {
  for (const char* end : {"", "-wal", "-shm"}) {
    if (!wanted.onto) std::filesystem::remove(wanted.store + end);
  }
  std::mt19937_64 random(1);
  ZipfText zipf;
  std::uint64_t bytes = 0;
  Watch watch;
  Watch told;
  {
    Store store = Store::open(wanted.store);
    const std::uint64_t before = store.counts().reports;
    for (std::uint64_t done = 0; done < wanted.reports;) {
      std::vector<Report> reports;
      for (; reports.size() < wanted.batch && done < wanted.reports; ++done) {
        const std::size_t line = wanted.texts.empty() ? 0 : done % wanted.texts.size();
        std::string text = wanted.texts.empty() ? zipf.text(random, wanted.words) : wanted.texts[line];
        bytes += text.size();
        reports.push_back(report_of(before + done, std::move(text), random));
      }
      watch.start();
      write_batch(store, reports, random, wanted.with_results);
      watch.stop();
      if (done % kStretch == 0) tell_stretch(done, watch, told);
    }
    watch.start();
    { const Store closing = std::move(store); }
    watch.stop();
  }
  const auto count = static_cast<double>(wanted.reports);
  fmt::print(
      "{} reports in batches of {}: {:.0f} reports/s ({:.0f} a second of processor time), {:.0f} B/report in the "
      "store, {:.0f} B/report of text\n",
      wanted.reports, wanted.batch, count / watch.wall, count / watch.processor,
      static_cast<double>(std::filesystem::file_size(wanted.store)) / count, static_cast<double>(bytes) / count);
}

void append_ten(const std::string& path) {
  std::random_device seed;
  std::mt19937_64 random(seed());
  ZipfText zipf;
  std::vector<Report> reports;
  for (int i = 0; i < 10; ++i) reports.push_back(report_of(random(), zipf.text(random, 400), random));
  const auto begin = Clock::now();
  Store store = Store::open(path);
  const double opened = seconds_since(begin);
  write_batch(store, reports, random, true);
  const double written = seconds_since(begin);
  { const Store closing = std::move(store); }
  fmt::print("open {:.1f} ms, with ten reports {:.1f} ms, closed {:.1f} ms\n", opened * 1e3, written * 1e3,
             seconds_since(begin) * 1e3);
}

void walk(const std::string& path) {
  const StoreReader store = StoreReader::open(path);
  std::uint64_t reports = 0;
  Watch watch;
  watch.start();
  store.for_each_report({}, [&](ReportNumber, const Report&) { return ++reports > 0; });
  watch.stop();
  const auto count = static_cast<double>(reports);
  fmt::print("{} reports read, {:.0f} reports/s ({:.0f} a second of processor time)\n", reports, count / watch.wall,
             count / watch.processor);
}

void search(const std::string& path, const std::string& words) {
  const StoreReader store = StoreReader::open(path);
  for (const SearchOrder order : {SearchOrder::newest, SearchOrder::rank}) {
    std::vector<double> times;
    SearchResult result;
    for (int i = 0; i < 100; ++i) {
      const auto begin = Clock::now();
      result = store.search({.words = words, .order = order});
      times.push_back(seconds_since(begin) * 1e3);
    }
    std::sort(times.begin(), times.end());
    fmt::print("{}: {} hits{}, median {:.1f} ms, slowest {:.1f} ms\n", order == SearchOrder::rank ? "rank" : "newest",
               result.hits.size(), result.more ? " and more" : "", times[50], times[99]);
  }
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> given(arguments + 1, arguments + count);
  if (given.size() < 2) return 2;
  if (given[1] == "--ten") return append_ten(given[0]), 0;
  if (given[1] == "--walk") return walk(given[0]), 0;
  if (given[1] == "--search" && given.size() > 2) return search(given[0], given[2]), 0;
  Wanted wanted{given[0], std::stoull(given[1]), 400, 2000, {}, true, false};
  for (std::size_t i = 2; i < given.size(); ++i) {
    if (given[i] == "--onto") wanted.onto = true;
    if (given[i] == "--bare") wanted.with_results = false;
    if (i + 1 == given.size()) break;
    if (given[i] == "--words") wanted.words = std::stoull(given[i + 1]);
    if (given[i] == "--batch") wanted.batch = std::stoull(given[i + 1]);
    if (given[i] == "--texts") wanted.texts = lines_of(given[i + 1].c_str());
  }
  grow(wanted);
  return 0;
}
