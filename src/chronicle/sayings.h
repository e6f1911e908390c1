// Who said what.
#pragma once

#include <vector>

#include "chronicle/sentences.h"
#include "lexicon/country_names.h"
#include "lexicon/speech_words.h"

namespace crossread {

// At most so many, those whom most origins quote; of each so many sayings. Not tuned.
inline constexpr std::size_t kMaxSpeakers = 12;
inline constexpr std::size_t kMaxSayings = 6;

struct SpeakerTables {
  const SpeechWords& speech;
  const CountryNames& countries;
};

// By person, body or country, those heard by most origins first. Left out: speakers without a name, statements without
// a cue, what somebody did not say, contents of a few words, and a statement whose speaker's words name somebody else.
std::vector<BriefSpeaker> speakers(const Sentences& sentences, const Told& told, const OriginAt& origin_at,
                                   const SpeakerTables& tables);

}  // namespace crossread
