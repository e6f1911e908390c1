#include "pipeline/regroup.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "lineage/origins.h"
#include "pipeline/neighbourhood.h"
#include "pipeline/origin_groups.h"
#include "pipeline/story_blocks.h"
#include "pipeline/storylines.h"
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

void regroup_origins(const StoreReader& store, Batch& batch, LibraryOfBatch& library, Neighbourhood& near,
                     std::span<const ReportNumber> touched) {
  std::vector<ReportId> members;
  std::vector<Origin> found;
  for (const OriginGroup& group : origin_groups(store, near, library, touched)) {
    std::vector<const Report*> reports;
    for (const ReportNumber number : group.members) {
      reports.push_back(&library.outline(number));
      members.push_back(reports.back()->id);
    }
    for (Origin& origin : origins(reports, group.copies)) found.push_back(std::move(origin));
  }
  batch.put_origins(members, found);
}

// The stories of some blocks, and what is needed to write those that changed.
class Resettling {
 public:
  Resettling(const StoreReader& store, LibraryOfBatch& library, Neighbourhood& near,
             std::span<const ReportNumber> touched)
      : store_(store), library_(library), near_(near), touched_(touched.begin(), touched.end()) {}

  void settle_block(const std::vector<ReportNumber>& block) {
    const std::unordered_set<ReportNumber> inside(block.begin(), block.end());
    std::vector<StoryMember> members;
    std::vector<StoryLink> links;
    std::vector<CopyLink> copies;
    for (const ReportNumber number : block) {
      const Report& report = library_.outline(number);
      members.push_back(story_member(report));
      if (!report.url) members.back().article = report.id.value;  // see version_links()
      numbers_.emplace(report.id, number);
      for (const NumberedLink& link : near_.story_links(number)) {
        if (link.a != number || !inside.contains(link.b)) continue;
        links.push_back({report.id, near_.key_of(link.b).id, link.strength, link.kinship});
      }
      for (const CopyNeighbour& copy : near_.copies(number)) {
        if (copy.other < number || !inside.contains(copy.other)) continue;
        copies.emplace_back();
        copies.back().report = report.id;
        copies.back().other = near_.key_of(copy.other).id;
        copies.back().kind = copy.kind;
      }
    }
    for (Story& story : settle(members, links, copies)) take(std::move(story));
  }

  // Writes what changed.
  void put(Batch& batch, Storylines& storylines) {
    const Regrouping moved = regrouping_of(store_, stories_);
    batch.put_stories(members_, stories_);
    record(moved, batch);
    std::vector<NumberedLink> links;
    for (const ReportNumber number : members()) {
      const std::vector<NumberedLink>& own = near_.story_links(number);
      links.insert(links.end(), own.begin(), own.end());
    }
    storylines.settle(batch, links);
  }

  // Of the stories that may have changed or got other links.
  const std::vector<ReportNumber>& members() const { return affected_; }

 private:
  void take(Story story) {
    std::vector<ReportNumber> numbers;
    for (const ReportId id : story.reports) numbers.push_back(numbers_.at(id));
    const bool same = is_in_store(story, numbers);
    const bool touched = std::any_of(numbers.begin(), numbers.end(), [&](auto n) { return touched_.contains(n); });
    if (touched || !same) affected_.insert(affected_.end(), numbers.begin(), numbers.end());
    if (same) return;
    members_.insert(members_.end(), story.reports.begin(), story.reports.end());
    stories_.push_back(std::move(story));
  }

  bool is_in_store(const Story& story, const std::vector<ReportNumber>& numbers) const {
    const ReportNumber first = numbers.front();
    const auto in_it = [&](ReportNumber number) { return store_.story_number_of(number) == first; };
    return std::all_of(numbers.begin(), numbers.end(), in_it) &&
           store_.members_of_story(first).size() == numbers.size() && store_.story_title(first) == story.title;
  }

  const StoreReader& store_;
  LibraryOfBatch& library_;
  Neighbourhood& near_;
  std::unordered_set<ReportNumber> touched_;
  std::unordered_map<ReportId, ReportNumber> numbers_;
  std::vector<ReportNumber> affected_;
  std::vector<ReportId> members_;  // of those that changed
  std::vector<Story> stories_;
};

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
  Neighbourhood near(store, order);
  regroup_origins(store, batch, library, near, touched);
  Resettling resettling(store, library, near, touched);
  for (const StoryBlock& block : StoryBlocks(store, near).changed_by(touched)) {
    resettling.settle_block(block.members);
    batch.put_settled_together(block.members, block.step);
  }
  Storylines storylines(store, order, resettling.members());
  resettling.put(batch, storylines);
}

}  // namespace crossread
