// A file of vectors behind a right checksum: it is refused, or every question put to it is answered within its bytes.
#include "lexicon/meaning.h"

#include <cstdlib>

#include "base/fault.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const auto vectors = crossread::MeaningVectors::of_bytes(bytes);
    if (!(vectors.scale() > 0)) std::abort();
    for (const std::string_view word :
         {std::string_view("port"), std::string_view("unlocking"), bytes.substr(size / 2)}) {
      crossread::MeaningVectors::Row made;
      const auto row = vectors.of(word, made);
      const char* at = reinterpret_cast<const char*>(row.data());
      const bool within = at >= bytes.data() && at + row.size() <= bytes.data() + size;
      if (!within && row.data() != made.data()) std::abort();
    }
  } catch (const crossread::BrokenWorld&) {
    return 0;
  }
  return 0;
}
