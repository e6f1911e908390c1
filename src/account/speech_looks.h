// What a stretch of speech looks like to the model of speech (speech_model.h): short strings, each "question=answer",
// of its cue, its speaker, where its words stand and which they are.
//
//   "The mayor said the bridge had never been closed."
//   cue=say way=clause way+cue=clause:say who=noun side=behind 1=the e=bridge neg=say …
#pragma once

#include <string>
#include <vector>

#include "account/speech_context.h"
#include "account/speech_value.h"

namespace crossread::account {

using SpeechLooks = std::vector<std::string>;

// Of `readings[which]`, one of the readings of `all[at]` (speech_alternatives.h), beside the others of its report. Each
// look once, in no order that matters.
SpeechLooks looks_of(const SpeechContext& in, const std::vector<Speech>& all, std::size_t at,
                     const std::vector<Speech>& readings, std::size_t which);

}  // namespace crossread::account
