// Which sentences of other reports tell what given words tell, claim or no claim.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "chronicle/sentences.h"

namespace crossread {

class Bearers {
 public:
  // `sentences` must outlive it.
  explicit Bearers(const Sentences& sentences);

  // Of every other report the sentence that bears the words out best, in order of report. Stricter than bears_out():
  // 60 % of the words' rarity, of names and of other words. Found through the terms that fewest sentences have, so that
  // a story of a thousand reports costs no more than a thousand stories of one.
  std::vector<std::size_t> of(const Terms& words, std::uint32_t report) const;

  // Sentences of other reports that have as much of them, whatever their numbers and turning words: whether they tell
  // the same cannot be said, nor that they do not.
  std::vector<std::size_t> like(const Terms& words, std::uint32_t report) const;

  // Sentences of other reports that may tell a part of it in words of their own (touches()).
  std::vector<std::size_t> touching(const Terms& words, std::uint32_t report) const;

 private:
  std::vector<std::size_t> found_by(const Terms& words, std::uint64_t percent) const;
  std::vector<std::uint64_t> prefix_of(const Terms& words, std::uint64_t percent) const;

  const Sentences& sentences_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> users_;  // sentences by term
};

}  // namespace crossread
