// Where words stand. Inside the program a position is a byte offset into the stored text of one report (UTF-8); code
// points appear at the export only.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

#include "base/id.h"

namespace crossread {

// Bytes [begin, end) of a text; both ends on character borders.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const ByteSpan&, const ByteSpan&) = default;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }
  std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

// The words that an assertion rests on.
struct Evidence {
  ReportId report;
  ByteSpan span;
  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

}  // namespace crossread
