// Whether a thing happened, by those who tell it. An accusation and a denial exclude each other; an admission by those
// who denied it replaces the denial; what was planned and later done is no quarrel, the deed replaces the plan.
#include <algorithm>
#include <map>
#include <optional>

#include "claim/pair_signs.h"
#include "claim/slots.h"
#include "claim/stance.h"

namespace crossread::claim {
namespace {

enum class Stand : std::uint8_t { told, denied, admitted, planned };

std::string_view name_of(Stand stand) {
  switch (stand) {
    case Stand::told:
      return "told";
    case Stand::denied:
      return "denied";
    case Stand::admitted:
      return "admitted";
    case Stand::planned:
      return "planned";
  }
  return "";
}

// None where only the narrator says that it was not, or what might be: that is no quarrel.
std::optional<Stand> stand_of_event(const Tellings& tellings, const Item& item) {
  const EventStatus status = event_of(tellings.storyline, item).status;
  if (status == EventStatus::denied) return Stand::denied;
  if (status == EventStatus::negated) return item.statement ? std::optional(Stand::denied) : std::nullopt;
  if (status == EventStatus::hypothetical) return std::nullopt;
  if (is_unreal(status)) return Stand::planned;
  if (item.statement) {
    const Act act = statement_of(tellings.storyline, tellings.items[*item.statement]).act;
    if (act == Act::admit) return Stand::admitted;
  }
  return Stand::told;
}

// Acts that say how things are; a question, a demand or an offer takes no side.
bool takes_side(Act act) {
  return act == Act::say || act == Act::announce || act == Act::report || act == Act::confirm || act == Act::accuse ||
         act == Act::condemn || act == Act::warn;
}

std::optional<Stand> stand_of_statement(const Statement& statement) {
  if (statement.act == Act::deny) return Stand::denied;
  if (statement.act == Act::admit) return Stand::admitted;
  return takes_side(statement.act) ? std::optional(Stand::told) : std::nullopt;
}

// What the deniers themselves say of it is their version, not the other side's.
bool only_deniers(const Stance& told, const Stance& denied) {
  return !told.holders.empty() && std::ranges::includes(denied.holders, told.holders);
}

// Somebody else's word: neither the denier nor a report that says what he denied has thereby told it.
bool tells_against(const Tellings& tellings, const Item& told, const Item& denied) {
  const EntitySet voices = holders_of(tellings, told);
  return !voices.empty() && !std::ranges::includes(denied.speakers, voices);
}

// Whether somebody tells what others deny.
bool is_quarrel(const Tellings& tellings, const Stance& told, const Stance& denied) {
  return std::ranges::any_of(told.items, [&](std::uint32_t t) {
    return std::ranges::any_of(
        denied.items, [&](std::uint32_t d) { return tells_against(tellings, tellings.items[t], tellings.items[d]); });
  });
}

}  // namespace

std::vector<Slot> status_slots(const Tellings& tellings, const std::vector<std::uint32_t>& denials,
                               const std::set<std::uint32_t>& elsewhere) {
  std::map<Stand, Stance> stances;
  bool events = true;
  for (const std::uint32_t index : tellings.group) {
    const Item& item = tellings.items[index];
    events = events && item.is_event;
    const auto stand =
        item.is_event ? stand_of_event(tellings, item) : stand_of_statement(statement_of(tellings.storyline, item));
    if (stand == Stand::denied && item.statement && elsewhere.contains(*item.statement)) continue;
    if (stand) add_to(stances[*stand], tellings, index, shown_by(tellings, item));
  }
  for (const std::uint32_t denial : denials)
    add_to(stances[Stand::denied], tellings, denial, tellings.items[denial].evidence);
  if (stances.contains(Stand::told) && stances.contains(Stand::denied)) {
    const Stance& told = stances[Stand::told];
    const Stance& denied = stances[Stand::denied];
    if (only_deniers(told, denied) || !is_quarrel(tellings, told, denied)) stances.erase(Stand::told);
  }
  if (stances.empty() || (stances.size() == 1 && (!events || stances.contains(Stand::told)))) return {};
  Slot slot;
  slot.slot = SlotKind::status;
  std::map<Stand, std::uint32_t> place;
  std::vector<std::pair<std::uint32_t, Stand>> order;
  for (const auto& [stand, stance] : stances) order.emplace_back(stance.items.front(), stand);
  std::ranges::sort(order);
  for (const auto& [first, stand] : order) {
    place[stand] = static_cast<std::uint32_t>(slot.positions.size());
    Position position = position_of(tellings, stances.at(stand));
    position.value = std::string(name_of(stand));
    slot.positions.push_back(std::move(position));
  }
  const auto has = [&](Stand stand) { return stances.contains(stand); };
  if (has(Stand::denied) && has(Stand::admitted) && !is_later(stances[Stand::denied], stances[Stand::admitted])) {
    slot.verdict = Verdict::revised;
    slot.positions[place[Stand::admitted]].supersedes = place[Stand::denied];
  } else if (has(Stand::denied) && (has(Stand::told) || has(Stand::admitted))) {
    slot.verdict = Verdict::disputed;
  } else if (has(Stand::planned) && has(Stand::told) && is_later(stances[Stand::told], stances[Stand::planned])) {
    slot.verdict = Verdict::revised;
    slot.positions[place[Stand::told]].supersedes = place[Stand::planned];
  } else if (slot.positions.size() == 1) {
    slot.verdict = verdict_of_one(slot.positions.front());
  } else {
    slot.verdict = Verdict::compatible;
  }
  return {slot};
}

}  // namespace crossread::claim
