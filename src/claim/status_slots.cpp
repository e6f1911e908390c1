// Whether a thing happened, by those who tell it. An accusation and a denial exclude each other; an admission by those
// who denied it replaces the denial; what was planned and later done is no quarrel, the deed replaces the plan; so does
// what is called off.
#include <algorithm>
#include <map>
#include <optional>

#include "claim/difference.h"
#include "claim/pair_signs.h"
#include "claim/slots.h"
#include "claim/stance.h"

namespace crossread::claim {
namespace {

enum class Stand : std::uint8_t { told, denied, admitted, planned, undone, otherwise };

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
    case Stand::undone:
      return "undone";
    case Stand::otherwise:
      return "otherwise";
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

std::optional<Stand> stand_of(const Tellings& tellings, const Item& item) {
  return item.is_event ? stand_of_event(tellings, item) : stand_of_statement(statement_of(tellings.storyline, item));
}

// Of a telling that stands against others.
Stand stand_against(const Tellings& tellings, const Item& item) {
  const auto says = [&](CounterSense sense) { return item.counters[static_cast<std::size_t>(sense)] > 0; };
  if (is_denied(tellings.storyline, item)) return Stand::denied;
  if (stand_of(tellings, item) == Stand::admitted) return Stand::admitted;
  if (says(CounterSense::negates) || says(CounterSense::dismisses)) return Stand::denied;
  if (says(CounterSense::undoes)) return Stand::undone;
  return Stand::otherwise;
}

// What the deniers themselves say of it is their version, not the other side's.
bool only_deniers(const Stance& told, const Stance& denied) {
  return !told.holders.empty() && std::ranges::includes(denied.holders, told.holders);
}

// Somebody else's word: neither the denier nor a report that says what he denied has thereby told it. Against what is
// no denial in form another report speaks in its own name too.
bool tells_against(const Tellings& tellings, const Item& told, const Item& denied) {
  const EntitySet voices = holders_of(tellings, told);
  if (voices.empty()) return !is_denied(tellings.storyline, denied) && told.origin != denied.origin;
  return !std::ranges::includes(denied.speakers, voices);
}

// Whether somebody tells what others deny.
bool is_quarrel(const Tellings& tellings, const Stance& told, const Stance& denied) {
  return std::ranges::any_of(told.items, [&](std::uint32_t t) {
    return std::ranges::any_of(
        denied.items, [&](std::uint32_t d) { return tells_against(tellings, tellings.items[t], tellings.items[d]); });
  });
}

// Thousandths of the words' weight that a denial shares with what it denies, where no model led it there. Not tuned.
constexpr std::int32_t kTheirWords = 400;

// That something was not so, in a telling that came into a group, denies what the others tell if it is in their words.
bool in_their_words(const Tellings& tellings, const Item& denial, const Stance& told) {
  return std::ranges::any_of(told.items, [&](std::uint32_t item) {
    return likeness(denial.words, tellings.items[item].words) >= kTheirWords;
  });
}

using Stances = std::map<Stand, Stance>;

Stances stances_of(const Tellings& tellings, const std::vector<std::uint32_t>& counters,
                   const std::set<std::uint32_t>& elsewhere) {
  Stances stances;
  const std::set<std::uint32_t> against(counters.begin(), counters.end());
  std::vector<std::uint32_t> denials;
  for (const std::uint32_t index : tellings.group) {
    const Item& item = tellings.items[index];
    if (against.contains(index)) continue;
    const auto stand = stand_of(tellings, item);
    if (stand == Stand::denied && item.statement && elsewhere.contains(*item.statement)) continue;
    if (stand == Stand::denied)
      denials.push_back(index);
    else if (stand)
      add_to(stances[*stand], tellings, index, shown_by(tellings, item));
  }
  const bool is_told = stances.contains(Stand::told);
  for (const std::uint32_t index : denials) {
    if (is_told && !in_their_words(tellings, tellings.items[index], stances[Stand::told])) continue;
    add_to(stances[Stand::denied], tellings, index, shown_by(tellings, tellings.items[index]));
  }
  for (const std::uint32_t counter : counters) {
    const Item& item = tellings.items[counter];
    add_to(stances[stand_against(tellings, item)], tellings, counter, shown_by(tellings, item));
  }
  for (const Stand stand : {Stand::denied, Stand::otherwise}) {
    if (!stances.contains(Stand::told) || !stances.contains(stand)) continue;
    const Stance& told = stances[Stand::told];
    if (only_deniers(told, stances[stand]) || !is_quarrel(tellings, told, stances[stand])) stances.erase(Stand::told);
  }
  return stances;
}

// A plan and a deed are called by words that mean nearly the same from here on, in thousandths. Not tuned.
constexpr std::int32_t kSameDeed = 500;

bool is_deed_of(const Tellings& tellings, const Item& deed, const Item& plan) {
  if (!deed.is_event || !plan.is_event || deed.published == INT32_MAX || deed.published <= plan.published) return false;
  const bool fewer = deed.mentioned.size() < plan.mentioned.size();
  const EntitySet& few = fewer ? deed.mentioned : plan.mentioned;
  const EntitySet& many = fewer ? plan.mentioned : deed.mentioned;
  if (few.empty() || !std::ranges::includes(many, few) ||
      likeness(deed.trigger_meaning, plan.trigger_meaning) < kSameDeed)
    return false;
  return are_kin(event_of(tellings.storyline, deed).type, event_of(tellings.storyline, plan).type);
}

// Whether a deed told on a later day is what was planned: deeds that readers take for one another, called alike, and
// the parties of the one among those of the other.
bool came_true(const Tellings& tellings, const Stance& told, const Stance& planned) {
  return std::ranges::any_of(told.items, [&](std::uint32_t t) {
    return std::ranges::any_of(
        planned.items, [&](std::uint32_t p) { return is_deed_of(tellings, tellings.items[t], tellings.items[p]); });
  });
}

// Which stands replace which, where the first is not the earlier one, and the verdict if none is left open.
constexpr std::pair<Stand, Stand> kReplaces[] = {{Stand::admitted, Stand::denied},
                                                 {Stand::told, Stand::planned},
                                                 {Stand::undone, Stand::planned},
                                                 {Stand::undone, Stand::told}};

void judge(Slot& slot, const Tellings& tellings, const Stances& stances, const std::map<Stand, std::uint32_t>& place) {
  const auto has = [&](Stand stand) { return stances.contains(stand); };
  for (const auto& [later, earlier] : kReplaces) {
    if (!has(later) || !has(earlier) || is_later(stances.at(earlier), stances.at(later))) continue;
    if (later == Stand::told && !came_true(tellings, stances.at(later), stances.at(earlier))) continue;
    slot.verdict = Verdict::revised;
    slot.positions[place.at(later)].supersedes = place.at(earlier);
    if (later == Stand::admitted) return;
  }
  const bool told = has(Stand::told) || has(Stand::admitted);
  if (told && (has(Stand::denied) || has(Stand::otherwise))) slot.verdict = Verdict::disputed;
}

// Two plain tellings that exclude each other differ in who, where, when or why rather than in whether it was.
void name_difference(Slot& slot, const Tellings& tellings, const Stances& stances,
                     const std::map<Stand, std::uint32_t>& place) {
  const Stance& told = stances.at(Stand::told);
  const Stance& otherwise = stances.at(Stand::otherwise);
  for (const std::uint32_t t : told.items) {
    for (const std::uint32_t o : otherwise.items) {
      const auto found = difference(tellings, tellings.items[t], tellings.items[o]);
      if (!found) continue;
      slot.slot = found->slot;
      slot.positions[place.at(Stand::told)].value = found->one;
      slot.positions[place.at(Stand::otherwise)].value = found->other;
      return;
    }
  }
}

}  // namespace

std::vector<Slot> status_slots(const Tellings& tellings, const std::vector<std::uint32_t>& counters,
                               const std::set<std::uint32_t>& elsewhere) {
  const Stances stances = stances_of(tellings, counters, elsewhere);
  const bool events =
      std::ranges::all_of(tellings.group, [&](std::uint32_t index) { return tellings.items[index].is_event; });
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
  slot.verdict = slot.positions.size() == 1 ? verdict_of_one(slot.positions.front()) : Verdict::compatible;
  judge(slot, tellings, stances, place);
  if (stances.size() == 2 && place.contains(Stand::told) && place.contains(Stand::otherwise))
    name_difference(slot, tellings, stances, place);
  return {slot};
}

}  // namespace crossread::claim
