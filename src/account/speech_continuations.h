// Quotations that nobody is named for: they go on from the statement before.
#pragma once

#include <vector>

#include "account/speech_context.h"
#include "account/speech_value.h"

namespace crossread::account {

void read_continuations(const SpeechContext& in, std::vector<Speech>& found);

}  // namespace crossread::account
