// Makes the brief of a story: which sentences to show so that every origin is heard and nothing is said twice, how its
// reports hang together, which days they speak of.
//
//   const Chronicler chronicler(data_folder());
//   std::cout << brief_markdown(chronicler.brief(file));
//
// Guarded by tests/chronicle/brief_test.cpp.
#pragma once

#include <filesystem>

#include "chronicle/bearing.h"
#include "chronicle/situation.h"
#include "lexicon/background.h"
#include "lexicon/country_names.h"
#include "lexicon/outlet_table.h"
#include "lexicon/speech_words.h"
#include "types/brief.h"

namespace crossread {

class Chronicler {
 public:
  // Reads lexicon/outlets.tsv, lexicon/plover/scores.tsv and
  // lexicon/en/{background,bearing,speech_acts,countries,country_titles,demonyms,capitals}.tsv of the data folder, and
  // a table of outlets of the user's own if one is named (lexicon/outlet_table.h); throws BrokenWorld.
  explicit Chronicler(const std::filesystem::path& data_folder, const std::filesystem::path& own_outlets = {});

  // A pure function of the story file and the tables; safe to call from many threads. Every line and date carries at
  // least one citation, whose span lies in the body of its report; no two citations of a line or date share a report.
  Brief brief(const StoryFile& file) const;

 private:
  Background background_;
  Bearing bearing_;
  SpeechWords speech_;
  CountryNames countries_;
  PloverScores scores_;
  OutletTable outlets_;
};

}  // namespace crossread
