// What the decisions on pairs rest on: the models of tellings and the weights of numbers, made by training/claim from
// the corpus.
#pragma once

#include <filesystem>

#include "claim/measures.h"
#include "claim/pair_model.h"

namespace crossread::claim {

struct Weights {
  PairModel same;     // two tellings are of one thing
  PairModel counter;  // the first stands against what the second tells
  NumberWeights numbers;

  // Throws BrokenWorld, naming the line, where a table cannot be read, lacks a sign or has one that is not known.
  static Weights read(const std::filesystem::path& lexicon_folder, const std::filesystem::path& models_folder);
};

}  // namespace crossread::claim
