#include "claim/difference.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "claim/stance.h"

namespace crossread::claim {
namespace {

std::string names_of(const Tellings& tellings, const EntitySet& set) {
  std::string names;
  for (const std::uint32_t entity : set) {
    if (!names.empty()) names += ", ";
    names += tellings.storyline.identities.entities[entity].name;
  }
  return names;
}

// Both known, none shared and none of one country with one of the other: a minister may act for his country.
bool exclude(const Tellings& tellings, const EntitySet& a, const EntitySet& b) {
  const auto& entities = tellings.storyline.identities.entities;
  return !a.empty() && !b.empty() && std::ranges::none_of(a, [&](std::uint32_t x) {
    return std::ranges::any_of(b, [&](std::uint32_t y) {
      return x == y || (!entities[x].country.empty() && entities[x].country == entities[y].country);
    });
  });
}

bool explains(const Item& item) {
  return item.counters[static_cast<std::size_t>(CounterSense::explains)] > 0;
}

std::string days_of(const Item& item) {
  const std::string first = iso(CivilTime{item.days.first, -1});
  return item.days.first == item.days.last ? first : first + "/" + iso(CivilTime{item.days.last, -1});
}

std::string words_of(const Tellings& tellings, const Item& item) {
  const std::string_view text = tellings.storyline.reports[item.report].report->text;
  std::string words(shown_by(tellings, item).in(text));
  std::ranges::replace(words, '\n', ' ');
  return words;
}

}  // namespace

std::optional<Difference> difference(const Tellings& tellings, const Item& one, const Item& other) {
  if (one.is_event && other.is_event) {
    if (one.place && other.place && exclude(tellings, {*one.place}, {*other.place}))
      return Difference{SlotKind::place, names_of(tellings, {*one.place}), names_of(tellings, {*other.place})};
    if (exclude(tellings, one.actors, other.actors))
      return Difference{SlotKind::actor, names_of(tellings, one.actors), names_of(tellings, other.actors)};
    if (exclude(tellings, one.recipients, other.recipients))
      return Difference{SlotKind::recipient, names_of(tellings, one.recipients), names_of(tellings, other.recipients)};
    if (one.dated && other.dated && gap(one.days, other.days) > 0)
      return Difference{SlotKind::date, days_of(one), days_of(other)};
  }
  if (!explains(one) && !explains(other)) return std::nullopt;
  return Difference{SlotKind::cause, words_of(tellings, one), words_of(tellings, other)};
}

}  // namespace crossread::claim
