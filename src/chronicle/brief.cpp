#include "chronicle/brief.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "chronicle/agreement.h"
#include "chronicle/conduct.h"
#include "chronicle/copies.h"
#include "chronicle/key_sentences.h"
#include "chronicle/matrix.h"
#include "chronicle/moments.h"
#include "chronicle/named_dates.h"
#include "chronicle/naming.h"
#include "chronicle/news.h"
#include "chronicle/partings.h"
#include "chronicle/people.h"
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

// Sentences of which other origins tell the same or perhaps a part, as far as claims, sayings and words show.
class Elsewhere {
 public:
  Elsewhere(const Sentences& sentences, const Bearers& bearers, const Told& told, const OriginAt& origin_at,
            const std::vector<BriefSpeaker>& speakers)
      : sentences_(sentences), bearers_(bearers), origin_at_(origin_at) {
    for (const BriefSpeaker& speaker : speakers) {
      for (const BriefSaying& saying : speaker.sayings) note(saying.line.citations);
    }
    for (const Claim& claim : told.claims()) {
      if (claim.kind == ClaimKind::statement) note(claim, told);
    }
  }

  bool has(std::size_t sentence) const {
    if (noted_.contains(sentence)) return true;
    const Citation& place = sentences_[sentence].place;
    return std::ranges::any_of(bearers_.touching(sentences_.terms(sentence), place.report), [&](std::size_t other) {
      return origin_at_(sentences_[other].place) != origin_at_(place) &&
             agree(sentences_.terms(sentence), sentences_.terms(other));
    });
  }

 private:
  // One with another number, or turned round where the other is not, tells something else.
  static bool agree(const Terms& one, const Terms& other) {
    const bool counted = !one.numbers.empty() && !other.numbers.empty();
    return one.turns == other.turns && (!counted || one.numbers == other.numbers);
  }

  void note(const Claim& claim, const Told& told) {
    std::vector<Citation> places;
    for (const Support& support : claim.support) {
      if (const std::optional<Citation> place = told.citation(support.evidence)) places.push_back(*place);
    }
    note(places);
  }

  void note(const std::vector<Citation>& places) {
    if (origin_at_.count(places) < 2) return;
    for (const Citation& place : places) {
      if (const std::optional<std::size_t> sentence = sentences_.at(place)) noted_.insert(*sentence);
    }
  }

  const Sentences& sentences_;
  const Bearers& bearers_;
  const OriginAt& origin_at_;
  std::set<std::size_t> noted_;
};

// The words that date an advisory: in its sentence, or else the nearest before it.
std::optional<Citation> dating_words(const Date& date, const Citation& sentence, const Told& told) {
  const std::string_view text = told.report(sentence.report).text;
  if (date.text.empty() || !date.start || !date.end) return std::nullopt;
  std::size_t at = sentence.span.in(text).find(date.text);
  at = at == std::string_view::npos ? text.rfind(date.text, sentence.span.begin) : at + sentence.span.begin;
  if (at == std::string_view::npos) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(at);
  return told.citation(
      {told.report(sentence.report).id, {begin, begin + static_cast<std::uint32_t>(date.text.size())}});
}

// With who issued it, where and when, as far as words of its report say so.
BriefAdvisory shown(const Advisory& advisory, const Citation& sentence, const Told& told) {
  BriefAdvisory shown;
  shown.what = advisory.what;
  const Entity* issuer = advisory.issuer ? told.entity(*advisory.issuer) : nullptr;
  if (issuer != nullptr) shown.issuer = name_near(*issuer, told, sentence);
  for (const EntityId id : advisory.place) {
    const Entity* place = told.entity(id);
    std::optional<BriefNaming> named = place == nullptr ? std::nullopt : name_near(*place, told, sentence);
    if (named) shown.places.push_back(std::move(*named));
  }
  if (advisory.date) shown.dated_by = dating_words(*advisory.date, sentence, told);
  if (shown.dated_by) shown.date = advisory.date;
  return shown;
}

// Those that stand in the reports of the brief; what several reports tell in nearly the same words is one.
std::vector<BriefAdvisory> advisories(const std::vector<Advisory>& all, const Sentences& sentences,
                                      const Bearers& bearers, const Told& told, const OriginAt& origin_at) {
  std::vector<BriefAdvisory> advisories;
  std::set<std::pair<std::size_t, AdvisoryKind>> done;
  for (const Advisory& advisory : all) {
    const std::optional<Citation> place = told.citation(advisory.evidence);
    const std::optional<std::size_t> sentence = place ? sentences.at(*place) : std::nullopt;
    if (!sentence || !done.insert({*sentence, advisory.what}).second) continue;
    std::vector<std::size_t> tellers = bearers.of(sentences.terms(*sentence), place->report);
    for (const std::size_t teller : tellers) done.insert({teller, advisory.what});
    tellers.insert(tellers.begin(), *sentence);
    advisories.push_back(shown(advisory, sentences[*sentence].place, told));
    advisories.back().line = line_of(tellers, sentences, told, origin_at);
  }
  return advisories;
}

}  // namespace

Chronicler::Chronicler(const std::filesystem::path& data_folder, const std::filesystem::path& own_outlets)
    : background_(data_folder / "lexicon/en/background.tsv"),
      bearing_(data_folder / "lexicon/en/bearing.tsv"),
      speech_(data_folder / "lexicon/en"),
      countries_(data_folder / "lexicon/en"),
      scores_(data_folder / "lexicon/plover/scores.tsv"),
      outlets_(data_folder, own_outlets) {}

Brief Chronicler::brief(const StoryFile& file) const {
  Brief brief;
  brief.id = file.story.id;
  brief.title = file.story.title;
  brief.start = file.story.start;
  brief.end = file.story.end;
  for (const StoryFile::Member& member : file.members) {
    const Report& report = member.entry.report;
    const OutletFacts* facts = outlets_.find(report.outlet.value_or(""), report.url.value_or(""));
    brief.reports.push_back(member.entry);
    brief.outlets.push_back(facts == nullptr ? std::nullopt : std::optional(*facts));
  }
  brief.links = links_within(file.links, brief.reports);
  brief.origins = copy_trees(brief.reports, brief.links, file.origins);
  const OriginAt origin_at(brief.reports, file.origins);
  const Told told(file);
  const Sentences sentences(file.members, told, origin_at, {background_, bearing_});
  const Bearers bearers(sentences);
  Agreement agreed = agreement(sentences, bearers, told, origin_at);
  Partings parted = partings(sentences, told, origin_at, bearing_);
  brief.speakers = speakers(sentences, told, origin_at, {speech_, countries_});
  const Elsewhere elsewhere(sentences, bearers, told, origin_at, brief.speakers);
  const std::vector<BriefLine> telling = key_sentences(
      sentences, bearers, told, origin_at,
      [&](std::size_t sentence) {
        return sentences[sentence].told_by < 2 && !agreed.told.contains(sentence) && !elsewhere.has(sentence);
      },
      agreed.lines);
  brief.agreed = std::move(agreed.lines);
  for (const BriefLine& line : telling) (line.origins > 1 ? brief.agreed : brief.single).push_back(line);
  brief.disputed = std::move(parted.disputed);
  brief.revised = std::move(parted.revised);
  brief.moments = moments(sentences, told, origin_at);
  brief.advisories = advisories(file.told.advisories, sentences, bearers, told, origin_at);
  brief.dates = named_dates(file.members, origin_at);
  brief.people = people(brief.speakers, sentences, told, origin_at, countries_);
  brief.conduct = conduct(file.told, sentences, told, origin_at, scores_, countries_);
  brief.matrix = matrix(brief, sentences, bearers);
  brief.news = news(file, brief, sentences, bearers, told, origin_at);
  brief.follows = file.follows;
  brief.followed_by = file.followed_by;
  return brief;
}

}  // namespace crossread
