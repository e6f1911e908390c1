// speech_looks DATA REPORTS: what the rules take for speech and what it looks like to the model of speech, for
// training/speech.py, by the program's own code. REPORTS is JSON lines as `crossread analyze` takes them. Positions are
// bytes; a line a reading of a stretch of speech that is no carrier, cells apart by tabs:
//   SOURCE_ID  NUMBER  SPEAKER  CUE  CONTENT  LOOK...     readings of one stretch share its number; a span is
//   BEGIN-END, "-" none; content: spans apart by blanks
#include <iostream>
#include <string>

#include "account/speech.h"
#include "account/speech_alternatives.h"
#include "account/speech_looks.h"
#include "intake/inputs.h"
#include "intake/reader.h"
#include "language/analyser.h"

namespace {

using namespace crossread;
using namespace crossread::account;

std::string written(const SpeechTree& tree, TokenRun run) {
  if (run.empty()) return "-";
  const ByteSpan span = tree.span(run);
  return std::to_string(span.begin) + "-" + std::to_string(span.end);
}

void print_report(const Report& report, const Analysis& analysis, const SpeechWords& words) {
  const SpeechTree tree(report, analysis);
  const std::vector<Quotation> quotations = find_quotations(tree);
  const SpeechContext in(tree, quotations, words);
  const std::vector<Speech> all = find_speech(in);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].carrier) continue;
    const std::vector<Speech> readings = readings_of(in, all[i]);
    for (std::size_t which = 0; which < readings.size(); ++which) {
      const Speech& speech = readings[which];
      std::cout << report.source_id << '\t' << i << '\t' << (speech.speaker ? written(tree, speech.speaker.run) : "-")
                << '\t' << (speech.head == kNone ? "-" : written(tree, speech.cue)) << '\t';
      for (const TokenRun run : speech.content) std::cout << written(tree, run) << ' ';
      for (const std::string& look : looks_of(in, all, i, readings, which)) std::cout << '\t' << look;
      std::cout << '\n';
    }
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: speech_looks DATA REPORTS\n";
    return 2;
  }
  const std::filesystem::path data = arguments[1];
  const intake::Reader reader(data);
  const language::Analyser analyser(data);
  const SpeechWords words(data / "lexicon/en");
  intake::Inputs inputs({arguments[2]});
  while (const std::optional<Incoming> incoming = inputs.next()) {
    const Document* document = std::get_if<Document>(&*incoming);
    if (document == nullptr) continue;
    const Result<Report> report = reader.read(*document, {});
    if (report) print_report(*report, analyser.analyse(*report), words);
  }
  return 0;
}
