// Which pairs of reports are worth comparing: those that stand near each other under enough keys of an index.
//
// Under each key the reports stand in canonical order, and each is paired with the `kCrowd` next before it. So a crowd
// under one key costs as much as its number, not the square of it; under a key of up to kCrowd + 1 reports all are
// paired. Which pairs there are is a function of the set of reports, whatever the order of arrival: a report that comes
// between two others takes them apart, and the pairs that it breaks are told.
//
// Guarded by tests/pipeline/candidates_test.cpp, with a slow judge.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/report_order.h"
#include "types/posting.h"

namespace crossread {

// Not tuned. Stories of up to so many reports are linked whole.
inline constexpr std::size_t kCrowd = 32;

// A new report and another, new or old. Each unordered pair comes once.
struct CandidatePair {
  ReportNumber fresh;
  ReportNumber other;
  std::uint32_t keys = 0;  // under how many keys they stand near each other
  friend auto operator<=>(const CandidatePair&, const CandidatePair&) = default;
};

struct Candidates {
  std::vector<CandidatePair> pairs;  // in order; those of enough keys
  std::vector<BrokenPair> broken;    // in order of `later`, then `earlier`; of any number of keys
};

// `found`: the index's postings under all keys of the fresh reports, in order of key. `fresh`: in order. `least`: the
// keys that a pair needs. What `order` does not know of the crowds it fetches; reports that are gone are left out.
Candidates candidates(std::span<const Posting> found, std::span<const ReportNumber> fresh, std::size_t least,
                      ReportOrder& order);

}  // namespace crossread
