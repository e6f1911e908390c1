// Headlines that name who speaks beside a colon or a dash: `Tehran: talks are over`, `Toll rises - official`.
#pragma once

#include <vector>

#include "account/speech_context.h"
#include "account/speech_value.h"

namespace crossread::account {

// `Tehran: talks are over` and `Toll rises - official` in headlines.
void read_headline(const SpeechContext& in, TokenIndex begin, std::vector<Speech>& found);

}  // namespace crossread::account
