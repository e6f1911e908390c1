#include "chronicle/conduct.h"

#include "chronicle/naming.h"
#include "chronicle/roles.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace crossread {
namespace {

// A treatment with the words of the brief that tell it.
struct Shown {
  const Treatment* treatment = nullptr;
  BriefLine line;
  Citation dated;
};

class Gathering {
 public:
  Gathering(const Sentences& sentences, const Told& told, const OriginAt& origin_at)
      : sentences_(sentences), told_(told), origin_at_(origin_at) {}

  std::optional<Shown> shown(const Treatment& treatment) const {
    const std::optional<std::size_t> sentence = telling_of(treatment);
    if (!sentence) return std::nullopt;
    const std::optional<Citation> dated = dated_by(*treatment.claim, treatment.day);
    if (!dated) return std::nullopt;
    std::vector<std::size_t> lines = {*sentence};
    for (const Support& support : treatment.claim->support) {
      const std::optional<Citation> other = told_.citation(support.evidence);
      const std::optional<std::size_t> at = other ? sentences_.at(*other) : std::nullopt;
      if (at && bears_out(sentences_.terms(*sentence), sentences_.terms(*at))) lines.push_back(*at);
    }
    Shown shown{&treatment, line_of(lines, sentences_, told_, origin_at_), *dated};
    shown.line.claim = treatment.claim->id;
    return shown;
  }

 private:
  // The first sentence of the claim whose tree bears out who acts, and upon whom.
  std::optional<std::size_t> telling_of(const Treatment& treatment) const {
    for (const Support& support : treatment.claim->support) {
      const EventId* id = std::get_if<EventId>(&support.by);
      const auto at = id == nullptr ? std::nullopt : told_.find(*id);
      if (!at || at->event->status != treatment.status) continue;
      const bool both = any(*at, at->event->actors, treatment.actor, acts_in) &&
                        any(*at, at->event->recipients, treatment.recipient, reached_by);
      if (both && told_.citation(support.evidence)) return sentences_.at({at->report, at->event->trigger});
    }
    return std::nullopt;
  }

  using TakesPart = bool (*)(const Analysis&, ByteSpan words, ByteSpan trigger);
  bool any(const Told::AnEvent& told, const std::vector<Party>& parties, const std::string& side,
           TakesPart takes_part) const {
    return std::ranges::any_of(parties, [&](const Party& party) {
      const Entity* entity = told_.entity(told.report, party.entity);
      const bool same = entity != nullptr && (entity->country.empty() ? entity->name : entity->country) == side;
      if (!same || !party.span || names_another(*entity, told_, {told.report, *party.span})) return false;
      return takes_part(sentences_.analysis(told.report), *party.span, told.event->trigger);
    });
  }

  // The first words of the brief that give the claim its day.
  std::optional<Citation> dated_by(const Claim& claim, std::int32_t day) const {
    for (const Support& support : claim.support) {
      const EventId* id = std::get_if<EventId>(&support.by);
      const auto at = id == nullptr ? std::nullopt : told_.find(*id);
      if (!at || !at->event->date || !at->event->date->span) continue;
      const std::optional<CivilTime>& start = at->event->date->date.start;
      const std::optional<Citation> words = told_.citation({told_.report(at->report).id, *at->event->date->span});
      if (start && start->day == day && words) return words;
    }
    return std::nullopt;
  }

  const Sentences& sentences_;
  const Told& told_;
  const OriginAt& origin_at_;
};

// Into the point of its day and status; `sum` of the scores waits in BriefPoint::score until all are in.
void put(BriefConduct& conduct, Shown shown) {
  const Treatment& treatment = *shown.treatment;
  auto point = std::ranges::find_if(conduct.points, [&](const BriefPoint& one) {
    return one.day == treatment.day && one.status == treatment.status;
  });
  if (point == conduct.points.end())
    point = conduct.points.insert(conduct.points.end(), {treatment.day, treatment.status, 0, {}, {}});
  const bool known = std::ranges::any_of(
      point->claims, [&](const BriefLine& line) { return line.citations.front() == shown.line.citations.front(); });
  if (known) return;
  point->score += treatment.score;
  point->claims.push_back(std::move(shown.line));
  point->dated.push_back(shown.dated);
}

std::size_t claims_of(const BriefConduct& conduct) {
  std::size_t count = 0;
  for (const BriefPoint& point : conduct.points) count += point.claims.size();
  return count;
}

}  // namespace

std::vector<BriefConduct> conduct(const StorylineFile& told_file, const Sentences& sentences, const Told& told,
                                  const OriginAt& origin_at, const PloverScores& scores,
                                  const CountryNames& countries) {
  const Gathering gathering(sentences, told, origin_at);
  const std::vector<Treatment> treatments = treatments_of(told_file, scores);
  std::map<std::pair<std::string, std::string>, BriefConduct> by_pair;
  for (const Treatment& treatment : treatments) {
    std::optional<Shown> shown = gathering.shown(treatment);
    if (!shown) continue;
    BriefConduct& pair = by_pair[{treatment.actor, treatment.recipient}];
    pair.actor = countries.title(treatment.actor);
    pair.recipient = countries.title(treatment.recipient);
    put(pair, std::move(*shown));
  }
  std::vector<BriefConduct> all;
  for (auto& [key, pair] : by_pair) {
    for (BriefPoint& point : pair.points) point.score /= static_cast<std::int32_t>(point.claims.size());
    std::ranges::stable_sort(pair.points, {},
                             [](const BriefPoint& point) { return std::tuple(point.day, point.status); });
    all.push_back(std::move(pair));
  }
  std::ranges::stable_sort(all, std::greater{}, claims_of);
  if (all.size() > kMaxConducts) all.resize(kMaxConducts);
  return all;
}

}  // namespace crossread
