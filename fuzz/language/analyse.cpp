// Any text that is UTF-8 is analysed, and the promises of an Analysis hold.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "language/analyser.h"
#include "language/analysis_checks.h"
#include "text/unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossread;
  static const language::Analyser kAnalyser(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data");
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!is_utf8(bytes)) return 0;
  Report report;
  report.text = normalised(bytes);
  report.body = {{0, static_cast<std::uint32_t>(report.text.size())}};
  if (size % 2 == 0) report.published = parse_timestamp("2020-01-10");
  if (!language::flaw_of(report, kAnalyser.analyse(report)).empty()) std::abort();
  return 0;
}
