#include "language/times.h"

namespace crossread::language {
namespace {

// How far a word may stand from a date to tell its tense, in tokens. Not tuned.
constexpr std::uint32_t kReachLeft = 14;
constexpr std::uint32_t kReachRight = 10;

// After so many sentences without a day "that day" points nowhere. Not tuned.
constexpr std::size_t kMemory = 2;

}  // namespace

TenseHint TimeFinder::hint(std::string_view text, const TokenList& list, std::uint32_t at) const {
  const auto form = [&](std::uint32_t token) { return list.tokens[token].span.in(text); };
  // "to be published" is to come, and in "will be published" the word before the passive tells.
  if (form(at) == "be") return at > 0 && form(at - 1) == "to" ? TenseHint::future : TenseHint::none;
  const TenseHint listed = tenses_[list.words[at]];
  const bool regular = list.tokens[at].shape == Shape::lower && form(at).size() > 4 && form(at).ends_with("ed");
  const TenseHint found = listed == TenseHint::none && regular ? TenseHint::past : listed;
  return found == TenseHint::past && at > 0 && form(at - 1) == "be" ? TenseHint::none : found;
}

// The nearest word before the phrase that tells, else the nearest one behind it.
Tense TimeFinder::tense_around(std::string_view text, const TokenList& list, TokenRange sentence,
                               TokenRange phrase) const {
  const auto tense = [](TenseHint hint) { return hint == TenseHint::past ? Tense::past : Tense::future; };
  if (phrase.first > sentence.first) {
    const std::string_view before = list.tokens[phrase.first - 1].span.in(text);
    if (before == "until" || before == "till") return Tense::future;
    if (before == "for" && list.tokens[phrase.first].shape == Shape::capital) return Tense::future;
  }
  for (std::uint32_t step = 1; step <= kReachLeft && phrase.first >= sentence.first + step; ++step) {
    const TenseHint found = hint(text, list, phrase.first - step);
    if (found != TenseHint::none) return tense(found);
  }
  for (std::uint32_t at = phrase.end; at < sentence.end && at < phrase.end + kReachRight; ++at) {
    const TenseHint found = hint(text, list, at);
    if (found != TenseHint::none) return tense(found);
  }
  return Tense::unknown;
}

std::vector<FoundTime> TimeFinder::times(std::string_view text, const TokenList& list,
                                         const std::vector<TokenRange>& sentences, TimeContext& context) const {
  std::vector<FoundTime> found;
  std::size_t silent = 0;  // sentences since one named a day
  for (const TokenRange& sentence : sentences) {
    const std::optional<std::int32_t> before = context.mentioned;
    bool named = false;
    for (const TimePhrase& phrase : reader_.phrases(text, list, sentence)) {
      const Tense tense = tense_around(text, list, sentence, phrase.tokens);
      found.push_back({phrase.tokens, resolve(phrase, tense, context)});
      named = named || context.mentioned != before || found.back().value.date.grain == Grain::day;
    }
    silent = named ? 0 : silent + 1;
    if (silent > kMemory) context.mentioned.reset();
  }
  return found;
}

}  // namespace crossread::language
