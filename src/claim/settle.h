// The claims of a storyline: its tellings in groups, with what supports each, who dissents, and the slots in which they
// part. A function of the set of accounts, the identities, the origins and shipped tables.
//
// Guarded by tests/claim/settle_test.cpp.
#pragma once

#include <filesystem>
#include <vector>

#include "claim/input.h"
#include "claim/weights.h"
#include "lexicon/background.h"
#include "types/claim.h"

namespace crossread::claim {

// Loaded once, shared by all threads.
struct Tables {
  Tables(const std::filesystem::path& lexicon_folder, const std::filesystem::path& models_folder)
      : background(lexicon_folder / "background.tsv"),
        vectors(models_folder),
        counters(lexicon_folder / "counter_words.tsv"),
        parts(lexicon_folder / "part_words.tsv"),
        weights(Weights::read(lexicon_folder, models_folder)) {}
  Background background;
  MeaningVectors vectors;
  CounterWords counters;
  PartWords parts;
  Weights weights;
};

// In order of their first supports.
std::vector<Claim> settle(const StorylineReports& storyline, const Tables& tables);

}  // namespace crossread::claim
