#include "claim/features.h"

#include <algorithm>
#include <cstdlib>

#include "claim/numbers.h"

namespace crossread::claim {
namespace {

using enum EventType;

// In the order of the enumerations.
constexpr std::array<std::string_view, kEventSigns> kEventSignNames = {
    "bias",          "type_same",        "type_kin",         "mode_same",    "mode_other",
    "status_same",   "unreal_other",     "background_other", "actor_shared", "actor_other",
    "actor_country", "recipient_shared", "recipient_other",  "crossed",      "parties_shared",
    "parties_same",  "place_same",       "place_other",      "date_same",    "date_near",
    "date_other",    "published_apart",  "trigger_alike",    "trigger_told", "words_alike",
    "words_within",  "number_same",      "number_other",     "same_report",  "same_sentence",
    "trigger_means", "words_mean"};
constexpr std::array<std::string_view, kStatementSigns> kStatementSignNames = {
    "bias",        "speaker_same", "speaker_other", "speaker_country", "addressee_same",  "act_same",    "deny_other",
    "deny_both",   "words_alike",  "words_within",  "quotes_alike",    "mentioned_alike", "number_same", "number_other",
    "events_same", "same_report",  "nested",        "date_other",      "published_apart", "words_mean"};

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

template <class Sign, std::size_t size>
std::int32_t& at(std::array<std::int32_t, size>& signs, Sign sign) {
  return signs[static_cast<std::size_t>(sign)];
}

}  // namespace

std::string_view name_of(EventSign sign) {
  return kEventSignNames[static_cast<std::size_t>(sign)];
}
std::string_view name_of(StatementSign sign) {
  return kStatementSignNames[static_cast<std::size_t>(sign)];
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

bool Comparison::of_one_country(const EntitySet& a, const EntitySet& b) const {
  const auto country = [&](std::uint32_t entity) -> const std::string& {
    return storyline_.identities.entities[entity].country;
  };
  return std::ranges::any_of(a, [&](std::uint32_t x) {
    return !country(x).empty() && std::ranges::any_of(b, [&](std::uint32_t y) { return country(x) == country(y); });
  });
}

std::int32_t Comparison::number_same(const Item& a, const Item& b, bool& comparable) const {
  comparable = false;
  for (const QuantityIndex i : a.quantities) {
    for (const QuantityIndex k : b.quantities) {
      const StatedQuantity& x = quantity_of(storyline_, a, i);
      const StatedQuantity& y = quantity_of(storyline_, b, k);
      if (!same_measure(x, y)) continue;
      comparable = true;
      if (equal(range_of(x), range_of(y))) return 1000;
    }
  }
  return 0;
}

void Comparison::kinds(const Item& a, const Item& b, EventSigns& signs) const {
  const Event& x = event_of(storyline_, a);
  const Event& y = event_of(storyline_, b);
  at(signs, EventSign::type_same) = thousandths(x.type == y.type);
  at(signs, EventSign::type_kin) = thousandths(x.type != y.type && are_kin(x.type, y.type));
  at(signs, EventSign::mode_same) = thousandths(x.mode && x.mode == y.mode);
  at(signs, EventSign::mode_other) = thousandths(x.mode && y.mode && x.mode != y.mode);
  at(signs, EventSign::status_same) = thousandths(x.status == y.status);
  at(signs, EventSign::unreal_other) = thousandths(is_unreal(x.status) != is_unreal(y.status));
  at(signs, EventSign::background_other) = thousandths(x.background != y.background);
}

void Comparison::parties(const Item& a, const Item& b, EventSigns& signs) const {
  const auto role = [&](const EntitySet& x, const EntitySet& y, EventSign same, EventSign other) {
    at(signs, same) = share_of_smaller(x, y);
    at(signs, other) = thousandths(!x.empty() && !y.empty() && shared(x, y) == 0);
  };
  role(a.actors, b.actors, EventSign::actor_shared, EventSign::actor_other);
  role(a.recipients, b.recipients, EventSign::recipient_shared, EventSign::recipient_other);
  at(signs, EventSign::actor_country) =
      thousandths(at(signs, EventSign::actor_other) > 0 && of_one_country(a.actors, b.actors));
  at(signs, EventSign::crossed) =
      std::max(share_of_smaller(a.actors, b.recipients), share_of_smaller(a.recipients, b.actors));
  at(signs, EventSign::parties_shared) = dice(a.mentioned, b.mentioned);
  at(signs, EventSign::parties_same) = thousandths(a.mentioned.size() > 1 && b.mentioned.size() > 1 &&
                                                   share_of_smaller(a.mentioned, b.mentioned) == 1000);
  at(signs, EventSign::place_same) = thousandths(a.place && a.place == b.place);
  at(signs, EventSign::place_other) = thousandths(a.place && b.place && a.place != b.place);
}

EventSigns Comparison::events(const Item& a, const Item& b) const {
  EventSigns signs{};
  at(signs, EventSign::bias) = 1000;
  kinds(a, b, signs);
  parties(a, b, signs);
  if (a.dated && b.dated) {
    const std::int32_t days = gap(a.days, b.days);
    at(signs, EventSign::date_same) = thousandths(days == 0);
    at(signs, EventSign::date_near) = thousandths(days == 1);
    at(signs, EventSign::date_other) = thousandths(days > 1);
  }
  at(signs, EventSign::published_apart) = published_apart(a, b);
  at(signs, EventSign::trigger_alike) = likeness(a.trigger, b.trigger);
  at(signs, EventSign::trigger_told) =
      std::max(weight_of(a.trigger) <= weight_of(b.words) ? containment(a.trigger, b.words) : 0,
               weight_of(b.trigger) <= weight_of(a.words) ? containment(b.trigger, a.words) : 0);
  at(signs, EventSign::words_alike) = likeness(a.words, b.words);
  at(signs, EventSign::words_within) = containment(a.words, b.words);
  bool comparable = false;
  at(signs, EventSign::number_same) = number_same(a, b, comparable);
  at(signs, EventSign::number_other) = thousandths(comparable && at(signs, EventSign::number_same) == 0);
  at(signs, EventSign::trigger_means) = likeness(a.trigger_meaning, b.trigger_meaning);
  at(signs, EventSign::words_mean) = likeness(a.meaning, b.meaning);
  at(signs, EventSign::same_report) = thousandths(a.report == b.report);
  at(signs, EventSign::same_sentence) = thousandths(a.report == b.report && a.sentence == b.sentence);
  return signs;
}

StatementSigns Comparison::statements(const Item& a, const Item& b) const {
  StatementSigns signs{};
  const Statement& x = statement_of(storyline_, a);
  const Statement& y = statement_of(storyline_, b);
  at(signs, StatementSign::bias) = 1000;
  at(signs, StatementSign::speaker_same) = share_of_smaller(a.actors, b.actors);
  at(signs, StatementSign::speaker_other) =
      thousandths(!a.actors.empty() && !b.actors.empty() && shared(a.actors, b.actors) == 0);
  at(signs, StatementSign::speaker_country) =
      thousandths(at(signs, StatementSign::speaker_other) > 0 && of_one_country(a.actors, b.actors));
  at(signs, StatementSign::addressee_same) = share_of_smaller(a.recipients, b.recipients);
  at(signs, StatementSign::act_same) = thousandths(x.act == y.act);
  at(signs, StatementSign::deny_other) = thousandths((x.act == Act::deny) != (y.act == Act::deny));
  at(signs, StatementSign::deny_both) = thousandths(x.act == Act::deny && y.act == Act::deny);
  at(signs, StatementSign::words_alike) = likeness(a.words, b.words);
  at(signs, StatementSign::words_within) = containment(a.words, b.words);
  at(signs, StatementSign::quotes_alike) = likeness(a.trigger, b.trigger);
  at(signs, StatementSign::mentioned_alike) = dice(a.mentioned, b.mentioned);
  bool comparable = false;
  at(signs, StatementSign::number_same) = number_same(a, b, comparable);
  at(signs, StatementSign::number_other) = thousandths(comparable && at(signs, StatementSign::number_same) == 0);
  at(signs, StatementSign::events_same) = thousandths(std::ranges::any_of(a.inner, [&](std::uint32_t i) {
    return std::ranges::any_of(b.inner, [&](std::uint32_t k) {
      return event_of(storyline_, items_[i]).type == event_of(storyline_, items_[k]).type &&
             shared(items_[i].mentioned, items_[k].mentioned) > 0;
    });
  }));
  at(signs, StatementSign::words_mean) = likeness(a.meaning, b.meaning);
  at(signs, StatementSign::same_report) = thousandths(a.report == b.report);
  at(signs, StatementSign::nested) = thousandths(a.report == b.report && (x.within == b.index || y.within == a.index));
  at(signs, StatementSign::date_other) = thousandths(a.dated && b.dated && gap(a.days, b.days) > 1);
  at(signs, StatementSign::published_apart) = published_apart(a, b);
  return signs;
}

}  // namespace crossread::claim
