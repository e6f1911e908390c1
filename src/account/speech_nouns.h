// Speech led in by a noun, `the claim that`, or by `according to`.
#pragma once

#include <vector>

#include "account/speech_context.h"
#include "account/speech_value.h"

namespace crossread::account {

void read_noun(const SpeechContext& in, TokenIndex noun, std::vector<Speech>& found);
void read_according(const SpeechContext& in, TokenIndex at, std::vector<Speech>& found);

}  // namespace crossread::account
