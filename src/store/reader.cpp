// The reading half: each function is one statement and the way from its columns to values.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "store/account_rows.h"
#include "store/bytes.h"
#include "store/column.h"
#include "store/connection.h"
#include "store/row_reading.h"
#include "store/rows.h"
#include "store/store.h"

namespace crossread {
namespace {

constexpr CanonicalKey kBeforeAll{INT64_MIN, {0}};

void bind_after(Query& query, const After& after) {
  const CanonicalKey key = after.value_or(kBeforeAll);
  query.integer(key.minutes).integer(column_of(key.id.value));
}

ReportHead head_of(const Query& row) {
  ReportHead head;
  head.number = {row.number_at(0)};
  head.id = {digest_of(row.integer_at(1))};
  head.key = {row.integer_at(2), head.id};
  head.article = digest_of(row.integer_at(3));
  head.title = row.text_at(4);
  if (!row.is_null(5)) head.outlet = row.text_at(5);
  head.removed = row.integer_at(6) != 0;
  return head;
}

CopyLink copy_link_of(const Connection& connection, const Query& row) {
  CopyLink link;
  link.report = {digest_of(row.integer_at(0))};
  link.other = {digest_of(row.integer_at(1))};
  link.kind = enum_at<CopyKind, CopyKind::quoted>(connection, row, 2, "copy_link");
  link.direction = enum_at<CopyDirection, CopyDirection::unknown>(connection, row, 3, "copy_link");
  link.shared_words = row.number_at(4);
  link.report_words = row.number_at(5);
  link.other_words = row.number_at(6);
  link.passages =
      read_blob(connection, "copy_link", link.report.value, [&] { return decode_passages(row.blob_at(7)); });
  return link;
}

StoryLink story_link_of(const Query& row) {
  return {{digest_of(row.integer_at(0))},
          {digest_of(row.integer_at(1))},
          static_cast<std::uint16_t>(row.integer_at(2)),
          static_cast<std::uint16_t>(row.integer_at(3))};
}

std::vector<ReportId> members_of(Query query, std::int64_t first) {
  query.integer(first);
  std::vector<ReportId> members;
  while (query.step()) members.push_back({digest_of(query.integer_at(0))});
  return members;
}

Origin origin_of_row(const Connection& connection, const Query& row) {
  const std::int64_t first = row.integer_at(0);
  Origin origin;
  origin.id = {digest_of(row.integer_at(1))};
  origin.label = row.text_at(2);
  origin.passages = read_blob(connection, "origin", static_cast<std::uint64_t>(first),
                              [&] { return decode_evidence(row.blob_at(3)); });
  origin.reports = members_of(connection.query("SELECT r.id FROM member m CROSS JOIN report r ON r.number = m.number "
                                               "WHERE m.origin = ? ORDER BY r.minutes, r.id"),
                              first);
  return origin;
}

Story story_of_row(const Connection& connection, const Query& row) {
  const std::int64_t first = row.integer_at(0);
  Story story;
  story.id = {digest_of(row.integer_at(1))};
  story.storyline = {digest_of(row.integer_at(2))};
  story.title = row.text_at(3);
  read_blob(connection, "story", static_cast<std::uint64_t>(first), [&] { decode_story(row.blob_at(4), story); });
  story.reports = members_of(connection.query("SELECT r.id FROM member m CROSS JOIN report r ON r.number = m.number "
                                              "WHERE m.story = ? ORDER BY r.minutes, r.id"),
                             first);
  return story;
}

std::optional<Origin> one_origin(const Connection& connection, Query query, std::uint64_t id) {
  query.integer(column_of(id));
  if (!query.step()) return std::nullopt;
  return origin_of_row(connection, query);
}

std::optional<Story> one_story(const Connection& connection, Query query, std::uint64_t id) {
  query.integer(column_of(id));
  if (!query.step()) return std::nullopt;
  return story_of_row(connection, query);
}

Fault fault_named(const Connection& connection, const std::string& name) {
  const auto* const found =
      std::find_if(std::begin(kAllFaults), std::end(kAllFaults), [&](Fault fault) { return name_of(fault) == name; });
  if (found == std::end(kAllFaults)) damaged(connection, "rejection", 0, "there is no fault of this name");
  return *found;
}

std::vector<std::string> ids_in(const std::string& joined) {
  std::vector<std::string> ids;
  for (std::size_t begin = 0; begin < joined.size();) {
    const std::size_t end = std::min(joined.find(' ', begin), joined.size());
    ids.push_back(joined.substr(begin, end - begin));
    begin = end + 1;
  }
  return ids;
}

Change change_of(const Connection& connection, const Query& row) {
  Change change;
  change.batch = row.number_at(0);
  change.at = row.text_at(1);
  change.kind = enum_at<ChangeKind, ChangeKind::corrected>(connection, row, 2, "change");
  change.from = ids_in(row.text_at(3));
  change.to = ids_in(row.text_at(4));
  return change;
}

std::uint64_t count_of(const Connection& connection, const char* sql) {
  Query query = connection.query(sql);
  query.step();
  return static_cast<std::uint64_t>(query.integer_at(0));
}

}  // namespace

StoreReader::StoreReader(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
StoreReader::StoreReader(StoreReader&&) noexcept = default;
StoreReader& StoreReader::operator=(StoreReader&&) noexcept = default;
StoreReader::~StoreReader() = default;

StoreReader StoreReader::open(const std::filesystem::path& path, const StoreOptions& options) {
  return StoreReader(Connection::open_to_read(path, options));
}

const std::filesystem::path& StoreReader::path() const {
  return connection_->path();
}

StoreReader::Snapshot::Snapshot(Connection& connection)
    : connection_(&connection), began_(!connection.in_transaction()) {
  if (began_) connection.begin_read();
}

StoreReader::Snapshot::~Snapshot() {
  if (began_) connection_->roll_back();
}

StoreReader::Snapshot StoreReader::snapshot() const {
  return Snapshot(*connection_);
}

const BlockStore& StoreReader::blocks() const {
  return std::as_const(*connection_).blocks();
}

std::optional<ReportNumber> StoreReader::number_of(ReportId id) const {
  Query query = connection_->query("SELECT number FROM report WHERE id = ?");
  query.integer(column_of(id.value));
  if (!query.step()) return std::nullopt;
  return ReportNumber{query.number_at(0)};
}

ReportHead StoreReader::head(ReportNumber number) const {
  Query query = connection_->query(
      "SELECT r.number, r.id, r.minutes, r.article, r.title, o.name, r.removed "
      "FROM report r LEFT JOIN outlet o ON o.number = r.outlet WHERE r.number = ?");
  query.integer(number.value);
  if (!query.step()) damaged(*connection_, "report", number.value, "it is not there");
  return head_of(query);
}

Report StoreReader::report(ReportNumber number) const {
  Query query = connection_->query(
      "SELECT r.number, r.id, r.source_id, r.url, r.title, r.details, o.name, c.text FROM report r "
      "JOIN content c ON c.number = r.number LEFT JOIN outlet o ON o.number = r.outlet WHERE r.number = ?");
  query.integer(number.value);
  if (!query.step()) damaged(*connection_, "report", number.value, "it is not there");
  return report_of_row(*connection_, query);
}

Report StoreReader::outline(ReportNumber number) const {
  Query query = connection_->query(
      "SELECT r.number, r.id, r.source_id, r.url, r.title, r.details, o.name FROM report r "
      "LEFT JOIN outlet o ON o.number = r.outlet WHERE r.number = ?");
  query.integer(number.value);
  if (!query.step()) damaged(*connection_, "report", number.value, "it is not there");
  return outline_of_row(*connection_, query);
}

std::vector<Report> StoreReader::reports(std::span<const ReportNumber> numbers) const {
  std::vector<Report> found;
  found.reserve(numbers.size());
  for (const ReportNumber number : numbers) found.push_back(report(number));
  return found;
}

Original StoreReader::original(ReportNumber number) const {
  Query query = connection_->query("SELECT text, format, original FROM content WHERE number = ?");
  query.integer(number.value);
  if (!query.step()) damaged(*connection_, "content", number.value, "it is not there");
  Original original;
  original.format = enum_at<DocumentFormat, DocumentFormat::record>(*connection_, query, 1, "content");
  original.bytes = read_blob(*connection_, "content", number.value, [&] {
    std::string text = connection_->packer().unpacked(query.blob_at(0));
    return query.is_null(2) ? text : connection_->packer().unpacked(query.blob_at(2), text);
  });
  return original;
}

std::optional<StoryProfile> StoreReader::profile(ReportNumber number) const {
  Query query = connection_->query(
      "SELECT r.id, r.minutes, p.terms FROM profile p JOIN report r ON r.number = p.number WHERE p.number = ?");
  query.integer(number.value);
  if (!query.step()) return std::nullopt;
  StoryProfile profile;
  profile.report = {digest_of(query.integer_at(0))};
  profile.minutes = query.integer_at(1);
  read_blob(*connection_, "profile", number.value, [&] { decode_terms(query.blob_at(2), profile); });
  return profile;
}

std::optional<Account> StoreReader::account(const Report& report, ReportNumber number) const {
  Query query = connection_->query("SELECT account FROM account WHERE number = ?");
  query.integer(number.value);
  if (!query.step()) return std::nullopt;
  Account account;
  account.report = report.id;
  read_blob(*connection_, "account", number.value, [&] {
    decode_account(connection_->packer().unpacked(query.blob_at(0), report.text), account);
    const std::vector<std::string> faults = faults_of(account, report.text);
    if (!faults.empty()) throw DamagedBytes(faults.front());
  });
  return account;
}

std::vector<ReportNumber> StoreReader::numbers_of_article(std::string_view article_key) const {
  Query query = connection_->query("SELECT number FROM report WHERE article = ? AND removed = 0 ORDER BY number");
  query.integer(column_of(hash64(article_key)));
  std::vector<ReportNumber> found;
  while (query.step()) found.push_back({query.number_at(0)});
  return found;
}

std::vector<ReportNumber> StoreReader::numbers() const {
  Query query = connection_->query("SELECT number FROM report WHERE removed = 0 ORDER BY number");
  std::vector<ReportNumber> found;
  while (query.step()) found.push_back({query.number_at(0)});
  return found;
}

std::optional<CanonicalKey> StoreReader::key_of(ReportNumber number) const {
  Query query = connection_->query("SELECT minutes, id FROM report WHERE number = ? AND removed = 0");
  query.integer(number.value);
  if (!query.step()) return std::nullopt;
  return CanonicalKey{query.integer_at(0), {digest_of(query.integer_at(1))}};
}

void StoreReader::for_each_key(const std::function<void(ReportNumber, const CanonicalKey&)>& visit) const {
  Query query = connection_->query("SELECT number, minutes, id FROM report WHERE removed = 0 ORDER BY minutes, id");
  while (query.step()) visit({query.number_at(0)}, {query.integer_at(1), {digest_of(query.integer_at(2))}});
}

std::vector<CopyLink> StoreReader::copy_links_of(ReportNumber number) const {
  std::vector<CopyLink> found;
  Query query = connection_->query(
      "SELECT a.id, b.id, l.kind, l.direction, l.shared_words, l.report_words, l.other_words, l.passages "
      "FROM (SELECT * FROM copy_link WHERE report = ?1 UNION ALL SELECT * FROM copy_link WHERE other = ?1) l "
      "JOIN report a ON a.number = l.report JOIN report b ON b.number = l.other "
      "ORDER BY a.minutes, a.id, b.minutes, b.id");
  query.integer(number.value);
  while (query.step()) found.push_back(copy_link_of(*connection_, query));
  return found;
}

std::vector<StoryLink> StoreReader::story_links_of(ReportNumber number) const {
  std::vector<StoryLink> found;
  Query query = connection_->query(
      "SELECT a.id, b.id, l.strength, l.kinship "
      "FROM (SELECT * FROM story_link WHERE a = ?1 UNION ALL SELECT * FROM story_link WHERE b = ?1) l "
      "JOIN report a ON a.number = l.a JOIN report b ON b.number = l.b ORDER BY a.minutes, a.id, b.minutes, b.id");
  query.integer(number.value);
  while (query.step()) found.push_back(story_link_of(query));
  return found;
}

std::vector<NumberedLink> StoreReader::story_neighbours_of(ReportNumber number) const {
  std::vector<NumberedLink> found;
  for (const char* sql : {"SELECT a, b, strength, kinship FROM story_link WHERE a = ?",
                          "SELECT a, b, strength, kinship FROM story_link WHERE b = ?"}) {
    Query query = connection_->query(sql);
    query.integer(number.value);
    while (query.step()) {
      found.push_back({{query.number_at(0)},
                       {query.number_at(1)},
                       static_cast<std::uint16_t>(query.integer_at(2)),
                       static_cast<std::uint16_t>(query.integer_at(3))});
    }
  }
  return found;
}

std::optional<Origin> StoreReader::origin_of(ReportId id) const {
  return one_origin(*connection_,
                    connection_->query("SELECT o.first, o.id, o.label, o.passages FROM report r "
                                       "JOIN member m ON m.number = r.number JOIN origin o ON o.first = m.origin "
                                       "WHERE r.id = ?"),
                    id.value);
}

std::optional<Story> StoreReader::story_of(ReportId id) const {
  return one_story(*connection_,
                   connection_->query("SELECT s.first, s.id, s.storyline, s.title, s.details FROM report r "
                                      "JOIN member m ON m.number = r.number JOIN story s ON s.first = m.story "
                                      "WHERE r.id = ?"),
                   id.value);
}

std::optional<StoryId> StoreReader::story_id_of(ReportId id) const {
  Query query = connection_->query(
      "SELECT s.id FROM report r JOIN member m ON m.number = r.number JOIN story s ON s.first = m.story WHERE r.id = "
      "?");
  query.integer(column_of(id.value));
  if (!query.step()) return std::nullopt;
  return StoryId{digest_of(query.integer_at(0))};
}

std::optional<Origin> StoreReader::origin(OriginId id) const {
  return one_origin(*connection_, connection_->query("SELECT first, id, label, passages FROM origin WHERE id = ?"),
                    id.value);
}

std::optional<Story> StoreReader::story(StoryId id) const {
  return one_story(*connection_,
                   connection_->query("SELECT first, id, storyline, title, details FROM story WHERE id = ?"), id.value);
}

std::vector<StoryId> StoreReader::stories_of(StorylineId id) const {
  Query query = connection_->query(
      "SELECT s.id FROM story s JOIN report r ON r.number = s.first WHERE s.storyline = ? ORDER BY r.minutes, r.id");
  query.integer(column_of(id.value));
  std::vector<StoryId> found;
  while (query.step()) found.push_back({digest_of(query.integer_at(0))});
  return found;
}

void StoreReader::for_each_head(const After& after, const std::function<bool(const ReportHead&)>& visit) const {
  Query query = connection_->query(
      "SELECT r.number, r.id, r.minutes, r.article, r.title, o.name, r.removed "
      "FROM report r LEFT JOIN outlet o ON o.number = r.outlet "
      "WHERE r.removed = 0 AND (r.minutes, r.id) > (?, ?) ORDER BY r.minutes, r.id");
  bind_after(query, after);
  while (query.step() && visit(head_of(query))) {
  }
}

void StoreReader::for_each_report(const After& after,
                                  const std::function<bool(ReportNumber, const Report&)>& visit) const {
  Query query = connection_->query(
      "SELECT r.number, r.id, r.source_id, r.url, r.title, r.details, o.name, c.text FROM report r "
      "CROSS JOIN content c ON c.number = r.number LEFT JOIN outlet o ON o.number = r.outlet "
      "WHERE r.removed = 0 AND (r.minutes, r.id) > (?, ?) ORDER BY r.minutes, r.id");
  bind_after(query, after);
  while (query.step() && visit({query.number_at(0)}, report_of_row(*connection_, query))) {
  }
}

void StoreReader::for_each_copy_link(const After& after, const std::function<bool(const CopyLink&)>& visit) const {
  Query query = connection_->query(
      "SELECT r.id, o.id, l.kind, l.direction, l.shared_words, l.report_words, l.other_words, l.passages "
      "FROM report r CROSS JOIN copy_link l ON l.report = r.number CROSS JOIN report o ON o.number = l.other "
      "WHERE r.removed = 0 AND (r.minutes, r.id) > (?, ?) ORDER BY r.minutes, r.id, o.minutes, o.id");
  bind_after(query, after);
  while (query.step() && visit(copy_link_of(*connection_, query))) {
  }
}

void StoreReader::for_each_story_link(const After& after, const std::function<bool(const StoryLink&)>& visit) const {
  Query query = connection_->query(
      "SELECT r.id, o.id, l.strength, l.kinship "
      "FROM report r CROSS JOIN story_link l ON l.a = r.number CROSS JOIN report o ON o.number = l.b "
      "WHERE r.removed = 0 AND (r.minutes, r.id) > (?, ?) ORDER BY r.minutes, r.id, o.minutes, o.id");
  bind_after(query, after);
  while (query.step() && visit(story_link_of(query))) {
  }
}

void StoreReader::for_each_origin(const After& after, const std::function<bool(const Origin&)>& visit) const {
  Query query = connection_->query(
      "SELECT o.first, o.id, o.label, o.passages FROM report r CROSS JOIN origin o ON o.first = r.number "
      "WHERE r.removed = 0 AND (r.minutes, r.id) > (?, ?) ORDER BY r.minutes, r.id");
  bind_after(query, after);
  while (query.step() && visit(origin_of_row(*connection_, query))) {
  }
}

void StoreReader::for_each_story(const After& after, const std::function<bool(const Story&)>& visit) const {
  Query query = connection_->query(
      "SELECT s.first, s.id, s.storyline, s.title, s.details FROM report r CROSS JOIN story s ON s.first = r.number "
      "WHERE r.removed = 0 AND (r.minutes, r.id) > (?, ?) ORDER BY r.minutes, r.id");
  bind_after(query, after);
  while (query.step() && visit(story_of_row(*connection_, query))) {
  }
}

void StoreReader::for_each_rejection(const std::function<bool(const Rejection&)>& visit) const {
  Query query = connection_->query(
      "SELECT source_id, stage, fault, detail FROM rejection ORDER BY source_id, stage, fault, detail");
  while (query.step()) {
    const Fault fault = fault_named(*connection_, query.text_at(2));
    if (!visit({query.text_at(0), query.text_at(1), {fault, query.text_at(3)}})) break;
  }
}

void StoreReader::for_each_change(const std::function<bool(const Change&)>& visit) const {
  Query query = connection_->query(
      "SELECT c.batch, b.at, c.kind, c.from_ids, c.to_ids FROM change c JOIN batch b ON b.number = c.batch "
      "ORDER BY c.batch, c.kind, c.from_ids, c.to_ids");
  while (query.step() && visit(change_of(*connection_, query))) {
  }
}

std::vector<Change> StoreReader::changes_from(std::string_view id) const {
  const std::string wanted(id);
  Query query = connection_->query(
      "SELECT c.batch, b.at, c.kind, c.from_ids, c.to_ids FROM change_from f JOIN change c ON c.number = f.change "
      "JOIN batch b ON b.number = c.batch WHERE f.id = ? ORDER BY c.number");
  query.text(wanted);
  std::vector<Change> found;
  while (query.step()) found.push_back(change_of(*connection_, query));
  return found;
}

std::uint32_t StoreReader::batch_of(ReportNumber number) const {
  Query query = connection_->query("SELECT batch FROM report WHERE number = ?");
  query.integer(number.value);
  return query.step() ? query.number_at(0) : 0;
}

std::uint32_t StoreReader::last_batch_before(std::int64_t minutes) const {
  Query query = connection_->query("SELECT number, at FROM batch ORDER BY number DESC");
  while (query.step()) {
    const std::optional<Date> at = parse_timestamp(query.text_at(1));
    const std::optional<std::int64_t> began = at ? minutes_of(*at) : std::nullopt;
    if (began && *began < minutes) return query.number_at(0);
  }
  return 0;
}

StoreCounts StoreReader::counts() const {
  StoreCounts counts;
  counts.reports = count_of(*connection_, "SELECT count(*) FROM report WHERE removed = 0");
  counts.removed = count_of(*connection_, "SELECT count(*) FROM report") - counts.reports;
  counts.rejections = count_of(*connection_, "SELECT count(*) FROM rejection");
  counts.copy_links = count_of(*connection_, "SELECT count(*) FROM copy_link");
  counts.story_links = count_of(*connection_, "SELECT count(*) FROM story_link");
  counts.origins = count_of(*connection_, "SELECT count(*) FROM origin");
  counts.stories = count_of(*connection_, "SELECT count(*) FROM story");
  counts.batches = count_of(*connection_, "SELECT count(*) FROM batch");
  return counts;
}

std::optional<std::string> StoreReader::meta(std::string_view key) const {
  const std::string wanted(key);
  Query query = connection_->query("SELECT value FROM meta WHERE key = ?");
  query.text(wanted);
  if (!query.step()) return std::nullopt;
  return query.text_at(0);
}

}  // namespace crossread
