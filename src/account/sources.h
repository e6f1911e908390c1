// On whose word an event is told: the statement that holds it.
#pragma once

#include "types/account.h"

namespace crossread::account {

// Sets Event::source of every event that lies in the words of a statement to the narrowest one, or whose trigger is
// the cue of one.
void find_sources(Account& account);

}  // namespace crossread::account
