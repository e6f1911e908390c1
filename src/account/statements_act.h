// What is done by saying something, where the cue leaves it to the words.
#pragma once

#include "account/speech_tree.h"
#include "account/speech_value.h"
#include "lexicon/speech_words.h"

namespace crossread::account {

// The act of the cue; of a neutral one, what the words do: a question asks, an imperative demands, a flat no to what
// one is said to have done denies; and a document or a medium reports.
Act act_of(const SpeechTree& tree, const SpeechWords& words, const Speech& speech);

}  // namespace crossread::account
