// Stories and storylines of one connected component: a function of the sets of members, links and copies, whatever
// their order.
//
// Guarded by tests/story/settle_test.cpp, with a slow judge.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "types/lineage.h"
#include "types/report.h"
#include "types/story.h"

namespace crossread {

struct StoryMember {
  ReportId report;
  std::optional<Date> published;
  std::string title;
  std::uint64_t article = 0;  // hash of Report::article_key(): equal for versions of one article
  CanonicalKey key() const;
};
StoryMember story_member(const Report& report);

struct Settled {
  std::vector<Story> stories;  // in canonical order of their first reports; each member in exactly one
};

// Links and copies whose reports are not both members are left out. Copies of the bulk of a report (same, near,
// abridged, releaded) and versions of one article always share a story.
Settled settle(std::span<const StoryMember> members, std::span<const StoryLink> links,
               std::span<const CopyLink> copies);

}  // namespace crossread
