// Who passes words on without saying anything of his own: `in a statement carried by SPA`, `through his lawyer`,
// `several outlets reported, citing officials`.
#pragma once

#include <vector>

#include "account/speech_context.h"
#include "account/speech_value.h"

namespace crossread::account {

// Adds a carrier around what each of them passes on; of a source that is cited, the source's own speech.
void add_passers(const SpeechContext& in, std::vector<Speech>& found);

}  // namespace crossread::account
