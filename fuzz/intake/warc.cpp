// Whatever the bytes: an archive comes to an end, and its pages are records.
#include "intake/warc.h"

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossread;
  Result<intake::ByteStream> stream = intake::ByteStream::of({reinterpret_cast<const char*>(data), size});
  if (!stream) return 0;
  for (std::size_t pages = 0;; ++pages) {
    intake::demand(pages <= size);
    const auto page = intake::next_page(*stream);
    if (!page || !*page) return 0;
    if (!(*page)->record) continue;
    const Result<Report> report =
        intake::fuzzed_reader().read({"fuzzed:1", DocumentFormat::record, intake::record_line(*(*page)->record)}, {});
    if (report) intake::check_report(*report);
  }
}
