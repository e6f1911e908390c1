#include "lexicon/line_table.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/fault.h"
#include "scratch_folder.h"

namespace crossread {
namespace {

std::filesystem::path written(std::string_view rows) {
  const std::filesystem::path file =
      test::scratch() /
      ("lines-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + ".tsv");
  std::ofstream(file, std::ios::binary) << rows;
  return file;
}

std::optional<std::size_t> kind_of(const LineTable& table, std::string_view line, LinePlace place, bool open,
                                   bool quoted = false) {
  const auto tokens = line_tokens(line, {0, static_cast<std::uint32_t>(line.size())});
  const auto found = table.find({tokens, place, open, quoted});
  return found ? std::optional<std::size_t>(found->kind) : std::nullopt;
}

TEST(LineTable, A_row_holds_in_its_place_with_its_ending_and_length_only) {
  const LineTable table(written("share\ttop\topen\t4\tshare *\nmore\tedge\tany\t9\tread more *\n"), {"share", "more"});
  EXPECT_EQ(kind_of(table, "Share this", LinePlace::top, true), 0u);
  EXPECT_FALSE(kind_of(table, "Share this", LinePlace::bottom, true));
  EXPECT_FALSE(kind_of(table, "Share this.", LinePlace::top, false));
  EXPECT_FALSE(kind_of(table, "Share this with your friends", LinePlace::top, true));
  EXPECT_EQ(kind_of(table, "Read more here.", LinePlace::bottom, false), 1u);
  EXPECT_FALSE(kind_of(table, "Read more here.", LinePlace::middle, false));
  EXPECT_FALSE(kind_of(table, "\"Read more,\" she said.", LinePlace::bottom, false, true)) << "somebody speaks";
}

TEST(LineTable, The_row_with_most_words_of_its_own_wins) {
  const LineTable table(written("a\tany\tany\t9\tread *\nb\tany\tany\t9\tread more *\n"), {"a", "b"});
  EXPECT_EQ(kind_of(table, "Read more now", LinePlace::middle, true), 1u);
  EXPECT_EQ(kind_of(table, "Read now", LinePlace::middle, true), 0u);
}

TEST(LineTable, A_bad_row_is_refused_with_its_line) {
  const std::string_view bad[] = {"a\tany\tany\t9\tread (more\n", "a\tany\tany\t9\t# *\n",
                                  "a\tnowhere\tany\t9\tread\n",   "c\tany\tany\t9\tread\n",
                                  "a\tany\tany\tmany\tread\n",    "a\tany\tany\t9\n"};
  for (const std::string_view row : bad) {
    try {
      const LineTable table(written("# head\n" + std::string(row)), {"a", "b"});
      ADD_FAILURE() << row;
    } catch (const BrokenWorld& fault) {
      EXPECT_NE(std::string(fault.what()).find(":2:"), std::string::npos) << fault.what();
    }
  }
}

}  // namespace
}  // namespace crossread
