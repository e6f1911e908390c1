#include "lexicon/outlet_table.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "base/fault.h"
#include "scratch_folder.h"

namespace crossread {
namespace {

const std::string kData = std::string(CROSSREAD_SOURCE_DIR) + "/data";

std::string name_of(const OutletTable& table, std::string_view name, std::string_view url = "") {
  const OutletFacts* facts = table.find(name, url);
  return facts == nullptr ? "nobody" : facts->name;
}

TEST(OutletTable, Finds_an_outlet_by_name_then_by_host) {
  const OutletTable table(kData);
  struct Row {
    std::string_view name;
    std::string_view url;
    std::string_view found;
  };
  const Row rows[] = {{"The Hindu", "", "The Hindu"},
                      {"hindu", "", "The Hindu"},
                      {"EL PAIS", "", "El País"},
                      {"Xinhua News Agency", "", "Xinhua"},
                      {"en.irna.ir", "", "IRNA"},
                      {"", "https://www.presstv.ir/Detail/2020", "Press TV"},
                      {"The Herald", "https://www.herald.co.zw/a?b=http://bbc.com", "The Herald (Zimbabwe)"},
                      {"The Herald", "", "nobody"},
                      {"BBC", "https://www.dawn.com/news/1", "BBC"},
                      {"Selda Evening Post", "https://selda.example/1", "nobody"},
                      {"", "", "nobody"}};
  for (const Row& row : rows) EXPECT_EQ(name_of(table, row.name, row.url), row.found) << row.name << ' ' << row.url;
}

TEST(OutletTable, Knows_who_directs_an_outlet_from_where) {
  const OutletTable table(kData);
  const OutletFacts& facts = *table.find("Fars News Agency", "");
  EXPECT_EQ(facts.country, "IRN");
  EXPECT_EQ(facts.country_name, "Iran");
  EXPECT_EQ(facts.kind, OutletKind::agency);
  EXPECT_EQ(facts.control, OutletControl::state);
}

class OwnTable : public testing::Test {
 protected:
  std::filesystem::path written(std::string_view rows) {
    const std::filesystem::path file = folder_.path() / "ours.tsv";
    std::ofstream(file) << rows;
    return file;
  }
  test::ScratchFolder folder_;
};

TEST_F(OwnTable, Goes_before_the_shipped_one) {
  const OutletTable table(kData, written("Selda Post\tThe BBC\tselda.example\tPER\tlocal\tprivate\t-\n"));
  EXPECT_EQ(name_of(table, "BBC"), "Selda Post");
  EXPECT_EQ(name_of(table, "", "https://news.selda.example/1"), "Selda Post");
  EXPECT_EQ(name_of(table, "Dawn"), "Dawn");
}

TEST_F(OwnTable, Is_refused_by_line_when_a_row_is_bad) {
  for (const std::string_view rows :
       {"A\t-\t-\tPeru\tlocal\tprivate\t-\n", "A\t-\t-\tPER\tshop\tprivate\t-\n", "A\t-\t-\tPER\tlocal\tnobody\t-\n",
        "A\t-\t-\tPER\tlocal\tprivate\n",
        "A\t-\ta.example\tPER\tlocal\tprivate\t-\nB\t-\ta.example\tPER\tlocal\tprivate\t-\n",
        "A\t-\t-\tPER\tlocal\tprivate\t-\nthe A\t-\t-\tPER\tlocal\tstate\t-\n"})
    EXPECT_THROW(OutletTable(kData, written(rows)), BrokenWorld) << rows;
}

}  // namespace
}  // namespace crossread
