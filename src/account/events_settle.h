// From drafts to events: parties become entities, times and quantities go to the deeds that they belong to.
#pragma once

#include <vector>

#include "account/events.h"
#include "account/events_drafts.h"

namespace crossread::account {

// The events of the drafts, none of them dropped, in order of trigger.
FoundEvents settled(const EventText& text, const std::vector<Draft>& drafts);

}  // namespace crossread::account
