// What the network is told of a word: rows of its tables of weights, one for each way of looking at the word, and
// the word's meaning. Training reads the very same numbers (training/word_features.cpp), so they are made here alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/name_runs.h"
#include "language/names.h"
#include "lexicon/meaning.h"
#include "lexicon/name_tables.h"

namespace crossread::language {

// Ways of looking at a word, and how many rows the network's table has for each. Models are bound to the numbers.
enum class Look : std::uint8_t {
  word,        // its letters in lower case, digits as 0, by one hash ...
  word_again,  // ... and by another: two words seldom share both (Bloom embeddings, Serrà and Karatzoglou 2017)
  prefix3,     // its first three letters
  suffix2,
  suffix3,
  suffix4,
  shape,   // "Xx", "X.X.", "dd,dd": runs of a kind cut to two
  place,   // where it stands: first in the sentence, behind a quote, glued, in a sentence of capitals
  report,  // how the report writes it elsewhere: small, with a capital
  name,    // what the rules for names say: kind, first or further word
  map,     // in a known name of a place
  phrase,  // in a known name of an organisation, a word for a people, a title
  listed,  // in lists of forenames, surnames, particles, common words, words that names end in
};
inline constexpr std::size_t kLooks = 13;
inline constexpr std::array<std::uint32_t, kLooks> kLookRows = {32768, 32768, 4096, 1024, 4096, 8192, 1024,
                                                                64,    16,    32,   16,   64,   256};

struct WordFeatures {
  std::array<std::uint16_t, kLooks> rows = {};  // by Look, each below kLookRows of it
  MeaningVectors::Row meaning = {};
};

// The stretches of one report; `names` as NameFinder gave them for these. In order of text, a row a token. `out` is
// cut or grown to fit.
class WordFeatureReader {
 public:
  // All must outlive it.
  WordFeatureReader(const NameTables& tables, const WordSet& function_words, const MeaningVectors& meaning)
      : tables_(tables), runs_(tables, function_words), meaning_(meaning) {}

  void read(std::span<const NameText> texts, std::span<const FoundName> names,
            std::vector<std::vector<WordFeatures>>& out) const;

 private:
  const NameTables& tables_;
  NameRuns runs_;
  const MeaningVectors& meaning_;
};

}  // namespace crossread::language
