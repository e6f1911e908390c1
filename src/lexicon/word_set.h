// A table of one column, a word a row: function words, joined prefixes and the like.
#pragma once

#include <filesystem>
#include <vector>

#include "lexicon/vocabulary.h"

namespace crossread {

class WordSet {
 public:
  WordSet() = default;
  WordSet(const std::filesystem::path& file, Vocabulary& vocabulary);
  void insert(WordId word);
  bool has(WordId word) const { return word < members_.size() && members_[word]; }

 private:
  std::vector<bool> members_;  // by word
};

}  // namespace crossread
