#include "pipeline/component.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "pipeline/known_number.h"

namespace crossread {
namespace {

// Walks breadth first over the links that the store holds.
class Walker {
 public:
  Walker(const StoreReader& store, ReportOrder& order) : store_(store), order_(order) {}

  bool seen(ReportNumber number) const { return seen_.contains(number); }

  Component from(ReportNumber seed) {
    Component found;
    queue_ = {seed};
    seen_.insert(seed);
    for (std::size_t i = 0; i < queue_.size(); ++i) visit(queue_[i], found);
    found.members = queue_;
    std::sort(found.members.begin(), found.members.end());
    return found;
  }

 private:
  // A link is taken up at the one of its two ends that is visited first.
  void visit(ReportNumber number, Component& found) {
    visited_.insert(number);
    for (CopyLink& link : store_.copy_links_of(number)) {
      if (reach(number, number_of(link.report), number_of(link.other))) found.copies.push_back(std::move(link));
    }
    for (const NumberedLink& link : store_.story_neighbours_of(number)) {
      if (!reach(number, link.a, link.b)) continue;
      found.story_links.push_back({id_of(link.a), id_of(link.b), link.strength, link.kinship});
    }
  }

  // Whether the far end was not visited before.
  bool reach(ReportNumber here, ReportNumber a, ReportNumber b) {
    const ReportNumber far = a == here ? b : a;
    if (visited_.contains(far)) return false;
    enqueue(far);
    return true;
  }

  void enqueue(ReportNumber number) {
    if (seen_.insert(number).second) queue_.push_back(number);
  }

  ReportNumber number_of(ReportId id) {
    const auto [place, fresh] = numbers_.try_emplace(id);
    if (fresh) place->second = known_number(store_, id);
    return place->second;
  }

  ReportId id_of(ReportNumber number) {
    order_.fetch({&number, 1});
    return order_.key_of(number).value_or(CanonicalKey{}).id;
  }

  const StoreReader& store_;
  ReportOrder& order_;
  std::vector<ReportNumber> queue_;
  std::unordered_set<ReportNumber> seen_;
  std::unordered_set<ReportNumber> visited_;
  std::unordered_map<ReportId, ReportNumber> numbers_;
};

}  // namespace

std::vector<Component> components_of(const StoreReader& store, ReportOrder& order,
                                     std::span<const ReportNumber> seeds) {
  std::vector<Component> components;
  Walker walker(store, order);
  for (const ReportNumber seed : seeds) {
    if (!walker.seen(seed)) components.push_back(walker.from(seed));
  }
  return components;
}

}  // namespace crossread
