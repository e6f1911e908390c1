// Any two byte strings can be compared as names, the first one up to a tab: the answer is a likeness, both ways the
// same, and a name with a letter is itself.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "lexicon/name_key.h"
#include "lexicon/name_likeness.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossread;
  static const NameLikeness kNames(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data/lexicon/en");
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t tab = bytes.find('\t');
  const std::string_view a = bytes.substr(0, tab);
  const std::string_view b = tab == std::string_view::npos ? std::string_view() : bytes.substr(tab + 1);
  const double likeness = kNames.likeness(a, b);
  if (!(likeness >= 0 && likeness <= 1) || likeness != kNames.likeness(b, a)) std::abort();
  if (!name_key(a).empty() && !kNames.same(a, a)) std::abort();
  return 0;
}
