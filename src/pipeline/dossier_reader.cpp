#include "pipeline/dossier_reader.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "chronicle/timeline.h"
#include "pipeline/known_number.h"

namespace crossread {
namespace {

struct Version {
  CanonicalKey key;
  ReportId id;
};

bool linked(const StoreReader& store, ReportNumber number, ReportId other) {
  for (const CopyLink& link : store.copy_links_of(number)) {
    if (link.kind != CopyKind::quoted && (link.report == other || link.other == other)) return true;
  }
  return false;
}

// The versions of the article that a report is one of, itself included, in canonical order. Under one URL all are;
// under one source id those that were copied from each other.
std::vector<CanonicalKey> versions_of(const StoreReader& store, const Report& report, ReportNumber number) {
  std::vector<CanonicalKey> versions;
  for (const ReportNumber other : store.numbers_of_article(report.article_key())) {
    const ReportHead head = store.head(other);
    if (head.removed) continue;
    if (other == number || report.url || linked(store, number, head.id)) versions.push_back(head.key);
  }
  std::sort(versions.begin(), versions.end());
  return versions;
}

// Whether times tell the order of all.
bool ordered(const std::vector<CanonicalKey>& versions) {
  for (std::size_t i = 0; i < versions.size(); ++i) {
    if (versions[i].minutes == CanonicalKey::kUndated) return false;
    if (i > 0 && versions[i].minutes == versions[i - 1].minutes) return false;
  }
  return true;
}

bool begins_with(const std::string& text, const std::string& prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

template <class Value>
void move_behind(std::vector<Value>& list, std::vector<Value>& more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

void append(Dossier& dossier, StorylineFile file) {
  move_behind(dossier.entities, file.entities);
  move_behind(dossier.accounts, file.accounts);
  move_behind(dossier.claims, file.claims);
  move_behind(dossier.timeline, file.timeline);
  move_behind(dossier.advisories, file.advisories);
  move_behind(dossier.situation, file.situation);
  put_in_order(dossier.timeline);
  put_in_order(dossier.situation);
}

void put_in_order(std::vector<TimelineEntry>& timeline) {
  std::ranges::sort(timeline, earlier);
}

void put_in_order(std::vector<SituationRow>& situation) {
  std::ranges::stable_sort(situation, {},
                           [](const SituationRow& row) { return std::tie(row.day, row.actor, row.recipient); });
}

ReportEntry DossierReader::entry(Report report, ReportNumber number) const {
  ReportEntry entry;
  const std::vector<CanonicalKey> versions = versions_of(store_, report, number);
  if (versions.size() > 1) {
    const auto place = std::find(versions.begin(), versions.end(), canonical_key(report));
    if (place != versions.begin()) entry.version_of = versions.front().id;
    entry.version.reset();
    if (ordered(versions)) entry.version = static_cast<std::uint32_t>(place - versions.begin()) + 1;
  }
  const std::optional<Origin> origin = store_.origin_of(report.id);
  entry.origin = origin ? origin->id : OriginId{report.id.value};
  entry.report = std::move(report);
  return entry;
}

void DossierReader::for_each_entry(const After& after, const std::function<bool(const ReportEntry&)>& visit) const {
  store_.for_each_report(after,
                         [&](ReportNumber number, const Report& report) { return visit(entry(report, number)); });
}

Dossier DossierReader::of_stories(const std::vector<Story>& stories, const Producer& producer) const {
  Dossier dossier;
  dossier.producer = producer;
  dossier.stories = stories;
  std::set<ReportId> members;
  for (const Story& story : stories) members.insert(story.reports.begin(), story.reports.end());
  std::set<OriginId> origins;
  for (const ReportId id : members) {
    const ReportNumber number = known_number(store_, id);
    dossier.reports.push_back(entry(store_.report(number), number));
    for (CopyLink& link : store_.copy_links_of(number)) {
      if (link.report == id && members.contains(link.other)) dossier.lineage.push_back(std::move(link));
    }
    const std::optional<Origin> origin = store_.origin_of(id);
    if (origin && origins.insert(origin->id).second) dossier.origins.push_back(*origin);
  }
  const auto key_of = [&](ReportId id) { return store_.head(known_number(store_, id)).key; };
  std::sort(dossier.reports.begin(), dossier.reports.end(), [](const ReportEntry& a, const ReportEntry& b) {
    return canonical_key(a.report) < canonical_key(b.report);
  });
  std::sort(dossier.lineage.begin(), dossier.lineage.end(), [&](const CopyLink& a, const CopyLink& b) {
    return std::pair(key_of(a.report), key_of(a.other)) < std::pair(key_of(b.report), key_of(b.other));
  });
  std::sort(dossier.origins.begin(), dossier.origins.end(),
            [&](const Origin& a, const Origin& b) { return key_of(a.reports.front()) < key_of(b.reports.front()); });
  return dossier;
}

Dossier DossierReader::of_everything(const Producer& producer) const {
  Dossier whole;
  whole.producer = producer;
  const auto keep = [](auto& list) {
    return [&list](const auto& value) {
      list.push_back(value);
      return true;
    };
  };
  for_each_entry({}, keep(whole.reports));
  store_.for_each_rejection(keep(whole.rejections));
  store_.for_each_origin({}, keep(whole.origins));
  store_.for_each_copy_link({}, keep(whole.lineage));
  store_.for_each_story({}, keep(whole.stories));
  store_.for_each_change(keep(whole.changes));
  return whole;
}

std::optional<Story> DossierReader::story_with_prefix(const std::string& prefix) const {
  std::optional<Story> found;
  bool several = false;
  store_.for_each_story({}, [&](const Story& story) {
    if (!begins_with(story.id.str(), prefix)) return true;
    several = found.has_value();
    if (!several) found = story;
    return !several;
  });
  return several ? std::nullopt : found;
}

std::vector<Story> DossierReader::stories_of_storyline(const std::string& prefix) const {
  std::vector<Story> found;
  store_.for_each_story({}, [&](const Story& story) {
    if (begins_with(story.storyline.str(), prefix)) found.push_back(story);
    return true;
  });
  return found;
}

}  // namespace crossread
