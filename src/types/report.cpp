#include "types/report.h"

namespace crossread {

ReportId report_id(std::string_view article_key, std::string_view text) {
  return {mix(hash64(article_key), hash64(text))};
}

CanonicalKey canonical_key(const Report& report) {
  CanonicalKey key{CanonicalKey::kUndated, report.id};
  if (report.published) key.minutes = minutes_of(*report.published).value_or(CanonicalKey::kUndated);
  return key;
}

std::string body_text(const Report& report) {
  std::string joined;
  for (const ByteSpan range : report.body) {
    if (!joined.empty()) joined += "\n\n";
    joined += range.in(report.text);
  }
  return joined;
}

}  // namespace crossread
