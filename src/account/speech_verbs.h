// Speech led in by a verb: `said that`, `offered to`, `called for`, `denied the charge`, `was quoted as saying`.
#pragma once

#include <vector>

#include "account/speech_context.h"
#include "account/speech_value.h"

namespace crossread::account {

void read_verb(const SpeechContext& in, TokenIndex verb, std::vector<Speech>& found);

}  // namespace crossread::account
