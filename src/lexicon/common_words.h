// The commonest words of a language (data/lexicon/<lang>/common_words.tsv), asked for by the hash of their folded form.
//
// Guarded by tests/lexicon/common_words_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace crossread {

class CommonWords {
 public:
  // Reads the table; throws BrokenWorld, naming the line, if it cannot be read or a row is bad.
  explicit CommonWords(const std::filesystem::path& file);

  // Constant time; the table is asked for every word of every passage, and fits a core's first cache.
  bool has(std::uint64_t word) const {
    std::size_t at = word & mask_;
    while (slots_[at] != 0 && slots_[at] != word) at = (at + 1) & mask_;
    return slots_[at] != 0;
  }

 private:
  std::vector<std::uint64_t> slots_;  // open addressing; 0: free
  std::uint64_t mask_ = 0;
};

}  // namespace crossread
