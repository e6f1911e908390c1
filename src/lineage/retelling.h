// How much of one report another tells again in words of its own: sentence by sentence, by the names, numbers and rare
// words that a sentence shares with one or two neighbouring sentences of the other. Accounts of one event tell the
// same, so a part told again proves no copying, and says only how far a proven copy goes. But nearly all of it, in the
// same order, with its names and numbers, is a rewriting.
//
// Guarded by tests/lineage/retelling_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/common_words.h"
#include "lineage/evidence.h"
#include "text/words.h"

namespace crossread {

// Whether one may be a rewriting of the other: they share half of the telling words of the poorer, or half of the facts
// of each.
bool may_retell(const Telling& one, const Telling& other);

// Two sentences that tell the same: their places among the sentences of both.
using ToldPair = std::pair<std::uint32_t, std::uint32_t>;

// How alike two sentences must be to be one told again: half of their words, or any word in common.
enum class Likeness { close, loose };

// What of one body another tells in the same order.
struct ToldInOrder {
  double words = 0;  // the share of its telling words outside quotations, from 0 to 1
  double facts =
      0;  // the share of its names and numbers that are such in the other too, wherever they stand; 1 if it has none
  std::size_t shared_facts = 0;
  double order = 0;  // of the facts that both tell, by the sentences where they come first: Kendall's tau, -1 to 1
  std::vector<ToldPair> sentences;  // rising in both: of the one, of the other
};

// The telling words of a body, sentence by sentence.
class Outline {
 public:
  // Words that are not common; in order of hash, each once.
  struct Sentence {
    ByteSpan span;  // from its first word to its last
    std::vector<std::uint64_t> words;
    std::vector<std::uint64_t> unquoted;  // those outside quotations
  };

  // A sentence ends where a full stop, question or exclamation mark or a line end stands between two words.
  Outline(const Reading& reading, const CommonWords& common);

  const std::vector<Sentence>& sentences() const { return sentences_; }
  std::size_t telling_words() const { return telling_words_; }  // outside quotations, each once a sentence

  // The share, from 0 to 1, of the telling words of this one's sentences that stand in sentences which `other` tells.
  double told_in(const Outline& other) const;

  ToldInOrder told_in_order(const Outline& other, Likeness likeness = Likeness::close) const;

 private:
  struct Fact {
    std::uint64_t word = 0;
    std::uint32_t sentence = 0;  // where it comes first
  };

  void add_facts_told(const Outline& other, ToldInOrder& told) const;

  std::vector<Sentence> sentences_;
  std::vector<Fact> facts_;  // names and numbers outside quotations; in order of word, each once
  std::size_t telling_words_ = 0;
};

// Whether a body that is told in another like this was written from it, or the other from it.
bool is_rewriting(const Outline& outline, const ToldInOrder& told);

// Whether two bodies tell the same names and numbers in the same order: one was written from the other, however few
// other words they share.
bool are_same_facts_in_order(const Outline& one, const ToldInOrder& of_one, const Outline& other,
                             const ToldInOrder& of_other);

}  // namespace crossread
