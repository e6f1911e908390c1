// Sentences and words that somebody else has cut (a treebank, another tokeniser) and that are kept as they are.
// Positions are bytes into the text of the report that was built from them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "types/span.h"

namespace crossread {

struct GivenWord {
  std::string form;  // as given; never empty. Differs from the text where several words were written as one ("du")
  ByteSpan span;     // in order and apart; empty only if one written word has fewer characters than words
  friend bool operator==(const GivenWord&, const GivenWord&) = default;
};

// Words [first_word, end_word), two or more, that are written as one: "don't" = do + n't.
struct WrittenTogether {
  std::uint32_t first_word = 0;
  std::uint32_t end_word = 0;
  std::string form;
  friend bool operator==(const WrittenTogether&, const WrittenTogether&) = default;
};

struct GivenSentence {
  std::uint32_t first_word = 0;  // words [first_word, end_word), never none; together all words, in order
  std::uint32_t end_word = 0;
  std::string id;  // "" when it has none
  friend bool operator==(const GivenSentence&, const GivenSentence&) = default;
};

struct GivenWords {
  std::vector<GivenWord> words;
  std::vector<GivenSentence> sentences;
  std::vector<WrittenTogether> together;  // in order, apart, each within one sentence
  friend bool operator==(const GivenWords&, const GivenWords&) = default;
};

}  // namespace crossread
