// How the parties of a story treat one another, day by day, with the words behind each score.
#pragma once

#include <vector>

#include "chronicle/sentences.h"
#include "chronicle/situation.h"
#include "lexicon/country_names.h"

namespace crossread {

// At most so many pairs. Not tuned: what a page can show.
inline constexpr std::size_t kMaxConducts = 12;

// Those of most claims first, then by actor and recipient. Of the treatments of situation.h those whose telling and
// whose day both stand in words of the brief's reports and whose tree bears out who acts and upon whom (roles.h); a
// sentence counts once a point.
std::vector<BriefConduct> conduct(const StorylineFile& told_file, const Sentences& sentences, const Told& told,
                                  const OriginAt& origin_at, const PloverScores& scores, const CountryNames& countries);

}  // namespace crossread
