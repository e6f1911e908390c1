// What happened to ids over time: merges, splits, redirects, versions, removals. The history of arrival, outside the
// canonical part of an export.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crossread {

enum class ChangeKind : std::uint8_t { story_merged, story_split, redirect, version, removed, corrected };

// The name in an export: "story_merged".
constexpr std::string_view name_of(ChangeKind kind) {
  constexpr std::string_view kNames[] = {"story_merged", "story_split", "redirect", "version", "removed", "corrected"};
  return kNames[static_cast<std::size_t>(kind)];
}

struct Change {
  std::uint32_t batch = 0;  // counted from 1
  std::string at;           // when the batch began, as its caller said: ISO 8601
  ChangeKind kind = ChangeKind::redirect;
  std::vector<std::string> from;  // ids as they are printed: "s…", "r…"
  std::vector<std::string> to;
  friend bool operator==(const Change&, const Change&) = default;
};

}  // namespace crossread
