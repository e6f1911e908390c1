// `extract` and `analyze`: inputs in, a row for each report out, no store.
#include <fmt/format.h>

#include <cstdio>
#include <functional>
#include <future>
#include <memory>

#include "account/account.h"
#include "base/data_folder.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "intake/conllu.h"
#include "intake/inputs.h"
#include "pipeline/parallel.h"
#include "pipeline/stages.h"
#include "render/analysis_html.h"
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

// What a command prints of a document.
using RowOf = std::function<Result<std::string>(const Document&)>;

Row row_for(const Incoming& incoming, const RowOf& row_of) {
  if (const Rejection* rejection = std::get_if<Rejection>(&incoming)) return {{}, *rejection};
  const Document& document = std::get<Document>(incoming);
  Result<std::string> row = row_of(document);
  if (!row) return {{}, Rejection{document.source_id, "intake", row.problem()}};
  return {std::move(*row), {}};
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
ExitCode print_rows(intake::Inputs inputs, const Common& common, const RowOf& row_of) {
  watch_for_interrupts();
  Progress progress("reports");
  std::uint64_t read = 0;
  std::uint64_t refused = 0;
  while (!interrupt_flag().load()) {
    const std::vector<Incoming> some = take_some(inputs);
    if (some.empty()) return exit_code_of(read, refused);
    std::vector<Row> rows(some.size());
    for_each_index(some.size(), threads_of(common), [&](std::size_t i) { rows[i] = row_for(some[i], row_of); });
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

std::string row_of(const Report& report, const Analysis& analysis, const account::AccountReader& accounts,
                   AnalysisFormat format) {
  switch (format) {
    case AnalysisFormat::conllu:
      return analysis_conllu(report, analysis);
    case AnalysisFormat::html:
      return analysis_html_section(report, analysis, accounts.read(report, analysis));
    case AnalysisFormat::jsonl:
      break;
  }
  return analysis_row(report, analysis, accounts.read(report, analysis)) + "\n";
}

// Their tables are loaded side by side: that is most of the time of one short report.
struct Readers {
  explicit Readers(const std::filesystem::path& data)
      : loading(std::async(std::launch::async, [data] { return std::make_unique<account::AccountReader>(data); })),
        analyser(data),
        accounts(loading.get()) {}

  std::future<std::unique_ptr<account::AccountReader>> loading;
  language::Analyser analyser;
  std::unique_ptr<account::AccountReader> accounts;
};

ExitCode analyze_reports(const AnalyzeCommand& command, const Common& common) {
  const std::filesystem::path data = data_folder(common.data);
  const intake::Reader reader(data);
  const Readers readers(data);
  return print_rows(intake::Inputs(command.in.inputs), common, [&](const Document& document) -> Result<std::string> {
    const Result<Report> report = reader.read(document, command.in.given);
    if (!report) return report.problem();
    return row_of(*report, readers.analyser.analyse(*report), *readers.accounts, command.format);
  });
}

ExitCode analyze_given_words(const AnalyzeCommand& command, const Common& common) {
  const std::filesystem::path data = data_folder(common.data);
  const Readers readers(data);
  intake::Inputs inputs(command.in.inputs, intake::InputKind::conllu);
  return print_rows(std::move(inputs), common, [&](const Document& document) -> Result<std::string> {
    const Result<intake::GivenReport> read = intake::read_conllu(document, command.in.given);
    if (!read) return read.problem();
    const Analysis analysis = readers.analyser.analyse_given(read->report, read->given);
    if (command.format == AnalysisFormat::conllu) return analysis_conllu(read->report, analysis, read->given);
    return row_of(read->report, analysis, *readers.accounts, command.format);
  });
}

}  // namespace

ExitCode run(const ExtractCommand& command, const Common& common) {
  const intake::Reader reader(data_folder(common.data));
  return print_rows(intake::Inputs(command.in.inputs), common, [&](const Document& document) -> Result<std::string> {
    const Result<Report> report = reader.read(document, command.in.given);
    if (!report) return report.problem();
    return extract_row(*report) + "\n";
  });
}

ExitCode run(const AnalyzeCommand& command, const Common& common) {
  const bool is_page = command.format == AnalysisFormat::html;
  if (is_page) print_row(analysis_html_head());
  const ExitCode code = command.given_words ? analyze_given_words(command, common) : analyze_reports(command, common);
  if (is_page) print_row(analysis_html_foot());
  return code;
}

}  // namespace crossread::cli
