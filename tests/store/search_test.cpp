// What is found, in which order, and which bytes are marked.
#include <gmock/gmock.h>

#include <algorithm>

#include "store/sample_reports.h"
#include "store/store.h"

namespace crossread {
namespace {

using test::random_report;
using test::simple_report;
using test::TempFolder;
using testing::ElementsAre;
using testing::IsEmpty;

class Search : public testing::Test {
 protected:
  void add(const std::vector<Report>& reports) {
    Batch batch = store_.begin_batch("2020-01-08T09:12:00Z");
    for (const Report& report : reports) batch.append(report, report.text, DocumentFormat::text);
    batch.commit();
  }
  std::vector<std::string> found(const SearchQuery& query) {
    std::vector<std::string> ids;
    for (const SearchHit& hit : store_.search(query).hits) ids.push_back(store_.report(hit.number).source_id);
    return ids;
  }
  std::vector<std::string> marked(const std::string& words) {
    std::vector<std::string> exact;
    for (const SearchHit& hit : store_.search({.words = words}).hits) {
      const Report report = store_.report(hit.number);
      for (const ByteSpan span : hit.title_spans) exact.push_back("title: " + std::string(span.in(report.title)));
      for (const ByteSpan span : hit.spans) exact.emplace_back(span.in(report.text));
    }
    return exact;
  }

  TempFolder folder_;
  Store store_ = Store::open(folder_ / "a.crossread");
};

TEST_F(Search, The_newest_come_first_and_undated_reports_last) {
  add({simple_report("old", "", "The river rose.", "2020-01-05"), simple_report("never", "", "The river rose.", ""),
       simple_report("new", "", "The river rose.", "2020-01-09T10:00")});
  add({simple_report("middle", "", "The river rose.", "2020-01-07"),
       simple_report("early", "", "A river.", "1931-01-07")});
  EXPECT_THAT(found({.words = "river"}), ElementsAre("new", "middle", "old", "early", "never"));
}

TEST_F(Search, The_order_does_not_depend_on_arrival) {
  std::mt19937_64 random(5);
  std::vector<Report> reports;
  reports.reserve(200);
  for (int i = 0; i < 200; ++i) {
    reports.push_back(simple_report("r" + std::to_string(i), "", "The river.", i % 3 == 0 ? "" : "2020-01-08"));
  }
  for (auto at = reports.begin(); at != reports.end(); at += 20) add({at, at + 20});
  std::sort(reports.begin(), reports.end(),
            [](const Report& a, const Report& b) { return canonical_key(a) > canonical_key(b); });
  std::stable_partition(reports.begin(), reports.end(), [](const Report& report) { return report.published; });
  std::vector<std::string> expected;
  expected.reserve(reports.size());
  for (const Report& report : reports) expected.push_back(report.source_id);
  EXPECT_EQ(found({.words = "river", .limit = 500}), expected);
}

TEST_F(Search, Pages_follow_one_another) {
  std::vector<Report> reports;
  for (int day = 10; day < 20; ++day) {
    reports.push_back(simple_report(std::to_string(day), "", "The river.", "2020-01-" + std::to_string(day)));
  }
  add(reports);
  for (const SearchOrder order : {SearchOrder::newest, SearchOrder::rank}) {
    EXPECT_THAT(found({.words = "river", .order = order, .limit = 3}), ElementsAre("19", "18", "17"));
    EXPECT_THAT(found({.words = "river", .order = order, .limit = 3, .offset = 3}), ElementsAre("16", "15", "14"));
    EXPECT_TRUE(store_.search({.words = "river", .order = order, .limit = 9}).more);
    EXPECT_FALSE(store_.search({.words = "river", .order = order, .limit = 10}).more);
  }
}

TEST_F(Search, Dates_and_outlets_narrow_it_down) {
  Report bbc = simple_report("bbc", "", "The river.", "2020-01-07T10:00");
  bbc.outlet = "BBC News";
  Report other = simple_report("other", "", "The river.", "2020-01-08T10:00");
  other.outlet = "The BBC";
  add({bbc, other, simple_report("undated", "", "The river.", "")});
  const auto minutes = [](std::string_view written) { return minutes_of(*parse_timestamp(written)); };
  EXPECT_THAT(found({.words = "river", .outlet = "BBC News"}), ElementsAre("bbc"));
  EXPECT_THAT(found({.words = "river", .outlet = "BBC"}), IsEmpty());
  EXPECT_THAT(found({.words = "river", .since_minutes = minutes("2020-01-07T10:01")}), ElementsAre("other"));
  EXPECT_THAT(found({.words = "river", .since_minutes = minutes("2020-01-07T10:00")}), ElementsAre("other", "bbc"));
  EXPECT_THAT(found({.words = "river", .until_minutes = minutes("2020-01-08T09:59")}), ElementsAre("bbc"));
  EXPECT_THAT(found({.words = "river", .until_minutes = minutes("2020-01-08T10:00")}), ElementsAre("other", "bbc"));
}

TEST_F(Search, What_is_asked_is_what_is_found) {
  add({simple_report("a", "Flood in Zürich", "The river rose again."),
       simple_report("b", "Again", "A naïve minister said the U.S. river fell.")});
  const struct {
    std::string words;
    std::vector<std::string> found;
  } rows[] = {
      {"river", {"a", "b"}},
      {"RIVER Rose", {"a"}},
      {"zurich", {"a"}},
      {"naive", {"b"}},
      {"\"river rose\"", {"a"}},
      {"\"rose river\"", {}},
      {"U.S.", {"b"}},
      {"again", {"a", "b"}},
      {"title:again", {"b"}},
      {"text:again", {"a"}},
      {"-title:again again", {"a"}},
      {"river -rose", {"b"}},
      {"river -\"river rose\"", {"b"}},
      {"rose OR fell", {"a", "b"}},
      {"river rose OR fell", {"a", "b"}},
      {"flood rose OR fell", {"a"}},
      {"riv*", {"a", "b"}},
      {"\"river ros\"*", {"a"}},
      {"ri", {}},
      {"-river", {}},
      {"", {}},
      {"* \" ( ) : ^ - + OR", {}},
      {"river AND rose", {}},  // AND is a word
      {"a:b", {}},
      {"river)", {"a", "b"}},
  };
  for (const auto& row : rows) {
    std::vector<std::string> ids = found({.words = row.words});
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(ids, row.found) << row.words;
  }
}

TEST_F(Search, The_matching_bytes_are_marked) {
  add({simple_report("a", "Zürich: the River",
                     "“Zürich’s river” rose. The rivers and the RIVER rose; the U.S. did not.")});
  EXPECT_THAT(marked("river"), ElementsAre("title: River", "river", "RIVER"));
  EXPECT_THAT(marked("riv*"), ElementsAre("title: River", "river", "rivers", "RIVER"));
  EXPECT_THAT(marked("\"river rose\""), ElementsAre("river” rose", "RIVER rose"));
  EXPECT_THAT(marked("zurich"), ElementsAre("title: Zürich", "Zürich"));
  EXPECT_THAT(marked("U.S."), ElementsAre("U.S"));
  EXPECT_THAT(marked("title:river"), ElementsAre("title: River"));
  EXPECT_THAT(marked("rose -ebbed"), ElementsAre("rose", "rose"));
}

TEST_F(Search, What_leads_elsewhere_is_not_searched) {
  Report report = simple_report("a", "", "The river rose. You may like: floods of money. It fell.");
  report.body = {{0, 15}, {47, 55}};
  report.furniture = {{{16, 46}, FurnitureKind::related}};
  add({report});
  EXPECT_THAT(marked("money"), IsEmpty());
  EXPECT_THAT(marked("fell"), ElementsAre("fell"));
  EXPECT_THAT(marked("\"rose it fell\""), ElementsAre("rose", "It fell"));  // as the reader reads on
}

TEST_F(Search, Ranking_prefers_titles_and_many_mentions) {
  add({simple_report("once", "Weather", "The river rose and then it rained and rained and rained.", "2020-01-09"),
       simple_report("often", "Weather", "The river, the river, the river rose and rained and rained.", "2020-01-08"),
       simple_report("title", "The river", "The river rose and then it rained and rained and rained.", "2020-01-07")});
  EXPECT_THAT(found({.words = "river", .order = SearchOrder::rank}), ElementsAre("title", "often", "once"));
  EXPECT_TRUE(store_.search({.words = "river", .order = SearchOrder::rank, .rank_cap = 2}).capped);
}

// A slow judge for one word: the tokens of every report, compared.
TEST_F(Search, Random_words_are_found_where_they_stand) {
  std::mt19937_64 random(11);
  std::vector<Report> reports;
  for (int i = 0; i < 60; ++i) {
    Report report = random_report(random);
    report.furniture.clear();
    reports.push_back(report);
  }
  add(reports);
  for (const std::string word : {"minister", "Friday", "东京", "東京", "воды", "people"}) {
    std::size_t expected = 0;
    for (const Report& report : reports) {
      if (report.text.find(word) != std::string::npos || report.title.find(word) != std::string::npos) ++expected;
    }
    const SearchResult result = store_.search({.words = word, .limit = 100});
    EXPECT_EQ(result.hits.size(), expected) << word;
    for (const SearchHit& hit : result.hits) {
      const Report report = store_.report(hit.number);
      for (const ByteSpan span : hit.spans) EXPECT_EQ(span.in(report.text), word);
    }
  }
}

}  // namespace
}  // namespace crossread
