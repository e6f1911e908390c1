// Numbers with what they count: "at least 11 missiles", "$1.5 billion", "two Iraqi officers and two airmen".
#pragma once

#include <string_view>
#include <vector>

#include "language/numbers.h"
#include "language/text_tokens.h"
#include "lexicon/name_tables.h"
#include "lexicon/quantity_words.h"
#include "lexicon/word_set.h"
#include "types/analysis.h"

namespace crossread::language {

struct FoundQuantity {
  TokenRange tokens;
  Quantity quantity;  // without its span
};

class QuantityFinder {
 public:
  // The tables must outlive it.
  struct Tables {
    const NumberWords& numbers;
    const QuantityWords& words;
    const WordSet& function_words;
    const NameTables& names;
  };
  explicit QuantityFinder(const Tables& tables) : tables_(tables) {}

  // In order, apart, all within the sentence. `taken`, by token: it belongs to a time expression.
  std::vector<FoundQuantity> quantities(std::string_view text, const TokenList& list, TokenRange sentence,
                                        const std::vector<bool>& taken) const;

 private:
  Tables tables_;
};

}  // namespace crossread::language
