// Names and words that stand for each other: keys (hashes of plain letters) with the groups that they belong to.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace crossread {

using NameGroups = std::vector<std::pair<std::uint64_t, std::uint32_t>>;  // sorted, once it is asked

// Whether both belong to one group.
inline bool share(const NameGroups& groups, std::uint64_t a, std::uint64_t b) {
  const auto first_of = [&](std::uint64_t key) { return std::ranges::lower_bound(groups, std::pair(key, 0u)); };
  for (auto x = first_of(a); x != groups.end() && x->first == a; ++x) {
    for (auto y = first_of(b); y != groups.end() && y->first == b; ++y) {
      if (x->second == y->second) return true;
    }
  }
  return false;
}

inline bool holds(const NameGroups& groups, std::uint64_t key) {
  const auto found = std::ranges::lower_bound(groups, std::pair(key, 0u));
  return found != groups.end() && found->first == key;
}

}  // namespace crossread
