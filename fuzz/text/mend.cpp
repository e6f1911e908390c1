// Whatever the bytes: every position of mended text leads to a place in the shown text, in order and on the borders of
// characters, and mending twice is mending once.
#include "text/mend.h"

#include <cstdint>
#include <cstdlib>
#include <string>

#include "text/unicode.h"

namespace {

void demand(bool held) {
  if (!held) std::abort();
}

bool on_border(const std::string& text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (!crossread::is_utf8(bytes)) return 0;
  const std::string shown = crossread::normalised(bytes);
  const crossread::MendedText mended = crossread::mend(shown);
  demand(crossread::is_utf8(mended.utf8));
  std::uint32_t before = 0;
  for (std::uint32_t at = 0; at < mended.utf8.size(); ++at) {
    if (!on_border(mended.utf8, at)) continue;
    std::uint32_t next = at + 1;
    while (!on_border(mended.utf8, next)) ++next;
    const crossread::ByteSpan original = mended.map.original({at, next});
    demand(original.begin < original.end && original.end <= shown.size() && original.begin >= before);
    demand(on_border(shown, original.begin) && on_border(shown, original.end));
    before = original.begin;
  }
  demand(crossread::mend(mended.utf8).utf8 == mended.utf8);
  return 0;
}
