#include "pipeline/origin_groups.h"

#include <algorithm>
#include <unordered_set>

#include "lineage/origins.h"

namespace crossread {
namespace {

class Walker {
 public:
  Walker(const StoreReader& store, Neighbourhood& near, LibraryOfBatch& library)
      : store_(store), near_(near), library_(library) {}

  bool seen(ReportNumber number) const { return seen_.contains(number); }

  OriginGroup from(ReportNumber seed) {
    OriginGroup group;
    group.members = {seed};
    visited_.clear();
    seen_.insert(seed);
    for (std::size_t i = 0; i < group.members.size(); ++i) visit(group.members[i], group);
    std::sort(group.members.begin(), group.members.end());
    return group;
  }

 private:
  void visit(ReportNumber number, OriginGroup& group) {
    const Report& report = library_.outline(number);
    if (report.url) {
      for (const ReportNumber version : store_.numbers_of_article(*report.url)) enqueue(version, group);
    }
    if (near_.copies(number).empty()) return;
    for (CopyLink& link : store_.copy_links_of(number)) take(std::move(link), report.id, group);
    for (const CopyNeighbour& copy : near_.copies(number)) {
      if (seen(copy.other)) continue;
      CopyLink link;
      link.kind = copy.kind;
      if (is_one_origin(link, report, library_.outline(copy.other))) enqueue(copy.other, group);
    }
  }

  // Each link once in a group: at the end that is visited first.
  void take(CopyLink link, ReportId here, OriginGroup& group) {
    const ReportId far = link.report == here ? link.other : link.report;
    visited_.insert(here);
    if (!visited_.contains(far)) group.copies.push_back(std::move(link));
  }

  void enqueue(ReportNumber number, OriginGroup& group) {
    if (seen_.insert(number).second) group.members.push_back(number);
  }

  const StoreReader& store_;
  Neighbourhood& near_;
  LibraryOfBatch& library_;
  std::unordered_set<ReportNumber> seen_;
  std::unordered_set<ReportId> visited_;  // of the group under way
};

}  // namespace

std::vector<OriginGroup> origin_groups(const StoreReader& store, Neighbourhood& near, LibraryOfBatch& library,
                                       std::span<const ReportNumber> touched) {
  std::vector<ReportNumber> seeds(touched.begin(), touched.end());
  for (const ReportNumber number : touched) {
    for (const CopyNeighbour& copy : near.copies(number)) {
      if (copy.kind == CopyKind::part) seeds.push_back(copy.other);
    }
  }
  std::vector<OriginGroup> groups;
  Walker walker(store, near, library);
  for (const ReportNumber seed : seeds) {
    if (!walker.seen(seed)) groups.push_back(walker.from(seed));
  }
  return groups;
}

}  // namespace crossread
