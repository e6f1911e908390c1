// `extract` and `analyze`: inputs in, a row for each report out, no store.
#include <fmt/format.h>

#include <cstdio>

#include "base/data_folder.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "intake/inputs.h"
#include "pipeline/parallel.h"
#include "pipeline/stages.h"
#include "render/export_json.h"

namespace crossread::cli {
namespace {

constexpr std::size_t kRowsAtOnce = 256;
constexpr std::size_t kBytesAtOnce = 32u << 20;

// A row to print, or why there is none.
struct Row {
  std::string text;
  std::optional<Rejection> rejection;
};

template <class RowOf>
Row row_for(const Incoming& incoming, const Given& given, const intake::Reader& reader, const RowOf& row_of) {
  if (const Rejection* rejection = std::get_if<Rejection>(&incoming)) return {{}, *rejection};
  const Document& document = std::get<Document>(incoming);
  const Result<Report> report = reader.read(document, given);
  if (!report) return {{}, Rejection{document.source_id, "intake", report.problem()}};
  return {row_of(*report), {}};
}

std::vector<Incoming> take_some(intake::Inputs& inputs) {
  std::vector<Incoming> some;
  std::size_t bytes = 0;
  while (some.size() < kRowsAtOnce && bytes < kBytesAtOnce) {
    std::optional<Incoming> one = inputs.next();
    if (!one) break;
    if (const Document* document = std::get_if<Document>(&*one)) bytes += document->bytes.size();
    some.push_back(std::move(*one));
  }
  return some;
}

void print_row(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
    throw BrokenWorld("cannot write to standard output");
}

// Rows come out in the order of the inputs, whatever the number of threads.
template <class RowOf>
ExitCode print_rows(const InputOptions& in, const Common& common, const intake::Reader& reader, const RowOf& row_of) {
  watch_for_interrupts();
  intake::Inputs inputs(in.inputs);
  Progress progress("reports");
  std::uint64_t read = 0;
  std::uint64_t refused = 0;
  while (!interrupt_flag().load()) {
    const std::vector<Incoming> some = take_some(inputs);
    if (some.empty()) return exit_code_of(read, refused);
    std::vector<Row> rows(some.size());
    for_each_index(some.size(), threads_of(common),
                   [&](std::size_t i) { rows[i] = row_for(some[i], in.given, reader, row_of); });
    progress.clear();
    for (const Row& row : rows) {
      if (row.rejection) {
        fmt::print(stderr, "{}\n", refusal_text(*row.rejection));
        ++refused;
      } else {
        print_row(row.text);
        ++read;
      }
    }
    const double total = static_cast<double>(inputs.bytes_total());
    if (!common.quiet) progress.show(read, total > 0 ? static_cast<double>(inputs.bytes_done()) / total : -1);
  }
  return ExitCode::interrupted;
}

}  // namespace

ExitCode run(const ExtractCommand& command, const Common& common) {
  const intake::Reader reader(data_folder(common.data));
  return print_rows(command.in, common, reader, [](const Report& report) { return extract_row(report) + "\n"; });
}

ExitCode run(const AnalyzeCommand& command, const Common& common) {
  const std::filesystem::path data = data_folder(common.data);
  const intake::Reader reader(data);
  const language::Analyser analyser(data);
  const bool conllu = command.format == AnalysisFormat::conllu;
  return print_rows(command.in, common, reader, [&](const Report& report) {
    const Analysis analysis = analyser.analyse(report);
    return conllu ? analysis_conllu(report, analysis) : analysis_row(report, analysis) + "\n";
  });
}

}  // namespace crossread::cli
