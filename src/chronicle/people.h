// What each person and body of a story said and did, and what was done to them.
#pragma once

#include <span>
#include <vector>

#include "chronicle/sentences.h"
#include "lexicon/country_names.h"

namespace crossread {

// At most so many, each with so many acts. Not tuned: what a page can show.
inline constexpr std::size_t kMaxPeople = 16;
inline constexpr std::size_t kMaxActs = 14;

// Those of most origins first, then of most acts; acts by day (that of the report where none is known), then in order
// of the reports. Sayings are those of `speakers`. A deed is a sentence that names who does it or has it done to them,
// and whose tree bears that out (roles.h).
std::vector<BriefPerson> people(std::span<const BriefSpeaker> speakers, const Sentences& sentences, const Told& told,
                                const OriginAt& origin_at, const CountryNames& countries);

}  // namespace crossread
