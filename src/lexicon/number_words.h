// Words for numbers. Table: number_words.tsv.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "lexicon/vocabulary.h"

namespace crossread {

enum class NumberWordKind : std::uint8_t {
  none,
  unit,         // "seven", up to "nineteen"
  ten,          // "forty"
  scale,        // "million": value is the power of ten
  short_scale,  // "bn": the same, only after digits
  group,        // "dozen"
  vague,        // "dozens": so many and no one knows how many
  ordinal,      // "third"
  fraction,     // "half": value is the denominator
};

class NumberWords {
 public:
  struct Entry {
    NumberWordKind kind = NumberWordKind::none;
    std::int32_t value = 0;
  };

  NumberWords(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary);
  Entry operator[](WordId word) const { return word < entries_.size() ? entries_[word] : Entry{}; }

 private:
  std::vector<Entry> entries_;  // by word
};

}  // namespace crossread
