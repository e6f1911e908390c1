// Other readings of one stretch of speech: somebody else who may speak in its sentence, or words that end sooner or
// later. The model of speech picks the likeliest (speech_model.h).
//
//   "The governor called off the parade, in which sheep were hurt, and called on the town to rest."
//   read with "sheep" as speaker; also: "The governor", which opens the sentence
#pragma once

#include <vector>

#include "account/speech_context.h"
#include "account/speech_value.h"

namespace crossread::account {

// The speech as it is, then the others: each differs from it in its speaker or in its words alone, and says in
// `reading` how.
std::vector<Speech> readings_of(const SpeechContext& in, const Speech& speech);

}  // namespace crossread::account
