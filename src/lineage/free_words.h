// Which words a writer is bound to and which he chose. Names, numbers and common words come with the facts and the
// language; a word in lower case that is not common was somebody's choice.
//
// Guarded by tests/lineage/compare_test.cpp.
#pragma once

#include <string_view>

#include "lexicon/common_words.h"
#include "text/words.h"

namespace crossread {

bool is_common(const Word& word, const CommonWords& common);

// `text` is the one that the word stands in.
bool is_number(const Word& word, std::string_view text);
bool is_fact(const Word& word, std::string_view text, const CommonWords& common);  // a name or a number
bool is_free(const Word& word, std::string_view text, const CommonWords& common);

// Whether what stands between two words ends a sentence: a full stop, question or exclamation mark, or a line end.
bool ends_sentence(std::string_view between);

}  // namespace crossread
