#include "text/mend_rules.h"

#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace crossread::mending {

Characters characters_of(std::string_view text) {
  Characters all;
  all.reserve(text.size());
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t i = 0;
  while (i < size) {
    const auto begin = static_cast<std::uint32_t>(i);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(data, i, size, c);
    all.push_back({c, {begin, static_cast<std::uint32_t>(i)}});
  }
  return all;
}

std::string utf8_of(UChar32 code) {
  std::string out;
  icu::UnicodeString(code).toUTF8String(out);
  return out;
}

std::string lower_ascii(const Characters& chars, LetterRun run) {
  std::string word;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (chars[i].code >= 0x80) return {};
    word += static_cast<char>(chars[i].code | 0x20);
  }
  return word;
}

}  // namespace crossread::mending
