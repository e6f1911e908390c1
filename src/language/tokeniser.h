// Cuts text into tokens in the manner of the English treebanks of Universal Dependencies: "don't" is do + n't, a
// possessive 's stands alone, "drone-strike" is three tokens, "pro-Iran" and "U.S." one, "$1.5bn" $ + 1.5 + bn.
#pragma once

#include <string_view>
#include <vector>

#include "language/text_tokens.h"
#include "lexicon/abbreviations.h"
#include "lexicon/quantity_words.h"
#include "lexicon/word_set.h"

namespace crossread::language {

class Tokeniser {
 public:
  // The tables must outlive it.
  struct Tables {
    const Vocabulary& vocabulary;
    const Abbreviations& abbreviations;
    const WordSet& joined_prefixes;
    const WordSet& number_suffixes;
    const WordSet& function_words;
    const QuantityWords& quantity_words;
  };
  explicit Tokeniser(const Tables& tables) : tables_(tables) {}

  // In order, apart; every byte that is no blank lies in exactly one token.
  TokenList tokens(std::string_view text) const;

  // The same for tokens that are given: `spans` in order, apart, not empty.
  TokenList described(std::string_view text, const std::vector<ByteSpan>& spans) const;

 private:
  Tables tables_;
};

}  // namespace crossread::language
