// Time expressions of one stretch of text, found and resolved.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "language/text_tokens.h"
#include "language/time_phrases.h"
#include "language/time_values.h"
#include "lexicon/tense_words.h"
#include "types/analysis.h"

namespace crossread::language {

// A time expression in tokens; positions in the report come later.
struct FoundTime {
  TokenRange tokens;
  TimeValue value;
};

class TimeFinder {
 public:
  // The tables must outlive it.
  TimeFinder(const TimeReader& reader, const TenseWords& tenses) : reader_(reader), tenses_(tenses) {}

  // In order, apart. `context` goes from one stretch of a report to the next.
  std::vector<FoundTime> times(std::string_view text, const TokenList& list, const std::vector<TokenRange>& sentences,
                               TimeContext& context) const;

 private:
  Tense tense_around(std::string_view text, const TokenList& list, TokenRange sentence, TokenRange phrase) const;
  TenseHint hint(std::string_view text, const TokenList& list, std::uint32_t at) const;

  const TimeReader& reader_;
  const TenseWords& tenses_;
};

}  // namespace crossread::language
