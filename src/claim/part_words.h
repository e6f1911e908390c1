// Words by which a number is shown to be a part of another, or what is left beside it
// (data/lexicon/<lang>/part_words.tsv): "two of the dead", "another 17", "21 more".
//
// Guarded by tests/claim/part_words_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <unordered_set>

#include "types/span.h"

namespace crossread::claim {

class PartWords {
 public:
  // Reads the table; throws BrokenWorld, naming the line, if it cannot be read or a row is bad.
  explicit PartWords(const std::filesystem::path& file);

  // Whether the words about the number say so, as far as they stand `within` (its sentence).
  bool is_part(std::string_view text, ByteSpan number, ByteSpan within) const;

 private:
  std::unordered_set<std::uint64_t> before_;  // hashes of folded words
  std::unordered_set<std::uint64_t> behind_;
};

}  // namespace crossread::claim
