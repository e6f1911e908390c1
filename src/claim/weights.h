// How much each sign speaks for two tellings being of one thing: a table of sign and weight, made by
// training/claim/fit_alignment.py from the corpus.
#pragma once

#include <array>
#include <filesystem>

#include "claim/features.h"
#include "claim/measures.h"

namespace crossread::claim {

struct Weights {
  std::array<std::int32_t, kEventSigns> events{};  // thousandths of the natural logarithm of the odds
  std::array<std::int32_t, kStatementSigns> statements{};

  NumberWeights numbers;

  // Throws BrokenWorld, naming the line, where a table cannot be read, lacks a sign or has one that is not known.
  static Weights read(const std::filesystem::path& lexicon_folder);
};

// Thousandths of the logarithm of the odds that the two tell of one thing.
std::int32_t score(const EventSigns& signs, const Weights& weights);
std::int32_t score(const StatementSigns& signs, const Weights& weights);

}  // namespace crossread::claim
