#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return crossread::intake::check_document(crossread::DocumentFormat::record, data, size);
}
