// The check: what SQLite promises, then what the rows promise one another, then what each report promises. A damaged
// row is a finding and the walk goes on behind it.
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <utility>

#include "store/column.h"
#include "store/connection.h"
#include "store/rows.h"
#include "store/searchable.h"
#include "store/store.h"
#include "text/unicode.h"

namespace crossread {
namespace {

constexpr std::size_t kMostFindings = 1000;  // a store damaged all over need not be told in full

class Findings {
 public:
  void add(std::string_view what, std::string detail) {
    if (found_.size() < kMostFindings) found_.push_back({std::string(what), std::move(detail)});
  }
  void add(std::vector<Finding> more) {
    for (Finding& one : more) add(one.what, std::move(one.detail));
  }
  // Runs one part of the check; that it cannot be finished is itself a finding.
  template <class Part>
  void part(std::string_view what, Part run) {
    try {
      run();
    } catch (const BrokenWorld& fault) {
      add(what, fault.what());
    }
  }
  std::vector<Finding> take() { return std::move(found_); }

 private:
  std::vector<Finding> found_;
};

bool on_border(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool lies_in(ByteSpan span, std::string_view text) {
  return span.begin <= span.end && span.end <= text.size() && on_border(text, span.begin) && on_border(text, span.end);
}

std::string shown(ByteSpan span) {
  return fmt::format("[{}, {})", span.begin, span.end);
}

class Check {
 public:
  Check(const StoreReader& store, const Connection& connection) : store_(store), connection_(connection) {}

  std::vector<Finding> run(const StoreReader::BlockCheck& check_blocks) {
    findings_.part("file", [&] { check_file(); });
    findings_.part("rows", [&] { check_rows(); });
    findings_.part("search", [&] { check_search(); });
    findings_.part("report", [&] { check_reports(); });
    findings_.part("copy_link", [&] { check_copy_links(); });
    findings_.part("origin", [&] { check_origins(); });
    findings_.part("story", [&] { check_stories(); });
    if (check_blocks) findings_.part("index", [&] { findings_.add(check_blocks(store_.blocks())); });
    return findings_.take();
  }

 private:
  void check_file() {
    Query query = connection_.query("PRAGMA integrity_check");
    while (query.step()) {
      if (query.text_at(0) != "ok") findings_.add("file", query.text_at(0));
    }
  }

  // Statements that give a row for each broken promise: what, and the row's number.
  void check_rows() {
    Query keys = connection_.query("PRAGMA foreign_key_check");
    while (keys.step()) {
      findings_.add(keys.text_at(0), fmt::format("row {} points to no row of {}", keys.integer_at(1), keys.text_at(2)));
    }
    find("content", "a report without its words",
         "SELECT number FROM report WHERE number NOT IN (SELECT number FROM content)");
    find("origin", "a report in no origin",
         "SELECT r.number FROM report r LEFT JOIN member m ON m.number = r.number "
         "WHERE r.removed = 0 AND m.origin IS NULL");
    find("story", "a report in no story",
         "SELECT r.number FROM report r LEFT JOIN member m ON m.number = r.number "
         "WHERE r.removed = 0 AND m.story IS NULL");
    find("origin", "an origin without its first report",
         "SELECT o.first FROM origin o LEFT JOIN member m ON m.number = o.first WHERE m.origin IS NOT o.first");
    find("story", "a story without its first report",
         "SELECT s.first FROM story s LEFT JOIN member m ON m.number = s.first WHERE m.story IS NOT s.first");
    find("removed", "a removed report that is still a member",
         "SELECT r.number FROM report r JOIN member m ON m.number = r.number "
         "WHERE r.removed <> 0 AND (m.origin IS NOT NULL OR m.story IS NOT NULL)");
    find("removed", "a copy link of a removed report",
         "SELECT r.number FROM report r WHERE r.removed <> 0 AND "
         "(EXISTS (SELECT 1 FROM copy_link WHERE report = r.number) OR "
         "EXISTS (SELECT 1 FROM copy_link WHERE other = r.number))");
    find("story", "a link of no report, or of a removed one",
         "SELECT l.a FROM story_link l LEFT JOIN report a ON a.number = l.a LEFT JOIN report b ON b.number = l.b "
         "WHERE a.removed IS NOT 0 OR b.removed IS NOT 0");
    find("index", "a block of no segment", "SELECT place FROM block WHERE segment NOT IN (SELECT id FROM segment)");
  }

  void find(std::string_view what, std::string_view promise, const char* sql) {
    Query query = connection_.query(sql);
    while (query.step()) findings_.add(what, fmt::format("{} ({})", promise, query.integer_at(0)));
  }

  void check_search() {
    find("search", "a report that the search does not know",
         "SELECT number FROM report WHERE removed = 0 AND shelf NOT IN (SELECT id FROM search_docsize)");
    find("search", "the search knows a report that is not there",
         "SELECT id FROM search_docsize WHERE id NOT IN (SELECT shelf FROM report WHERE removed = 0)");
    // FTS5 checks itself by way of an INSERT, which a reader cannot do.
    if (connection_.can_write()) {
      findings_.part("search",
                     [&] { connection_.query("INSERT INTO search (search) VALUES ('integrity-check')").run(); });
    }
  }

  void check_reports() {
    Query query = connection_.query("SELECT number, id, minutes, article FROM report ORDER BY number");
    while (query.step()) {
      const ReportNumber number{query.number_at(0)};
      findings_.part("report", [&] {
        const Report report = store_.report(number);
        check_texts(report);
        const CanonicalKey key = canonical_key(report);
        if (key.minutes != query.integer_at(2)) findings_.add("report", report.id.str() + ": stands at another time");
        if (hash64(report.article_key()) != digest_of(query.integer_at(3))) {
          findings_.add("report", report.id.str() + ": stands under another article");
        }
        if (report_id(report) != report.id) findings_.add("report", report.id.str() + ": is not what its id says");
        findings_.part("account", [&] { static_cast<void>(store_.account(report, number)); });
      });
      findings_.part("original", [&] { static_cast<void>(store_.original(number)); });
      findings_.part("profile", [&] { static_cast<void>(store_.profile(number)); });
    }
  }

  void check_texts(const Report& report) {
    const std::string id = report.id.str();
    if (!is_utf8(report.text)) findings_.add("text", id + ": is no UTF-8");
    for (const ByteSpan span : report.body) check_span("body", id, span, report.text);
    for (const Furniture& piece : report.furniture) {
      check_span("furniture", id, piece.span, report.text);
      const auto within = [&](ByteSpan span) { return span.overlaps(piece.span); };
      if (std::any_of(report.body.begin(), report.body.end(), within)) {
        findings_.add("furniture", id + ": " + shown(piece.span) + " lies in the body");
      }
    }
    for (std::size_t i = 1; i < report.body.size(); ++i) {
      if (report.body[i].begin < report.body[i - 1].end) findings_.add("body", id + ": its ranges are not in order");
    }
    for (const Credit& credit : report.credits) check_span("credit", id, credit.span, report.text);
    for (const Notice& notice : report.notices) check_span("notice", id, notice.span, report.text);
  }

  void check_span(std::string_view what, const std::string& id, ByteSpan span, std::string_view text) {
    if (!lies_in(span, text)) findings_.add(what, id + ": " + shown(span) + " does not lie in the text");
  }

  // The text of a report; links and evidence come sorted by report, so the last one is kept.
  const std::string& text_of(ReportId id) {
    if (last_ != id) {
      const auto number = store_.number_of(id);
      if (!number) throw BrokenWorld("there is no report " + id.str());
      last_text_ = store_.report(*number).text;
      last_ = id;
    }
    return last_text_;
  }

  void check_copy_links() {
    store_.for_each_copy_link({}, [&](const CopyLink& link) {
      const std::string name = link.report.str() + " and " + link.other.str();
      findings_.part("copy_link", [&] {
        for (const Passage& passage : link.passages)
          check_span("copy_link", name, passage.report, text_of(link.report));
        for (const Passage& passage : link.passages) check_span("copy_link", name, passage.other, text_of(link.other));
      });
      return true;
    });
  }

  template <class Group>
  void check_members(std::string_view what, const Group& group) {
    for (std::size_t i = 1; i < group.reports.size(); ++i) {
      if (group.reports[i] == group.reports[i - 1]) findings_.add(what, group.id.str() + ": holds a report twice");
    }
  }

  void check_origins() {
    store_.for_each_origin({}, [&](const Origin& origin) {
      check_members("origin", origin);
      findings_.part("origin", [&] {
        for (const Evidence& piece : origin.passages) {
          check_span("origin", origin.id.str(), piece.span, text_of(piece.report));
        }
      });
      return true;
    });
  }

  void check_stories() {
    store_.for_each_story({}, [&](const Story& story) {
      check_members("story", story);
      for (const StoryId id : story.follows) {
        if (!store_.story(id))
          findings_.add("story", story.id.str() + ": follows " + id.str() + ", which is not there");
      }
      return true;
    });
  }

  const StoreReader& store_;
  const Connection& connection_;
  Findings findings_;
  ReportId last_;
  std::string last_text_;
};

}  // namespace

std::vector<Finding> StoreReader::check(const BlockCheck& check_blocks) const {
  return Check(*this, *connection_).run(check_blocks);
}

}  // namespace crossread
