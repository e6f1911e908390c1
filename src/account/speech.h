// Who says what, in tokens: every stretch of speech with its cue, its speaker and the words said, before things are
// numbered and chains drawn. After the account of attribution in PolNeAR's guidelines (Newell, Margolin and Ruths, LREC
// 2018): source, cue, content. A word of the table (speech_acts) is a cue when the tree, or a quotation beside it,
// gives it something said.
#pragma once

#include <vector>

#include "account/speech_quotes.h"
#include "account/speech_tree.h"
#include "account/speech_value.h"
#include "lexicon/speech_words.h"

namespace crossread::account {

// In no order.
std::vector<Speech> find_speech(const SpeechTree& tree, const std::vector<Quotation>& quotations,
                                const SpeechWords& words);

}  // namespace crossread::account
