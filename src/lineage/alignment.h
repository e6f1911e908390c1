// Which runs of words stand in both of two texts, and how they join to passages.
//
// Guarded by tests/lineage/alignment_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "text/words.h"

namespace crossread {

// `size` words from `a` of the one text and from `b` of the other, the same word for word.
struct SharedRun {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t size = 0;
  std::uint32_t a_end() const { return a + size; }
  std::uint32_t b_end() const { return b + size; }
  friend bool operator==(const SharedRun&, const SharedRun&) = default;
};

inline constexpr std::uint32_t kLeastRun = 4;  // words

// The longest runs of at least kLeastRun words, in order of `a` and apart there; one place of `b` may serve several.
std::vector<SharedRun> shared_runs(const std::vector<Word>& a, const std::vector<Word>& b);

// Runs that follow one another in both texts with only a few other words between: one stretch of text, lightly edited.
struct Stretch {
  std::vector<SharedRun> runs;  // never empty
  std::uint32_t a_begin() const { return runs.front().a; }
  std::uint32_t a_end() const { return runs.back().a_end(); }
  std::uint32_t b_begin() const { return runs.front().b; }
  std::uint32_t b_end() const { return runs.back().b_end(); }
};

// In order of `a`. `runs` as shared_runs() gives them.
std::vector<Stretch> stretches(const std::vector<SharedRun>& runs);

}  // namespace crossread
