// What must hold for every report, whatever bytes it came from.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "intake/reader.h"
#include "text/unicode.h"

namespace crossread::intake {

inline const Reader& fuzzed_reader() {
  static const Reader kReader(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data");
  return kReader;
}

inline void demand(bool held) {
  if (!held) std::abort();
}

// Spans lie in the text, in order, apart and on borders of characters; body and furniture hold every byte that is not
// blank, each once.
inline void check_report(const Report& report) {
  demand(is_utf8(report.text) && is_utf8(report.title) && !report.body.empty());
  std::vector<bool> covered(report.text.size(), false);
  const auto cover = [&](ByteSpan span) {
    demand(span.begin < span.end && span.end <= report.text.size());
    demand(is_utf8(span.in(report.text)));
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      demand(!covered[i]);
      covered[i] = true;
    }
  };
  std::uint32_t before = 0;
  for (const ByteSpan body : report.body) {
    demand(body.begin >= before);
    before = body.end;
    cover(body);
  }
  before = 0;
  for (const Furniture& furniture : report.furniture) {
    demand(furniture.span.begin >= before);
    before = furniture.span.end;
    cover(furniture.span);
  }
  for (std::size_t i = 0; i < report.text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(report.text[i]);
    demand(covered[i] || byte <= ' ' || byte >= 0x80);
  }
  for (const Credit& credit : report.credits) demand(credit.span.end <= report.text.size() && !credit.name.empty());
  for (const Notice& notice : report.notices) demand(notice.span.end <= report.text.size());
}

inline int check_document(DocumentFormat format, const std::uint8_t* data, std::size_t size) {
  const Document document{"fuzzed", format, std::string(reinterpret_cast<const char*>(data), size)};
  const Result<Report> report = fuzzed_reader().read(document, {});
  if (report) check_report(*report);
  return 0;
}

}  // namespace crossread::intake
