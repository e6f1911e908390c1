// A lemma and a pattern of any bytes: who tells in a pattern tells at all, and nothing tells in no pattern.
#include "lexicon/speech_words.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const crossread::SpeechWords words(CROSSREAD_SOURCE_DIR "/data/lexicon/en");
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = bytes.find('\n');
  const std::string_view lemma = bytes.substr(0, line);
  const std::string_view pattern = line == std::string_view::npos ? "" : bytes.substr(line + 1);
  for (const auto kind : {crossread::SpeechKind::verb, crossread::SpeechKind::noun, crossread::SpeechKind::teller,
                          crossread::SpeechKind::document}) {
    if (!pattern.empty() && words.act(lemma, kind, pattern) && !words.has(lemma, kind)) std::abort();
  }
  return 0;
}
