// What people type into the search: never an error, and what is marked is a match at whole characters of the text.
#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include "store/store.h"
#include "text/unicode.h"

using namespace crossread;

namespace {

Store& store() {
  static Store kept = [] {
    const auto path = std::filesystem::temp_directory_path() / "crossread-fuzz-search.crossread";
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + end);
    return Store::open(path);
  }();
  return kept;
}

// The typed bytes themselves are a text to be found in, if they are UTF-8.
void search_in_itself(const std::string& typed) {
  static int rounds = 0;
  Report report;
  report.source_id = std::to_string(++rounds);  // tombstones of earlier rounds keep their ids
  report.title = typed;
  report.text = "The U.S. river “rose” again: " + typed;
  report.id = report_id(report);
  Batch batch = store().begin_batch("");
  batch.append(report, typed, DocumentFormat::text);
  batch.commit();
  for (const SearchOrder order : {SearchOrder::newest, SearchOrder::rank}) {
    for (const SearchHit& hit : store().search({.words = typed, .order = order}).hits) {
      std::uint32_t at = 0;
      for (const ByteSpan span : hit.spans) {
        if (span.begin < at || span.empty() || !is_utf8(span.in(store().report(hit.number).text))) std::abort();
        at = span.end;
      }
      if (hit.spans.empty() && hit.title_spans.empty()) std::abort();
    }
  }
  Batch removing = store().begin_batch("");
  removing.remove(report.id);
  removing.commit();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string typed(reinterpret_cast<const char*>(data), size);
  store().search({.words = typed, .outlet = typed});
  if (is_utf8(typed)) search_in_itself(normalised(typed));
  return 0;
}
