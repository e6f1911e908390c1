// A key that most spellings of a name share, for finding candidates that NameLikeness then judges.
#pragma once

#include <string>
#include <string_view>

namespace crossread {

// The sounds of the consonants, word by word in order, a blank between, without articles ("al-", "the"): Soleimani,
// Suleymani and Sulaimani are all "slmn". A word of vowels alone is its first letter. Empty if there is no letter.
// Guarded by tests/lexicon/name_likeness_test.cpp; docs/design/names.md says how many variants share a key.
std::string name_key(std::string_view name);

}  // namespace crossread
