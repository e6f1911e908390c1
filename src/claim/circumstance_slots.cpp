// Day, place and parties of an event: what its tellings say of them, one position a value. They are set side by side
// but never against each other: another day or place is another claim.
#include <algorithm>
#include <map>

#include "claim/slots.h"
#include "claim/stance.h"

namespace crossread::claim {
namespace {

Verdict verdict_of(const Slot& slot) {
  return slot.positions.size() == 1 ? verdict_of_one(slot.positions.front()) : Verdict::compatible;
}

Slot slot_of_stances(SlotKind kind, const Tellings& tellings, const std::map<std::string, Stance>& stances) {
  Slot slot;
  slot.slot = kind;
  std::vector<std::pair<std::uint32_t, std::string>> order;
  for (const auto& [value, stance] : stances) order.emplace_back(stance.items.front(), value);
  std::ranges::sort(order);
  for (const auto& [first, value] : order) {
    Position position = position_of(tellings, stances.at(value));
    position.value = value;
    slot.positions.push_back(std::move(position));
  }
  slot.verdict = verdict_of(slot);
  return slot;
}

std::string days_as_text(const Days& days) {
  const std::string first = iso(CivilTime{days.first, -1});
  return days.first == days.last ? first : first + "/" + iso(CivilTime{days.last, -1});
}

}  // namespace

std::vector<Slot> circumstance_slots(const Tellings& tellings) {
  std::map<SlotKind, std::map<std::string, Stance>> stances;
  for (const std::uint32_t index : tellings.group) {
    const Item& item = tellings.items[index];
    if (!item.is_event) continue;
    const auto add = [&](SlotKind kind, const std::string& value, ByteSpan words) {
      if (!value.empty()) add_to(stances[kind][value], tellings, index, words);
    };
    const auto& entities = tellings.storyline.identities.entities;
    const Event& event = event_of(tellings.storyline, item);
    if (item.dated) add(SlotKind::date, days_as_text(item.days), event.date->span.value_or(item.evidence));
    if (item.place) add(SlotKind::place, entities[*item.place].name, event.place->span.value_or(item.evidence));
    for (const std::uint32_t actor : item.actors) add(SlotKind::actor, entities[actor].name, item.evidence);
    for (const std::uint32_t recipient : item.recipients)
      add(SlotKind::recipient, entities[recipient].name, item.evidence);
  }
  std::vector<Slot> slots;
  for (const auto& [kind, values] : stances) slots.push_back(slot_of_stances(kind, tellings, values));
  return slots;
}

}  // namespace crossread::claim
