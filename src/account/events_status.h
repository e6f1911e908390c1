// Whether a deed was done: from its own mood and negation, then from the words above it, the nearest first.
//
//   "could fire" hypothetical; "will visit" planned; "did not fire" negated; "denied firing" denied;
//   "urged them to leave" requested; "threatened to fire" threatened; "accused of firing" alleged
#pragma once

#include <optional>

#include "account/events_tree.h"
#include "account/frames.h"

namespace crossread::account {

struct Standing {
  EventStatus status = EventStatus::asserted;
  std::optional<Cue> cue;  // what decided, if a word above did
  TokenIndex cue_token = -1;
  bool negated = false;  // by its own words: "will not lift"
  bool future = false;   // by its own words
};

// What a statement makes of an event that its content tells with this status: a denial denies what it names without
// quoting it, and what it negates; an accusation alleges; a threat and a demand bring what is to come.
EventStatus status_within(const Statement& statement, ByteSpan trigger, EventStatus own);

Standing standing_of(const Tree& tree, const EventFrames& frames, TokenIndex trigger);

}  // namespace crossread::account
