// Where the tellers of a claim part.
#pragma once

#include <vector>

#include "chronicle/sentences.h"

namespace crossread {

struct Partings {
  std::vector<BriefParting> disputed;
  std::vector<BriefParting> revised;
};

// Those of most origins first. A parting is shown when two sides or more stand in the reports of the brief, the
// sentences around them speak of the same, numbers exclude each other, and what is denied is denied in so many words
// (Bearing::denies). A dispute needs two origins.
Partings partings(const Sentences& sentences, const Told& told, const OriginAt& origin_at, const Bearing& bearing);

}  // namespace crossread
