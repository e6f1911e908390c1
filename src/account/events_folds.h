// Several words for one deed become one draft: the verb decides over its noun, the promise over what it promises, the
// deed over its outcome.
#pragma once

#include <vector>

#include "account/events_drafts.h"

namespace crossread::account {

// Marks what another draft swallows as dropped, hands its parties over, and turns types as PLOVER does: future
// cooperation is AGREE, cooperation refused is REJECT. Events of words without their parties are dropped, too.
void fold(const EventText& text, std::vector<Draft>& drafts);

}  // namespace crossread::account
