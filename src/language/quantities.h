// Numbers with what they count: "at least 11 missiles", "$1.5 billion", "two Iraqi officers and two airmen", "16, 11 of
// which hit".
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "language/network.h"
#include "language/numbers.h"
#include "language/text_tokens.h"
#include "lexicon/lemmas.h"
#include "lexicon/name_tables.h"
#include "lexicon/quantity_words.h"
#include "lexicon/word_set.h"
#include "types/analysis.h"

namespace crossread::language {

// One stretch of a report. `taken`, by token: it belongs to a time expression. `readings`, by token; without them only
// units that stand right behind their number are found.
struct QuantityText {
  std::string_view text;
  const TokenList& list;
  std::span<const TokenRange> sentences;
  const std::vector<bool>& taken;
  std::span<const WordReading> readings;
};

struct FoundQuantity {
  std::size_t text = 0;  // which stretch
  TokenRange tokens;
  Quantity quantity;  // without its span; part_of counts what was found
  bool bare = false;  // no word of what it counts stands with it
};

class QuantityFinder {
 public:
  // The tables must outlive it.
  struct Tables {
    const NumberWords& numbers;
    const QuantityWords& words;
    const WordSet& function_words;
    const NameTables& names;
    const Lemmas& lemmas;
  };
  explicit QuantityFinder(const Tables& tables) : tables_(tables) {}

  // Of one report, in order, apart, each within a sentence.
  std::vector<FoundQuantity> quantities(std::span<const QuantityText> texts) const;

 private:
  Tables tables_;
};

}  // namespace crossread::language
