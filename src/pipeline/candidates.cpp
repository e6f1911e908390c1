#include "pipeline/candidates.h"

#include <algorithm>

namespace crossread {
namespace {

bool is_in(std::span<const ReportNumber> sorted, ReportNumber number) {
  return std::binary_search(sorted.begin(), sorted.end(), number);
}

// All pairs under one key, each once: of two fresh reports the later-numbered leads.
void append_pairs(std::span<const Posting> under_key, std::span<const ReportNumber> fresh,
                  std::vector<CandidatePair>& pairs) {
  for (const Posting& lead : under_key) {
    if (!is_in(fresh, lead.report)) continue;
    for (const Posting& other : under_key) {
      if (other.report == lead.report) continue;
      if (other.report > lead.report && is_in(fresh, other.report)) continue;
      pairs.push_back({lead.report, other.report});
    }
  }
}

}  // namespace

std::vector<CandidatePair> candidate_pairs(std::span<const Posting> found, std::span<const ReportNumber> fresh,
                                           std::size_t least) {
  std::vector<CandidatePair> pairs;
  for (std::size_t begin = 0; begin < found.size();) {
    std::size_t end = begin;
    while (end < found.size() && found[end].key == found[begin].key) ++end;
    append_pairs(found.subspan(begin, end - begin), fresh, pairs);
    begin = end;
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<CandidatePair> enough;
  for (std::size_t begin = 0; begin < pairs.size();) {
    std::size_t end = begin;
    while (end < pairs.size() && pairs[end] == pairs[begin]) ++end;
    if (end - begin >= least) enough.push_back(pairs[begin]);
    begin = end;
  }
  return enough;
}

}  // namespace crossread
