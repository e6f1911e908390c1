// `check` and `rebuild`.
#include "pipeline/maintenance.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "base/data_folder.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "cli/terminal.h"

namespace crossread::cli {
namespace {

std::string finding_json(const Finding& finding) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
  out.StartObject();
  out.Key("what");
  out.String(finding.what.c_str());
  out.Key("detail");
  out.String(finding.detail.c_str());
  out.EndObject();
  return buffer.GetString();
}

}  // namespace

ExitCode run(const CheckCommand& command, const Common&) {
  const StoreReader store = open_existing(command.store);
  const auto snapshot = store.snapshot();
  const std::vector<Finding> findings = findings_of(store);
  for (const Finding& finding : findings) {
    fmt::print("{}\n", command.json ? finding_json(finding) : finding.what + ": " + finding.detail);
  }
  if (!findings.empty()) {
    fmt::print(stderr, "{} findings: what is whole can be saved with `crossread rebuild {}`\n", findings.size(),
               command.store);
    return ExitCode::store;
  }
  if (!command.json) fmt::print("{} is sound: {}\n", command.store, counted(store.counts().reports, "report"));
  return ExitCode::done;
}

ExitCode run(const RebuildCommand& command, const Common& common) {
  watch_for_interrupts();
  const Stages stages(data_folder(common.data));
  if (command.stale && !is_stale(open_existing(command.store), stages)) {
    if (!common.quiet) fmt::print("{} is up to date\n", command.store);
    return ExitCode::done;
  }
  Progress progress("reports");
  AddOptions options;
  options.jobs = threads_of(common);
  options.now = utc_now;
  options.stop = &interrupt_flag();
  const AddSummary summary = rebuild(command.store, stages, options, [&](std::uint64_t read, std::uint64_t all) {
    if (!common.quiet) progress.show(read, all == 0 ? -1 : static_cast<double>(read) / static_cast<double>(all));
  });
  progress.clear();
  if (summary.stopped) {
    fmt::print(stderr, "interrupted: {} is as it was\n", command.store);
    return ExitCode::interrupted;
  }
  for (const Rejection& rejection : summary.refusals) fmt::print(stderr, "{}\n", refusal_text(rejection));
  if (!common.quiet) fmt::print("{} rebuilt from {} reports\n", command.store, summary.added);
  return exit_code_of(summary.added, summary.refused);
}

}  // namespace crossread::cli
