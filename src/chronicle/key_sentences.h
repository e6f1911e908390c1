// Which sentences tell a story.
#pragma once

#include <functional>
#include <vector>

#include "chronicle/bearers.h"
#include "chronicle/sentences.h"

namespace crossread {

// At most this many lines, 4 and 2 an origin if that is fewer. Not tuned: what a reader takes in at a glance.
inline constexpr std::size_t kMaxLines = 10;

// Of the sentences that may be shown the most telling, first to last; every origin that has a whole sentence among them
// is heard while there are lines left. Nothing that a line of `shown` says is said again.
std::vector<BriefLine> key_sentences(const Sentences& sentences, const Bearers& bearers, const Told& told,
                                     const OriginAt& origin_at, const std::function<bool(std::size_t)>& may_show,
                                     const std::vector<BriefLine>& shown);

}  // namespace crossread
