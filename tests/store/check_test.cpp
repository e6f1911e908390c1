// Each promise of the store, broken by hand, is found.
#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>

#include "store/rows.h"
#include "store/sample_reports.h"
#include "store/store.h"

namespace crossread {
namespace {

using test::simple_report;
using test::TempFolder;
using testing::IsEmpty;

class CheckTest : public testing::Test {
 protected:
  CheckTest() {
    Store store = Store::open(path_);
    Batch batch = store.begin_batch("2020-01-08T09:12:00Z");
    const Report a = simple_report("a", "Flood", "Die Flut in Zürich stieg.", "2020-01-07");
    const Report b = simple_report("b", "Flood", "Die Flut in Zürich stieg, hieß es.", "2020-01-08");
    for (const Report* report : {&a, &b}) batch.append(*report, "<p>" + report->text, DocumentFormat::html);
    batch.put_profile({1}, {a.id, 0, {{1, 2, TermKind::word}}, {3}});
    const CopyLink link{b.id, a.id, CopyKind::near, CopyDirection::from, 5, 6, 5, {{{0, 9}, {0, 9}}}};
    batch.put_copy_links({&link, 1});
    const std::vector<ReportId> both = {a.id, b.id};
    const Origin origin{{a.id.value}, "Agency", both, {{b.id, {0, 3}}}};
    const Story story{{a.id.value}, "Flood", both, {}, {}, {}, {a.id.value}};
    batch.put_origins(both, {&origin, 1});
    batch.put_stories(both, {&story, 1});
    batch.blocks().put_block(batch.blocks().new_segment("traces", 0, 1), 0, 1, "block");
    batch.commit();
  }

  std::vector<Finding> findings(const StoreReader::BlockCheck& blocks = {}) {
    return StoreReader::open(path_).check(blocks);
  }

  // Runs SQL on the file as another program would; ?1 is `blob`.
  void break_by(const std::string& sql, const std::string& blob = {}) {
    SQLite::Database database(path_.string(), SQLite::OPEN_READWRITE);
    SQLite::Statement statement(database, sql);
    if (statement.getBindParameterCount() > 0) statement.bind(1, blob.data(), static_cast<int>(blob.size()));
    ASSERT_EQ(statement.exec(), 1) << sql;
  }

  TempFolder folder_;
  std::filesystem::path path_ = folder_ / "a.crossread";
};

TEST_F(CheckTest, A_sound_store_has_no_findings) {
  EXPECT_THAT(findings(), IsEmpty());
  EXPECT_THAT(Store::open(path_).check(), IsEmpty());
}

TEST_F(CheckTest, The_index_is_asked_for_its_own_findings) {
  const auto found = findings([](const BlockStore& blocks) {
    return std::vector<Finding>{{"index", blocks.block(blocks.segments("traces")[0].id, 0)}};
  });
  EXPECT_THAT(found, testing::ElementsAre(Finding{"index", "block"}));
}

struct Breach {
  std::string sql;
  std::string what;  // of a finding
  std::string blob;
};

std::string details_with(const std::function<void(Report&)>& change) {
  Report report = simple_report("a", "Flood", "Die Flut in Zürich stieg.", "2020-01-07");
  change(report);
  return encode_details(report);
}

std::vector<Breach> breaches() {
  const std::string set_details = "UPDATE report SET details = ?1 WHERE number = 1";
  return {
      {"UPDATE report SET id = id + 1 WHERE number = 1", "report", {}},
      {"UPDATE report SET minutes = minutes + 1 WHERE number = 1", "report", {}},
      {"UPDATE report SET article = article + 1 WHERE number = 1", "report", {}},
      {"UPDATE report SET outlet = 77 WHERE number = 1", "report", {}},
      {"UPDATE report SET shelf = shelf + 1 WHERE number = 1", "search", {}},
      {"UPDATE report SET details = x'01' WHERE number = 1", "report", {}},
      {set_details, "body", details_with([](Report& report) {
         report.body = {{0, 99}};
       })},
      {set_details, "body", details_with([](Report& report) {
         report.body = {{0, 14}};
       })},  // inside the ü
      {set_details, "body", details_with([](Report& report) {
         report.body = {{4, 8}, {0, 3}};
       })},
      {set_details, "furniture", details_with([](Report& report) {
         report.furniture = {{{3, 8}, {}}};
       })},
      {set_details, "credit", details_with([](Report& report) {
         report.credits = {{"BBC", {8, 3}}};
       })},
      {set_details, "notice", details_with([](Report& report) {
         report.notices = {{{}, {1, 400}}};
       })},
      {"DELETE FROM content WHERE number = 1", "content", {}},
      {"UPDATE content SET text = x'00' WHERE number = 1", "report", {}},
      {"UPDATE content SET original = x'00' WHERE number = 2", "original", {}},
      {"UPDATE content SET format = 9 WHERE number = 2", "original", {}},
      {"UPDATE profile SET terms = x'02' WHERE number = 1", "profile", {}},
      {"UPDATE copy_link SET passages = ?1", "copy_link", encode_passages({{{0, 99}, {0, 9}}})},
      {"UPDATE copy_link SET passages = ?1", "copy_link", encode_passages({{{0, 9}, {0, 30}}})},
      {"UPDATE copy_link SET kind = 9", "copy_link", {}},
      {"UPDATE copy_link SET other = 9", "copy_link", {}},
      {"UPDATE origin SET passages = ?1", "origin", encode_evidence({{{123}, {0, 1}}})},
      {"UPDATE member SET origin = NULL WHERE number = 1", "origin", {}},
      {"UPDATE member SET story = NULL WHERE number = 2", "story", {}},
      {"UPDATE member SET story = 2 WHERE number = 2", "member", {}},
      {"UPDATE story SET details = x'01000000ff'", "story", {}},
      {"UPDATE report SET removed = 1 WHERE number = 2", "removed", {}},
      {"DELETE FROM segment", "index", {}},
      {"INSERT INTO search (rowid, text) VALUES (7, 'flut')", "search", {}},
  };
}

TEST_F(CheckTest, Every_broken_promise_is_found) {
  const std::filesystem::path whole = folder_ / "whole.crossread";
  std::filesystem::copy_file(path_, whole);
  for (const Breach& breach : breaches()) {
    std::filesystem::copy_file(whole, path_, std::filesystem::copy_options::overwrite_existing);
    break_by(breach.sql, breach.blob);
    const std::vector<Finding> found = findings();
    const bool told =
        std::any_of(found.begin(), found.end(), [&](const Finding& finding) { return finding.what == breach.what; });
    std::string all;
    for (const Finding& finding : found) all += fmt::format("{}: {}\n", finding.what, finding.detail);
    EXPECT_TRUE(told) << breach.sql << " gave\n" << all;
  }
}

}  // namespace
}  // namespace crossread
