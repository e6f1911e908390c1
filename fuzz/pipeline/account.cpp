// Of any text an account is made whose parts hold together; two of them are settled into claims whose words stand in
// the reports.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "account/account.h"
#include "claim/settle.h"
#include "identity/identify.h"
#include "language/analyser.h"
#include "text/unicode.h"

using namespace crossread;

namespace {

const std::filesystem::path kData = std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data";

void require(bool kept) {
  if (!kept) std::abort();
}

Report report_of(std::string text, const char* name) {
  Report report;
  report.source_id = name;
  report.text = std::move(text);
  report.body = {{0, static_cast<std::uint32_t>(report.text.size())}};
  report.published = parse_timestamp("2020-01-10");
  report.id = report_id(report);
  return report;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const language::Analyser kAnalyser(kData);
  static const account::AccountReader kAccounts(kData);
  static const identity::Tables kIdentity(kData / "lexicon/en");
  static const claim::Tables kClaim(kData / "lexicon/en", kData / "models");
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!is_utf8(bytes)) return 0;
  const std::string text = normalised(bytes);
  const Report reports[] = {report_of(text, "a"), report_of(text + "\n\nThis was denied on Monday.", "b")};
  const Account accounts[] = {kAccounts.read(reports[0], kAnalyser.analyse(reports[0])),
                              kAccounts.read(reports[1], kAnalyser.analyse(reports[1]))};
  for (int i = 0; i < 2; ++i) require(faults_of(accounts[i], reports[i].text).empty());
  const ReadReport read[] = {{&reports[0], &accounts[0]}, {&reports[1], &accounts[1]}};
  const Identities identities = identity::identify(read, kIdentity);
  for (const Claim& claim : claim::settle(claim::storyline_reports(read, identities, {}, {}), kClaim)) {
    require(!claim.support.empty() && !claim.summary.empty());
    for (const Support& support : claim.support) {
      const Report& report = reports[support.evidence.report == reports[0].id ? 0 : 1];
      require(!support.evidence.span.empty() && support.evidence.span.end <= report.text.size());
    }
  }
  return 0;
}
