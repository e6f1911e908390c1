#include "claim/settle.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "claim/align.h"
#include "claim/slots.h"
#include "claim/stance.h"

namespace crossread::claim {
namespace {

ToldBy told_by(const StorylineReports& storyline, const Item& item) {
  const ReportId report = storyline.reports[item.report].report->id;
  if (item.is_event) return event_id(report, event_of(storyline, item));
  return statement_id(report, statement_of(storyline, item));
}

// The outermost source named: who passed it on to the report.
std::optional<EntityId> root_of(const Tellings& tellings, const Item& item) {
  const Item* said = item.is_event ? (item.statement ? &tellings.items[*item.statement] : nullptr) : &item;
  if (said == nullptr) return std::nullopt;
  const Statement& statement = statement_of(tellings.storyline, *said);
  const auto& entity_of = tellings.storyline.identities.entity_of[said->report];
  std::optional<std::uint32_t> root;
  if (!statement.speakers.empty()) root = entity_of[statement.speakers.front().entity];
  for (const Passer& passer : statement.via) {
    if (passer.entity) root = entity_of[*passer.entity];
  }
  if (!root) return std::nullopt;
  return tellings.storyline.identities.entities[*root].id;
}

Evidence evidence_of(const StorylineReports& storyline, const Item& item) {
  return {storyline.reports[item.report].report->id, item.evidence};
}

std::string summary_of(const Tellings& tellings, const Item& item) {
  const std::string_view text = tellings.storyline.reports[item.report].report->text;
  std::string words(shown_by(tellings, item).in(text));
  std::ranges::replace(words, '\n', ' ');
  return words;
}

std::optional<Date> date_of(const Tellings& tellings) {
  for (const std::uint32_t index : tellings.group) {
    const Item& item = tellings.items[index];
    const auto& date =
        item.is_event ? event_of(tellings.storyline, item).date : statement_of(tellings.storyline, item).date;
    if (date && date->date.start) return date->date;
  }
  return std::nullopt;
}

void add_support(Claim& claim, const Tellings& tellings) {
  std::set<std::uint32_t> reports;
  std::set<OriginId> origins;
  std::set<EntityId> roots;
  for (const std::uint32_t index : tellings.group) {
    const Item& item = tellings.items[index];
    Support support{evidence_of(tellings.storyline, item), told_by(tellings.storyline, item), item.origin,
                    root_of(tellings, item)};
    reports.insert(item.report);
    origins.insert(item.origin);
    if (support.root) roots.insert(*support.root);
    const StoryId story = tellings.storyline.story_of[item.report];
    if (std::ranges::find(claim.stories, story) == claim.stories.end()) claim.stories.push_back(story);
    claim.support.push_back(std::move(support));
  }
  std::ranges::sort(claim.stories);
  claim.reports = static_cast<std::uint32_t>(reports.size());
  claim.origins = static_cast<std::uint32_t>(origins.size());
  claim.roots = static_cast<std::uint32_t>(roots.size());
}

// Denials among the tellings, and the statements in which denied events are told.
void add_dissent(Claim& claim, const Tellings& tellings) {
  std::set<std::uint32_t> seen;
  for (const std::uint32_t index : tellings.group) {
    const std::uint32_t said = tellings.items[index].is_event ? tellings.items[index].statement.value_or(index) : index;
    const Item& item = tellings.items[said];
    if (item.is_event || statement_of(tellings.storyline, item).act != Act::deny) continue;
    if (!seen.insert(said).second) continue;
    claim.dissent.push_back(
        {evidence_of(tellings.storyline, item), told_by(tellings.storyline, item), item.origin, DissentKind::denied});
  }
}

Claim claim_of(const Tellings& tellings) {
  const Item& first = tellings.items[tellings.group.front()];
  Claim claim;
  const Evidence evidence = evidence_of(tellings.storyline, first);
  claim.id = {mix(evidence.report.value,
                  std::visit([](const auto& id) { return id.value; }, told_by(tellings.storyline, first)))};
  claim.storyline = tellings.storyline.storyline;
  claim.kind = first.is_event ? ClaimKind::event : ClaimKind::statement;
  claim.summary = summary_of(tellings, first);
  claim.date = date_of(tellings);
  add_support(claim, tellings);
  add_dissent(claim, tellings);
  for (const auto& slots : {number_slots(tellings), circumstance_slots(tellings), status_slots(tellings)})
    claim.slots.insert(claim.slots.end(), slots.begin(), slots.end());
  std::ranges::stable_sort(claim.slots, {}, [](const Slot& slot) { return std::tuple(slot.slot, slot.unit, slot.of); });
  return claim;
}

}  // namespace

std::vector<Claim> settle(const StorylineReports& storyline, const Tables& tables) {
  const std::vector<Item> items = items_of(storyline, {tables.background, tables.vectors});
  std::vector<Claim> claims;
  for (const Group& group : align(storyline, items, tables.weights))
    claims.push_back(claim_of({storyline, items, group.items}));
  return claims;
}

}  // namespace crossread::claim
