// Tables are read at every start of the program, so nothing is copied: the file is mapped and cells are views into it.
#include "lexicon/table.h"

#include <algorithm>
#include <charconv>

#include "base/fault.h"
#include "text/unicode.h"

namespace crossread {
namespace {

bool has_blank_edge(std::string_view cell) {
  return !cell.empty() && (cell.front() == ' ' || cell.back() == ' ' || cell.back() == '\r');
}

// What is wrong with the row, or nothing. `readable`: the whole file is known to be UTF-8.
std::string_view flaw_of(std::span<const std::string_view> cells, bool readable) {
  if (cells[0].empty()) return "the first cell is empty";
  if (std::any_of(cells.begin(), cells.end(), has_blank_edge)) return "a cell begins or ends with a blank";
  return readable || std::all_of(cells.begin(), cells.end(), is_utf8) ? "" : "not UTF-8";
}

// The whole line; cells lie next to each other in the file.
std::string_view line_of(const Table::Row& row) {
  const char* const begin = row.cells.front().data();
  return {begin, static_cast<std::size_t>(row.cells.back().data() + row.cells.back().size() - begin)};
}

}  // namespace

Table::Table(std::filesystem::path file, std::size_t columns)
    : file_(std::move(file)), bytes_(file_), readable_(is_utf8(bytes_.bytes())) {
  const std::string_view bytes = bytes_.bytes();
  const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
  cells_.reserve(lines * columns);  // rows hold on to their cells: these never move
  rows_.reserve(lines);
  std::size_t number = 1;
  for (std::size_t at = 0; at < bytes.size(); ++number) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    if (!line.empty() && line.front() != '#') read_row(number, line, columns);
    at = end + 1;
  }
  refuse_repeats();
}

void Table::read_row(std::size_t number, std::string_view line, std::size_t columns) {
  const std::size_t cells = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) + 1;
  if (cells != columns) refuse({number, {}}, "wrong number of cells");
  const std::size_t first = cells_.size();
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    cells_.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  const Row row{number, std::span(cells_).subspan(first, columns)};
  if (const std::string_view flaw = flaw_of(row.cells, readable_); !flaw.empty()) refuse(row, flaw);
  rows_.push_back(row);
}

// Most tables are sorted, and two equal rows would be neighbours; only the others are sorted for it.
void Table::refuse_repeats() const {
  const auto before = [](const Row& a, const Row& b) { return line_of(a) < line_of(b); };
  const auto refuse_equal = [&](const std::vector<Row>& sorted) {
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end(),
                                          [](const Row& a, const Row& b) { return line_of(a) == line_of(b); });
    if (twice != sorted.end()) refuse(*(twice + 1), "the row stands there twice");
  };
  if (std::is_sorted(rows_.begin(), rows_.end(), before)) return refuse_equal(rows_);
  std::vector<Row> sorted = rows_;
  std::stable_sort(sorted.begin(), sorted.end(), before);
  refuse_equal(sorted);
}

int Table::number(const Row& row, std::size_t column, int low, int high) const {
  const std::string_view cell = row[column];
  int value = 0;
  const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (fault != std::errc() || end != cell.data() + cell.size())
    refuse(row, "not a whole number: \"" + std::string(cell) + "\"");
  if (value < low || value > high) refuse(row, "a number out of its range: " + std::string(cell));
  return value;
}

std::size_t Table::choice(const Row& row, std::size_t column, const std::vector<std::string_view>& names) const {
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (row[column] == names[at]) return at;
  }
  refuse(row, "not one of the words that this column may hold: \"" + std::string(row[column]) + "\"");
}

void Table::refuse(const Row& row, std::string_view why) const {
  throw BrokenWorld(file_.filename().string() + ":" + std::to_string(row.line) + ": " + std::string(why));
}

}  // namespace crossread
