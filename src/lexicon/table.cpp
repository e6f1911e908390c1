#include "lexicon/table.h"

#include <charconv>
#include <fstream>
#include <set>

#include "base/fault.h"
#include "text/unicode.h"

namespace crossread {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

bool has_blank_edge(std::string_view cell) {
  return !cell.empty() && (cell.front() == ' ' || cell.back() == ' ' || cell.back() == '\r');
}

// What is wrong with the row, or nothing.
std::string_view flaw_of(const Table::Row& row, std::size_t columns) {
  if (row.cells.size() != columns) return "wrong number of cells";
  if (row[0].empty()) return "the first cell is empty";
  for (const std::string& cell : row.cells) {
    if (has_blank_edge(cell)) return "a cell begins or ends with a blank";
    if (!is_utf8(cell)) return "not UTF-8";
  }
  return {};
}

}  // namespace

Table::Table(std::filesystem::path file, std::size_t columns) : file_(std::move(file)) {
  std::ifstream in(file_, std::ios::binary);
  if (!in) throw BrokenWorld("cannot read the table " + file_.string());
  std::set<std::string> seen;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    Row row{number, cells_of(line)};
    if (const std::string_view flaw = flaw_of(row, columns); !flaw.empty()) refuse(row, flaw);
    if (!seen.insert(line).second) refuse(row, "the row stands there twice");
    rows_.push_back(std::move(row));
  }
  if (in.bad()) throw BrokenWorld("cannot read the table " + file_.string());
}

int Table::number(const Row& row, std::size_t column, int low, int high) const {
  const std::string& cell = row[column];
  int value = 0;
  const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (fault != std::errc() || end != cell.data() + cell.size()) refuse(row, "not a whole number: \"" + cell + "\"");
  if (value < low || value > high) refuse(row, "a number out of its range: " + cell);
  return value;
}

std::size_t Table::choice(const Row& row, std::size_t column, const std::vector<std::string_view>& names) const {
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (row[column] == names[at]) return at;
  }
  refuse(row, "not one of the words that this column may hold: \"" + row[column] + "\"");
}

void Table::refuse(const Row& row, std::string_view why) const {
  throw BrokenWorld(file_.filename().string() + ":" + std::to_string(row.line) + ": " + std::string(why));
}

}  // namespace crossread
