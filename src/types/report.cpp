#include "types/report.h"

#include <fmt/format.h>

namespace crossread {

ReportId report_id(const Report& report) {
  // Each part is led by its length, so that no two lists of parts run together to the same bytes.
  std::string parts;
  const auto add = [&parts](std::string_view part) { parts += fmt::format("{}:{};", part.size(), part); };
  const auto add_optional = [&](const std::optional<std::string>& part) { add(part ? "+" + *part : "-"); };
  add(report.source_id);
  add_optional(report.url);
  add_optional(report.outlet);
  add(report.title);
  add_optional(report.byline);
  add(report.language);
  if (report.published && report.published->start) {
    const auto zone = report.published->zone_minutes;
    add(fmt::format("{} {}", iso(*report.published->start), zone ? std::to_string(*zone) : "?"));
  }
  return {mix(hash64(parts), hash64(report.text))};
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
