// The tree of a sentence as a drawing: words in a row, above them an arc from each governor to each dependent.
#pragma once

#include <string>
#include <string_view>

#include "types/analysis.h"

namespace crossread {

// Sentences of more tokens than this are not drawn: nobody reads such a tree, and arcs cost time by the square.
inline constexpr std::uint32_t kMostDrawnTokens = 300;

// An <svg> whose text is that of the report; its colours and fonts are the page's (render/assets/analysis.css). Empty
// if the sentence has too many tokens.
std::string dependency_svg(std::string_view text, const Analysis& analysis, const Sentence& sentence);

}  // namespace crossread
