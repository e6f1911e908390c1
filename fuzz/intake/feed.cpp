// Whatever the bytes: a feed is told as bad or gives records that the reader of records takes.
#include "intake/feed.h"

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossread;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  intake::looks_like_feed(bytes);
  const auto records = intake::read_feed(bytes);
  if (!records) return 0;
  for (const intake::WrittenRecord& record : *records) {
    const Result<Report> report =
        intake::fuzzed_reader().read({"fuzzed:1", DocumentFormat::record, intake::record_line(record)}, {});
    if (report) intake::check_report(*report);
  }
  return 0;
}
