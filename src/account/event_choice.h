// Which words of a report are events in the end: the model of events decides over what the frames drafted, and finds
// what they do not know.
#pragma once

#include <vector>

#include "account/event_features.h"
#include "account/event_model.h"
#include "account/events_drafts.h"

namespace crossread::account {

// Drafts in order of text, with type, status, background and parties; none of them dropped. `drafts` are those of the
// frames, dropped ones included.
std::vector<Draft> chosen_deeds(const EventText& text, const EventLooks& looks, const EventModel& model,
                                const std::vector<Draft>& drafts);

}  // namespace crossread::account
