#include "claim/stance.h"

#include <algorithm>

namespace crossread::claim {

EntitySet holders_of(const Tellings& tellings, const Item& item) {
  if (!item.is_event) return item.actors;
  return item.statement ? tellings.items[*item.statement].actors : EntitySet{};
}

ByteSpan shown_by(const Tellings& tellings, const Item& item) {
  if (!item.is_event) return item.evidence;
  if (item.statement) {
    const Item& told = tellings.items[*item.statement];
    for (const ByteSpan piece : statement_of(tellings.storyline, told).content) {
      if (piece.contains(item.evidence)) return piece;
    }
  }
  return item.sentence.contains(item.evidence) ? item.sentence : item.evidence;
}

bool is_later(const Stance& a, const Stance& b) {
  return a.first_minute != CanonicalKey::kUndated && b.first_minute < a.first_minute;
}

void add_to(Stance& stance, const Tellings& tellings, std::uint32_t index, ByteSpan words) {
  const Item& item = tellings.items[index];
  stance.items.push_back(index);
  stance.evidence.push_back({tellings.storyline.reports[item.report].report->id, words});
  for (const std::uint32_t holder : holders_of(tellings, item)) stance.holders.insert(holder);
  stance.origins.insert(item.origin);
  stance.reports.insert(item.report);
  if (item.published == INT32_MAX) return;
  stance.first_day = std::min(stance.first_day, item.published);
  stance.first_minute = std::min(stance.first_minute, item.published_minutes);
}

Position position_of(const Tellings& tellings, const Stance& stance) {
  Position position;
  for (const std::uint32_t holder : stance.holders)
    position.holders.push_back(tellings.storyline.identities.entities[holder].id);
  for (const std::uint32_t item : stance.items) {
    const OriginId origin = tellings.items[item].origin;
    if (std::ranges::find(position.origins, origin) == position.origins.end()) position.origins.push_back(origin);
  }
  for (const Evidence& evidence : stance.evidence) {
    if (std::ranges::find(position.evidence, evidence) == position.evidence.end())
      position.evidence.push_back(evidence);
  }
  if (stance.first_day != INT32_MAX) {
    Date held;
    held.start = CivilTime{stance.first_day, -1};
    held.end = held.start;
    held.anchor = Anchor::published;
    position.held = held;
  }
  return position;
}

Verdict verdict_of_one(const Position& position) {
  return position.origins.size() > 1 ? Verdict::agreed : Verdict::single;
}

}  // namespace crossread::claim
