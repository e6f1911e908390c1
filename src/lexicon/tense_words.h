// Words that tell what is over from what is to come. Table: tense_words.tsv.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "lexicon/vocabulary.h"

namespace crossread {

enum class TenseHint : std::uint8_t { none, past, future };

class TenseWords {
 public:
  TenseWords(const std::filesystem::path& lexicon_folder, Vocabulary& vocabulary);
  TenseHint operator[](WordId word) const { return word < hints_.size() ? hints_[word] : TenseHint::none; }

 private:
  std::vector<TenseHint> hints_;  // by word
};

}  // namespace crossread
