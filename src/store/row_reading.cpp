#include "store/row_reading.h"

#include <fmt/format.h>

#include "store/column.h"
#include "store/rows.h"

namespace crossread {

void damaged(const Connection& connection, std::string_view table, std::uint64_t row, std::string_view why) {
  throw StoreTrouble(fmt::format("{}: damaged row {} of {}: {}", connection.path().string(), row, table, why));
}

Report outline_of_row(const Connection& connection, const Query& row) {
  const std::uint32_t number = row.number_at(0);
  Report report;
  report.id = {digest_of(row.integer_at(1))};
  report.source_id = row.text_at(2);
  if (!row.is_null(3)) report.url = row.text_at(3);
  report.title = row.text_at(4);
  read_blob(connection, "report", number, [&] { decode_details(row.blob_at(5), report); });
  if (!row.is_null(6)) report.outlet = row.text_at(6);
  return report;
}

Report report_of_row(const Connection& connection, const Query& row) {
  Report report = outline_of_row(connection, row);
  const std::uint32_t number = row.number_at(0);
  report.text = read_blob(connection, "content", number, [&] { return connection.packer().unpacked(row.blob_at(7)); });
  return report;
}

}  // namespace crossread
