// A store: everything that is known about a set of reports, in one file (SQLite; beside it `-wal` and `-shm` while it
// is open). Readers see whole batches only; one writer at a time.
//
//   Store store = Store::open("week.crossread");
//   Batch batch = store.begin_batch("2020-01-08T09:12:00Z");
//   ReportNumber number = batch.append(report, document.bytes, document.format);
//   batch.commit();                       // without it, the destructor takes everything back
//   store.for_each_report({}, [](ReportNumber, const Report& report) { print(report); return true; });
//
// Every function throws: StoreTrouble when the file is no store, locked, of a newer version or damaged, another
// BrokenWorld when the disk is full or fails. A store, and a batch
// of it, is used by one thread at a time; threads that read open a StoreReader each.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "store/search.h"
#include "types/account.h"
#include "types/change.h"
#include "types/document.h"
#include "types/lineage.h"
#include "types/posting.h"
#include "types/report.h"
#include "types/story.h"

namespace crossread {

class Connection;  // store/connection.h

// A report without its words: what ordering, versions and titles need.
struct ReportHead {
  ReportNumber number;
  ReportId id;
  CanonicalKey key;
  std::uint64_t article = 0;  // hash64 of its article key
  std::string title;
  std::optional<std::string> outlet;
  bool removed = false;  // a tombstone
  friend bool operator==(const ReportHead&, const ReportHead&) = default;
};

// The bytes that a report came in as.
struct Original {
  DocumentFormat format = DocumentFormat::text;
  std::string bytes;
  friend bool operator==(const Original&, const Original&) = default;
};

struct StoreCounts {
  std::uint64_t reports = 0;  // without the removed ones
  std::uint64_t removed = 0;
  std::uint64_t rejections = 0;
  std::uint64_t copy_links = 0;
  std::uint64_t story_links = 0;
  std::uint64_t origins = 0;
  std::uint64_t stories = 0;
  std::uint64_t batches = 0;
  friend bool operator==(const StoreCounts&, const StoreCounts&) = default;
};

// Something that check() found to be wrong.
struct Finding {
  std::string what;  // a table or a promise: "text", "origin", "search"
  std::string detail;
  friend bool operator==(const Finding&, const Finding&) = default;
};

// A link rests on the keys under which its two reports stand near each other. One that rests on more than keys, such as
// that of two versions of an article, stays whatever comes between.
inline constexpr std::uint32_t kRestsOnMore = 1'000'000;

// Two reports that no longer stand near each other under this many keys.
struct BrokenPair {
  ReportNumber earlier;  // in canonical order
  ReportNumber later;
  std::uint32_t keys = 0;
  friend bool operator==(const BrokenPair&, const BrokenPair&) = default;
};

// A StoryLink by the numbers of its reports.
struct NumberedLink {
  ReportNumber a;
  ReportNumber b;
  std::uint16_t strength = 0;
  std::uint16_t kinship = 0;
};

// The other report of a CopyLink.
struct CopyNeighbour {
  ReportNumber other;
  CopyKind kind = CopyKind::part;
};

// Where a story, known by its first report, stands among others.
struct StoryPlace {
  ReportNumber first;
  std::optional<ReportNumber> picked;  // the first report of the story that it is closest to and may hang on
  std::uint16_t kinship = 0;           // with that one
  StorylineId storyline;
  friend bool operator==(const StoryPlace&, const StoryPlace&) = default;
};

// Where a walk in canonical order starts: behind this key, or at the beginning.
using After = std::optional<CanonicalKey>;

struct StoreOptions {
  std::uint32_t wait_ms = 5000;         // how long a second writer waits for the first
  std::uint64_t max_pages = 0;          // of the file; 0: as many as the disk takes
  std::uint32_t cache_mib = 64;         // SQLite's page cache
  std::optional<bool> must_exist = {};  // writing only: true opens, false makes anew, empty does either
};

// The reading half. Walks visit in canonical order and stop when the visitor gives false; a visitor may read more from
// the same store. Removed reports are skipped by walks, searches and counts, but number_of(), head() and report() still
// find them.
class StoreReader {
 public:
  static StoreReader open(const std::filesystem::path& path, const StoreOptions& options = {});
  StoreReader(StoreReader&&) noexcept;
  StoreReader& operator=(StoreReader&&) noexcept;
  virtual ~StoreReader();

  const std::filesystem::path& path() const;

  // While it lives, all reads see the store as it was at its beginning. A reader takes one for an export.
  class Snapshot;
  Snapshot snapshot() const;

  std::optional<ReportNumber> number_of(ReportId id) const;
  ReportHead head(ReportNumber number) const;
  Report report(ReportNumber number) const;
  std::vector<Report> reports(std::span<const ReportNumber> numbers) const;  // in the order asked
  Report outline(ReportNumber number) const;                                 // without its text
  Original original(ReportNumber number) const;
  std::optional<StoryProfile> profile(ReportNumber number) const;
  std::optional<Account> account(const Report& report, ReportNumber number) const;   // none in a store of before 0.2
  std::vector<ReportNumber> numbers_of_article(std::string_view article_key) const;  // in order of arrival
  std::vector<ReportNumber> numbers() const;                                         // in order of arrival
  std::optional<CanonicalKey> key_of(ReportNumber number) const;                     // empty when it is gone
  void for_each_key(const std::function<void(ReportNumber, const CanonicalKey&)>& visit) const;  // in canonical order

  std::vector<CopyLink> copy_links_of(ReportNumber number) const;            // where it is `report` or `other`
  std::vector<StoryLink> story_links_of(ReportNumber number) const;          // where it is `a` or `b`
  std::vector<NumberedLink> story_neighbours_of(ReportNumber number) const;  // the same, in the order of numbers
  std::vector<CopyNeighbour> copy_neighbours_of(ReportNumber number) const;
  std::optional<Origin> origin_of(ReportId id) const;
  std::optional<Story> story_of(ReportId id) const;
  std::optional<StoryId> story_id_of(ReportId id) const;  // without reading the story
  std::optional<Origin> origin(OriginId id) const;
  std::optional<Story> story(StoryId id) const;
  std::vector<StoryId> stories_of(StorylineId id) const;                   // in canonical order
  std::optional<ReportNumber> story_number_of(ReportNumber member) const;  // of the first report of its story
  std::string story_title(ReportNumber first) const;
  std::vector<ReportNumber> members_of_story(ReportNumber first) const;  // in order of arrival
  std::vector<ReportNumber> settled_with(
      ReportNumber member) const;  // and itself, in order of arrival; none if unknown
  std::optional<std::size_t> settled_at_step(ReportNumber member) const;
  StoryPlace story_place(ReportNumber first) const;
  std::vector<ReportNumber> stories_that_picked(ReportNumber first) const;  // in order

  void for_each_head(const After& after, const std::function<bool(const ReportHead&)>& visit) const;
  void for_each_report(const After& after, const std::function<bool(ReportNumber, const Report&)>& visit) const;
  void for_each_copy_link(const After& after, const std::function<bool(const CopyLink&)>& visit) const;  // by `report`
  void for_each_story_link(const After& after, const std::function<bool(const StoryLink&)>& visit) const;  // by `a`
  void for_each_origin(const After& after, const std::function<bool(const Origin&)>& visit) const;  // by first report
  void for_each_story(const After& after, const std::function<bool(const Story&)>& visit) const;    // by first report
  void for_each_rejection(const std::function<bool(const Rejection&)>& visit) const;  // by source id, stage, fault
  void for_each_change(const std::function<bool(const Change&)>& visit) const;        // in order of happening
  std::uint32_t batch_of(ReportNumber number) const;                                  // with which the report came
  // The last batch that began before this moment, minutes since 1970-01-01 UTC; 0 when none did.
  std::uint32_t last_batch_before(std::int64_t minutes) const;
  std::vector<Change> changes_from(std::string_view id) const;  // those that led away from this id, oldest first

  SearchResult search(const SearchQuery& query) const;
  StoreCounts counts() const;
  std::optional<std::string> meta(std::string_view key) const;  // "stages": digest of stage versions and tables

  const BlockStore& blocks() const;

  // Reads everything and names what is wrong; empty when sound. `check_blocks` adds what the index finds in its
  // segments.
  using BlockCheck = std::function<std::vector<Finding>(const BlockStore&)>;
  std::vector<Finding> check(const BlockCheck& check_blocks = {}) const;

 protected:
  explicit StoreReader(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

class StoreReader::Snapshot {
 public:
  explicit Snapshot(Connection& connection);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  Connection* connection_;
  bool began_ = false;  // not inside a batch, which has its own view
};

// One transaction. What was written is read back through the same Store at once, and by others after commit(); the
// search learns of it at the commit.
class Batch {
 public:
  Batch(Batch&&) noexcept;
  Batch& operator=(Batch&&) = delete;
  ~Batch();  // takes back what was not committed; swallows faults, for the file is whole either way

  std::uint32_t number() const;  // counted from 1

  // The report must not be in the store yet: ask number_of() first.
  ReportNumber append(const Report& report, std::string_view original_bytes, DocumentFormat format);
  void reject(const Rejection& rejection);  // the same one twice is kept once

  // Replace a link of the same pair. `keys`: what each rests on, in the same order; without it, on more than keys.
  void put_copy_links(std::span<const CopyLink> links, std::span<const std::uint32_t> keys = {});
  void put_story_links(std::span<const StoryLink> links, std::span<const std::uint32_t> keys = {});

  // Takes the keys of the broken pairs from what their links rest on; a link left with fewer than `least` goes. Gives
  // the reports that lost one, in order, each once. `broken`: in order of `later`.
  std::vector<ReportNumber> weaken_copy_links(std::span<const BrokenPair> broken, std::size_t least);
  std::vector<ReportNumber> weaken_story_links(std::span<const BrokenPair> broken, std::size_t least);
  void put_profile(ReportNumber number, const StoryProfile& profile);
  void put_account(ReportNumber number, const Report& report, const Account& account);

  // Replaces the grouping of exactly these members: the groups that they were in go. The groups given hold each member
  // once and nobody else; so did the old ones.
  void put_origins(std::span<const ReportId> members, std::span<const Origin> origins);
  void put_stories(std::span<const ReportId> members, std::span<const Story> stories);

  // These were settled into stories together, at this step (pipeline/story_blocks.h).
  void put_settled_together(std::span<const ReportNumber> members, std::size_t step);

  // What a story that is there picked, and what is told that it follows; then the storyline.
  void put_pick(const StoryPlace& place, const std::optional<StoryId>& follows);
  void put_storyline(ReportNumber first, StorylineId storyline);

  void change(ChangeKind kind, std::span<const std::string> from, std::span<const std::string> to);

  // Leaves a tombstone: the report is skipped from now on, its links, profile and place in the search go, its words and
  // its id stay. Its groups are for the caller to settle again: it is no member of any. False if it is not there or was
  // removed before.
  bool remove(ReportId id);

  void put_meta(std::string_view key, std::string_view value);
  BlockStore& blocks();

  void commit();

 private:
  friend class Store;
  struct State;
  struct LinkTable;
  std::vector<ReportNumber> weaken(const LinkTable& table, std::span<const BrokenPair> broken, std::size_t least);
  explicit Batch(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class Store : public StoreReader {
 public:
  // Opens or makes the store and brings an older one up to date. Says clearly what `path` is when it is no store, or
  // one of a newer Crossread.
  static Store open(const std::filesystem::path& path, const StoreOptions& options = {});

  // `at`: now, as ISO 8601; the store has no clock. Waits for another writer as long as the options say, then throws
  // StoreTrouble "the store is busy".
  Batch begin_batch(std::string_view at);

 private:
  explicit Store(std::unique_ptr<Connection> connection);
};

}  // namespace crossread
