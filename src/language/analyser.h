// What every word of a report is: sentences, tokens, times, names, quantities.
//
//   const language::Analyser analyser(data_folder());
//   const Analysis analysis = analyser.analyse(report);   // spans are bytes into report.text
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "language/word_features.h"
#include "types/analysis.h"
#include "types/given_words.h"
#include "types/report.h"

namespace crossread::language {

// Part of what stored results are kept by: raised with every change that changes an Analysis.
inline constexpr std::string_view kVersion = "5";

// Without the network no word has tags, and names are found by rule alone: what a network is trained with.
// `reading`: names are numbered by themselves and no other mentions are looked for: what coreference is trained with.
enum class Models : std::uint8_t { all, reading, none };

class Analyser {
 public:
  // Reads data_folder/lexicon/en/*.tsv and maps data_folder/models/*. Throws BrokenWorld if one is missing or bad.
  explicit Analyser(const std::filesystem::path& data_folder, Models models = Models::all);
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  // A pure function of the report and the tables; safe to call from many threads. Reads the body ranges (dates also
  // look at report.published); never fails: what cannot be known is left unresolved.
  Analysis analyse(const Report& report) const;

  // The same with sentences and words that are given for the whole of report.text: Analysis::tokens are these words,
  // one for one, and nothing of the text is mended.
  Analysis analyse_given(const Report& report, const GivenWords& given) const;

  // What the network is told of each given word.
  std::vector<WordFeatures> word_features(const Report& report, const GivenWords& given) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace crossread::language
