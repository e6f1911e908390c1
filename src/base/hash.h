// 64-bit and 128-bit digests (XXH3 of the xxHash library): the same on every machine, not for secrets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crossread {

// XXH3-64 of the bytes.
std::uint64_t hash64(std::string_view bytes);

// Joins two hashes into one; order matters.
std::uint64_t mix(std::uint64_t a, std::uint64_t b);

// Sixteen lower-case hexadecimal digits.
std::string hex(std::uint64_t value);

// XXH3-128 of the bytes as 32 lower-case hexadecimal digits: what `text_digest` shows.
std::string digest_hex(std::string_view bytes);

}  // namespace crossread
