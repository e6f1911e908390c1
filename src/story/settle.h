// Stories of reports that hang together: a function of the sets of members, links and copies, whatever their order.
// What hangs together by strong links, copies and versions alone can be settled alone: no other link joins two stories,
// and none between others has a say.
//
// Guarded by tests/story/settle_test.cpp.
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

// Two groups of reports may be one story from this average strength on, so some link between them is as strong.
inline constexpr std::uint16_t kOneEvent = 180;

// Whether a copy of this kind always shares the story of what it was made from.
bool takes_the_bulk(CopyKind kind);

// In canonical order of their first reports; each member is in exactly one. What follows what, and the storyline, are
// not told here (storylines.h). Links and copies whose reports are not both members are left out. Copies of the bulk of
// a report (same, near, abridged, releaded) and versions of one article always share a story.
std::vector<Story> settle(std::span<const StoryMember> members, std::span<const StoryLink> links,
                          std::span<const CopyLink> copies);

}  // namespace crossread
