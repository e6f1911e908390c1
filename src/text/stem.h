// English endings cut off, so that "protests", "protested" and "protesting" are one word where reports are compared:
// plural s, -ing, -ed, a final e. Nothing else is cut: what is left need not be a word, but two words that differ in
// sense seldom end alike.
//
// Guarded by tests/story/profile_test.cpp.
#pragma once

#include <string>

namespace crossread {

// `word` in folded form (text/words.h). Words with digits and words of fewer than four letters stay as they are.
std::string stem(std::string word);

}  // namespace crossread
