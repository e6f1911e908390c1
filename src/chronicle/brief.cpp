#include "chronicle/brief.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "chronicle/agreement.h"
#include "chronicle/copies.h"
#include "chronicle/key_sentences.h"
#include "chronicle/moments.h"
#include "chronicle/named_dates.h"
#include "chronicle/partings.h"
#include "chronicle/sayings.h"

namespace crossread {
namespace {

// The links between two of the reports, in canonical order of both ends.
std::vector<CopyLink> links_within(const std::vector<CopyLink>& links, const std::vector<ReportEntry>& reports) {
  std::map<ReportId, std::size_t> place;
  for (std::size_t i = 0; i < reports.size(); ++i) place[reports[i].report.id] = i;
  std::vector<CopyLink> within;
  std::ranges::copy_if(links, std::back_inserter(within),
                       [&](const CopyLink& link) { return place.contains(link.report) && place.contains(link.other); });
  std::ranges::sort(within, {},
                    [&](const CopyLink& link) { return std::tuple(place[link.report], place[link.other]); });
  return within;
}

// Those that stand in the reports of the brief; what several reports tell in nearly the same words is one.
std::vector<BriefAdvisory> advisories(const std::vector<Advisory>& all, const Sentences& sentences,
                                      const Bearers& bearers, const Told& told, const OriginAt& origin_at) {
  std::vector<BriefAdvisory> shown;
  std::set<std::pair<std::size_t, AdvisoryKind>> done;
  for (const Advisory& advisory : all) {
    const std::optional<Citation> place = told.citation(advisory.evidence);
    const std::optional<std::size_t> sentence = place ? sentences.at(*place) : std::nullopt;
    if (!sentence || !done.insert({*sentence, advisory.what}).second) continue;
    std::vector<std::size_t> tellers = bearers.of(sentences.terms(*sentence), place->report);
    for (const std::size_t teller : tellers) done.insert({teller, advisory.what});
    tellers.insert(tellers.begin(), *sentence);
    shown.push_back({advisory.what, line_of(tellers, sentences, told, origin_at)});
  }
  return shown;
}

}  // namespace

Chronicler::Chronicler(const std::filesystem::path& data_folder)
    : background_(data_folder / "lexicon/en/background.tsv"),
      bearing_(data_folder / "lexicon/en/bearing.tsv"),
      speech_(data_folder / "lexicon/en"),
      countries_(data_folder / "lexicon/en") {}

Brief Chronicler::brief(const StoryFile& file) const {
  Brief brief;
  brief.id = file.story.id;
  brief.title = file.story.title;
  brief.start = file.story.start;
  brief.end = file.story.end;
  for (const StoryFile::Member& member : file.members) brief.reports.push_back(member.entry);
  brief.links = links_within(file.links, brief.reports);
  brief.origins = copy_trees(brief.reports, brief.links, file.origins);
  const OriginAt origin_at(brief.reports, file.origins);
  const Told told(file);
  const Sentences sentences(file.members, told, origin_at, {background_, bearing_});
  const Bearers bearers(sentences);
  Agreement agreed = agreement(sentences, bearers, told, origin_at);
  Partings parted = partings(sentences, told, origin_at, bearing_);
  const std::vector<BriefLine> telling = key_sentences(
      sentences, bearers, told, origin_at,
      [&](std::size_t sentence) { return sentences[sentence].told_by < 2 && !agreed.told.contains(sentence); },
      agreed.lines);
  brief.agreed = std::move(agreed.lines);
  for (const BriefLine& line : telling) (line.origins > 1 ? brief.agreed : brief.single).push_back(line);
  brief.disputed = std::move(parted.disputed);
  brief.revised = std::move(parted.revised);
  brief.speakers = speakers(sentences, told, origin_at, {speech_, countries_});
  brief.moments = moments(sentences, told, origin_at);
  brief.advisories = advisories(file.told.advisories, sentences, bearers, told, origin_at);
  brief.dates = named_dates(file.members, origin_at);
  brief.follows = file.follows;
  brief.followed_by = file.followed_by;
  return brief;
}

}  // namespace crossread
