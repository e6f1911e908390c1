// Words by which one telling stands against another (data/lexicon/<lang>/counter_words.tsv).
//
// Guarded by tests/claim/counter_words_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <unordered_map>

#include "types/span.h"

namespace crossread::claim {

enum class CounterSense : std::uint8_t {
  negates,    // "not", "nobody"
  dismisses,  // "a forgery"
  refers,     // "any such talk"
  undoes,     // "called off"
  owns,       // "admitted"
  turns,      // "but", "instead"
  explains,   // "because", "caused"
};
inline constexpr std::size_t kCounterSenses = 7;

// How often a text has a word of each sense.
using CounterCounts = std::array<std::int32_t, kCounterSenses>;

class CounterWords {
 public:
  // Reads the table; throws BrokenWorld, naming the line, if it cannot be read or a row is bad.
  explicit CounterWords(const std::filesystem::path& file);

  CounterCounts count(std::string_view text, ByteSpan within) const;

 private:
  std::unordered_multimap<std::uint64_t, CounterSense> senses_;  // by the hash of the folded word
};

}  // namespace crossread::claim
