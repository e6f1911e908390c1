// A table is read whole or refused with file and line.
#include "lexicon/table.h"

#include <gmock/gmock.h>

#include <fstream>

#include "base/fault.h"
#include "scratch_folder.h"

namespace crossread {
namespace {

std::filesystem::path file_with(const std::string& bytes) {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  const std::filesystem::path file = test::scratch() / (std::string(test->name()) + ".tsv");
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

std::string fault_of(const std::string& bytes) {
  try {
    const Table table(file_with(bytes), 2);
    return "read";
  } catch (const BrokenWorld& fault) {
    const std::string message = fault.what();
    return message.substr(message.find(':') + 1);
  }
}

TEST(Table, Rows_come_in_order_with_their_lines) {
  const Table table(file_with("# what\n\nmay\t5\njune\t\n"), 2);
  ASSERT_EQ(table.rows().size(), 2U);
  EXPECT_EQ(table.rows()[0].line, 3U);
  EXPECT_EQ(table.rows()[0][0], "may");
  EXPECT_EQ(table.number(table.rows()[0], 1, 1, 12), 5);
  EXPECT_EQ(table.rows()[1][1], "");
}

TEST(Table, A_bad_row_is_refused_by_its_line) {
  EXPECT_EQ(fault_of("a\t1\nb\n"), "2: wrong number of cells");
  EXPECT_EQ(fault_of("a\t1\t2\n"), "1: wrong number of cells");
  EXPECT_EQ(fault_of("# x\n\t1\n"), "2: the first cell is empty");
  EXPECT_EQ(fault_of("a \t1\n"), "1: a cell begins or ends with a blank");
  EXPECT_EQ(fault_of("a\t1\r\n"), "1: a cell begins or ends with a blank");
  EXPECT_EQ(fault_of("a\t\xff\n"), "1: not UTF-8");
  EXPECT_EQ(fault_of("a\t1\na\t1\n"), "2: the row stands there twice");
}

TEST(Table, A_missing_file_breaks_the_world) {
  EXPECT_THROW(Table("/nowhere/at/all.tsv", 1), BrokenWorld);
}

TEST(Table, Numbers_and_kinds_are_checked) {
  const Table table(file_with("a\t13\nb\t7x\n"), 2);
  EXPECT_THROW(table.number(table.rows()[0], 1, 1, 12), BrokenWorld);
  EXPECT_THROW(table.number(table.rows()[1], 1, 1, 12), BrokenWorld);
  EXPECT_EQ(table.choice(table.rows()[0], 1, {"12", "13"}), 1U);
  EXPECT_THROW(table.choice(table.rows()[0], 1, {"12"}), BrokenWorld);
}

}  // namespace
}  // namespace crossread
