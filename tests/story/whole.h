// Stories and storylines of a whole world at once, the slow and obvious way: every story looks at every link.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "story/settle.h"
#include "story/storylines.h"

namespace crossread::test {

// `links`: those of kin.
inline std::optional<Kin> pick_of(const CanonicalKey& story, const std::map<ReportId, CanonicalKey>& first_of,
                                  std::span<const StoryLink> links) {
  std::optional<Kin> best;
  for (const StoryLink& link : links) {
    const CanonicalKey a = first_of.at(link.a);
    const CanonicalKey b = first_of.at(link.b);
    if ((a != story) == (b != story)) continue;
    const Kin kin{a == story ? b : a, link.kinship};
    if (may_hang(story, kin.first) && (!best || is_closer(kin, *best))) best = kin;
  }
  return best;
}

inline std::vector<Story> settled_whole(std::span<const StoryMember> members, std::span<const StoryLink> links,
                                        std::span<const CopyLink> copies) {
  std::map<ReportId, CanonicalKey> keys;
  for (const StoryMember& member : members) keys.emplace(member.report, member.key());
  std::vector<StoryLink> inner(links.begin(), links.end());
  std::erase_if(inner, [&](const StoryLink& link) { return !keys.contains(link.a) || !keys.contains(link.b); });
  std::vector<Story> stories = settle(members, inner, copies);
  std::map<ReportId, CanonicalKey> first_of;
  for (const Story& story : stories) {
    for (const ReportId report : story.reports) first_of.emplace(report, keys.at(story.reports.front()));
  }
  std::erase_if(inner, [](const StoryLink& link) { return link.kinship < kOneStoryline; });
  std::map<CanonicalKey, std::optional<Kin>> picks;
  for (const Story& story : stories) {
    const CanonicalKey first = keys.at(story.reports.front());
    picks.emplace(first, pick_of(first, first_of, inner));
  }
  for (Story& story : stories) {
    const CanonicalKey first = keys.at(story.reports.front());
    const std::optional<Kin>& kin = picks.at(first);
    if (kin && follows(first, *kin)) story.follows = {story_id(kin->first.id)};
    CanonicalKey root = first;
    while (const std::optional<Kin>& next = picks.at(root)) {
      const std::optional<Kin>& back = picks.at(next->first);
      if (is_root(root, next->first, back ? std::optional(back->first) : std::nullopt)) break;
      root = next->first;
    }
    story.storyline = storyline_id(root.id);
  }
  return stories;
}

}  // namespace crossread::test
