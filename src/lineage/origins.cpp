// Members are numbered in canonical order, joined by a union-find whose root is always the least number, and read off
// in that order: the order in which members and links are given cannot show.
#include "lineage/origins.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

#include "lineage/credits.h"

namespace crossread {
namespace {

using Place = std::size_t;  // of a member in canonical order

// The members in canonical order, found by id.
class Members {
 public:
  explicit Members(std::span<const Report* const> members) : reports_(members.begin(), members.end()) {
    const auto canonical = [](const Report* a, const Report* b) { return canonical_key(*a) < canonical_key(*b); };
    std::sort(reports_.begin(), reports_.end(), canonical);
    for (Place place = 0; place < reports_.size(); ++place) places_.emplace(reports_[place]->id, place);
  }
  std::size_t size() const { return reports_.size(); }
  const Report& at(Place place) const { return *reports_[place]; }
  std::optional<Place> place(ReportId id) const {
    const auto found = places_.find(id);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::vector<const Report*> reports_;
  std::map<ReportId, Place> places_;
};

class Union {
 public:
  explicit Union(std::size_t size) : above_(size) { std::iota(above_.begin(), above_.end(), Place{0}); }
  Place root(Place place) {
    while (above_[place] != place) place = above_[place] = above_[above_[place]];
    return place;
  }
  void join(Place a, Place b) {
    a = root(a);
    b = root(b);
    above_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<Place> above_;
};

struct Tie {
  std::optional<Place> report;  // if a member
  std::optional<Place> other;
  const CopyLink* link;
};

std::vector<Tie> ties(const Members& members, std::span<const CopyLink> links) {
  std::vector<Tie> found;
  for (const CopyLink& link : links) {
    const auto report = members.place(link.report);
    const auto other = members.place(link.other);
    if ((report || other) && link.kind != CopyKind::quoted) found.push_back({report, other, &link});
  }
  return found;
}

void join_versions(const Members& members, Union& joined) {
  std::map<std::string_view, Place> first;
  for (Place place = 0; place < members.size(); ++place) {
    joined.join(first.emplace(members.at(place).article_key(), place).first->second, place);
  }
}

// The places of each origin, in canonical order, by root.
std::map<Place, std::vector<Place>> groups(const Members& members, Union& joined) {
  std::map<Place, std::vector<Place>> found;
  for (Place place = 0; place < members.size(); ++place) found[joined.root(place)].push_back(place);
  return found;
}

// The agency that the first member to name one names; else the first member's outlet or source id.
std::string label(const Members& members, const std::vector<Place>& group) {
  for (const Place place : group) {
    if (!members.at(place).credits.empty()) return members.at(place).credits.front().name;
  }
  const Report& first = members.at(group.front());
  return first.outlet ? *first.outlet : first.source_id;
}

// The words of one tie that belong to another's origin: whose, and where they stand. When it cannot be told who took
// them, they are the canonically earlier one's.
void add_lifted(const Tie& tie, Union& joined, std::map<Place, std::vector<Evidence>>& passages) {
  if (tie.report && tie.other && joined.root(*tie.report) == joined.root(*tie.other)) return;
  const bool given = tie.link->direction == CopyDirection::to;
  const std::optional<Place> giver = given ? tie.report : tie.other;
  if (!giver) return;
  std::vector<Evidence>& lifted = passages[joined.root(*giver)];
  for (const Passage& passage : tie.link->passages) {
    lifted.push_back(given ? Evidence{tie.link->other, passage.other} : Evidence{tie.link->report, passage.report});
  }
}

// In order, those that overlap in one report made one.
std::vector<Evidence> merged(std::vector<Evidence> lifted) {
  std::sort(lifted.begin(), lifted.end());
  std::vector<Evidence> apart;
  for (const Evidence& each : lifted) {
    if (!apart.empty() && apart.back().report == each.report && each.span.begin <= apart.back().span.end) {
      apart.back().span.end = std::max(apart.back().span.end, each.span.end);
    } else {
      apart.push_back(each);
    }
  }
  return apart;
}

}  // namespace

bool is_one_origin(const CopyLink& link, const Report& report, const Report& other) {
  if (link.kind == CopyKind::quoted) return false;
  return link.kind != CopyKind::part || share_credit(report, other) || report.article_key() == other.article_key();
}

std::vector<Origin> origins(std::span<const Report* const> reports, std::span<const CopyLink> links) {
  const Members members(reports);
  Union joined(members.size());
  const std::vector<Tie> copies = ties(members, links);
  for (const Tie& tie : copies) {
    if (!tie.report || !tie.other) continue;
    if (is_one_origin(*tie.link, members.at(*tie.report), members.at(*tie.other))) joined.join(*tie.report, *tie.other);
  }
  join_versions(members, joined);

  std::map<Place, std::vector<Evidence>> passages;
  for (const Tie& tie : copies) add_lifted(tie, joined, passages);

  std::vector<Origin> found;
  for (const auto& [root, group] : groups(members, joined)) {
    Origin origin;
    origin.id = {members.at(root).id.value};
    origin.label = label(members, group);
    for (const Place place : group) origin.reports.push_back(members.at(place).id);
    origin.passages = merged(std::move(passages[root]));
    found.push_back(std::move(origin));
  }
  return found;
}

}  // namespace crossread
