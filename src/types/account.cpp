#include "types/account.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/hash.h"

namespace crossread {
namespace {

// In the order of the enumerations.
// clang-format off
constexpr std::array<std::string_view, kActCount> kActNames = {
    "say", "announce", "report", "confirm", "admit", "deny", "accuse", "condemn", "praise", "threaten", "warn",
    "demand", "order", "offer", "promise", "accept", "reject", "ask", "advise",
};
constexpr std::array<std::string_view, kEventTypeCount> kTypeNames = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "ACCIDENT", "DISASTER", "HEALTH", "CRIME",
    "TRIAL", "ELECTION", "ECONOMY", "BUSINESS", "SCIENCE", "SPORT", "CULTURE", "DEATH",
};
constexpr std::array<std::string_view, kEventModeCount> kModeNames = {
    "visit", "third-party", "multilateral", "phone",
    "withdraw", "release", "disarm", "ceasefire", "access", "resign",
    "assist", "change", "yield", "meet",
    "disapprove", "investigate", "allege",
    "restrict", "arrest", "relations", "expel", "territory", "violence",
    "demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize",
    "convict", "discontinue",
    "troops", "weapons", "police", "militia",
    "seize", "censor", "curfew", "martial-law", "deport", "withhold", "misinformation", "cyber",
    "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
    "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
};
constexpr std::array<std::string_view, kEventContextCount> kContextNames = {
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory",
    "peacekeeping", "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology",
    "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
};
constexpr std::array<std::string_view, kEventStatusCount> kStatusNames = {
    "asserted", "alleged", "denied", "negated", "planned", "threatened", "hypothetical", "requested",
};

using enum EventMode;
struct ModesOfType { EventType type; std::vector<EventMode> modes; };
const std::vector<ModesOfType>& modes_of_types() {
  static const std::vector<ModesOfType> kModes = {
      {EventType::consult, {visit, third_party, multilateral, phone}},
      {EventType::retreat, {withdraw, release, disarm, ceasefire, access, resign}},
      {EventType::request, {assist, change, yield, meet}},
      {EventType::reject, {assist, change, yield, meet}},
      {EventType::accuse, {disapprove, investigate, allege}},
      {EventType::threaten, {restrict, arrest, relations, expel, territory, violence}},
      {EventType::protest, {demo, riot, strike, hunger, boycott, obstruct, vandalize}},
      {EventType::sanction, {convict, expel, withdraw, discontinue}},
      {EventType::mobilize, {troops, weapons, police, militia}},
      {EventType::coerce, {seize, restrict, censor, curfew, martial_law, arrest, deport, withhold, misinformation,
                           cyber}},
      {EventType::assault, {abduct, beat, torture, sexual, targeted, destroy, primitive, firearms, explosives,
                            suicide_attack, aerial, drone, heavy_weapons, crowd_control, unconventional}},
  };
  return kModes;
}
// clang-format on

template <class Value, std::size_t count>
std::optional<Value> named(const std::array<std::string_view, count>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Value>(at - names.begin());
}

std::string written(const std::optional<ByteSpan>& span) {
  return span ? fmt::format("{}-{};", span->begin, span->end) : ";";
}

// Gathers faults: each check names where it stands.
class Inspection {
 public:
  Inspection(const Account& account, std::string_view text) : account_(account), text_(text) {}

  std::vector<std::string> faults() {
    check_entities();
    for (std::size_t i = 0; i < account_.quantities.size(); ++i) check_quantity(i);
    for (std::size_t i = 0; i < account_.statements.size(); ++i) check_statement(i);
    for (std::size_t i = 0; i < account_.events.size(); ++i) check_event(i);
    return std::move(faults_);
  }

 private:
  void fault(std::string what) { faults_.push_back(fmt::format("{} {}: {}", place_, number_, what)); }
  void at(std::string_view place, std::size_t number) {
    place_ = place;
    number_ = number;
  }

  void check_span(ByteSpan span) {
    if (span.empty() || span.end > text_.size()) fault(fmt::format("no words at {}-{}", span.begin, span.end));
  }
  void check_span(const std::optional<ByteSpan>& span) {
    if (span) check_span(*span);
  }
  void check_index(std::size_t index, std::size_t count, std::string_view what) {
    if (index >= count) fault(fmt::format("{} {} of {}", what, index, count));
  }
  void check_party(const Party& party) {
    check_index(party.entity, account_.entities.size(), "entity");
    check_span(party.span);
  }
  void check_party(const std::optional<Party>& party) {
    if (party) check_party(*party);
  }

  void check_entities() {
    std::set<EntityIndex> mentioned;
    for (std::size_t i = 0; i < account_.mentions.size(); ++i) {
      at("mention", i);
      check_span(account_.mentions[i].span);
      check_index(account_.mentions[i].entity, account_.entities.size(), "entity");
      mentioned.insert(account_.mentions[i].entity);
    }
    for (std::size_t i = 0; i < account_.entities.size(); ++i) {
      at("entity", i);
      if (account_.entities[i].name.empty()) fault("no name");
      if (!mentioned.contains(static_cast<EntityIndex>(i))) fault("no mention");
      for (const Role& role : account_.entities[i].roles) check_span(role.span);
    }
  }

  void check_quantity(std::size_t index) {
    at("quantity", index);
    check_span(account_.quantities[index].span);
    check_chain(index, account_.quantities.size(), "whole",
                [&](std::size_t i) { return account_.quantities[i].part_of; });
  }

  void check_statement(std::size_t index) {
    const Statement& statement = account_.statements[index];
    at("statement", index);
    if (statement.content.empty()) fault("no content");
    for (const Party& speaker : statement.speakers) check_party(speaker);
    check_span(statement.speaker_text);
    check_party(statement.addressee);
    check_span(statement.cue);
    for (const ByteSpan span : statement.content) check_span(span);
    for (const ByteSpan span : statement.quotes) check_span(span);
    for (const Passer& passer : statement.via) {
      if (passer.entity) check_index(*passer.entity, account_.entities.size(), "entity");
      check_span(passer.span);
    }
    if (statement.date) check_span(statement.date->span);
    check_chain(index, account_.statements.size(), "outer statement",
                [&](std::size_t i) { return account_.statements[i].within; });
  }

  void check_event(std::size_t index) {
    const Event& event = account_.events[index];
    at("event", index);
    for (const Party& party : event.actors) check_party(party);
    for (const Party& party : event.recipients) check_party(party);
    check_party(event.instrument);
    check_party(event.place);
    check_span(event.trigger);
    check_span(event.sentence);
    if (event.date) check_span(event.date->span);
    if (event.mode && !has_mode(event.type, *event.mode))
      fault(fmt::format("{} has no mode {}", name_of(event.type), name_of(*event.mode)));
    if (event.source) check_index(*event.source, account_.statements.size(), "source");
    for (const EventIndex cause : event.causes) check_index(cause, account_.events.size(), "cause");
    for (const QuantityIndex quantity : event.quantities) check_index(quantity, account_.quantities.size(), "quantity");
  }

  // Follows `next` from `index` upwards: within the list, and never round in a ring.
  template <class Next>
  void check_chain(std::size_t index, std::size_t count, std::string_view what, const Next& next) {
    std::size_t steps = 0;
    for (auto up = next(index); up; up = next(*up)) {
      if (*up >= count) return fault(fmt::format("{} {} of {}", what, *up, count));
      if (++steps > count) return fault(fmt::format("{} in a ring", what));
    }
  }

  const Account& account_;
  std::string_view text_;
  std::string_view place_;
  std::size_t number_ = 0;
  std::vector<std::string> faults_;
};

}  // namespace

std::string_view name_of(Act act) {
  return kActNames[static_cast<std::size_t>(act)];
}
std::string_view name_of(EventType type) {
  return kTypeNames[static_cast<std::size_t>(type)];
}
std::string_view name_of(EventMode mode) {
  return kModeNames[static_cast<std::size_t>(mode)];
}
std::string_view name_of(EventContext context) {
  return kContextNames[static_cast<std::size_t>(context)];
}
std::string_view name_of(EventStatus status) {
  return kStatusNames[static_cast<std::size_t>(status)];
}

std::optional<Act> act_named(std::string_view name) {
  return named<Act>(kActNames, name);
}
std::optional<EventType> event_type_named(std::string_view name) {
  return named<EventType>(kTypeNames, name);
}
std::optional<EventMode> event_mode_named(std::string_view name) {
  return named<EventMode>(kModeNames, name);
}
std::optional<EventContext> event_context_named(std::string_view name) {
  return named<EventContext>(kContextNames, name);
}
std::optional<EventStatus> event_status_named(std::string_view name) {
  return named<EventStatus>(kStatusNames, name);
}

bool is_plover(EventType type) {
  return static_cast<std::size_t>(type) < kPloverTypeCount;
}

bool has_mode(EventType type, EventMode mode) {
  return std::ranges::any_of(modes_of_types(), [&](const ModesOfType& row) {
    return row.type == type && std::ranges::find(row.modes, mode) != row.modes.end();
  });
}

StatementId statement_id(ReportId report, const Statement& statement) {
  std::string spans = "statement " + written(statement.speaker_text) + written(statement.cue);
  for (const ByteSpan span : statement.content) spans += written(span);
  if (statement.carrier) spans += "carrier";
  return {mix(report.value, hash64(spans))};
}

EventId event_id(ReportId report, const Event& event) {
  return {mix(report.value, hash64(fmt::format("event {} {}", name_of(event.type), written(event.trigger))))};
}

QuantityId quantity_id(ReportId report, const StatedQuantity& quantity) {
  return {mix(report.value, hash64(fmt::format("quantity {} {}", quantity.of, written(quantity.span))))};
}

std::vector<std::string> faults_of(const Account& account, std::string_view text) {
  return Inspection(account, text).faults();
}

}  // namespace crossread
