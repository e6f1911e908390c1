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
  explicit Walker(const StoreReader& store) : store_(store) {}

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
      if (reach(number, link.report, link.other)) found.copies.push_back(std::move(link));
    }
    for (const StoryLink& link : store_.story_links_of(number)) {
      if (reach(number, link.a, link.b)) found.story_links.push_back(link);
    }
  }

  // Whether the far end was not visited before.
  bool reach(ReportNumber here, ReportId a, ReportId b) {
    const ReportNumber first = number_of(a);
    const ReportNumber far = first == here ? number_of(b) : first;
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

  const StoreReader& store_;
  std::vector<ReportNumber> queue_;
  std::unordered_set<ReportNumber> seen_;
  std::unordered_set<ReportNumber> visited_;
  std::unordered_map<ReportId, ReportNumber> numbers_;
};

}  // namespace

std::vector<Component> components_of(const StoreReader& store, std::span<const ReportNumber> seeds) {
  std::vector<Component> components;
  Walker walker(store);
  for (const ReportNumber seed : seeds) {
    if (!walker.seen(seed)) components.push_back(walker.from(seed));
  }
  return components;
}

}  // namespace crossread
