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

// `members_of`: by the first reports of the stories.
inline std::optional<Kin> pick_of(const CanonicalKey& story, const std::map<ReportId, CanonicalKey>& first_of,
                                  const std::map<CanonicalKey, std::size_t>& members_of,
                                  std::span<const StoryLink> links) {
  std::map<CanonicalKey, std::vector<std::uint16_t>> pairs;
  for (const StoryLink& link : links) {
    const CanonicalKey a = first_of.at(link.a);
    const CanonicalKey b = first_of.at(link.b);
    if ((a == story) != (b == story)) pairs[a == story ? b : a].push_back(link.kinship);
  }
  std::optional<Kin> best;
  for (auto& [other, kinships] : pairs) {
    std::sort(kinships.rbegin(), kinships.rend());
    const bool alone = members_of.at(story) == 1 && members_of.at(other) == 1;
    const int second = kinships.size() > 1 ? kinships[1] : 0;
    const Kin each = kin(story, other, static_cast<std::uint16_t>(alone ? kinships[0] : (kinships[0] + second) / 2));
    if (each.kinship >= kOneStoryline && (!best || is_closer(each, *best))) best = each;
  }
  return best;
}

// Where the picks end: with a story that has none, or in a circle, whose earliest is the root.
inline CanonicalKey root_of(CanonicalKey story, const std::map<CanonicalKey, std::optional<Kin>>& picks) {
  std::vector<CanonicalKey> path;
  while (std::find(path.begin(), path.end(), story) == path.end()) {
    path.push_back(story);
    if (!picks.at(story)) return story;
    story = picks.at(story)->first;
  }
  return *std::min_element(std::find(path.begin(), path.end(), story), path.end());
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
  std::map<CanonicalKey, std::size_t> members_of;
  for (const Story& story : stories) members_of.emplace(keys.at(story.reports.front()), story.reports.size());
  std::map<CanonicalKey, std::optional<Kin>> picks;
  for (const auto& [first, count] : members_of) picks.emplace(first, pick_of(first, first_of, members_of, inner));
  for (Story& story : stories) {
    const CanonicalKey first = keys.at(story.reports.front());
    const std::optional<Kin>& kin = picks.at(first);
    if (kin && follows(first, *kin)) story.follows = {story_id(kin->first.id)};
    story.storyline = storyline_id(root_of(first, picks).id);
  }
  return stories;
}

}  // namespace crossread::test
