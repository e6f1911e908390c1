// Speakers who are unnamed on purpose: `a security source`, `two officials who asked not to be named`; not `police`,
// not `a spokesman`, who speak for a body.
#pragma once

#include <vector>

#include "account/speech_tree.h"
#include "account/speech_value.h"
#include "types/account.h"

namespace crossread::account {

// Sets Statement::anonymous. `speeches` and account.statements are of one order.
void mark_unnamed(const SpeechTree& tree, const std::vector<Speech>& speeches, Account& account);

}  // namespace crossread::account
