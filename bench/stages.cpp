// Each stage by itself on the reports of examples/, over and over, on one core. `items_per_second` are reports,
// `words/s` their words.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "base/data_folder.h"
#include "intake/inputs.h"
#include "lineage/compare.h"
#include "lineage/retelling.h"
#include "lineage/traces.h"
#include "pipeline/stages.h"
#include "render/export_json.h"
#include "story/relate.h"

namespace crossread {
namespace {

struct Examples {
  Examples() : stages(data_folder(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data")) {
    intake::Inputs inputs({CROSSREAD_SOURCE_DIR "/examples"});
    while (std::optional<Incoming> incoming = inputs.next()) {
      if (Document* document = std::get_if<Document>(&*incoming)) read(*document);
    }
  }

  void read(Document& document) {
    Result<Report> report = stages.reader.read(document, {});
    if (!report) return;
    words.push_back(body_words(*report));
    telling.push_back(telling_of(report->text, words.back(), stages.lineage.common));
    word_count += words.back().size();
    analyses.push_back(stages.analyser.analyse(*report));
    accounts.push_back(stages.accounts.read(*report, analyses.back()));
    profiles.push_back(stages.profiler.profile(*report, analyses.back()));
    reports.push_back(std::move(*report));
    documents.push_back(std::move(document));
  }

  Stages stages;
  std::vector<Document> documents;
  std::vector<Report> reports;
  std::vector<std::vector<Word>> words;
  std::vector<Telling> telling;
  std::vector<Analysis> analyses;
  std::vector<Account> accounts;
  std::vector<StoryProfile> profiles;
  std::size_t word_count = 0;
};

const Examples& examples() {
  static const Examples read;
  return read;
}

// Runs fn(i) over all reports, again and again.
template <class Fn>
void over_reports(benchmark::State& state, const Fn& fn) {
  const std::size_t n = examples().reports.size();
  for (auto _ : state) {
    for (std::size_t i = 0; i < n; ++i) benchmark::DoNotOptimize(fn(i));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * n));
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(examples().word_count), benchmark::Counter::kIsIterationInvariantRate);
}

void Intake(benchmark::State& state) {
  over_reports(state, [](std::size_t i) { return examples().stages.reader.read(examples().documents[i], {}).ok(); });
}
void Words(benchmark::State& state) {
  over_reports(state, [](std::size_t i) { return body_words(examples().reports[i]).size(); });
}
void Analyse(benchmark::State& state) {
  over_reports(state,
               [](std::size_t i) { return examples().stages.analyser.analyse(examples().reports[i]).tokens.size(); });
}
void Traces(benchmark::State& state) {
  over_reports(state, [](std::size_t i) {
    return traces({&examples().reports[i], &examples().words[i], &examples().telling[i]}, examples().stages.lineage)
        .size();
  });
}
void Profile(benchmark::State& state) {
  over_reports(state, [](std::size_t i) {
    return examples().stages.profiler.profile(examples().reports[i], examples().analyses[i]).terms.size();
  });
}
void Compare(benchmark::State& state) {
  over_reports(state, [](std::size_t i) {
    const std::size_t j = (i + 1) % examples().reports.size();
    const Side a{&examples().reports[i], &examples().words[i]};
    const Side b{&examples().reports[j], &examples().words[j], &examples().telling[j]};
    return compare(a, b, examples().stages.lineage).has_value();
  });
}
void Relate(benchmark::State& state) {
  over_reports(state, [](std::size_t i) {
    return relate(examples().profiles[i], examples().profiles[(i + 1) % examples().profiles.size()]).has_value();
  });
}
void AnalysisRow(benchmark::State& state) {
  over_reports(state, [](std::size_t i) {
    return analysis_row(examples().reports[i], examples().analyses[i], examples().accounts[i]).size();
  });
}

BENCHMARK(Intake);
BENCHMARK(Words);
BENCHMARK(Analyse);
BENCHMARK(Traces);
BENCHMARK(Profile);
BENCHMARK(Compare);
BENCHMARK(Relate);
BENCHMARK(AnalysisRow);

}  // namespace
}  // namespace crossread

BENCHMARK_MAIN();
