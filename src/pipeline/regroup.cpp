#include "pipeline/regroup.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "lineage/origins.h"
#include "pipeline/component.h"
#include "story/settle.h"

namespace crossread {
namespace {

constexpr std::uint16_t kFullStrength = 1000;

// Which stories there were before and which there are now, as far as members moved between them.
struct Regrouping {
  std::map<StoryId, std::set<StoryId>> before_to_after;
  std::map<StoryId, std::set<StoryId>> after_to_before;
};

Regrouping regrouping_of(const StoreReader& store, const std::vector<Story>& after) {
  Regrouping moved;
  for (const Story& story : after) {
    for (const ReportId member : story.reports) {
      const std::optional<StoryId> before = store.story_id_of(member);
      if (!before) continue;
      moved.before_to_after[*before].insert(story.id);
      moved.after_to_before[story.id].insert(*before);
    }
  }
  return moved;
}

std::vector<std::string> printed(const std::set<StoryId>& ids) {
  std::vector<std::string> texts;
  texts.reserve(ids.size());
  for (const StoryId id : ids) texts.push_back(id.str());
  return texts;
}

void record(const Regrouping& moved, Batch& batch) {
  for (const auto& [after, before] : moved.after_to_before) {
    if (before.size() > 1) batch.change(ChangeKind::story_merged, printed(before), std::vector{after.str()});
  }
  for (const auto& [before, after] : moved.before_to_after) {
    if (after.size() > 1) {
      batch.change(ChangeKind::story_split, std::vector{before.str()}, printed(after));
    } else if (*after.begin() != before && moved.after_to_before.at(*after.begin()).size() == 1) {
      batch.change(ChangeKind::redirect, std::vector{before.str()}, printed(after));
    }
  }
}

// What settling some components gave. They are written together: a component that lost a link may have become two, and
// the groups that it had hold members of both.
struct Grouping {
  std::vector<ReportId> members;
  std::vector<Origin> origins;
  std::vector<Story> stories;
};

void settle_component(LibraryOfBatch& library, const Component& component, Grouping& grouping) {
  std::vector<const Report*> reports;
  std::vector<StoryMember> members;
  for (const ReportNumber number : component.members) {
    const Report& report = library.outline(number);
    grouping.members.push_back(report.id);
    reports.push_back(&report);
    members.push_back(story_member(report));
    if (!report.url) members.back().article = report.id.value;  // see version_links()
  }
  for (Origin& origin : origins(reports, component.copies)) grouping.origins.push_back(std::move(origin));
  for (Story& story : settle(members, component.story_links, component.copies).stories) {
    grouping.stories.push_back(std::move(story));
  }
}

}  // namespace

std::vector<CandidatePair> version_pairs(const StoreReader& store, LibraryOfBatch& library,
                                         std::span<const ReportNumber> fresh) {
  std::vector<CandidatePair> pairs;
  for (const ReportNumber number : fresh) {
    for (const ReportNumber other : store.numbers_of_article(library.outline(number).article_key())) {
      if (other < number) pairs.push_back({number, other});
    }
  }
  return pairs;
}

std::vector<StoryLink> version_links(std::span<const CandidatePair> versions, LibraryOfBatch& library) {
  std::vector<StoryLink> links;
  for (const CandidatePair& pair : versions) {
    const Report& fresh = library.outline(pair.fresh);
    const Report& other = library.outline(pair.other);
    if (!fresh.url) continue;
    const bool fresh_first = canonical_key(fresh) < canonical_key(other);
    links.push_back({fresh_first ? fresh.id : other.id, fresh_first ? other.id : fresh.id, kFullStrength});
  }
  return links;
}

void record_moves(const StoreReader& before, const std::vector<Story>& after, Batch& batch) {
  record(regrouping_of(before, after), batch);
}

void regroup(const StoreReader& store, Batch& batch, LibraryOfBatch& library, ReportOrder& order,
             std::span<const ReportNumber> touched) {
  Grouping grouping;
  for (const Component& component : components_of(store, order, touched))
    settle_component(library, component, grouping);
  const Regrouping moved = regrouping_of(store, grouping.stories);
  batch.put_origins(grouping.members, grouping.origins);
  batch.put_stories(grouping.members, grouping.stories);
  record(moved, batch);
}

}  // namespace crossread
