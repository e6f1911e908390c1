// From a row to a value, with a damaged row told by its name. Shared by the reading half and the check.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/bytes.h"
#include "store/connection.h"

namespace crossread {

// Throws StoreTrouble: "x.crossread: damaged row 17 of report: ...".
[[noreturn]] void damaged(const Connection& connection, std::string_view table, std::uint64_t row,
                          std::string_view why);

// Runs a decoder; what it finds damaged is told with the row's name.
template <class Decode>
auto read_blob(const Connection& connection, std::string_view table, std::uint64_t row, Decode decode) {
  try {
    return decode();
  } catch (const DamagedBytes& why) {
    damaged(connection, table, row, why.what());
  }
}

template <class Enum, Enum Last>
Enum enum_at(const Connection& connection, const Query& row, int column, std::string_view table) {
  const std::int64_t value = row.integer_at(column);
  if (value < 0 || value > static_cast<std::int64_t>(Last)) damaged(connection, table, 0, "a kind that there is not");
  return static_cast<Enum>(value);
}

// Columns: number, id, source_id, url, title, details, outlet's name; the report lacks its text.
Report outline_of_row(const Connection& connection, const Query& row);

// The same columns, then the packed text.
Report report_of_row(const Connection& connection, const Query& row);

}  // namespace crossread
