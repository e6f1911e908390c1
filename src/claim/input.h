// What the stage `claim` is given: the accounts of one storyline, who is who in them, and which act of reporting each
// passage comes from.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/id.h"
#include "types/account.h"
#include "types/entity.h"
#include "types/lineage.h"
#include "types/story.h"

namespace crossread::claim {

struct StorylineReports {
  StorylineId storyline;
  std::vector<ReadReport> reports;    // in canonical order
  std::vector<StoryId> story_of;      // of each report
  Identities identities;              // entity_of in the order of `reports`
  std::vector<OriginId> origin_of;    // of the bulk of each report
  std::vector<Evidence> lifted;       // passages of reports that another origin gave, in order
  std::vector<OriginId> lifted_from;  // of each of them
};

// Puts the reports in canonical order; those that no story or origin holds get ids of their own. `identities` are of
// the reports in the order given.
StorylineReports storyline_reports(std::span<const ReadReport> reports, const Identities& identities,
                                   std::span<const Origin> origins, std::span<const Story> stories);

// The act of reporting that words of a report come from.
OriginId origin_of(const StorylineReports& storyline, std::uint32_t report, ByteSpan words);

}  // namespace crossread::claim
