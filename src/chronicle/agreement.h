// What several origins tell.
#pragma once

#include <set>
#include <vector>

#include "chronicle/bearers.h"
#include "chronicle/sentences.h"

namespace crossread {

// At most this many. Not tuned: what a reader takes in at a glance.
inline constexpr std::size_t kMaxAgreed = 10;

struct Agreement {
  std::vector<BriefLine> lines;  // those of most origins first
  std::set<std::size_t> told;    // sentences that another origin tells, or tells a good part of, shown or not
};

// A line is the sentence of a claim that the other origins' sentences bear out best; those that do not bear it out are
// not counted. Claims in dispute or with dissent have no line here.
Agreement agreement(const Sentences& sentences, const Bearers& bearers, const Told& told, const OriginAt& origin_at);

}  // namespace crossread
