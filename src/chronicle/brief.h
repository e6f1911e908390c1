// Makes the brief of a story: which sentences to show so that every origin is heard and nothing is said twice, how its
// reports hang together, which days they speak of.
//
//   const Background english(data_folder() / "lexicon/en/background.tsv");
//   std::cout << brief_markdown(make_brief(file, english));
#pragma once

#include "types/brief.h"

namespace crossread {

class Background;

// A pure function of its input and the shipped table. Every line and date carries at least one citation, whose span
// lies in the body of its report. Citations of one line never share a report.
Brief make_brief(const StoryFile& file, const Background& background);

}  // namespace crossread
