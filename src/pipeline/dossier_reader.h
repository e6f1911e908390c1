// What the store holds, as the values that exports and briefs show.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "pipeline/stages.h"
#include "store/store.h"
#include "types/dossier.h"
#include "types/storyline.h"

namespace crossread {

// Takes what a storyline's reports say into the dossier.
void append(Dossier& dossier, StorylineFile file);

// Brings timeline and situation, appended storyline by storyline, into the order that the dossier has them in.
void put_in_order(std::vector<TimelineEntry>& timeline);
void put_in_order(std::vector<SituationRow>& situation);

class DossierReader {
 public:
  explicit DossierReader(const StoreReader& store) : store_(store) {}

  // In canonical order, behind `after`; stops when the visitor gives false.
  void for_each_entry(const After& after, const std::function<bool(const ReportEntry&)>& visit) const;

  // A report with what was settled about it: its origin, and its place among the versions of its article.
  ReportEntry entry(Report report, ReportNumber number) const;

  // The dossier of these stories: their reports, the links and origins among them. No rejections, no history.
  Dossier of_stories(const std::vector<Story>& stories, const Producer& producer) const;

  // Everything that the store holds, in memory; what is settled storyline by storyline is for append().
  Dossier of_everything(const Producer& producer) const;

  // The story whose id begins with `prefix`, if exactly one does.
  std::optional<Story> story_with_prefix(const std::string& prefix) const;
  std::vector<Story> stories_of_storyline(const std::string& prefix) const;

 private:
  const StoreReader& store_;
};

}  // namespace crossread
