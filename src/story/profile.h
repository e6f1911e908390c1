// What a report is about, in under 700 bytes: its most telling words, names and numbers, weighed by how rare they are
// in the language at large (a shipped table, never the store).
//
//   const Profiler profiler(data_folder());
//   const StoryProfile profile = profiler.profile(report, analysis);
//
// Guarded by tests/story/profile_test.cpp.
#pragma once

#include <filesystem>
#include <memory>

#include "types/analysis.h"
#include "types/report.h"
#include "types/story.h"

namespace crossread {

class Profiler {
 public:
  // Reads tables of lexicon/en in the data folder; throws BrokenWorld.
  explicit Profiler(const std::filesystem::path& data_folder);
  ~Profiler();

  // A function of the two values and the tables alone; the names are those of the analysis, or without one (no tokens)
  // the words with a capital. Safe to call from many threads.
  StoryProfile profile(const Report& report, const Analysis& analysis) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace crossread
