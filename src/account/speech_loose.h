// Speech that the table's patterns do not foresee: a cue of the table with other words hanging on it ("had reported
// four dead", "says officers in plain clothes fired"), any verb set off by commas beside its subject (", brokers
// estimate"), any verb with `that` or a quotation behind it. Much of it is none: it is for the model of speech to
// judge.
//
//   "The committee weighed it and put nine men on the roof."  ->  the committee, put, "nine men on the roof"
#pragma once

#include <vector>

#include "account/speech_context.h"
#include "account/speech_value.h"

namespace crossread::account {

// What stands behind or around a verb that nothing found was read at; at most one, added to `found`.
void read_loosely(const SpeechContext& in, TokenIndex verb, std::vector<Speech>& found);

}  // namespace crossread::account
