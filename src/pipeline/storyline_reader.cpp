#include "pipeline/storyline_reader.h"

#include <algorithm>
#include <set>
#include <unordered_set>
#include <utility>

#include "chronicle/timeline.h"
#include "claim/input.h"
#include "pipeline/known_number.h"
#include "pipeline/parallel.h"

namespace crossread {
namespace {

constexpr std::size_t kReportsAtOnce = 256;  // fetched before the threads settle them

}  // namespace

StorylineTables::StorylineTables(const std::filesystem::path& data_folder)
    : identity(data_folder / "lexicon/en"),
      claim(data_folder / "lexicon/en", data_folder / "models"),
      scores(data_folder / "lexicon/plover/scores.tsv"),
      advisories(data_folder / "lexicon/en/advisories.tsv") {}

std::vector<std::vector<ReportId>> parts_of(std::span<const Story> stories) {
  std::vector<std::vector<ReportId>> parts;
  for (const Story& story : stories) {
    const bool fits = !parts.empty() && parts.back().size() + story.reports.size() <= kMostReportsTogether;
    if (!fits) parts.emplace_back();
    for (const ReportId id : story.reports) {
      if (parts.back().size() == kMostReportsTogether) parts.emplace_back();
      parts.back().push_back(id);
    }
  }
  return parts;
}

// All that settling needs, read from the store.
struct StorylineReader::Part {
  StorylineId id;
  std::vector<Report> reports;  // in canonical order
  std::vector<Account> accounts;
  std::vector<Origin> origins;
  std::vector<Story> stories;
};

StorylineReader::Part StorylineReader::fetch(std::span<const Story> stories, std::span<const ReportId> reports) const {
  Part part;
  part.id = stories.front().storyline;
  part.stories.assign(stories.begin(), stories.end());
  for (const ReportId id : reports) part.reports.push_back(store_.report(known_number(store_, id)));
  std::ranges::sort(part.reports, {}, [](const Report& report) { return canonical_key(report); });
  std::set<OriginId> known;
  for (const Report& report : part.reports) {
    Account none;
    none.report = report.id;
    part.accounts.push_back(store_.account(report, known_number(store_, report.id)).value_or(std::move(none)));
    std::optional<Origin> origin = store_.origin_of(report.id);
    if (origin && known.insert(origin->id).second) part.origins.push_back(std::move(*origin));
  }
  return part;
}

StorylineFile StorylineReader::settled(Part part) const {
  std::vector<ReadReport> read;
  for (std::size_t i = 0; i < part.reports.size(); ++i) read.push_back({&part.reports[i], &part.accounts[i]});
  const Identities identities = identity::identify(read, tables_.identity);
  claim::StorylineReports storyline = claim::storyline_reports(read, identities, part.origins, part.stories);
  StorylineFile file;
  file.id = storyline.storyline = part.id;
  file.claims = claim::settle(storyline, tables_.claim);
  for (std::size_t i = 0; i < part.accounts.size(); ++i) {
    AccountEntry entry{std::move(part.accounts[i]), {}};
    for (const std::uint32_t entity : identities.entity_of[i])
      entry.entity_of.push_back(identities.entities[entity].id);
    file.accounts.push_back(std::move(entry));
  }
  file.reports = std::move(part.reports);
  file.entities = identities.entities;
  file.timeline = timeline_of(file.claims);
  file.situation = situation_of(file, tables_.scores);
  file.advisories = advisories_of(file, tables_.advisories);
  return file;
}

bool StorylineReader::visit_all(std::vector<Part> parts, const std::function<bool(const StorylineFile&)>& visit) const {
  std::vector<StorylineFile> files(parts.size());
  for_each_index(parts.size(), jobs_, [&](std::size_t i) { files[i] = settled(std::move(parts[i])); });
  return std::ranges::all_of(files, visit);
}

void StorylineReader::for_each(const std::function<bool(const StorylineFile&)>& visit) const {
  std::unordered_set<StorylineId> seen;
  std::vector<Part> waiting;
  std::size_t reports = 0;
  bool going = true;
  store_.for_each_story({}, [&](const Story& first) {
    if (!seen.insert(first.storyline).second) return true;
    std::vector<Story> stories;
    for (const StoryId id : store_.stories_of(first.storyline)) stories.push_back(*store_.story(id));
    for (const std::vector<ReportId>& members : parts_of(stories)) {
      waiting.push_back(fetch(stories, members));
      reports += members.size();
      if (reports < kReportsAtOnce) continue;
      going = going && visit_all(std::exchange(waiting, {}), visit);
      reports = 0;
    }
    return going;
  });
  if (going) visit_all(std::move(waiting), visit);
}

void StorylineReader::for_each_part(std::span<const Story> stories,
                                    const std::function<bool(const StorylineFile&)>& visit) const {
  for (const std::vector<ReportId>& members : parts_of(stories)) {
    std::vector<Part> one;
    one.push_back(fetch(stories, members));
    if (!visit_all(std::move(one), visit)) return;
  }
}

}  // namespace crossread
