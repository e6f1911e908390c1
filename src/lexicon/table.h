// The one reader of shipped tables (data/lexicon/<lang>/*.tsv): plain UTF-8 text, a header of `#` lines, then one row a
// line with its cells apart by tabs. Each table has its own typed reader on top, which alone knows what a column means.
//
//   Table table(folder / "lexicon/en/months.tsv", 2);
//   for (const Table::Row& row : table.rows()) months.emplace(row[0], table.number(row, 1, 1, 12));
//
// Guarded by tests/lexicon/table_test.cpp.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"

namespace crossread {

class Table {
 public:
  struct Row {
    std::size_t line = 0;                     // in the file, from 1
    std::span<const std::string_view> cells;  // as many as the table has columns; as long as the table lives
    std::string_view operator[](std::size_t column) const { return cells[column]; }
  };

  // Reads the file. Lines that begin with `#` and blank lines are left out. Throws BrokenWorld with file and line if it
  // cannot be read, if a row has not exactly `columns` cells, an empty first cell, a blank around a cell, bytes that
  // are no UTF-8, or repeats an earlier row whole.
  Table(std::filesystem::path file, std::size_t columns);
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  const std::vector<Row>& rows() const { return rows_; }

  // The cell as a whole number within [low, high]; anything else is refused.
  int number(const Row& row, std::size_t column, int low, int high) const;

  // The place in `names` of the cell; a cell that is none of them is refused. For columns that hold a kind.
  std::size_t choice(const Row& row, std::size_t column, const std::vector<std::string_view>& names) const;

  // Throws BrokenWorld: "months.tsv:7: why".
  [[noreturn]] void refuse(const Row& row, std::string_view why) const;

 private:
  void read_row(std::size_t number, std::string_view line, std::size_t columns);
  void refuse_repeats() const;

  std::filesystem::path file_;
  MappedFile bytes_;
  bool readable_;                        // all of it is UTF-8
  std::vector<std::string_view> cells_;  // of all rows
  std::vector<Row> rows_;
};

}  // namespace crossread
