// Which words a writer is bound to and which he chose. Names, numbers and common words come with the facts and the
// language; a word in lower case that is not common was somebody's choice.
//
// Guarded by tests/lineage/compare_test.cpp.
#pragma once

#include <string_view>

#include "lexicon/background.h"
#include "text/words.h"

namespace crossread {

// At least as frequent as once in about 6,300 words (380 centibels): some 630 words of English. TUNED on
// pairs of independent reports (NeuS, ECB+) and made copies in November 2026; the scores hardly move.
bool is_common(const Word& word, const Background& background);

// `text` is the one that the word stands in.
bool is_number(const Word& word, std::string_view text);
bool is_fact(const Word& word, std::string_view text, const Background& background);  // a name or a number
bool is_free(const Word& word, std::string_view text, const Background& background);

}  // namespace crossread
