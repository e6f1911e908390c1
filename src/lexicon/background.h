// How rare a word is in the language at large (data/lexicon/<lang>/background.tsv).
//
// Guarded by tests/lexicon/background_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace crossread {

class Background {
 public:
  // Reads the table; throws BrokenWorld, naming the line, if it cannot be read or a row is bad.
  explicit Background(const std::filesystem::path& file);

  // The rarity in centibels of the word whose folded form has this hash (see text/words.h): 300 is once in a thousand
  // words, 600 once in a million. kUnlisted for words that the table does not know.
  int rarity(std::uint64_t word) const;

  static constexpr int kUnlisted = 760;  // beyond the table's rarest, 715

 private:
  struct Entry {
    std::uint64_t word = 0;
    std::uint16_t rarity = 0;
  };
  std::vector<Entry> entries_;  // in order of word
};

}  // namespace crossread
