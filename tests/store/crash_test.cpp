// A crash at any instant, a full disk, a failing write, a second writer: the store stays at the last whole batch.
#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <functional>
#include <thread>

#include "store/sample_reports.h"
#include "store/store.h"

namespace crossread {
namespace {

using test::random_report;
using test::simple_report;
using test::TempFolder;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view kNow = "2020-01-08T09:12:00Z";
constexpr std::uint64_t kBatch = 20;

void append_alone(Batch& batch, const Report& report) {
  batch.append(report, report.text, DocumentFormat::text);
  Origin origin{{report.id.value}, "Agency", {report.id}, {}};
  Story story{{report.id.value}, report.title, {report.id}, {}, {}, {}, {report.id.value}};
  batch.put_origins({&report.id, 1}, {&origin, 1});
  batch.put_stories({&report.id, 1}, {&story, 1});
}

void add_batch(Store& store, std::mt19937_64& random, std::uint64_t reports = kBatch) {
  Batch batch = store.begin_batch(kNow);
  for (std::uint64_t i = 0; i < reports; ++i) append_alone(batch, random_report(random));
  batch.commit();
}

// Runs `body` in a process of its own; gives what it exits with, or -1 if it was killed.
int in_child(const std::function<int()>& body) {
  const pid_t child = fork();
  if (child == 0) {
    int code = 99;
    try {
      code = body();
    } catch (const std::exception& fault) {
      fprintf(stderr, "in the child: %s\n", fault.what());
    }
    _exit(code);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string fault_of(const std::function<void()>& run) {
  try {
    run();
  } catch (const BrokenWorld& fault) {
    return fault.what();
  }
  return "no fault";
}

TEST(Crash, A_killed_writer_loses_the_batch_that_it_was_in_and_no_other) {
  TempFolder folder;
  const auto path = folder / "a.crossread";
  for (unsigned round = 0; round < 6; ++round) {
    int told[2];
    ASSERT_EQ(pipe(told), 0);
    const pid_t child = fork();
    if (child == 0) {
      std::mt19937_64 random(round + 1);
      Store store = Store::open(path);
      for (;;) {
        add_batch(store, random);
        if (write(told[1], "x", 1) != 1) _exit(1);
      }
    }
    close(told[1]);
    char acknowledged = 0;
    std::uint64_t batches = 0;
    for (; batches <= round && read(told[0], &acknowledged, 1) == 1; ++batches) {
    }
    usleep(round * 700);  // somewhere inside the next batch; where does not matter to what must hold
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(told[0]);

    const StoreReader store = StoreReader::open(path);
    const StoreCounts counts = store.counts();
    EXPECT_EQ(counts.reports, counts.batches * kBatch);
    EXPECT_GE(counts.batches, batches);
    EXPECT_THAT(store.check(), IsEmpty());
  }
}

TEST(Crash, A_batch_killed_before_its_commit_is_as_if_it_had_never_been) {
  TempFolder folder;
  const auto path = folder / "a.crossread";
  std::mt19937_64 random(1);
  {
    Store store = Store::open(path);
    add_batch(store, random);
  }
  EXPECT_EQ(in_child([&] {
              Store store = Store::open(path);
              Batch batch = store.begin_batch(kNow);
              for (int i = 0; i < 2000; ++i) append_alone(batch, random_report(random));
              return kill(getpid(), SIGKILL);
            }),
            -1);
  Store store = Store::open(path);
  EXPECT_EQ(store.counts().reports, kBatch);
  add_batch(store, random);
  EXPECT_EQ(store.counts().reports, 2 * kBatch);
  EXPECT_THAT(store.check(), IsEmpty());
}

TEST(Crash, A_store_that_may_not_grow_keeps_its_last_batch) {
  TempFolder folder;
  const auto path = folder / "a.crossread";
  std::mt19937_64 random(1);
  std::uint64_t batches = 0;
  {
    StoreOptions options;
    options.max_pages = 150;
    Store store = Store::open(path, options);
    const std::string fault = fault_of([&] {
      for (; batches < 1000; ++batches) add_batch(store, random);
    });
    EXPECT_THAT(fault, HasSubstr("the disk is full"));
    EXPECT_EQ(store.counts().reports, batches * kBatch);
    EXPECT_THAT(store.check(), IsEmpty());
  }
  Store store = Store::open(path);
  add_batch(store, random);
  EXPECT_EQ(store.counts().reports, (batches + 1) * kBatch);
  EXPECT_THAT(store.check(), IsEmpty());
}

TEST(Crash, A_failing_write_keeps_the_last_batch) {
  TempFolder folder;
  const auto path = folder / "a.crossread";
  std::mt19937_64 random(1);
  {
    Store store = Store::open(path);
    add_batch(store, random);
  }
  const int code = in_child([&] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{400'000, 400'000};  // bytes of any file: writes past it fail with EFBIG
    setrlimit(RLIMIT_FSIZE, &limit);
    Store store = Store::open(path);
    const std::string fault = fault_of([&] {
      for (;;) add_batch(store, random);
    });
    return fault == "no fault" ? 1 : 0;
  });
  EXPECT_EQ(code, 0);
  Store store = Store::open(path);
  const StoreCounts counts = store.counts();
  EXPECT_EQ(counts.reports, counts.batches * kBatch);
  EXPECT_THAT(store.check(), IsEmpty());
  std::mt19937_64 later(2);
  add_batch(store, later);
}

TEST(Crash, A_full_disk_is_no_trouble_of_the_store_but_a_busy_store_is) {
  TempFolder folder;
  std::mt19937_64 random(1);
  StoreOptions options;
  options.max_pages = 60;
  options.wait_ms = 10;
  Store store = Store::open(folder / "a.crossread", options);
  const auto fill = [&] {
    for (;;) add_batch(store, random);
  };
  try {
    fill();
  } catch (const BrokenWorld& fault) {
    EXPECT_EQ(dynamic_cast<const StoreTrouble*>(&fault), nullptr);
  }
  Batch batch = store.begin_batch(kNow);
  Store second = Store::open(folder / "a.crossread", options);
  EXPECT_THROW(static_cast<void>(second.begin_batch(kNow)), StoreTrouble);
}

TEST(Crash, After_a_fault_nothing_more_of_a_batch_is_written) {
  TempFolder folder;
  std::mt19937_64 random(1);
  StoreOptions options;
  options.max_pages = 100;
  Store store = Store::open(folder / "a.crossread", options);
  {
    Batch batch = store.begin_batch(kNow);
    const std::string fault = fault_of([&] {
      for (;;) append_alone(batch, random_report(random));
    });
    EXPECT_THAT(fault, HasSubstr("the disk is full"));
    EXPECT_THROW(append_alone(batch, simple_report("late", "Late", "Too late.")), BrokenWorld);
    EXPECT_THROW(batch.commit(), BrokenWorld);
  }
  EXPECT_EQ(store.counts(), StoreCounts{});
}

TEST(Crash, A_second_writer_waits_and_is_told_while_readers_go_on) {
  TempFolder folder;
  const auto path = folder / "a.crossread";
  std::mt19937_64 random(1);
  StoreOptions options;
  options.wait_ms = 50;
  Store first = Store::open(path, options);
  Store second = Store::open(path, options);
  {
    Batch batch = first.begin_batch(kNow);
    append_alone(batch, random_report(random));
    EXPECT_THAT(fault_of([&] { Batch other = second.begin_batch(kNow); }), HasSubstr("the store is busy"));
    EXPECT_EQ(StoreReader::open(path).counts().reports, 0U);
    batch.commit();
  }
  add_batch(second, random);
  EXPECT_EQ(first.counts().reports, kBatch + 1);
}

TEST(Crash, Readers_in_threads_see_whole_batches_while_one_writes) {
  TempFolder folder;
  const auto path = folder / "a.crossread";
  std::mt19937_64 random(1);
  Store store = Store::open(path);
  std::atomic<bool> done = false;
  std::atomic<int> torn = 0;
  std::vector<std::thread> readers;
  readers.reserve(3);
  for (int i = 0; i < 3; ++i) {
    readers.emplace_back([&] {
      const StoreReader reader = StoreReader::open(path);
      while (!done) {
        const auto snapshot = reader.snapshot();
        const std::size_t before = reader.numbers().size();
        std::size_t walked = 0;
        reader.for_each_report({}, [&](ReportNumber, const Report&) { return ++walked > 0; });
        if (walked != before || walked % kBatch != 0) ++torn;
        static_cast<void>(reader.search({.words = "river"}));
      }
    });
  }
  for (int i = 0; i < 20; ++i) add_batch(store, random);
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(torn, 0);
}

TEST(Open, What_is_no_store_is_told_apart) {
  TempFolder folder;
  const auto text = folder / "notes.txt";
  std::ofstream(text) << "The river rose again on Friday.";
  const auto sqlite = folder / "other.db";
  SQLite::Database(sqlite.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (a)");
  const auto open = [](const std::filesystem::path& path) {
    return std::vector<std::string>{fault_of([&] { static_cast<void>(StoreReader::open(path)); }),
                                    fault_of([&] { static_cast<void>(Store::open(path)); })};
  };
  EXPECT_THAT(open(text), testing::Each(HasSubstr("some other file")));
  EXPECT_THAT(open(sqlite), testing::Each(HasSubstr("no Crossread store")));
  EXPECT_THAT(open(folder.path()), testing::Each(HasSubstr("this is a folder")));
  EXPECT_THAT(open(folder / "no" / "such.crossread"), testing::Each(Not(HasSubstr("no fault"))));
  EXPECT_THAT(fault_of([&] { static_cast<void>(StoreReader::open(folder / "none.crossread")); }),
              HasSubstr("there is no store here"));
}

TEST(Open, An_empty_file_becomes_a_store) {
  TempFolder folder;
  std::ofstream(folder / "a.crossread").flush();
  std::mt19937_64 random(1);
  Store store = Store::open(folder / "a.crossread");
  add_batch(store, random);
  EXPECT_EQ(store.counts().reports, kBatch);
}

TEST(Open, A_store_of_a_newer_version_is_refused) {
  TempFolder folder;
  const auto path = folder / "a.crossread";
  { const Store store = Store::open(path); }
  {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(60);  // user_version in the header of an SQLite file, four bytes, the highest first
    file.write("\0\0\0\x63", 4);
  }
  EXPECT_THAT(fault_of([&] { static_cast<void>(Store::open(path)); }), HasSubstr("made by a newer Crossread"));
  EXPECT_THAT(fault_of([&] { static_cast<void>(StoreReader::open(path)); }), HasSubstr("made by a newer Crossread"));
}

TEST(Open, A_store_is_read_in_a_folder_that_cannot_be_written) {
  TempFolder folder;
  const auto path = folder / "a store?.crossread";
  std::mt19937_64 random(1);
  {
    Store store = Store::open(path);
    add_batch(store, random);
  }
  chmod(folder.path().c_str(), 0555);
  const int code = in_child([&] {
    if (getuid() == 0 && setuid(65534) != 0) return 2;  // root may write everywhere
    if (StoreReader::open(path).counts().reports != kBatch) return 3;
    const std::string fault = fault_of([&] {
      Store store = Store::open(path);
      static_cast<void>(store.begin_batch(kNow));
    });
    return fault.find("cannot be") == std::string::npos ? 4 : 0;
  });
  EXPECT_EQ(code, 0);
  chmod(folder.path().c_str(), 0755);
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Reads all of a store that may be damaged; "" when it was found sound.
std::string read_all(const std::filesystem::path& path) {
  return fault_of([&] {
    const StoreReader store = StoreReader::open(path);
    const std::vector<Finding> findings = store.check();
    if (!findings.empty()) throw BrokenWorld(findings[0].what + ": " + findings[0].detail);
    store.for_each_report({}, [](ReportNumber, const Report&) { return true; });
    static_cast<void>(store.search({.words = "river OR flood", .order = SearchOrder::rank}));
  });
}

TEST(Damage, A_truncated_store_is_found_to_be_damaged) {
  TempFolder folder;
  const auto path = folder / "a.crossread";
  std::mt19937_64 random(1);
  {
    Store store = Store::open(path);
    add_batch(store, random, 200);
  }
  const std::string whole = bytes_of(path);
  for (const std::size_t size :
       {std::size_t{1}, std::size_t{50}, std::size_t{9000}, whole.size() / 2, whole.size() - 8192}) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << whole.substr(0, size);
    EXPECT_NE(read_all(path), "no fault") << "cut to " << size;
  }
}

TEST(Damage, Damaged_bytes_end_in_a_finding_or_a_fault_never_in_a_crash) {
  TempFolder folder;
  const auto path = folder / "a.crossread";
  std::mt19937_64 random(7);
  {
    Store store = Store::open(path);
    add_batch(store, random, 100);
  }
  const std::string whole = bytes_of(path);
  int told = 0;
  for (int round = 0; round < 60; ++round) {
    std::string damaged = whole;
    for (int i = 0; i < 20; ++i) damaged[100 + random() % (damaged.size() - 100)] = static_cast<char>(random());
    std::ofstream(path, std::ios::binary | std::ios::trunc) << damaged;
    if (read_all(path) != "no fault") ++told;
  }
  EXPECT_GT(told, 50);  // the rest hit free space
}

}  // namespace
}  // namespace crossread
