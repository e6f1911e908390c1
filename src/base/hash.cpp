#include "base/hash.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace crossread {

std::uint64_t hash64(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t both[2] = {a, b};
  return XXH3_64bits(both, sizeof both);
}

std::string hex(std::uint64_t value) {
  return fmt::format("{:016x}", value);
}

std::string digest_hex(std::string_view bytes) {
  const XXH128_hash_t digest = XXH3_128bits(bytes.data(), bytes.size());
  return hex(digest.high64) + hex(digest.low64);
}

}  // namespace crossread
