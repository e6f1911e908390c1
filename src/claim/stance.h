// A position in the making: one value of a slot, with the tellings that hold it.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "claim/slots.h"

namespace crossread::claim {

struct Stance {
  std::vector<std::uint32_t> items;  // in order
  std::vector<Evidence> evidence;    // of each item
  std::set<std::uint32_t> holders;   // entities on whose word
  std::set<OriginId> origins;
  std::set<std::uint32_t> reports;
  std::int32_t first_day = INT32_MAX;                  // of publication
  std::int64_t first_minute = CanonicalKey::kUndated;  // of publication, as CanonicalKey
};

// Whether it was first held after the other, both times known.
bool is_later(const Stance& a, const Stance& b);

void add_to(Stance& stance, const Tellings& tellings, std::uint32_t item, ByteSpan words);

// Who vouches for an item: the speakers of the statement that it is told in, or that it is.
EntitySet holders_of(const Tellings& tellings, const Item& item);

// The words that show an item's stance: what the statement says in which it is told, else its sentence.
ByteSpan shown_by(const Tellings& tellings, const Item& item);

// All of Position but its value.
Position position_of(const Tellings& tellings, const Stance& stance);

// agreed or single, for a slot with one position.
Verdict verdict_of_one(const Position& position);

}  // namespace crossread::claim
