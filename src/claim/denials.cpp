#include "claim/denials.h"

#include <algorithm>
#include <map>
#include <set>

#include "claim/candidates.h"

namespace crossread::claim {
namespace {

// How sure it must be that a denial is of what another tells: thousandths of log odds. Tuned on the corpus' train
// stories, each half with the models of the other, 2026-11-22: see docs/design/claims.md.
constexpr std::int32_t kSure = -1000;

bool is_denial(const StorylineReports& storyline, const Item& item) {
  return !item.is_event && statement_of(storyline, item).act == Act::deny;
}

class Matching {
 public:
  Matching(const StorylineReports& storyline, const std::vector<Item>& items, const std::vector<Group>& groups,
           const Weights& weights)
      : storyline_(storyline),
        items_(items),
        groups_(groups),
        group_of_(groups_of_items(groups, items.size())),
        weights_(weights),
        comparison_(storyline, items),
        faces_(faces_of(storyline, items)) {}

  std::vector<Denial> denials() {
    for (const auto& [a, b] : candidates(storyline_, items_, faces_)) {
      compare(faces_[a].items.front(), faces_[b].items.front());
      compare(faces_[b].items.front(), faces_[a].items.front());
    }
    for (std::uint32_t i = 0; i < items_.size(); ++i) compare_within_report(i);
    std::vector<Denial> out;
    for (const auto& [own, found] : best_) {
      const auto& [score, group] = found;
      if (-score < kSure) continue;
      Denial denial{{}, group, -score};
      std::ranges::copy_if(groups_[own].items, std::back_inserter(denial.items),
                           [&](std::uint32_t item) { return is_denial(storyline_, items_[item]); });
      out.push_back(std::move(denial));
    }
    return out;
  }

 private:
  void compare_within_report(std::uint32_t denial) {
    if (!is_denial(storyline_, items_[denial])) return;
    std::uint32_t first = denial;
    while (first > 0 && items_[first - 1].report == items_[denial].report) --first;
    for (std::uint32_t i = first; i < items_.size() && items_[i].report == items_[denial].report; ++i)
      compare(denial, i);
  }

  void compare(std::uint32_t denial, std::uint32_t other) {
    const Item& a = items_[denial];
    const Item& b = items_[other];
    if (!is_denial(storyline_, a) || is_denial(storyline_, b) || group_of_[denial] == group_of_[other]) return;
    if (b.statement == denial) return;
    if (!b.is_event && statement_of(storyline_, a).within == b.index && a.report == b.report) return;
    const std::pair found(-weights_.denial.score(comparison_.signs(a, b)), group_of_[other]);
    const auto [at, fresh] = best_.emplace(group_of_[denial], found);
    if (!fresh) at->second = std::min(at->second, found);
  }

  const StorylineReports& storyline_;
  const std::vector<Item>& items_;
  const std::vector<Group>& groups_;
  const std::vector<std::uint32_t> group_of_;
  const Weights& weights_;
  Comparison comparison_;
  std::vector<Face> faces_;
  std::map<std::uint32_t, std::pair<std::int32_t, std::uint32_t>> best_;  // group of denials -> less its score, group
};

}  // namespace

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

std::vector<Denial> denials_of(const StorylineReports& storyline, const std::vector<Item>& items,
                               const std::vector<Group>& groups, const Weights& weights) {
  return Matching(storyline, items, groups, weights).denials();
}

}  // namespace crossread::claim
