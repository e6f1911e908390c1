// A form of any bytes under any tags: its lemma is never empty, and that of an ASCII form is ASCII.
#include "lexicon/lemmas.h"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const crossread::Lemmas lemmas(CROSSREAD_SOURCE_DIR "/data/lexicon/en");
  if (size < 3) return 0;
  const auto upos = static_cast<crossread::Upos>(data[0] % crossread::kUposCount);
  const auto xpos = static_cast<crossread::Xpos>(data[1] % crossread::kXposCount);
  const std::string_view form(reinterpret_cast<const char*>(data) + 2, size - 2);
  std::string lemma;
  lemmas.find(form, upos, xpos, lemma);
  if (lemma.empty()) std::abort();
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const bool plain = std::all_of(form.begin(), form.end(), is_ascii);
  if (plain && !std::all_of(lemma.begin(), lemma.end(), is_ascii)) std::abort();
  return 0;
}
