// How the store's columns show values that SQLite's signed integers cannot hold as they are.
#pragma once

#include <bit>
#include <cstdint>

namespace crossread {

// Turns the top bit, so that SQLite's signed order is the unsigned order of digests.
constexpr std::int64_t column_of(std::uint64_t digest) {
  return std::bit_cast<std::int64_t>(digest ^ (std::uint64_t{1} << 63));
}
constexpr std::uint64_t digest_of(std::int64_t column) {
  return std::bit_cast<std::uint64_t>(column) ^ (std::uint64_t{1} << 63);
}

}  // namespace crossread
