// Time expressions of one stretch of text: found from its words alone, resolved once its trees are read.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "language/tenses.h"
#include "language/text_tokens.h"
#include "language/time_phrases.h"
#include "language/time_values.h"
#include "types/analysis.h"

namespace crossread::language {

// A time expression in tokens; positions in the report come later.
struct FoundTime {
  TokenRange tokens;
  TimeValue value;
};

// The expressions of one sentence.
struct SentenceTimes {
  TokenRange sentence;
  std::vector<TimePhrase> phrases;
};

class TimeFinder {
 public:
  // The tables must outlive it.
  TimeFinder(const TimeReader& reader, const TenseWords& tenses) : reader_(reader), tenses_(tenses) {}

  // One for each sentence, in order.
  std::vector<SentenceTimes> phrases(std::string_view text, const TokenList& list,
                                     const std::vector<TokenRange>& sentences) const;

  // What phrases() found with its values, in order. `readings`: of the list's tokens; empty if nothing has read them.
  // `context` goes from one stretch of a report to the next.
  std::vector<FoundTime> resolved(std::string_view text, const TokenList& list, std::span<const WordReading> readings,
                                  const std::vector<SentenceTimes>& phrases, TimeContext& context) const;

 private:
  const TimeReader& reader_;
  TenseFinder tenses_;
};

}  // namespace crossread::language
