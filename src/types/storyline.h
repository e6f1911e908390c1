// A storyline: what each of its reports says, and what follows from all of them together. Made by the pipeline from
// stored accounts when it is asked for; shown by exports and briefs.
#pragma once

#include <vector>

#include "types/claim.h"
#include "types/dossier.h"
#include "types/entity.h"
#include "types/timeline.h"

namespace crossread {

struct StorylineFile {
  StorylineId id;
  std::vector<Report> reports;          // in canonical order
  std::vector<AccountEntry> accounts;   // of each of them
  std::vector<Entity> entities;         // in order of their first mentions
  std::vector<Claim> claims;            // in order of their first supports
  std::vector<TimelineEntry> timeline;  // by date, then claim
  std::vector<Advisory> advisories;     // in order of report, then of text
  std::vector<SituationRow> situation;  // by day, actor, recipient
};

}  // namespace crossread
