// A table of phrases with a value each, asked for the longest one that begins at a word: "prime minister" over
// "prime". A phrase is split as the tokeniser splits text: at blanks, around hyphens, before a possessive 's.
#pragma once

#include <tsl/robin_map.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/vocabulary.h"

namespace crossread {

class Phrases {
 public:
  struct Match {
    std::size_t words = 0;  // 0: none begins here
    std::uint32_t value = 0;
    explicit operator bool() const { return words > 0; }
  };

  // A phrase added twice keeps its first value; false then.
  bool add(Vocabulary& vocabulary, std::string_view phrase, std::uint32_t value);

  // Makes room for so many phrases, which spares growing to them step by step.
  void reserve(std::size_t phrases);

  Match longest(std::span<const WordId> words, std::size_t at) const;

  // The phrase that is exactly these words.
  Match whole(std::span<const WordId> words) const;

 private:
  static constexpr std::uint32_t kNoValue = 0xffffffff;
  std::uint32_t step(std::uint32_t node, WordId word) const;  // 0: no such way
  // (node, word) -> node; node 0 is the root.
  struct Hash {
    std::size_t operator()(std::uint64_t edge) const noexcept;
  };
  tsl::robin_map<std::uint64_t, std::uint32_t, Hash> steps_;
  std::vector<std::uint32_t> values_ = {kNoValue};  // by node
};

// The words of a phrase of a table, as add() takes them.
std::vector<std::string_view> phrase_words(std::string_view phrase);

}  // namespace crossread
