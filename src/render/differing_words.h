// Tellings of one thing side by side: which words only one of them has.
//
// Guarded by tests/render/differing_words_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "types/span.h"

namespace crossread {

// Of each text the words, in order, that no other of the texts has, whatever their endings and capitals. Neighbouring
// ones are one span.
std::vector<std::vector<ByteSpan>> differing_words(const std::vector<std::string_view>& texts);

}  // namespace crossread
