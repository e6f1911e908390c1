#include "pipeline/brief_reader.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "pipeline/dossier_reader.h"
#include "pipeline/known_number.h"

namespace crossread {
namespace {

StoryFile::Neighbour neighbour_of(const Story& story) {
  return {story.id, story.title, story.start};
}

std::set<ReportId> members_of(const StoryFile& file) {
  std::set<ReportId> members;
  for (const StoryFile::Member& member : file.members) members.insert(member.entry.report.id);
  return members;
}

// What of a part of a storyline the reports of the file tell. Claims stay whole: who is told to have said what does
// not depend on which reports a brief shows.
void add_part(StoryFile& file, const StorylineFile& part) {
  const std::set<ReportId> members = members_of(file);
  const auto told_here = [&](const Evidence& evidence) { return members.contains(evidence.report); };
  std::set<ClaimId> claims;
  for (const AccountEntry& entry : part.accounts) {
    if (members.contains(entry.account.report)) file.told.accounts.push_back(entry);
  }
  for (const Entity& entity : part.entities) {
    const bool here =
        std::ranges::any_of(entity.mentions, [&](const EntityMention& mention) { return told_here(mention.place); });
    if (here) file.told.entities.push_back(entity);
  }
  for (const Claim& claim : part.claims) {
    if (std::ranges::none_of(claim.support, told_here, &Support::evidence)) continue;
    file.told.claims.push_back(claim);
    claims.insert(claim.id);
  }
  std::ranges::copy_if(part.timeline, std::back_inserter(file.told.timeline),
                       [&](const TimelineEntry& entry) { return claims.contains(entry.claim); });
  std::ranges::copy_if(part.advisories, std::back_inserter(file.told.advisories), told_here, &Advisory::evidence);
  std::ranges::copy_if(part.situation, std::back_inserter(file.told.situation), [&](const SituationRow& row) {
    return std::ranges::any_of(row.claims, [&](ClaimId claim) { return claims.contains(claim); });
  });
}

// All stories as if they were one.
Story joined(std::span<const Story> stories) {
  Story all = stories.front();
  for (const Story& story : stories.subspan(1)) {
    all.reports.insert(all.reports.end(), story.reports.begin(), story.reports.end());
    if (all.title.empty()) all.title = story.title;
    if (story.start && (!all.start || minutes_of(*story.start) < minutes_of(*all.start))) all.start = story.start;
    if (story.end && (!all.end || minutes_of(*story.end) > minutes_of(*all.end))) all.end = story.end;
  }
  return all;
}

}  // namespace

bool BriefReader::is_fresh(ReportId report) const {
  return store_.batch_of(known_number(store_, report)) > since_->batch;
}

bool BriefReader::has_news(const Story& story) const {
  return !since_ || std::ranges::any_of(story.reports, [&](ReportId report) { return is_fresh(report); });
}

void BriefReader::for_each(std::span<const Story> stories,
                           const std::function<void(std::size_t, const StoryFile&)>& visit) const {
  std::map<StorylineId, std::vector<std::size_t>> by_storyline;
  for (std::size_t i = 0; i < stories.size(); ++i) by_storyline[stories[i].storyline].push_back(i);
  for (const auto& [storyline, places] : by_storyline) {
    std::vector<StoryFile> files;
    for (const std::size_t place : places) files.push_back(without_claims(stories.subspan(place, 1)));
    add_claims(files, storyline);
    for (std::size_t i = 0; i < files.size(); ++i) visit(places[i], files[i]);
  }
}

StoryFile BriefReader::file_of_all(std::span<const Story> stories) const {
  StoryFile file = without_claims(stories);
  add_claims({&file, 1}, stories.front().storyline);
  return file;
}

StoryFile BriefReader::without_claims(std::span<const Story> stories) const {
  StoryFile file;
  file.story = joined(stories);
  Dossier dossier = DossierReader(store_).of_stories({stories.begin(), stories.end()}, {});
  file.links = std::move(dossier.lineage);
  file.origins = std::move(dossier.origins);
  for (ReportEntry& entry : dossier.reports) {
    Analysis analysis = analyser_.analyse(entry.report);
    const bool fresh = since_ && is_fresh(entry.report.id);
    file.members.push_back({std::move(entry), std::move(analysis), fresh});
  }
  if (since_) file.since = since_->words;
  if (stories.size() > 1) return file;
  for (const Story& other : whole(file.story.storyline)) {
    if (std::ranges::count(file.story.follows, other.id) > 0) file.follows.push_back(neighbour_of(other));
    if (std::ranges::count(other.follows, file.story.id) > 0) file.followed_by.push_back(neighbour_of(other));
  }
  return file;
}

void BriefReader::add_claims(std::span<StoryFile> files, StorylineId storyline) const {
  storylines_.for_each_part(whole(storyline), [&](const StorylineFile& part) {
    for (StoryFile& file : files) add_part(file, part);
    return true;
  });
  for (StoryFile& file : files) file.told.id = storyline;
}

std::vector<Story> BriefReader::whole(StorylineId storyline) const {
  std::vector<Story> stories;
  for (const StoryId id : store_.stories_of(storyline)) {
    if (std::optional<Story> story = store_.story(id)) stories.push_back(std::move(*story));
  }
  return stories;
}

}  // namespace crossread
