// What a report is about, in under 600 bytes: its most telling words, names and numbers, weighed by how rare they are
// in the language at large (a shipped table, never the store).
//
//   const Profiler profiler(data_folder());
//   const StoryProfile profile = profiler.profile(report, analysis);
//
// Guarded by tests/story/profile_test.cpp.
#pragma once

#include <filesystem>

#include "lexicon/background.h"
#include "types/analysis.h"
#include "types/report.h"
#include "types/story.h"

namespace crossread {

class Profiler {
 public:
  // Reads lexicon/en/background.tsv of the data folder; throws BrokenWorld.
  explicit Profiler(const std::filesystem::path& data_folder);

  // A function of the two values and the table alone. Safe to call from many threads.
  StoryProfile profile(const Report& report, const Analysis& analysis) const;

 private:
  Background background_;
};

}  // namespace crossread
