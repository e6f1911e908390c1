// Text mended for reading. Bad extraction loses apostrophes ("Trump s assertion"), encodes twice ("â€œ"), mixes
// quotation marks. What is shown stays as it came; the stages that read get the mended text and the way back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "types/span.h"

namespace crossread {

// Maps positions of a rewritten text back to the text that it came from. Built by appending pieces in order.
class OffsetMap {
 public:
  // Says that `written` bytes of the new text stand for `original` of the old one; equal sizes map byte by byte.
  void append(ByteSpan original, std::uint32_t written);
  // The smallest stretch of the old text that covers the span of the new one; both ends on pieces' borders where sizes
  // differ.
  ByteSpan original(ByteSpan rewritten) const;

 private:
  struct Piece {
    std::uint32_t written_begin = 0;
    std::uint32_t written_size = 0;
    ByteSpan original;
  };
  std::vector<Piece> pieces_;
};

struct MendedText {
  std::string utf8;
  OffsetMap map;  // from utf8 back to the shown text
};

MendedText mend(std::string_view shown);

}  // namespace crossread
