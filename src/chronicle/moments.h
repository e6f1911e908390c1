// When things happened and were said.
#pragma once

#include <vector>

#include "chronicle/sentences.h"

namespace crossread {

// At most this many, those of most origins. Not tuned.
inline constexpr std::size_t kMaxMoments = 14;

// In order of time. A moment is a sentence that tells of a deed, or of somebody's words, and has the day in it; dates
// of a month or less. Further reports are cited where a claim joins them and their sentences bear it out.
std::vector<BriefMoment> moments(const Sentences& sentences, const Told& told, const OriginAt& origin_at);

}  // namespace crossread
