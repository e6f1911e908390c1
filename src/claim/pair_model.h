// How likely two tellings are of one thing, or one denies the other: gradient-boosted trees over their signs
// (Friedman 2001, "Greedy function approximation: a gradient boosting machine"), learnt by
// training/claim/fit_pairs.py from the corpus. Whole numbers throughout: the same on every machine.
//
// Guarded by tests/claim/pair_model_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "claim/pair_signs.h"

namespace crossread::claim {

// A score between -3000 and 3000, moved to 0 to 1000: as a sign of another model.
std::int32_t likelihood(std::int32_t score);

class PairModel {
 public:
  // A table of tree, node, sign, threshold, value: the nodes of a tree are numbered 0, then 2n+1 (the sign is at most
  // the threshold) and 2n+2; a leaf has "leaf" for its sign. Throws BrokenWorld, naming the line, where a row cannot be
  // read or a node lacks a branch.
  static PairModel read(const std::filesystem::path& file);

  // Thousandths of the natural logarithm of the odds.
  std::int32_t score(const PairSigns& signs) const;

 private:
  struct Node {
    std::int32_t sign = -1;   // -1: a leaf
    std::int32_t number = 0;  // the threshold, or the leaf's value
    std::uint32_t low = 0;    // place in `nodes_` of the branch at or below the threshold
    std::uint32_t high = 0;
  };
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> roots_;
};

}  // namespace crossread::claim
