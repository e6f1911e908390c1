// What briefs are made from: the reports of stories with their analyses, and what the storylines of these stories tell
// as far as those reports tell it.
//
// Guarded by tests/program/brief_test.py.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "language/analyser.h"
#include "pipeline/storyline_reader.h"
#include "store/store.h"
#include "types/brief.h"

namespace crossread {

class BriefReader {
 public:
  // All must outlive it.
  BriefReader(const StoreReader& store, const StorylineReader& storylines, const language::Analyser& analyser)
      : store_(store), storylines_(storylines), analyser_(analyser) {}

  // A file a story; `visit` is given the place of the story among `stories`. Storyline by storyline, each settled once.
  void for_each(std::span<const Story> stories,
                const std::function<void(std::size_t place, const StoryFile& file)>& visit) const;

  // One file of all these stories, which are of one storyline, in canonical order, at least one. It goes by the first.
  StoryFile file_of_all(std::span<const Story> stories) const;

 private:
  StoryFile without_claims(std::span<const Story> stories) const;
  void add_claims(std::span<StoryFile> files, StorylineId storyline) const;
  std::vector<Story> whole(StorylineId storyline) const;

  const StoreReader& store_;
  const StorylineReader& storylines_;
  const language::Analyser& analyser_;
};

}  // namespace crossread
