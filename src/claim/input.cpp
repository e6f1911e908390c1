#include "claim/input.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace crossread::claim {

namespace {

bool holds(const Origin& origin, ReportId report) {
  return std::ranges::find(origin.reports, report) != origin.reports.end();
}

// Where it is not known who took from whom, each of two origins has passages in the other's reports. They are then the
// earlier one's, or what is told once would count as two origins with their names changed over.
bool is_given_back(const Origin& giver, ReportId taker, std::span<const Origin> origins) {
  for (const Origin& home : origins) {
    if (&home == &giver) return false;
    if (!holds(home, taker)) continue;
    return std::ranges::any_of(home.passages, [&](const Evidence& passage) { return holds(giver, passage.report); });
  }
  return false;
}

}  // namespace

StorylineReports storyline_reports(std::span<const ReadReport> reports, const Identities& identities,
                                   std::span<const Origin> origins, std::span<const Story> stories) {
  std::vector<std::uint32_t> order(reports.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return canonical_key(*reports[i].report); });
  std::map<ReportId, OriginId> origin;
  std::map<ReportId, const Story*> story;
  for (const Origin& of : origins) {
    for (const ReportId report : of.reports) origin.emplace(report, of.id);
  }
  for (const Story& of : stories) {
    for (const ReportId report : of.reports) story.emplace(report, &of);
  }

  StorylineReports out;
  out.identities.entities = identities.entities;
  for (const std::uint32_t i : order) {
    const ReportId id = reports[i].report->id;
    out.reports.push_back(reports[i]);
    out.identities.entity_of.push_back(identities.entity_of[i]);
    out.origin_of.push_back(origin.contains(id) ? origin.at(id) : OriginId{id.value});
    out.story_of.push_back(story.contains(id) ? story.at(id)->id : StoryId{id.value});
  }
  if (!out.reports.empty()) {
    const auto first = story.find(out.reports.front().report->id);
    out.storyline = first == story.end() ? StorylineId{out.story_of.front().value} : first->second->storyline;
  }
  std::vector<std::pair<Evidence, OriginId>> lifted;
  for (const Origin& of : origins) {
    for (const Evidence& passage : of.passages) {
      if (!is_given_back(of, passage.report, origins)) lifted.emplace_back(passage, of.id);
    }
  }
  std::ranges::sort(lifted);
  for (const auto& [passage, from] : lifted) {
    out.lifted.push_back(passage);
    out.lifted_from.push_back(from);
  }
  return out;
}

OriginId origin_of(const StorylineReports& storyline, std::uint32_t report, ByteSpan words) {
  const ReportId id = storyline.reports[report].report->id;
  const auto first = std::ranges::lower_bound(storyline.lifted, id, {}, &Evidence::report);
  for (auto at = first; at != storyline.lifted.end() && at->report == id; ++at) {
    if (at->span.contains(words)) return storyline.lifted_from[static_cast<std::size_t>(at - storyline.lifted.begin())];
  }
  return storyline.origin_of[report];
}

}  // namespace crossread::claim
