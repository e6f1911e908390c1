#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdio>

#include "base/data_folder.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "intake/inputs.h"
#include "pipeline/adder.h"

namespace crossread::cli {
namespace {

constexpr std::size_t kMostRefusalsTold = 20;

void tell_refusals(const AddSummary& summary) {
  for (std::size_t i = 0; i < summary.refusals.size() && i < kMostRefusalsTold; ++i) {
    fmt::print(stderr, "{}\n", refusal_text(summary.refusals[i]));
  }
  if (summary.refused > kMostRefusalsTold) {
    fmt::print(stderr, "... and {} more: `crossread export STORE --only rejections --format jsonl`\n",
               summary.refused - kMostRefusalsTold);
  }
}

std::string summary_json(const AddSummary& summary, const StoreCounts& counts) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
  const auto field = [&](const char* name, std::uint64_t value) {
    out.Key(name);
    out.Uint64(value);
  };
  out.StartObject();
  field("added", summary.added);
  field("known", summary.known);
  field("refused", summary.refused);
  field("reports", counts.reports);
  field("origins", counts.origins);
  field("stories", counts.stories);
  out.EndObject();
  return buffer.GetString();
}

void print_summary(const AddCommand& command, const AddSummary& summary, const StoreCounts& counts) {
  fmt::print("{} added, {} known already, {} refused\n", summary.added, summary.known, summary.refused);
  fmt::print("{} holds {} from {} in {} {}\n", command.store, counted(counts.reports, "report"),
             counted(counts.origins, "origin"), counts.stories, counts.stories == 1 ? "story" : "stories");
}

}  // namespace

ExitCode run(const AddCommand& command, const Common& common) {
  watch_for_interrupts();
  const Stages stages(data_folder(common.data));
  intake::Inputs inputs(command.in.inputs);
  Store store = Store::open(command.store);
  Progress progress("reports");

  AddOptions options;
  options.jobs = threads_of(common);
  options.now = utc_now;
  options.stop = &interrupt_flag();
  Adder adder(stages, store, options);
  std::uint64_t taken = 0;
  const auto next = [&]() -> std::optional<Arrival> {
    if (!common.quiet) {
      const double total = static_cast<double>(inputs.bytes_total());
      progress.show(taken, total > 0 ? static_cast<double>(inputs.bytes_done()) / total : -1);
    }
    ++taken;
    std::optional<Incoming> incoming = inputs.next();
    if (!incoming) return std::nullopt;
    return Arrival{std::move(*incoming), command.in.given};
  };
  const AddSummary summary = adder.add(next);
  progress.clear();

  tell_refusals(summary);
  const StoreCounts counts = store.counts();
  if (command.json) {
    fmt::print("{}\n", summary_json(summary, counts));
  } else if (!common.quiet) {
    print_summary(command, summary, counts);
  }
  if (summary.stopped) {
    fmt::print(stderr, "interrupted: {} whole batches are in the store; the same command goes on from there\n",
               summary.batches);
    return ExitCode::interrupted;
  }
  return exit_code_of(summary.added + summary.known, summary.refused);
}

}  // namespace crossread::cli
