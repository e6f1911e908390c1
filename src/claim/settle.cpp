#include "claim/settle.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "base/hash.h"
#include "claim/align.h"
#include "claim/counters.h"
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

using NumberWords = std::map<std::uint32_t, ByteSpan>;  // item -> the number that it gives

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
    if (date && date->span && date->date.start) return date->date;
  }
  return std::nullopt;
}

// `numbers`: a number that stands outside the item's own words speaks for itself.
void add_support(Claim& claim, const Tellings& tellings, const NumberWords& numbers) {
  std::set<std::uint32_t> reports;
  std::set<OriginId> origins;
  std::set<EntityId> roots;
  for (const std::uint32_t index : tellings.group) {
    const Item& item = tellings.items[index];
    Support support{evidence_of(tellings.storyline, item), told_by(tellings.storyline, item), item.origin,
                    root_of(tellings, item)};
    const auto number = numbers.find(index);
    if (number != numbers.end() && !item.sentence.overlaps(number->second)) support.evidence.span = number->second;
    reports.insert(item.report);
    origins.insert(item.origin);
    if (support.root) roots.insert(*support.root);
    const StoryId story = tellings.storyline.story_of[item.report];
    if (std::ranges::find(claim.stories, story) == claim.stories.end()) claim.stories.push_back(story);
    claim.support.push_back(support);
  }
  std::ranges::sort(claim.stories);
  claim.reports = static_cast<std::uint32_t>(reports.size());
  claim.origins = static_cast<std::uint32_t>(origins.size());
  claim.roots = static_cast<std::uint32_t>(roots.size());
}

// Denials among `counters`, and the deny statements in which the tellings stand.
void add_dissent(Claim& claim, const Tellings& tellings, const std::vector<std::uint32_t>& counters) {
  std::set<std::uint32_t> said(counters.begin(), counters.end());
  for (const std::uint32_t index : tellings.group) {
    const Item& item = tellings.items[index];
    if (item.is_event && item.statement) said.insert(*item.statement);
    if (!item.is_event) said.insert(index);
  }
  for (const std::uint32_t index : said) {
    const Item& item = tellings.items[index];
    if (item.is_event || statement_of(tellings.storyline, item).act != Act::deny) continue;
    claim.dissent.push_back(
        {evidence_of(tellings.storyline, item), told_by(tellings.storyline, item), item.origin, DissentKind::denied});
  }
}

// A claim without its slots. `of` tells claims of one first telling apart.
Claim claim_of(const Tellings& tellings, std::string_view of, const std::vector<std::uint32_t>& counters,
               const NumberWords& numbers) {
  const Item& first = tellings.items[tellings.group.front()];
  Claim claim;
  const Evidence evidence = evidence_of(tellings.storyline, first);
  claim.id = {mix(mix(evidence.report.value, hash64(of)),
                  std::visit([](const auto& id) { return id.value; }, told_by(tellings.storyline, first)))};
  claim.storyline = tellings.storyline.storyline;
  claim.kind = first.is_event ? ClaimKind::event : ClaimKind::statement;
  claim.summary = summary_of(tellings, first);
  claim.date = date_of(tellings);
  add_support(claim, tellings, numbers);
  add_dissent(claim, tellings, counters);
  return claim;
}

Claim claim_of_group(const Tellings& tellings, const std::vector<std::uint32_t>& counters,
                     const std::set<std::uint32_t>& elsewhere) {
  Claim claim = claim_of(tellings, "group", counters, {});
  for (const auto& slots :
       {circumstance_slots(tellings), status_slots(tellings, counters, elsewhere), wording_slots(tellings)})
    claim.slots.insert(claim.slots.end(), slots.begin(), slots.end());
  return claim;
}

// Of each group the tellings that stand against what it tells.
std::vector<std::vector<std::uint32_t>> counters_by_group(const std::vector<Counter>& counters, std::size_t groups) {
  std::vector<std::vector<std::uint32_t>> out(groups);
  for (const Counter& counter : counters) {
    auto& of_group = out[counter.group];
    of_group.insert(of_group.end(), counter.items.begin(), counter.items.end());
    std::ranges::sort(of_group);
  }
  return out;
}

// The items that give a number of the measure, in order, each once.
std::vector<std::uint32_t> items_with(const Measure& measure, const std::vector<Count>& counts) {
  std::set<std::uint32_t> told;
  for (const std::uint32_t count : measure.counts) told.insert(counts[count].item);
  return {told.begin(), told.end()};
}

NumberWords number_words(const StorylineReports& storyline, const std::vector<Item>& items, const Measure& measure,
                         const std::vector<Count>& counts) {
  NumberWords words;
  for (const std::uint32_t place : measure.counts) {
    const Count& count = counts[place];
    words.emplace(count.item, quantity_of(storyline, items[count.item], count.quantity).span);
  }
  return words;
}

// The group that most of the items are of, the earliest of those.
std::uint32_t owner_of(const std::vector<std::uint32_t>& told, const std::vector<std::uint32_t>& group_of) {
  std::map<std::uint32_t, std::uint32_t> tellings;
  for (const std::uint32_t item : told) ++tellings[group_of[item]];
  return std::ranges::max_element(tellings, {}, [](const auto& entry) { return entry.second; })->first;
}

// Whether a number is told by several reports of which some tell it apart from the owner's deed: then how many they
// were is a claim of its own.
bool stands_alone(const std::vector<std::uint32_t>& told, std::uint32_t owner, const std::vector<Item>& items,
                  const std::vector<std::uint32_t>& group_of) {
  std::set<std::uint32_t> all;
  std::set<std::uint32_t> owned;
  for (const std::uint32_t item : told) {
    all.insert(items[item].report);
    if (group_of[item] == owner) owned.insert(items[item].report);
  }
  return owned.size() < all.size();
}

void in_order_of_support(std::vector<Claim>& claims, const StorylineReports& storyline) {
  std::map<ReportId, std::size_t> place;
  for (const ReadReport& read : storyline.reports) place.emplace(read.report->id, place.size());
  std::ranges::stable_sort(claims, {}, [&](const Claim& claim) {
    const Evidence& first = claim.support.front().evidence;
    return std::pair(place.at(first.report), first.span);
  });
}

}  // namespace

std::vector<Claim> settle(const StorylineReports& storyline, const Tables& tables) {
  const WordTables words{tables.background, tables.vectors, tables.counters};
  const std::vector<Item> items = items_of(storyline, words);
  std::vector<Group> groups = align(storyline, items, tables.weights);
  part_denials(storyline, items, groups);
  const std::vector<std::uint32_t> group_of = groups_of_items(groups, items.size());
  std::vector<Claim> claims;
  const std::vector<Counter> counters = counters_of(storyline, items, groups, tables.weights);
  const auto against = counters_by_group(counters, groups.size());
  std::set<std::uint32_t> countering;
  for (const Counter& counter : counters) countering.insert(counter.items.begin(), counter.items.end());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::set<std::uint32_t> elsewhere = countering;
    for (const std::uint32_t item : against[i]) elsewhere.erase(item);
    claims.push_back(claim_of_group({storyline, items, groups[i].items, tables.weights}, against[i], elsewhere));
  }
  const std::vector<Count> counts = counts_of(storyline, items, words, tables.parts);
  const CountComparison comparison(storyline, items, group_of, counts, tables.weights.same);
  for (const Measure& measure : measures_of(counts, comparison, tables.weights.numbers)) {
    const Slot slot = number_slot({storyline, items, groups.front().items, tables.weights}, counts, measure);
    const std::vector<std::uint32_t> told = items_with(measure, counts);
    const std::uint32_t owner = owner_of(told, group_of);
    if (stands_alone(told, owner, items, group_of)) {
      claims.push_back(claim_of({storyline, items, told, tables.weights}, "number", {},
                                number_words(storyline, items, measure, counts)));
      claims.back().slots.push_back(slot);
    } else {
      claims[owner].slots.push_back(slot);
    }
  }
  for (Claim& claim : claims)
    std::ranges::stable_sort(claim.slots, {},
                             [](const Slot& slot) { return std::tuple(slot.slot, slot.unit, slot.of); });
  in_order_of_support(claims, storyline);
  return claims;
}

}  // namespace crossread::claim
