// Who says what, in tokens: every stretch of speech with its cue, its speaker and the words said, before things are
// numbered and chains drawn. After the account of attribution in PolNeAR's guidelines (Newell, Margolin and Ruths, LREC
// 2018): source, cue, content. A word of the table (speech_acts) is a cue when the tree, or a quotation beside it,
// gives it something said.
#pragma once

#include <vector>

#include "account/speech_context.h"
#include "account/speech_model.h"
#include "account/speech_value.h"
#include "lexicon/speech_words.h"

namespace crossread::account {

struct SpeechTables {
  SpeechWords words;
  SpeechModel model;
};

// All that the rules find, an outer one before what it holds.
std::vector<Speech> find_speech(const SpeechContext& in);

// Those of them that the model takes for speech, where table and rules leave the act neutral with the act that it gives
// them; carriers with what they carry.
std::vector<Speech> likely_speech(const SpeechContext& in, const SpeechModel& model, const std::vector<Speech>& all);

}  // namespace crossread::account
