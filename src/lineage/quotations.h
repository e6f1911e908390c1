// Which words of a report stand between quotation marks. What two reports quote alike they may have heard alike.
//
// Guarded by tests/lineage/quotations_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "text/words.h"
#include "types/span.h"

namespace crossread {

// The quotations of `text` within `ranges`, in order and apart, marks left out. A mark opens or closes by where it
// stands, not by its form, since copies and machines exchange the forms. A quotation that does not close ends with its
// paragraph.
std::vector<ByteSpan> quotations(std::string_view text, const std::vector<ByteSpan>& ranges);

// For each word, 1 if it lies in one of the quotations. Both in order.
std::vector<std::uint8_t> quoted_words(const std::vector<Word>& words, const std::vector<ByteSpan>& quotations);

}  // namespace crossread
