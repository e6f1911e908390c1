// What came to a story since its reader last looked.
#pragma once

#include "chronicle/bearers.h"

namespace crossread {

// None when the file does not say since when. A line is new when every report that tells it came since and no earlier
// one has words much like it (Bearers::like); a side of a parting, when every report that takes it came since; an
// origin, when all its reports did.
std::optional<BriefNews> news(const StoryFile& file, const Brief& brief, const Sentences& sentences,
                              const Bearers& bearers, const Told& told, const OriginAt& origin_at);

}  // namespace crossread
