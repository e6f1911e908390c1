#include "pipeline/outlet_shares.h"

#include <gtest/gtest.h>

#include "scratch_folder.h"

namespace crossread {
namespace {

class OutletSharesTest : public testing::Test {
 protected:
  ReportId add(const std::string& outlet, const std::string& published, const std::string& text) {
    Report report;
    report.source_id = "r" + std::to_string(++made_);
    if (!outlet.empty()) report.outlet = outlet;
    report.published = parse_timestamp(published);
    report.text = text;
    report.body = {{0, static_cast<std::uint32_t>(text.size())}};
    report.id = report_id(report);
    Batch batch = store_.begin_batch("2026-11-22T00:00:00Z");
    batch.append(report, text, DocumentFormat::text);
    batch.commit();
    return report.id;
  }

  void link(ReportId later, ReportId earlier, CopyKind kind, CopyDirection direction, std::uint32_t shared) {
    const CopyLink link{later, earlier, kind, direction, shared, 100, 200, {}};
    Batch batch = store_.begin_batch("2026-11-22T00:00:00Z");
    batch.put_copy_links({&link, 1});
    batch.commit();
  }

  test::ScratchFolder folder_;
  Store store_ = Store::open(folder_.path() / "news.crossread");
  int made_ = 0;
};

TEST_F(OutletSharesTest, Name_the_source_of_most_words_and_the_time_between) {
  const ReportId wire = add("Wire", "2026-03-03T08:00:00Z", "one");
  const ReportId other = add("Other", "2026-03-03T09:00:00Z", "two");
  const ReportId herald = add("Herald", "2026-03-03T09:30:00Z", "three");
  add("Herald", "2026-03-04", "four");
  link(herald, wire, CopyKind::near, CopyDirection::from, 90);
  link(herald, other, CopyKind::part, CopyDirection::from, 40);

  const std::vector<OutletShare> expected{
      {"Herald", 2, 1, 100, 90, 0, {{"Wire", 1, 90}}},
      {"Other", 1, 0, 0, 0, 0, {}},
      {"Wire", 1, 0, 0, 0, 1, {}},
  };
  EXPECT_EQ(outlet_shares(store_), expected);
}

TEST_F(OutletSharesTest, Follow_the_direction_and_not_the_order) {
  const ReportId early = add("Early", "2026-03-03", "one");
  const ReportId late = add("Late", "2026-03-03", "two");
  link(late, early, CopyKind::abridged, CopyDirection::to, 80);
  const std::vector<OutletShare> expected{
      {"Early", 1, 1, 200, 80, 0, {{"Late", 1, {}}}},
      {"Late", 1, 0, 0, 0, 1, {}},
  };
  EXPECT_EQ(outlet_shares(store_), expected) << "two whole days tell no time between";
}

TEST_F(OutletSharesTest, Leave_out_what_proves_nothing) {
  const ReportId a = add("A", "2026-03-03", "one");
  const ReportId b = add("B", "2026-03-03", "two");
  const ReportId again = add("A", "2026-03-04", "three");
  link(b, a, CopyKind::near, CopyDirection::unknown, 90);
  link(again, b, CopyKind::quoted, CopyDirection::from, 30);
  link(again, a, CopyKind::near, CopyDirection::from, 90);
  for (const OutletShare& share : outlet_shares(store_)) EXPECT_EQ(share.taking, 0U) << share.outlet;
}

TEST_F(OutletSharesTest, Know_nothing_of_reports_without_an_outlet_but_that_they_gave) {
  const ReportId nameless = add("", "2026-03-03", "one");
  const ReportId herald = add("Herald", "2026-03-04", "two");
  link(herald, nameless, CopyKind::same, CopyDirection::from, 100);
  const std::vector<OutletShare> expected{{"Herald", 1, 1, 100, 100, 0, {{"", 1, {}}}}};
  EXPECT_EQ(outlet_shares(store_), expected);
}

}  // namespace
}  // namespace crossread
