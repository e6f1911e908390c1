#include "claim/counters.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "claim/candidates.h"

namespace crossread::claim {
namespace {

// How sure it must be that one telling stands against another: thousandths of log odds. Tuned on the corpus' train
// stories and shorts as they are read, each half with the models of the other, 2026-11-23: see docs/design/claims.md.
constexpr std::int32_t kSure = 250;
constexpr std::int32_t kSurer = 1000;  // of what is no denial in form
// What somebody admits is what had been denied: so much a claim with an admission counts more as what a denial denies.
// From text to dossier, with and without: disagreements of the dev stories 0.188, 0.161; of the train stories the same,
// 2026-11-22.
constexpr std::int32_t kAdmitted = 1000;

bool is_denial(const StorylineReports& storyline, const Item& item) {
  return !item.is_event && statement_of(storyline, item).act == Act::deny;
}

bool has_admission(const StorylineReports& storyline, const std::vector<Item>& items, const Group& group) {
  return std::ranges::any_of(group.items, [&](std::uint32_t item) {
    return !items[item].is_event && statement_of(storyline, items[item]).act == Act::admit;
  });
}

// What one holds is in the other: nothing stands against what it passes on or is told in.
bool holds(const StorylineReports& storyline, const Item& outer, const Item& inner, std::uint32_t place) {
  if (outer.is_event || outer.report != inner.report) return false;
  if (inner.is_event) return inner.statement == place;
  return statement_of(storyline, inner).within == outer.index;
}

// Nobody stands against himself on one day: he says it in other words.
bool of_one_mind(const Item& a, const Item& b) {
  return !a.speakers.empty() && a.speakers == b.speakers && a.published == b.published;
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> counter_pairs(const StorylineReports& storyline,
                                                                   const std::vector<Item>& items) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  const auto add = [&](std::uint32_t a, std::uint32_t b) {
    if (is_denial(storyline, items[b])) return;
    if (holds(storyline, items[a], items[b], a) || holds(storyline, items[b], items[a], b)) return;
    if (of_one_mind(items[a], items[b])) return;
    pairs.emplace_back(a, b);
  };
  const std::vector<Face> faces = faces_of(storyline, items);
  for (const auto& [a, b] : candidates(storyline, items, faces)) {
    if (items[faces[a].items.front()].report == items[faces[b].items.front()].report) continue;
    add(faces[a].items.front(), faces[b].items.front());
    add(faces[b].items.front(), faces[a].items.front());
  }
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    for (std::uint32_t k = i; k-- > 0 && items[k].report == items[i].report;) {
      add(i, k);
      add(k, i);
    }
  }
  std::ranges::sort(pairs);
  return pairs;
}

PairSigns counter_signs(const Comparison& comparison, const Item& a, const Item& b, const Weights& weights) {
  PairSigns signs = comparison.signs(a, b);
  signs[static_cast<std::size_t>(PairSign::one_thing)] = likelihood(weights.same.score(signs));
  return signs;
}

void part_denials(const StorylineReports& storyline, const std::vector<Item>& items, std::vector<Group>& groups) {
  std::vector<Group> parted;
  for (Group& group : groups) {
    Group denials;
    std::ranges::copy_if(group.items, std::back_inserter(denials.items),
                         [&](std::uint32_t item) { return is_denial(storyline, items[item]); });
    if (denials.items.empty() || denials.items.size() == group.items.size()) continue;
    std::erase_if(group.items, [&](std::uint32_t item) { return is_denial(storyline, items[item]); });
    parted.push_back(std::move(denials));
  }
  std::ranges::move(parted, std::back_inserter(groups));
  std::ranges::sort(groups, {}, [](const Group& group) { return group.items.front(); });
}

std::vector<Counter> counters_of(const StorylineReports& storyline, const std::vector<Item>& items,
                                 const std::vector<Group>& groups, const Weights& weights) {
  const std::vector<std::uint32_t> group_of = groups_of_items(groups, items.size());
  const Comparison comparison(storyline, items);
  // Of the denials of a group, and of each item that is none: how likely they stand against which group.
  std::map<std::pair<std::uint32_t, bool>, std::map<std::uint32_t, std::int32_t>> targets;
  for (const auto& [a, b] : counter_pairs(storyline, items)) {
    const bool denial = is_denial(storyline, items[a]);
    if (denial && group_of[a] == group_of[b]) continue;
    const std::int32_t score = weights.counter.score(counter_signs(comparison, items[a], items[b], weights));
    const auto [at, fresh] = targets[{denial ? group_of[a] : a, denial}].emplace(group_of[b], score);
    if (!fresh) at->second = std::max(at->second, score);
  }
  std::vector<Counter> out;
  for (auto& [own, found] : targets) {
    for (auto& [group, score] : found) {
      if (own.second && has_admission(storyline, items, groups[group])) score += kAdmitted;
    }
    const auto best = std::ranges::max_element(found, {}, [](const auto& entry) { return entry.second; });
    if (best->second < (own.second ? kSure : kSurer)) continue;
    Counter counter{{}, best->first, best->second};
    if (own.second) {
      std::ranges::copy_if(groups[own.first].items, std::back_inserter(counter.items),
                           [&](std::uint32_t item) { return is_denial(storyline, items[item]); });
    } else {
      counter.items.push_back(own.first);
    }
    out.push_back(std::move(counter));
  }
  std::ranges::sort(out, {}, [](const Counter& counter) { return std::pair(counter.items.front(), counter.group); });
  return out;
}

}  // namespace crossread::claim
