// What briefs are made from: the reports of stories with their analyses, and what the storylines of these stories tell
// as far as those reports tell it.
//
// Guarded by tests/program/brief_test.py.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "language/analyser.h"
#include "pipeline/storyline_reader.h"
#include "store/store.h"
#include "types/brief.h"

namespace crossread {

// From when on what came is news.
struct Since {
  std::uint32_t batch = 0;  // the last one that is known
  std::string words;        // how a brief calls it: "batch 3", "2026-11-22"
};

class BriefReader {
 public:
  // All must outlive it.
  BriefReader(const StoreReader& store, const StorylineReader& storylines, const language::Analyser& analyser,
              std::optional<Since> since = std::nullopt)
      : store_(store), storylines_(storylines), analyser_(analyser), since_(std::move(since)) {}

  // Whether a report of the story came since; true when nothing was said about it.
  bool has_news(const Story& story) const;

  // A file a story; `visit` is given the place of the story among `stories`. Storyline by storyline, each settled once.
  void for_each(std::span<const Story> stories,
                const std::function<void(std::size_t place, const StoryFile& file)>& visit) const;

  // One file of all these stories, which are of one storyline, in canonical order, at least one. It goes by the first.
  StoryFile file_of_all(std::span<const Story> stories) const;

 private:
  StoryFile without_claims(std::span<const Story> stories) const;
  void add_claims(std::span<StoryFile> files, StorylineId storyline) const;
  std::vector<Story> whole(StorylineId storyline) const;
  bool is_fresh(ReportId report) const;

  const StoreReader& store_;
  const StorylineReader& storylines_;
  const language::Analyser& analyser_;
  const std::optional<Since> since_;
};

}  // namespace crossread
