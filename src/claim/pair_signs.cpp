#include "claim/pair_signs.h"

#include <algorithm>
#include <cstdlib>

#include "claim/numbers.h"

namespace crossread::claim {
namespace {

using enum EventType;

// In the order of the enumeration.
constexpr std::array<std::string_view, kPairSigns> kNames = {
    "both_events",     "both_statements", "type_same",     "type_kin",         "mode_same",       "mode_other",
    "status_same",     "unreal_other",    "denied_one",    "denied_both",      "act_same",        "background_other",
    "actor_shared",    "actor_other",     "actor_country", "recipient_shared", "recipient_other", "crossed",
    "parties_shared",  "parties_within",  "parties_same",  "parties_rare",     "place_same",      "place_other",
    "date_same",       "date_near",       "date_other",    "published_apart",  "trigger_alike",   "trigger_told",
    "trigger_means",   "told_means",      "words_alike",   "words_within",     "words_mean",      "plain_alike",
    "plain_within",    "plain_mean",      "rarest_word",   "lone_word",        "around_alike",    "around_parties",
    "figure_same",     "figure_other",    "brevity",       "quotes_alike",     "number_same",     "number_other",
    "same_report",     "same_sentence",   "nested",        "near_in_text",     "alone",           "alone_of_party",
    "leads",           "speaker_same",    "speaker_other", "speaker_named",    "first_is_thin",   "first_later",
    "answers",         "speaker_acts",    "accuses",       "second_thin",      "first_event",     "second_event",
    "first_denies",    "second_denies",   "first_admits",  "first_negates",    "second_negates",  "first_dismisses",
    "first_refers",    "first_undoes",    "second_undoes", "first_owns",       "first_turns",     "first_explains",
    "second_explains", "first_unreal",    "second_unreal", "first_voiced",     "second_voiced",   "first_newer",
    "speaker_meant",   "one_thing"};

// Each row: types of which one report may use the one and another the other for one deed.
const std::vector<std::vector<EventType>>& kin() {
  static const std::vector<std::vector<EventType>> kRows = {
      {assault, crime, death, accident, disaster, coerce},
      {trial, sanction, coerce, crime, accuse},
      {agree, consult, cooperate, support, concede},
      {concede, retreat, aid},
      {request, threaten, reject, accuse},
      {election, retreat, reject},
      {economy, business, agree},
      {health, death, science, disaster},
      {protest, coerce, assault},
      {mobilize, assault, aid},
  };
  return kRows;
}

std::int32_t thousandths(bool yes) {
  return yes ? 1000 : 0;
}

std::size_t shared(const EntitySet& a, const EntitySet& b) {
  EntitySet both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both.size();
}

std::int32_t share_of_smaller(const EntitySet& a, const EntitySet& b) {
  const std::size_t smaller = std::min(a.size(), b.size());
  return smaller == 0 ? 0 : static_cast<std::int32_t>(1000 * shared(a, b) / smaller);
}

bool are_other(const EntitySet& a, const EntitySet& b) {
  return !a.empty() && !b.empty() && shared(a, b) == 0;
}

std::int32_t& at(PairSigns& signs, PairSign sign) {
  return signs[static_cast<std::size_t>(sign)];
}

template <class Counts, class Key>
std::int32_t count_in(const Counts& counts, const Key& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

// 1000 where one report tells it once, or two reports once each.
std::int32_t loneliness(std::int32_t a, std::int32_t b, bool same_report) {
  const std::int32_t all = same_report ? 2 * a : a + b;
  return all < 2 ? 1000 : 2000 / all;
}

std::uint32_t type_of(const StorylineReports& storyline, const Item& item) {
  return static_cast<std::uint32_t>(event_of(storyline, item).type);
}

}  // namespace

std::string_view name_of(PairSign sign) {
  return kNames[static_cast<std::size_t>(sign)];
}

bool are_kin(EventType a, EventType b) {
  return a == b || std::ranges::any_of(kin(), [&](const auto& row) {
           return std::ranges::find(row, a) != row.end() && std::ranges::find(row, b) != row.end();
         });
}

bool is_unreal(EventStatus status) {
  return status == EventStatus::planned || status == EventStatus::threatened || status == EventStatus::hypothetical ||
         status == EventStatus::requested;
}

bool is_denied(const StorylineReports& storyline, const Item& item) {
  if (!item.is_event) return statement_of(storyline, item).act == Act::deny;
  const EventStatus status = event_of(storyline, item).status;
  return status == EventStatus::denied || status == EventStatus::negated;
}

Comparison::Comparison(const StorylineReports& storyline, const std::vector<Item>& items)
    : storyline_(storyline), items_(items), crowds_(storyline.reports.size()), answered_(items.size()) {
  for (const Item& item : items) {
    Crowd& crowd = crowds_[item.report];
    for (const std::uint32_t party : item.mentioned) ++crowd.parties[party];
    for (const BagWord& word : item.plain) ++crowd.stems[word.stem];
    if (item.is_event) {
      const std::uint32_t type = type_of(storyline, item);
      ++crowd.types[type];
      for (const std::uint32_t party : item.mentioned) ++crowd.typed[{type, party}];
    } else {
      for (const std::uint32_t speaker : item.speakers) ++crowd.voices[speaker];
    }
  }
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    answered_[i] = i;
    for (std::uint32_t k = i; !items[i].is_event && k-- > 0 && items[k].report == items[i].report;) {
      if (items[k].is_event || shared(items[k].speakers, items[i].speakers) > 0) continue;
      answered_[i] = k;
      break;
    }
  }
}

bool Comparison::of_one_country(const EntitySet& a, const EntitySet& b) const {
  const auto country = [&](std::uint32_t entity) -> const std::string& {
    return storyline_.identities.entities[entity].country;
  };
  return std::ranges::any_of(a, [&](std::uint32_t x) {
    return !country(x).empty() && std::ranges::any_of(b, [&](std::uint32_t y) { return country(x) == country(y); });
  });
}

void Comparison::numbers(const Item& a, const Item& b, PairSigns& signs) const {
  bool comparable = false;
  bool same = false;
  for (const QuantityIndex i : a.quantities) {
    for (const QuantityIndex k : b.quantities) {
      const StatedQuantity& x = quantity_of(storyline_, a, i);
      const StatedQuantity& y = quantity_of(storyline_, b, k);
      if (!same_measure(x, y)) continue;
      comparable = true;
      same = same || equal(range_of(x), range_of(y));
    }
  }
  at(signs, PairSign::number_same) = thousandths(same);
  at(signs, PairSign::number_other) = thousandths(comparable && !same);
}

// Whether an event of the one, or told in it, is of the type of one of the other, with a party in common.
bool Comparison::share_type(const Item& a, const Item& b) const {
  const auto events = [&](const Item& item) {
    std::vector<const Item*> out;
    if (item.is_event) out.push_back(&item);
    for (const std::uint32_t inner : item.inner) out.push_back(&items_[inner]);
    return out;
  };
  for (const Item* x : events(a)) {
    for (const Item* y : events(b)) {
      if (type_of(storyline_, *x) == type_of(storyline_, *y) && shared(x->mentioned, y->mentioned) > 0) return true;
    }
  }
  return false;
}

void Comparison::kinds(const Item& a, const Item& b, PairSigns& signs) const {
  at(signs, PairSign::both_events) = thousandths(a.is_event && b.is_event);
  at(signs, PairSign::both_statements) = thousandths(!a.is_event && !b.is_event);
  const bool denied = is_denied(storyline_, a);
  at(signs, PairSign::denied_one) = thousandths(denied != is_denied(storyline_, b));
  at(signs, PairSign::denied_both) = thousandths(denied && is_denied(storyline_, b));
  if (a.is_event && b.is_event) {
    const Event& x = event_of(storyline_, a);
    const Event& y = event_of(storyline_, b);
    at(signs, PairSign::type_same) = thousandths(x.type == y.type);
    at(signs, PairSign::type_kin) = thousandths(x.type != y.type && are_kin(x.type, y.type));
    at(signs, PairSign::mode_same) = thousandths(x.mode && x.mode == y.mode);
    at(signs, PairSign::mode_other) = thousandths(x.mode && y.mode && x.mode != y.mode);
    at(signs, PairSign::status_same) = thousandths(x.status == y.status);
    at(signs, PairSign::unreal_other) = thousandths(is_unreal(x.status) != is_unreal(y.status));
    at(signs, PairSign::background_other) = thousandths(x.background != y.background);
  } else {
    at(signs, PairSign::type_same) = thousandths(share_type(a, b));
  }
  if (!a.is_event && !b.is_event)
    at(signs, PairSign::act_same) = thousandths(statement_of(storyline_, a).act == statement_of(storyline_, b).act);
}

void Comparison::parties(const Item& a, const Item& b, PairSigns& signs) const {
  if (a.is_event == b.is_event) {
    at(signs, PairSign::actor_shared) = share_of_smaller(a.actors, b.actors);
    at(signs, PairSign::actor_other) = thousandths(are_other(a.actors, b.actors));
    at(signs, PairSign::actor_country) =
        thousandths(are_other(a.actors, b.actors) && of_one_country(a.actors, b.actors));
    at(signs, PairSign::recipient_shared) = share_of_smaller(a.recipients, b.recipients);
    at(signs, PairSign::recipient_other) = thousandths(are_other(a.recipients, b.recipients));
  }
  at(signs, PairSign::crossed) =
      std::max(share_of_smaller(a.actors, b.recipients), share_of_smaller(a.recipients, b.actors));
  at(signs, PairSign::parties_shared) = dice(a.mentioned, b.mentioned);
  const std::int32_t within = share_of_smaller(a.mentioned, b.mentioned);
  at(signs, PairSign::parties_within) = within;
  at(signs, PairSign::parties_same) = thousandths(a.mentioned.size() > 1 && b.mentioned.size() > 1 && within == 1000);
  at(signs, PairSign::place_same) = thousandths(a.place && a.place == b.place);
  at(signs, PairSign::place_other) = thousandths(a.place && b.place && a.place != b.place);
  at(signs, PairSign::speaker_same) = share_of_smaller(a.speakers, b.speakers);
  at(signs, PairSign::speaker_other) = thousandths(are_other(a.speakers, b.speakers));
  at(signs, PairSign::speaker_named) =
      std::max(share_of_smaller(a.speakers, b.mentioned), share_of_smaller(a.mentioned, b.speakers));
}

void Comparison::times(const Item& a, const Item& b, PairSigns& signs) const {
  at(signs, PairSign::published_apart) = published_apart(a, b);
  if (a.is_event != b.is_event || !a.dated || !b.dated) return;
  const std::int32_t days = gap(a.days, b.days);
  at(signs, PairSign::date_same) = thousandths(days == 0);
  at(signs, PairSign::date_near) = thousandths(days == 1);
  at(signs, PairSign::date_other) = thousandths(days > 1);
}

void Comparison::wording(const Item& a, const Item& b, PairSigns& signs) const {
  const auto told = [](const Item& x, const Item& y) {
    return x.is_event && weight_of(x.trigger) <= weight_of(y.words) ? containment(x.trigger, y.words) : 0;
  };
  at(signs, PairSign::trigger_told) = std::max(told(a, b), told(b, a));
  const auto meant = [](const Item& x, const Item& y) {
    return x.is_event ? likeness(x.trigger_meaning, y.meaning) : 0;
  };
  at(signs, PairSign::told_means) = std::max(meant(a, b), meant(b, a));
  if (a.is_event && b.is_event) {
    at(signs, PairSign::trigger_alike) = likeness(a.trigger, b.trigger);
    at(signs, PairSign::trigger_means) = likeness(a.trigger_meaning, b.trigger_meaning);
  }
  if (!a.is_event && !b.is_event) at(signs, PairSign::quotes_alike) = likeness(a.trigger, b.trigger);
  at(signs, PairSign::words_alike) = likeness(a.words, b.words);
  at(signs, PairSign::words_within) = containment(a.words, b.words);
  at(signs, PairSign::words_mean) = likeness(a.meaning, b.meaning);
  at(signs, PairSign::plain_alike) = likeness(a.plain, b.plain);
  at(signs, PairSign::plain_within) = containment(a.plain, b.plain);
  at(signs, PairSign::plain_mean) = likeness(a.plain_meaning, b.plain_meaning);
  at(signs, PairSign::rarest_word) = std::min(1000, rarest_shared(a.plain, b.plain));
  at(signs, PairSign::brevity) =
      static_cast<std::int32_t>(std::min<std::size_t>(1000, 100 * std::min(a.words.size(), b.words.size())));
}

// The weight of the rarest word that both have, less the more often the two reports tell it.
std::int32_t Comparison::lone_word(const Item& a, const Item& b) const {
  std::int32_t most = 0;
  for (auto x = a.plain.begin(), y = b.plain.begin(); x != a.plain.end() && y != b.plain.end();) {
    if (x->stem == y->stem) {
      const std::int32_t lone = loneliness(count_in(crowds_[a.report].stems, x->stem),
                                           count_in(crowds_[b.report].stems, x->stem), a.report == b.report);
      most = std::max(most, std::min(x->weight, y->weight) * lone / 1000);
    }
    const bool step_x = x->stem <= y->stem;
    const bool step_y = y->stem <= x->stem;
    x += step_x;
    y += step_y;
  }
  return std::min(1000, most);
}

// What stands about the two.
void Comparison::setting(const Item& a, const Item& b, PairSigns& signs) const {
  at(signs, PairSign::lone_word) = lone_word(a, b);
  at(signs, PairSign::around_alike) = likeness(a.around, b.around);
  at(signs, PairSign::around_parties) = dice(a.named_around, b.named_around);
  std::vector<double> both;
  std::ranges::set_intersection(a.figures, b.figures, std::back_inserter(both));
  at(signs, PairSign::figure_same) = thousandths(!both.empty());
  at(signs, PairSign::figure_other) = thousandths(!a.figures.empty() && !b.figures.empty() && both.empty());
}

void Comparison::places_in_text(const Item& a, const Item& b, PairSigns& signs) const {
  at(signs, PairSign::leads) = std::min(a.lead, b.lead);
  if (a.report != b.report) return;
  at(signs, PairSign::same_report) = 1000;
  at(signs, PairSign::same_sentence) = thousandths(a.sentence.overlaps(b.sentence));
  const auto holds = [&](const Item& outer, const Item& inner) {
    if (outer.is_event) return false;
    if (inner.is_event) return inner.statement && &items_[*inner.statement] == &outer;
    return statement_of(storyline_, inner).within == outer.index;
  };
  at(signs, PairSign::nested) = thousandths(holds(a, b) || holds(b, a));
  const std::uint32_t apart =
      a.evidence.begin < b.evidence.begin ? b.evidence.begin - a.evidence.begin : a.evidence.begin - b.evidence.begin;
  at(signs, PairSign::near_in_text) = 1000 - static_cast<std::int32_t>(std::min<std::uint32_t>(1000, apart));
}

void Comparison::answers(const Item& a, const Item& b, PairSigns& signs) const {
  const auto is_thin = [](const Item& item) {
    return item.words.size() <= kThinWords && item.mentioned.empty() && item.quantities.empty();
  };
  at(signs, PairSign::first_is_thin) = thousandths(is_thin(a));
  at(signs, PairSign::second_thin) = thousandths(is_thin(b));
  at(signs, PairSign::first_later) = thousandths(a.report == b.report && b.evidence < a.evidence);
  const auto place = static_cast<std::uint32_t>(&a - items_.data());
  const Item& before = items_[answered_[place]];
  at(signs, PairSign::answers) =
      thousandths(&before != &a && (&before == &b || (b.statement && &items_[*b.statement] == &before)));
  at(signs, PairSign::speaker_acts) = b.is_event ? share_of_smaller(a.speakers, b.actors) : 0;
  if (b.is_event) {
    at(signs, PairSign::accuses) = thousandths(event_of(storyline_, b).status == EventStatus::alleged);
  } else {
    const Act act = statement_of(storyline_, b).act;
    at(signs, PairSign::accuses) = thousandths(act == Act::accuse || act == Act::condemn);
  }
}

// What sets the first against the second.
void Comparison::sides(const Item& a, const Item& b, PairSigns& signs) const {
  const auto says = [](const Item& item, CounterSense sense) {
    return std::min(1000, 300 * item.counters[static_cast<std::size_t>(sense)]);
  };
  const auto unreal = [&](const Item& item) { return item.is_event && is_unreal(event_of(storyline_, item).status); };
  at(signs, PairSign::first_event) = thousandths(a.is_event);
  at(signs, PairSign::second_event) = thousandths(b.is_event);
  at(signs, PairSign::first_denies) = thousandths(is_denied(storyline_, a));
  at(signs, PairSign::second_denies) = thousandths(is_denied(storyline_, b));
  at(signs, PairSign::first_admits) = thousandths(!a.is_event && statement_of(storyline_, a).act == Act::admit);
  at(signs, PairSign::first_negates) = says(a, CounterSense::negates);
  at(signs, PairSign::second_negates) = says(b, CounterSense::negates);
  at(signs, PairSign::first_dismisses) = says(a, CounterSense::dismisses);
  at(signs, PairSign::first_refers) = says(a, CounterSense::refers);
  at(signs, PairSign::first_undoes) = says(a, CounterSense::undoes);
  at(signs, PairSign::second_undoes) = says(b, CounterSense::undoes);
  at(signs, PairSign::first_owns) = says(a, CounterSense::owns);
  at(signs, PairSign::first_turns) = says(a, CounterSense::turns);
  at(signs, PairSign::first_explains) = says(a, CounterSense::explains);
  at(signs, PairSign::second_explains) = says(b, CounterSense::explains);
  at(signs, PairSign::first_unreal) = thousandths(unreal(a));
  at(signs, PairSign::second_unreal) = thousandths(unreal(b));
  at(signs, PairSign::first_voiced) = thousandths(!a.speakers.empty());
  at(signs, PairSign::second_voiced) = thousandths(!b.speakers.empty());
  at(signs, PairSign::first_newer) =
      thousandths(a.published_minutes != CanonicalKey::kUndated && b.published_minutes < a.published_minutes);
  at(signs, PairSign::speaker_meant) = share_of_smaller(a.speakers, b.mentioned);
}

void Comparison::rarity(const Item& a, const Item& b, PairSigns& signs) const {
  const Crowd& x = crowds_[a.report];
  const Crowd& y = crowds_[b.report];
  const bool same_report = a.report == b.report;
  EntitySet both;
  std::ranges::set_intersection(a.mentioned, b.mentioned, std::back_inserter(both));
  for (const std::uint32_t party : both) {
    std::int32_t& rare = at(signs, PairSign::parties_rare);
    rare = std::max(rare, loneliness(count_in(x.parties, party), count_in(y.parties, party), same_report));
  }
  if (!a.is_event && !b.is_event) {
    EntitySet voices;
    std::ranges::set_intersection(a.speakers, b.speakers, std::back_inserter(voices));
    for (const std::uint32_t voice : voices) {
      std::int32_t& alone = at(signs, PairSign::alone);
      alone = std::max(alone, loneliness(count_in(x.voices, voice), count_in(y.voices, voice), same_report));
    }
    return;
  }
  if (!a.is_event || !b.is_event) return;
  const std::uint32_t type = type_of(storyline_, a);
  if (type != type_of(storyline_, b)) return;
  at(signs, PairSign::alone) = loneliness(count_in(x.types, type), count_in(y.types, type), same_report);
  for (const std::uint32_t party : both) {
    std::int32_t& alone = at(signs, PairSign::alone_of_party);
    const std::pair key(type, party);
    alone = std::max(alone, loneliness(count_in(x.typed, key), count_in(y.typed, key), same_report));
  }
}

PairSigns Comparison::signs(const Item& a, const Item& b) const {
  PairSigns signs{};
  kinds(a, b, signs);
  parties(a, b, signs);
  times(a, b, signs);
  wording(a, b, signs);
  setting(a, b, signs);
  numbers(a, b, signs);
  places_in_text(a, b, signs);
  rarity(a, b, signs);
  answers(a, b, signs);
  sides(a, b, signs);
  return signs;
}

}  // namespace crossread::claim
