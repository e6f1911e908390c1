// Whether the words around a time expression tell of what is over or of what is to come: "resigned Friday", "talks
// resume Friday". Read from the tree where there is one, else from the nearest word that tells.
#pragma once

#include <span>
#include <string_view>

#include "language/network.h"
#include "language/text_tokens.h"
#include "language/time_values.h"
#include "lexicon/tense_words.h"

namespace crossread::language {

class TenseFinder {
 public:
  // The table must outlive it.
  explicit TenseFinder(const TenseWords& words) : words_(words) {}

  // Of `phrase`, which lies in `sentence`. `readings`: of the list's tokens; empty if nothing has read them.
  Tense around(std::string_view text, const TokenList& list, std::span<const WordReading> readings, TokenRange sentence,
               TokenRange phrase) const;

 private:
  TenseHint hint(std::string_view text, const TokenList& list, std::uint32_t at) const;
  Tense by_words(std::string_view text, const TokenList& list, TokenRange sentence, TokenRange phrase) const;

  const TenseWords& words_;
};

}  // namespace crossread::language
