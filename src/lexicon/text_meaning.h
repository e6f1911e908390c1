// What a sentence, a passage or a report means, from its words' vectors: their weighted mean, in which a word counts
// the more the rarer it is, a / (a + p) (Arora, Liang and Ma 2017, "A simple but tough-to-beat baseline for sentence
// embeddings"). Whole numbers throughout: the same on every machine.
//
//   Meaning one = meaning_of(text, words(text, range), vectors, background);
//   cosine(one, other);  // 1 says the same, 0 speaks of something else
//
// Guarded by tests/lexicon/text_meaning_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "lexicon/background.h"
#include "lexicon/meaning.h"
#include "text/words.h"

namespace crossread {

// A mean of vectors, in 256ths of the step of MeaningVectors; all zeros for a text without a known word.
struct Meaning {
  std::array<std::int16_t, MeaningVectors::kSize> numbers{};
  friend bool operator==(const Meaning&, const Meaning&) = default;
};

// How much a word of this rarity (in centibels, see lexicon/background.h) counts: 0 to 256.
int meaning_weight(int rarity);

// Adds up words. The order in which they come makes no difference.
class MeaningSum {
 public:
  void add(MeaningVectors::View word, int weight);
  Meaning mean() const;

 private:
  std::array<std::int64_t, MeaningVectors::kSize> sums_{};
  std::int64_t weights_ = 0;
};

// The words are those of `text` (text/words.h), or some of them.
Meaning meaning_of(std::string_view text, std::span<const Word> words, const MeaningVectors& vectors,
                   const Background& background);

// In [-1, 1]; 0 if one of them is all zeros.
double cosine(const Meaning& a, const Meaning& b);

}  // namespace crossread
