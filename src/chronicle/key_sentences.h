// Which sentences tell a story.
#pragma once

#include <span>
#include <vector>

#include "chronicle/copies.h"
#include "chronicle/tellings.h"
#include "types/brief.h"

namespace crossread {

// At most this many lines, 4 and 2 an origin if that is fewer. Not tuned: what a reader takes in at a glance.
inline constexpr std::size_t kMaxLines = 10;

// The most telling first; every origin that has a whole sentence is heard while there are lines left.
std::vector<BriefLine> key_sentences(std::span<const StoryFile::Member> members, const OriginAt& origin_at,
                                     const SentenceTables& tables);

}  // namespace crossread
