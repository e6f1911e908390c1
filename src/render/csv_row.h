// Rows of CSV (RFC 4180): a cell with a comma, a quotation mark or a line end stands in quotation marks, doubled
// inside.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace crossread {

inline std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c == '\n' ? ' ' : c;
  }
  return quoted + "\"";
}

// Without a line end.
inline std::string csv_row(std::initializer_list<std::string> cells) {
  std::string row;
  for (const std::string& text : cells) {
    if (&text != cells.begin()) row += ',';
    row += csv_cell(text);
  }
  return row;
}

}  // namespace crossread
