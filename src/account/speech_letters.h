// Whom a letter is to: `in a letter to the council, she said`, and later `the letter said`.
#pragma once

#include <vector>

#include "account/speech_context.h"
#include "account/speech_value.h"

namespace crossread::account {

// Sets the addressee of speech that stands in a letter and has none; the letter to somebody that was named last is `the
// letter`.
void add_letters(const SpeechContext& in, std::vector<Speech>& found);

}  // namespace crossread::account
