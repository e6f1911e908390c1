#include "language/times.h"

namespace crossread::language {
namespace {

// After so many sentences without a day "that day" points nowhere. Not tuned.
constexpr std::size_t kMemory = 2;

}  // namespace

std::vector<SentenceTimes> TimeFinder::phrases(std::string_view text, const TokenList& list,
                                               const std::vector<TokenRange>& sentences) const {
  std::vector<SentenceTimes> found;
  found.reserve(sentences.size());
  for (const TokenRange& sentence : sentences) found.push_back({sentence, reader_.phrases(text, list, sentence)});
  return found;
}

std::vector<FoundTime> TimeFinder::resolved(std::string_view text, const TokenList& list,
                                            std::span<const WordReading> readings,
                                            const std::vector<SentenceTimes>& phrases, TimeContext& context) const {
  std::vector<FoundTime> found;
  std::size_t silent = 0;  // sentences since one named a day
  for (const SentenceTimes& times : phrases) {
    const std::optional<std::int32_t> before = context.mentioned;
    bool named = false;
    for (const TimePhrase& phrase : times.phrases) {
      const Tense tense = tenses_.around(text, list, readings, times.sentence, phrase.tokens);
      found.push_back({phrase.tokens, resolve(phrase, tense, context)});
      named = named || context.mentioned != before || found.back().value.date.grain == Grain::day;
    }
    silent = named ? 0 : silent + 1;
    if (silent > kMemory) context.mentioned.reset();
  }
  return found;
}

}  // namespace crossread::language
