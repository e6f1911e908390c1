// How much of one report another tells again in words of its own: sentence by sentence, by the names, numbers and rare
// words that a sentence shares with one or two neighbouring sentences of the other. It proves no copying, since
// accounts of one event tell the same; where copying is proved, it says how far it goes.
//
// Guarded by tests/lineage/retelling_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "lexicon/common_words.h"
#include "text/words.h"

namespace crossread {

// The telling words of a body, sentence by sentence.
class Outline {
 public:
  // A sentence ends where a full stop, question or exclamation mark or a line end stands between two words.
  Outline(std::string_view text, const std::vector<Word>& words, const CommonWords& common);

  // The share, from 0 to 1, of the telling words of this one's sentences that stand in sentences which `other` tells.
  double told_in(const Outline& other) const;

 private:
  std::vector<std::vector<std::uint64_t>> sentences_;  // hashes of words that are not common; in order, each once
};

}  // namespace crossread
