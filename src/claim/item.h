// One telling: an event or a statement of one report, in the form in which tellings are compared.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claim/bag.h"
#include "claim/counter_words.h"
#include "claim/input.h"
#include "lexicon/text_meaning.h"
#include "types/claim.h"

namespace crossread::claim {

// Days since 1970-01-01, both inclusive.
struct Days {
  std::int32_t first = 0;
  std::int32_t last = 0;
  friend auto operator<=>(const Days&, const Days&) = default;
};

// A text of no more words than this says nothing of its own: "the charge". Not tuned.
inline constexpr std::size_t kThinWords = 2;

using EntitySet = std::vector<std::uint32_t>;  // places in Identities::entities, in order, each once

struct Item {
  bool is_event = false;
  std::uint32_t report = 0;  // place in StorylineReports::reports
  std::uint32_t index = 0;   // of Account::events or Account::statements
  ByteSpan evidence;         // trigger, or the first piece of the content
  ByteSpan sentence;         // of an event; of a statement what it says
  OriginId origin;
  std::int32_t published = 0;  // day; INT32_MAX when not known
  std::int64_t published_minutes = CanonicalKey::kUndated;
  Days days;  // when it happened, or was said
  bool dated = false;
  Bag words;                    // of the sentence of an event, of the content of a statement
  Bag plain;                    // of `words` those that are no part of a name
  Bag around;                   // of the line (paragraph) that it stands in
  Bag trigger;                  // of an event; the quotes of a statement
  Meaning meaning;              // of `words`
  Meaning plain_meaning;        // of `plain`
  Meaning trigger_meaning;      // of an event
  EntitySet actors;             // of an event; the speakers of a statement
  EntitySet recipients;         // of an event; the addressee of a statement
  EntitySet mentioned;          // all that takes part or is named in its words
  EntitySet named_around;       // named in its line
  std::vector<double> figures;  // more than two, in its sentence, in order
  EntitySet speakers;           // of a statement, or of that in which an event is told
  CounterCounts counters{};     // words by which it stands against another telling
  std::int32_t lead = 0;        // 1000 at the top of the report, two less a byte
  std::optional<std::uint32_t> place;
  std::vector<QuantityIndex> quantities;   // of an event; those in the content of a statement
  std::optional<std::uint32_t> statement;  // the item of the statement in which an event is told
  std::vector<std::uint32_t> inner;        // events told in a statement
};

// How rare words are and what they mean.
struct WordTables {
  const Background& background;
  const MeaningVectors& vectors;
  const CounterWords& counters;
};

std::vector<Item> items_of(const StorylineReports& storyline, const WordTables& tables);

// Days between two stretches, 0 when they meet.
std::int32_t gap(const Days& a, const Days& b);
// 100 a day between the publications of the two reports, up to 1000; 0 when not known.
std::int32_t published_apart(const Item& a, const Item& b);
// Thousandths: of all members of both, those that are in both (Dice).
std::int32_t dice(const EntitySet& a, const EntitySet& b);
// Thousandths: the cosine, no less than 0.
std::int32_t likeness(const Meaning& a, const Meaning& b);

inline const Event& event_of(const StorylineReports& storyline, const Item& item) {
  return storyline.reports[item.report].account->events[item.index];
}
inline const Statement& statement_of(const StorylineReports& storyline, const Item& item) {
  return storyline.reports[item.report].account->statements[item.index];
}
inline const StatedQuantity& quantity_of(const StorylineReports& storyline, const Item& item, QuantityIndex index) {
  return storyline.reports[item.report].account->quantities[index];
}

}  // namespace crossread::claim
