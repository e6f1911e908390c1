#include "store/searchable.h"

#include <algorithm>

#include "base/hash.h"

namespace crossread {
namespace {

constexpr int kIdBits = 20;
constexpr std::int64_t kFarthest = std::int64_t{1} << 40;  // minutes: two million years either way

bool leads_elsewhere(FurnitureKind kind) {
  switch (kind) {
    case FurnitureKind::section:
    case FurnitureKind::reading_time:
    case FurnitureKind::related:
    case FurnitureKind::navigation:
    case FurnitureKind::share:
    case FurnitureKind::advert:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::vector<ByteSpan> searchable_ranges(const Report& report) {
  std::vector<ByteSpan> ranges;
  std::uint32_t at = 0;
  const auto end = static_cast<std::uint32_t>(report.text.size());
  for (const Furniture& piece : report.furniture) {
    if (!leads_elsewhere(piece.kind)) continue;
    if (at < piece.span.begin) ranges.push_back({at, std::min(piece.span.begin, end)});
    at = std::max(at, piece.span.end);
  }
  if (at < end) ranges.push_back({at, end});
  return ranges;
}

std::string searchable_text(const Report& report) {
  std::string text;
  for (const ByteSpan range : searchable_ranges(report)) {
    text += range.in(report.text);
    text += '\n';
  }
  return text;
}

std::string outlet_token(const std::optional<std::string>& outlet) {
  return outlet ? 'o' + hex(hash64(*outlet)) : std::string();
}

std::int64_t first_shelf(std::int64_t minutes) {
  return std::clamp(minutes, -kFarthest, kFarthest) * (std::int64_t{1} << kIdBits);
}

std::int64_t wanted_shelf(CanonicalKey key) {
  const std::int64_t minutes = key.minutes == CanonicalKey::kUndated ? -kFarthest - 1 : key.minutes;
  const auto low = static_cast<std::int64_t>(key.id.value >> (64 - kIdBits));
  if (key.minutes == CanonicalKey::kUndated) return minutes * (std::int64_t{1} << kIdBits) + low;
  return first_shelf(minutes) + low;
}

}  // namespace crossread
