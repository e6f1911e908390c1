// Where sentences begin and end among the tokens of one stretch of text.
#pragma once

#include <string_view>
#include <vector>

#include "language/text_tokens.h"
#include "lexicon/abbreviations.h"
#include "lexicon/word_set.h"

namespace crossread::language {

class SentenceSplitter {
 public:
  // The tables must outlive it.
  SentenceSplitter(const Abbreviations& abbreviations, const WordSet& function_words)
      : abbreviations_(abbreviations), function_words_(function_words) {}

  // In order, next to each other, together all tokens; none is empty.
  std::vector<TokenRange> sentences(std::string_view text, const TokenList& list) const;

 private:
  const Abbreviations& abbreviations_;
  const WordSet& function_words_;
};

}  // namespace crossread::language
