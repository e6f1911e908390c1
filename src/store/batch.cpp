// The writing half. A batch is one transaction; the words for the search are gathered and written in order of their
// shelves before the commit, for FTS5 starts a new segment whenever a row comes out of order.
#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/fault.h"
#include "store/account_rows.h"
#include "store/column.h"
#include "store/connection.h"
#include "store/row_reading.h"
#include "store/rows.h"
#include "store/searchable.h"
#include "store/store.h"

namespace crossread {
namespace {

constexpr std::size_t kPendingBytes = std::size_t{32} << 20;  // of words that wait for the search

struct SearchRow {
  std::int64_t shelf = 0;
  std::string title;
  std::string text;
  std::string outlet;
};

std::string joined(std::span<const std::string> ids) {
  std::string line;
  for (const std::string& id : ids) {
    if (!line.empty()) line += ' ';
    line += id;
  }
  return line;
}

void insert_search_row(Connection& connection, const SearchRow& row) {
  connection.query("INSERT INTO search (rowid, title, text, outlet) VALUES (?, ?, ?, ?)")
      .integer(row.shelf)
      .text(row.title)
      .text(row.text)
      .text(row.outlet)
      .run();
}

// A contentless table forgets a row only when told what stood in it.
void delete_search_row(Connection& connection, const SearchRow& row) {
  connection.query("INSERT INTO search (search, rowid, title, text, outlet) VALUES ('delete', ?, ?, ?, ?)")
      .integer(row.shelf)
      .text(row.title)
      .text(row.text)
      .text(row.outlet)
      .run();
}

// The statements that differ between origins and stories.
struct GroupTable {
  const char* of_member;
  const char* leave;
  const char* join;
  const char* drop;
  const char* drop_empty;
};

constexpr GroupTable kOrigins{
    "SELECT origin FROM member WHERE number = ?", "UPDATE member SET origin = NULL WHERE number = ?",
    "UPDATE member SET origin = ? WHERE number = ?", "DELETE FROM origin WHERE first = ?",
    "DELETE FROM origin WHERE first = ?1 AND NOT EXISTS (SELECT 1 FROM member WHERE origin = ?1)"};
constexpr GroupTable kStories{
    "SELECT story FROM member WHERE number = ?", "UPDATE member SET story = NULL WHERE number = ?",
    "UPDATE member SET story = ? WHERE number = ?", "DELETE FROM story WHERE first = ?",
    "DELETE FROM story WHERE first = ?1 AND NOT EXISTS (SELECT 1 FROM member WHERE story = ?1)"};

// The members leave their groups, and these go. A group that keeps another member is refused by its foreign key.
void dissolve(const Connection& connection, const GroupTable& table, std::span<const std::uint32_t> members) {
  std::vector<std::int64_t> old;
  for (const std::uint32_t number : members) {
    Query query = connection.query(table.of_member);
    query.integer(number);
    if (!query.step() || query.is_null(0)) continue;
    old.push_back(query.integer_at(0));
    connection.query(table.leave).integer(number).run();
  }
  std::sort(old.begin(), old.end());
  old.erase(std::unique(old.begin(), old.end()), old.end());
  for (const std::int64_t first : old) connection.query(table.drop).integer(first).run();
}

}  // namespace

struct Batch::State {
  Connection& connection;
  std::uint32_t number = 0;
  bool done = false;
  std::vector<SearchRow> pending;
  std::size_t pending_bytes = 0;
  std::unordered_map<std::string, std::int64_t> outlets;
  std::unordered_map<ReportId, std::uint32_t> numbers;  // of reports asked for in this batch

  explicit State(Connection& given) : connection(given) {}

  // After a fault SQLite may have taken the transaction back by itself; what came next would stand alone.
  void require_open() const {
    if (done || !connection.in_transaction()) {
      throw BrokenWorld(connection.path().string() + ": this batch has ended; nothing of it was kept unless committed");
    }
  }

  std::int64_t outlet_number(const std::string& name);
  std::int64_t free_shelf(std::int64_t wanted) const;
  std::uint32_t required_number(ReportId id);
  void write_pending();
  void leave_groups(std::uint32_t number);
  void run_on(const char* sql, std::int64_t row) { connection.query(sql).integer(row).run(); }
};

std::int64_t Batch::State::outlet_number(const std::string& name) {
  const auto known = outlets.find(name);
  if (known != outlets.end()) return known->second;
  connection.query("INSERT OR IGNORE INTO outlet (name) VALUES (?)").text(name).run();
  Query query = connection.query("SELECT number FROM outlet WHERE name = ?");
  query.text(name);
  if (!query.step()) damaged(connection, "outlet", 0, "what was just written is not there");
  return outlets[name] = query.integer_at(0);
}

std::int64_t Batch::State::free_shelf(std::int64_t wanted) const {
  Query query = connection.query("SELECT shelf FROM report WHERE shelf >= ? ORDER BY shelf");
  query.integer(wanted);
  while (query.step() && query.integer_at(0) == wanted) ++wanted;
  return wanted;
}

std::uint32_t Batch::State::required_number(ReportId id) {
  const auto known = numbers.find(id);
  if (known != numbers.end()) return known->second;
  Query query = connection.query("SELECT number FROM report WHERE id = ?");
  query.integer(column_of(id.value));
  if (!query.step()) throw BrokenWorld(connection.path().string() + ": there is no report " + id.str());
  return numbers[id] = query.number_at(0);
}

void Batch::State::write_pending() {
  std::sort(pending.begin(), pending.end(), [](const SearchRow& a, const SearchRow& b) { return a.shelf < b.shelf; });
  for (const SearchRow& row : pending) insert_search_row(connection, row);
  pending.clear();
  pending_bytes = 0;
}

void Batch::State::leave_groups(std::uint32_t number_of_member) {
  for (const GroupTable* table : {&kOrigins, &kStories}) {
    Query query = connection.query(table->of_member);
    query.integer(number_of_member);
    if (!query.step() || query.is_null(0)) continue;
    const std::int64_t first = query.integer_at(0);
    connection.query(table->leave).integer(number_of_member).run();
    connection.query(table->drop_empty).integer(first).run();
  }
}

Batch::Batch(std::unique_ptr<State> state) : state_(std::move(state)) {}
Batch::Batch(Batch&&) noexcept = default;

Batch::~Batch() {
  if (state_ && !state_->done) state_->connection.roll_back();
}

std::uint32_t Batch::number() const {
  return state_->number;
}

ReportNumber Batch::append(const Report& report, std::string_view original_bytes, DocumentFormat format) {
  state_->require_open();
  Connection& connection = state_->connection;
  const CanonicalKey key = canonical_key(report);
  SearchRow words{state_->free_shelf(wanted_shelf(key)), report.title, searchable_text(report),
                  outlet_token(report.outlet)};
  const std::string details = encode_details(report);
  Query row = connection.query(
      "INSERT INTO report (id, minutes, article, shelf, batch, outlet, source_id, url, title, details) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  row.integer(column_of(report.id.value)).integer(key.minutes).integer(column_of(hash64(report.article_key())));
  row.integer(words.shelf).integer(state_->number);
  report.outlet ? row.integer(state_->outlet_number(*report.outlet)) : row.null();
  row.text(report.source_id);
  report.url ? row.text(*report.url) : row.null();
  row.text(report.title).blob(details).run();
  const ReportNumber number{static_cast<std::uint32_t>(connection.last_row())};

  const std::string text = connection.packer().packed(report.text);
  const bool own = original_bytes != report.text;
  const std::string original = own ? connection.packer().packed(original_bytes, report.text) : std::string();
  Query content = connection.query("INSERT INTO content (number, text, format, original) VALUES (?, ?, ?, ?)");
  content.integer(number.value).blob(text).integer(static_cast<std::int64_t>(format));
  own ? content.blob(original) : content.null();
  content.run();
  connection.query("INSERT INTO member (number) VALUES (?)").integer(number.value).run();

  state_->numbers[report.id] = number.value;
  state_->pending_bytes += words.text.size();
  state_->pending.push_back(std::move(words));
  if (state_->pending_bytes > kPendingBytes) state_->write_pending();
  return number;
}

void Batch::reject(const Rejection& rejection) {
  state_->require_open();
  const std::string fault(name_of(rejection.problem.fault));
  state_->connection
      .query("INSERT OR IGNORE INTO rejection (source_id, stage, fault, detail, batch) VALUES (?, ?, ?, ?, ?)")
      .text(rejection.source_id)
      .text(rejection.stage)
      .text(fault)
      .text(rejection.problem.detail)
      .integer(state_->number)
      .run();
}

void Batch::put_copy_links(std::span<const CopyLink> links, std::span<const std::uint32_t> keys) {
  state_->require_open();
  Query query = state_->connection.query(
      "INSERT OR REPLACE INTO copy_link (report, other, kind, direction, shared_words, report_words, other_words, "
      "passages, keys) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < links.size(); ++i) {
    const CopyLink& link = links[i];
    const std::string passages = encode_passages(link.passages);
    query.integer(state_->required_number(link.report)).integer(state_->required_number(link.other));
    query.integer(static_cast<std::int64_t>(link.kind)).integer(static_cast<std::int64_t>(link.direction));
    query.integer(link.shared_words).integer(link.report_words).integer(link.other_words).blob(passages);
    query.integer(keys.empty() ? kRestsOnMore : keys[i]).run();
  }
}

// In order of their rows: one page after the other is filled.
void Batch::put_story_links(std::span<const StoryLink> links, std::span<const std::uint32_t> keys) {
  state_->require_open();
  using Row = std::tuple<std::uint32_t, std::uint32_t, std::size_t>;  // of whom, and which link
  std::vector<Row> rows;
  rows.reserve(links.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    rows.emplace_back(state_->required_number(links[i].a), state_->required_number(links[i].b), i);
  }
  std::sort(rows.begin(), rows.end());
  Query query = state_->connection.query(
      "INSERT OR REPLACE INTO story_link (a, b, strength, kinship, keys) VALUES (?, ?, ?, ?, ?)");
  for (const auto& [a, b, link] : rows) {
    query.integer(a).integer(b).integer(links[link].strength).integer(links[link].kinship);
    query.integer(keys.empty() ? kRestsOnMore : keys[link]).run();
  }
}

// The statements that differ between links of copying and of story.
struct Batch::LinkTable {
  const char* of_later;  // the earlier report of each link of a later one, and what it rests on; in order
  const char* rest_on;
  const char* drop;
};

std::vector<ReportNumber> Batch::weaken(const LinkTable& table, std::span<const BrokenPair> broken, std::size_t least) {
  state_->require_open();
  std::map<std::uint32_t, std::uint32_t> lost;  // of one later report: earlier reports, keys
  std::vector<ReportNumber> parted;
  for (std::size_t begin = 0, end = 0; begin < broken.size(); begin = end) {
    const std::uint32_t later = broken[begin].later.value;
    lost.clear();
    for (; end < broken.size() && broken[end].later.value == later; ++end) {
      lost[broken[end].earlier.value] += broken[end].keys;
    }
    Query links = state_->connection.query(table.of_later);
    links.integer(later);
    std::vector<BrokenPair> left;
    while (links.step()) {
      const auto found = lost.find(links.number_at(0));
      const auto rests_on = static_cast<std::uint32_t>(links.integer_at(1));
      if (found == lost.end() || rests_on >= kRestsOnMore) continue;
      left.push_back({{found->first}, {later}, rests_on - std::min(rests_on, found->second)});
    }
    for (const BrokenPair& link : left) {
      if (link.keys >= least) {
        state_->connection.query(table.rest_on).integer(link.keys).integer(link.earlier.value).integer(later).run();
        continue;
      }
      state_->connection.query(table.drop).integer(link.earlier.value).integer(later).run();
      parted.push_back(link.earlier);
      parted.push_back(link.later);
    }
  }
  std::sort(parted.begin(), parted.end());
  parted.erase(std::unique(parted.begin(), parted.end()), parted.end());
  return parted;
}

std::vector<ReportNumber> Batch::weaken_copy_links(std::span<const BrokenPair> broken, std::size_t least) {
  constexpr LinkTable kCopyLinks{"SELECT other, keys FROM copy_link WHERE report = ?",
                                 "UPDATE copy_link SET keys = ? WHERE other = ? AND report = ?",
                                 "DELETE FROM copy_link WHERE other = ? AND report = ?"};
  return weaken(kCopyLinks, broken, least);
}

std::vector<ReportNumber> Batch::weaken_story_links(std::span<const BrokenPair> broken, std::size_t least) {
  constexpr LinkTable kStoryLinks{"SELECT a, keys FROM story_link WHERE b = ?",
                                  "UPDATE story_link SET keys = ? WHERE a = ? AND b = ?",
                                  "DELETE FROM story_link WHERE a = ? AND b = ?"};
  return weaken(kStoryLinks, broken, least);
}

void Batch::put_profile(ReportNumber number, const StoryProfile& profile) {
  state_->require_open();
  const std::string terms = encode_terms(profile);
  state_->connection.query("INSERT OR REPLACE INTO profile (number, terms) VALUES (?, ?)")
      .integer(number.value)
      .blob(terms)
      .run();
}

void Batch::put_account(ReportNumber number, const Report& report, const Account& account) {
  state_->require_open();
  const std::string packed = state_->connection.packer().packed(encode_account(account), report.text);
  state_->connection.query("INSERT OR REPLACE INTO account (number, account) VALUES (?, ?)")
      .integer(number.value)
      .blob(packed)
      .run();
}

void Batch::put_origins(std::span<const ReportId> members, std::span<const Origin> origins) {
  state_->require_open();
  Connection& connection = state_->connection;
  std::vector<std::uint32_t> numbers;
  for (const ReportId id : members) numbers.push_back(state_->required_number(id));
  dissolve(connection, kOrigins, numbers);
  for (const Origin& origin : origins) {
    if (origin.reports.empty()) throw BrokenWorld("an origin without a report cannot be kept");
    const std::uint32_t first = state_->required_number(origin.reports.front());
    const std::string passages = encode_evidence(origin.passages);
    connection.query("INSERT INTO origin (first, id, label, passages) VALUES (?, ?, ?, ?)")
        .integer(first)
        .integer(column_of(origin.id.value))
        .text(origin.label)
        .blob(passages)
        .run();
    for (const ReportId id : origin.reports) {
      connection.query(kOrigins.join).integer(first).integer(state_->required_number(id)).run();
    }
  }
}

void Batch::put_stories(std::span<const ReportId> members, std::span<const Story> stories) {
  state_->require_open();
  Connection& connection = state_->connection;
  std::vector<std::uint32_t> numbers;
  for (const ReportId id : members) numbers.push_back(state_->required_number(id));
  dissolve(connection, kStories, numbers);
  for (const Story& story : stories) {
    if (story.reports.empty()) throw BrokenWorld("a story without a report cannot be kept");
    const std::uint32_t first = state_->required_number(story.reports.front());
    const std::string details = encode_story(story);
    connection.query("INSERT INTO story (first, id, storyline, title, details) VALUES (?, ?, ?, ?, ?)")
        .integer(first)
        .integer(column_of(story.id.value))
        .integer(column_of(story.storyline.value))
        .text(story.title)
        .blob(details)
        .run();
    for (const ReportId id : story.reports) {
      connection.query(kStories.join).integer(first).integer(state_->required_number(id)).run();
    }
  }
}

void Batch::put_settled_together(std::span<const ReportNumber> members, std::size_t step) {
  state_->require_open();
  const ReportNumber block = *std::min_element(members.begin(), members.end());
  for (const ReportNumber member : members) {
    state_->connection
        .query("UPDATE member SET block = ?1, step = ?2 WHERE number = ?3 AND (block IS NOT ?1 OR step IS NOT ?2)")
        .integer(block.value)
        .integer(static_cast<std::int64_t>(step))
        .integer(member.value)
        .run();
  }
}

void Batch::put_pick(const StoryPlace& place, const std::optional<StoryId>& follows) {
  state_->require_open();
  Query row = state_->connection.query("SELECT details FROM story WHERE first = ?");
  row.integer(place.first.value);
  if (!row.step()) damaged(state_->connection, "story", place.first.value, "it is not there");
  Story story;
  read_blob(state_->connection, "story", place.first.value, [&] { decode_story(row.blob_at(0), story); });
  story.follows.clear();
  if (follows) story.follows.push_back(*follows);
  const std::string details = encode_story(story);
  Query query = state_->connection.query("UPDATE story SET kin = ?, kinship = ?, details = ? WHERE first = ?");
  place.picked ? query.integer(place.picked->value) : query.null();
  query.integer(place.kinship).blob(details).integer(place.first.value).run();
}

void Batch::put_storyline(ReportNumber first, StorylineId storyline) {
  state_->require_open();
  state_->connection.query("UPDATE story SET storyline = ? WHERE first = ?")
      .integer(column_of(storyline.value))
      .integer(first.value)
      .run();
}

void Batch::change(ChangeKind kind, std::span<const std::string> from, std::span<const std::string> to) {
  state_->require_open();
  Connection& connection = state_->connection;
  const std::string from_ids = joined(from);
  const std::string to_ids = joined(to);
  connection.query("INSERT INTO change (batch, kind, from_ids, to_ids) VALUES (?, ?, ?, ?)")
      .integer(state_->number)
      .integer(static_cast<std::int64_t>(kind))
      .text(from_ids)
      .text(to_ids)
      .run();
  const std::int64_t row = connection.last_row();
  for (const std::string& id : from) {
    connection.query("INSERT OR IGNORE INTO change_from (id, change) VALUES (?, ?)").text(id).integer(row).run();
  }
}

bool Batch::remove(ReportId id) {
  state_->require_open();
  Connection& connection = state_->connection;
  Query query = connection.query("SELECT number, removed, shelf FROM report WHERE id = ?");
  query.integer(column_of(id.value));
  if (!query.step() || query.integer_at(1) != 0) return false;
  const std::uint32_t number = query.number_at(0);
  const std::int64_t shelf = query.integer_at(2);
  query.again();

  state_->write_pending();
  Query row = connection.query(
      "SELECT r.number, r.id, r.source_id, r.url, r.title, r.details, o.name, c.text FROM report r "
      "JOIN content c ON c.number = r.number LEFT JOIN outlet o ON o.number = r.outlet WHERE r.number = ?");
  row.integer(number);
  if (!row.step()) damaged(connection, "report", number, "its words are not there");
  const Report report = report_of_row(connection, row);
  row.again();
  delete_search_row(connection, {shelf, report.title, searchable_text(report), outlet_token(report.outlet)});

  state_->run_on("DELETE FROM copy_link WHERE report = ?", number);
  state_->run_on("DELETE FROM copy_link WHERE other = ?", number);
  state_->run_on("DELETE FROM story_link WHERE a = ?", number);
  state_->run_on("DELETE FROM story_link WHERE b = ?", number);
  state_->run_on("DELETE FROM profile WHERE number = ?", number);
  state_->run_on("DELETE FROM account WHERE number = ?", number);
  state_->leave_groups(number);
  state_->run_on("UPDATE member SET block = NULL, step = NULL WHERE number = ?", number);
  state_->run_on("UPDATE report SET removed = 1 WHERE number = ?", number);
  const std::string printed[] = {id.str()};
  change(ChangeKind::removed, printed, {});
  return true;
}

void Batch::put_meta(std::string_view key, std::string_view value) {
  state_->require_open();
  const std::string kept_key(key);
  const std::string kept_value(value);
  state_->connection.query("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)")
      .text(kept_key)
      .text(kept_value)
      .run();
}

BlockStore& Batch::blocks() {
  state_->require_open();
  return state_->connection.blocks();
}

void Batch::commit() {
  state_->require_open();
  state_->write_pending();
  state_->connection.commit();
  state_->done = true;
}

Store::Store(std::unique_ptr<Connection> connection) : StoreReader(std::move(connection)) {}

Store Store::open(const std::filesystem::path& path, const StoreOptions& options) {
  return Store(Connection::open_to_write(path, options));
}

Batch Store::begin_batch(std::string_view at) {
  connection_->begin();
  Batch batch(std::make_unique<Batch::State>(*connection_));  // from here on whatever fails is taken back
  const std::string kept_at(at);
  connection_->query("INSERT INTO batch (at) VALUES (?)").text(kept_at).run();
  batch.state_->number = static_cast<std::uint32_t>(connection_->last_row());
  return batch;
}

}  // namespace crossread
