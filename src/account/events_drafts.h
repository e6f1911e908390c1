// Drafts of events by the frames alone: what the tables say of each verb and noun of a report, with the words that
// stand in its parts. A draft is not yet an event: what the report makes of it is decided after (events.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "account/events_near.h"
#include "account/events_status.h"
#include "account/events_text.h"
#include "account/frames.h"
#include "types/account.h"

namespace crossread::account {

// An event before its parties are entities.
struct Draft {
  TokenIndex trigger = -1;
  TokenIndex light = -1;  // the verb that carries a noun of doing: "launched a raid"
  EventType type = EventType::assault;
  std::optional<EventMode> mode;
  std::vector<TokenIndex> actors;
  std::vector<TokenIndex> recipients;
  TokenIndex instrument = -1;
  TokenIndex place = -1;
  Standing standing;
  std::optional<std::uint16_t> confidence;
  bool by_object = false;  // a verb whose frame asks for its object: "lift a ban"
  bool background = false;
  bool dropped = false;
};

// Adds the words that are not yet there.
void add_all(std::vector<TokenIndex>& into, const std::vector<TokenIndex>& from);

// One draft for each word that a frame names, in order of text, those that another swallows marked as dropped: "lifted
// the ban" is no ban, a drone strike that killed three is one deed, a promised visit is a promise.
std::vector<Draft> drafts_of(const EventText& text, const NearVerbs& near);

}  // namespace crossread::account
