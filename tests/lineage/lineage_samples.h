// Reports for the tests of lineage: made from plain text, all of it body.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lineage/compare.h"
#include "lineage/retelling.h"
#include "lineage/traces.h"
#include "text/words.h"
#include "types/report.h"

namespace crossread {

inline const LineageTables& tables() {
  static const LineageTables kTables(CROSSREAD_SOURCE_DIR "/data");
  return kTables;
}

inline Report report_of(std::string source_id, std::string text, std::string_view published = {},
                        std::string_view outlet = {}) {
  Report report;
  report.source_id = std::move(source_id);
  report.text = std::move(text);
  report.body = {{0, static_cast<std::uint32_t>(report.text.size())}};
  if (!published.empty()) report.published = parse_timestamp(published);
  if (!outlet.empty()) report.outlet = std::string(outlet);
  report.id = report_id(report);
  return report;
}

inline std::optional<CopyLink> compared(const Report& a, const Report& b) {
  const std::vector<Word> words_a = body_words(a);
  const std::vector<Word> words_b = body_words(b);
  const Telling telling_a = telling_of(a.text, words_a, tables().common);
  const Telling telling_b = telling_of(b.text, words_b, tables().common);
  return compare({&a, &words_a, &telling_a}, {&b, &words_b, &telling_b}, tables());
}

inline std::vector<std::uint64_t> traces_of(const Report& report) {
  const std::vector<Word> words = body_words(report);
  return traces({&report, &words}, tables());
}

// The kind and direction of a link as a word or two: "near", "part from", "none".
inline std::string printed(const std::optional<CopyLink>& link) {
  if (!link) return "none";
  constexpr const char* kKinds[] = {"same", "near", "abridged", "releaded", "part", "quoted"};
  constexpr const char* kDirections[] = {" from", " to", ""};
  return std::string(kKinds[static_cast<int>(link->kind)]) + kDirections[static_cast<int>(link->direction)];
}

}  // namespace crossread
