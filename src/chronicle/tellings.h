// The sentences of a story as the choice of lines compares them: which of their words are rare, and who tells the same.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/id.h"
#include "chronicle/bearing.h"
#include "chronicle/copies.h"
#include "lexicon/background.h"
#include "types/brief.h"

namespace crossread {

struct SentenceTables {
  const Background& background;
  const Bearing& bearing;
};

// One sentence of a report's body.
struct Telling {
  struct RareWord {
    std::uint64_t word = 0;     // hash, see text/words.h
    std::uint64_t rarity = 0;   // centibels above the common, capped
    std::uint64_t origins = 0;  // that use it in this story, counted again if they do so in a title
    friend auto operator<=>(const RareWord&, const RareWord&) = default;
  };
  Citation place;
  OriginId origin;           // whose words they are, a lender's if they were lifted
  std::size_t length = 0;    // words
  bool whole = false;        // a sentence that can be shown, no heading, fragment or half of a quotation
  std::size_t position = 0;  // whole sentences before it in its report
  bool leans_back = false;
  std::vector<RareWord> words;         // each once, in order of hash
  std::vector<std::uint64_t> telling;  // numbers and words that turn a sentence round, in order
  std::uint64_t rarity = 0;            // of all `words`
  std::uint64_t told_by = 1;           // origins that tell nearly the same, its own among them
};

// In order of report and text.
std::vector<Telling> tellings(std::span<const StoryFile::Member> members, const OriginAt& origin_at,
                              const SentenceTables& tables);

// The rarity of those words of `a` that `b` has too.
std::uint64_t shared_rarity(const Telling& a, const Telling& b);

// Nearly the same in nearly the same words, with the same numbers and turning words.
bool says_the_same(const Telling& a, const Telling& b);

// Nothing new in it beside `line`: no number and no turning word that the line lacks, and little else.
bool contained(const Telling& telling, const Telling& line);

}  // namespace crossread
