#include "chronicle/people.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "chronicle/naming.h"
#include "chronicle/roles.h"

namespace crossread {
namespace {

constexpr std::size_t kMaxWords = 60;  // a longer sentence is a list

// Whether a deed of this status can be shown as one.
bool is_told(EventStatus status) {
  return status == EventStatus::asserted || status == EventStatus::alleged || status == EventStatus::planned ||
         status == EventStatus::threatened;
}

// "His death" is nothing that he did.
bool nobody_does(EventType type) {
  return type == EventType::death || type == EventType::accident || type == EventType::disaster;
}

class Gathering {
 public:
  Gathering(const Sentences& sentences, const Told& told, const OriginAt& origin_at, const CountryNames& countries)
      : sentences_(sentences), told_(told), origin_at_(origin_at), countries_(countries) {}

  std::vector<BriefPerson> gathered(std::span<const BriefSpeaker> speakers) {
    for (const BriefSpeaker& speaker : speakers) {
      for (const BriefSaying& saying : speaker.sayings)
        acts_[speaker.entity].push_back({ActKind::said, EventStatus::asserted, saying.cue, saying.date, saying.line});
    }
    for (const Claim& claim : told_.claims()) {
      if (claim.kind == ClaimKind::event) take(claim);
    }
    std::vector<BriefPerson> all;
    for (auto& [id, acts] : acts_) {
      if (std::optional<BriefPerson> person = shown(id, std::move(acts))) all.push_back(std::move(*person));
    }
    std::ranges::stable_sort(all, std::greater{}, [](const BriefPerson& person) {
      return std::tuple(person.origins, person.kind == EntityKind::person, person.acts.size());
    });
    if (all.size() > kMaxPeople) all.erase(all.begin() + kMaxPeople, all.end());
    return all;
  }

 private:
  void take(const Claim& claim) {
    for (const Support& support : claim.support) {
      const EventId* id = std::get_if<EventId>(&support.by);
      const auto at = id == nullptr ? std::nullopt : told_.find(*id);
      if (!at || !is_told(at->event->status)) continue;
      const ActKind what = nobody_does(at->event->type) ? ActKind::underwent : ActKind::did;
      for (const Party& party : at->event->actors) take(claim, *at, party, what);
      for (const Party& party : at->event->recipients) take(claim, *at, party, ActKind::underwent);
    }
  }

  void take(const Claim& claim, const Told::AnEvent& told, const Party& party, ActKind what) {
    const Entity* entity = told_.entity(told.report, party.entity);
    const Citation trigger = {told.report, told.event->trigger};
    const std::optional<std::size_t> sentence = sentences_.at(trigger);
    if (entity == nullptr || !may_act(*entity, countries_) || !sentence) return;
    if (party.span && names_another(*entity, told_, {told.report, *party.span})) return;
    const Telling& telling = sentences_[*sentence];
    if (!telling.whole || telling.length > kMaxWords || !telling.place.span.contains(trigger.span)) return;
    const std::optional<BriefNaming> named = name_near(*entity, told_, telling.place);
    if (!named || !telling.place.span.contains(named->words.span) || already(entity->id, *sentence)) return;
    const Analysis& analysis = sentences_.analysis(told.report);
    const bool borne_out = what == ActKind::did ? acts_in(analysis, named->words.span, trigger.span)
                                                : undergoes_in(analysis, named->words.span, trigger.span);
    if (!borne_out) return;
    std::vector<std::size_t> lines = {*sentence};
    for (const Support& support : claim.support) {
      const std::optional<Citation> other = told_.citation(support.evidence);
      const std::optional<std::size_t> at = other ? sentences_.at(*other) : std::nullopt;
      if (at && bears_out(sentences_.terms(*sentence), sentences_.terms(*at))) lines.push_back(*at);
    }
    BriefAct act;
    act.what = what;
    act.status = told.event->status;
    act.cue = blanks_joined(trigger.span.in(told_.report(told.report).text));
    if (told.event->date && told.event->date->span && told.event->date->date.start) act.date = told.event->date->date;
    act.line = line_of(lines, sentences_, told_, origin_at_);
    act.line.claim = claim.id;
    acts_[entity->id].push_back(std::move(act));
  }

  // It is told of them already, in this sentence or in one that says as much.
  bool already(EntityId id, std::size_t sentence) const {
    const auto known = acts_.find(id);
    if (known == acts_.end()) return false;
    return std::ranges::any_of(known->second, [&](const BriefAct& act) {
      return std::ranges::any_of(act.line.citations, [&](const Citation& place) {
        if (place.report == sentences_[sentence].place.report && place.span.overlaps(sentences_[sentence].place.span))
          return true;
        const std::optional<std::size_t> shown = sentences_.at(place);
        return shown && act.what != ActKind::said && covered(sentences_.terms(sentence), sentences_.terms(*shown));
      });
    });
  }

  std::optional<BriefPerson> shown(EntityId id, std::vector<BriefAct> acts) const {
    const Entity& entity = *told_.entity(id);
    const std::optional<BriefNaming> named = name_in(entity, told_);
    if (!named) return std::nullopt;
    BriefPerson person;
    person.entity = id;
    person.kind = entity.kind;
    person.named = *named;
    person.office = office_in(entity, told_);
    std::vector<Citation> places;
    for (const BriefAct& act : acts) places.insert(places.end(), act.line.citations.begin(), act.line.citations.end());
    person.origins = origin_at_.count(places);
    person.acts = in_order(most_told(std::move(acts)));
    return person;
  }

  static std::vector<BriefAct> most_told(std::vector<BriefAct> acts) {
    std::ranges::stable_sort(acts, std::greater{}, [](const BriefAct& act) {
      return std::tuple(act.line.origins, act.line.citations.size());
    });
    if (acts.size() > kMaxActs) acts.erase(acts.begin() + kMaxActs, acts.end());
    return acts;
  }

  std::vector<BriefAct> in_order(std::vector<BriefAct> acts) const {
    std::ranges::stable_sort(
        acts, {}, [&](const BriefAct& act) { return std::tuple(day_of_act(act), act.line.citations.front()); });
    return acts;
  }

  std::int32_t day_of_act(const BriefAct& act) const {
    if (act.date && act.date->start) return act.date->start->day;
    const std::optional<Date>& published = told_.report(act.line.citations.front().report).published;
    return published && published->start ? published->start->day : INT32_MAX;
  }

  const Sentences& sentences_;
  const Told& told_;
  const OriginAt& origin_at_;
  const CountryNames& countries_;
  std::map<EntityId, std::vector<BriefAct>> acts_;
};

}  // namespace

std::vector<BriefPerson> people(std::span<const BriefSpeaker> speakers, const Sentences& sentences, const Told& told,
                                const OriginAt& origin_at, const CountryNames& countries) {
  return Gathering(sentences, told, origin_at, countries).gathered(speakers);
}

}  // namespace crossread
