// Sources set off by commas, read from the words alone: `Nine houses fell, the mayor said`, `The mayor, he added on
// Monday, was away`, `Nine houses fell, said the mayor`. Such sentences are long and the tree of them is seldom right.
#pragma once

#include "account/speech_context.h"
#include "account/speech_value.h"

namespace crossread::account {

// Sets speaker and content of a cue that stands in such a frame; false, and nothing set, where it stands in none.
bool read_frame(const SpeechContext& in, Speech& speech);

}  // namespace crossread::account
