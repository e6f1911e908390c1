// The words of a text as comparison sees them: runs of letters and digits, folded to one form, each with its place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "types/report.h"
#include "types/span.h"

namespace crossread {

struct Word {
  ByteSpan span;           // into the text given
  std::uint64_t hash = 0;  // of the folded form
  bool capital = false;    // begins with an upper-case letter
};

// The words of `text` within `range`, in order. `U.S.` and `US` fold alike, so do `don't` and `don’t`, `Trump's`,
// `Trump’s` and the damaged `Trump s`: a possessive s is no word and part of none.
std::vector<Word> words(std::string_view text, ByteSpan range);

// The words of all body ranges of a report, in order, positions into report.text.
std::vector<Word> body_words(const Report& report);

// The folded form of a word, as it is hashed: lower case, no accents, no apostrophes or inner stops; "Zoë’s" is "zoe".
std::string folded(std::string_view word);

}  // namespace crossread
