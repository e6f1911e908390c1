// Which pairs of reports are worth comparing: those that share enough keys of an index.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "types/posting.h"

namespace crossread {

// A new report and another, new or old. Each unordered pair comes once.
struct CandidatePair {
  ReportNumber fresh;
  ReportNumber other;
  friend auto operator<=>(const CandidatePair&, const CandidatePair&) = default;
};

// `found`: the index's postings under all keys of the fresh reports, in order of key. `fresh`: in order. Pairs of a
// fresh report with any other that stand together under at least `least` keys; in order.
std::vector<CandidatePair> candidate_pairs(std::span<const Posting> found, std::span<const ReportNumber> fresh,
                                           std::size_t least);

}  // namespace crossread
