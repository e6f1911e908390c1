#include "pipeline/candidates.h"

#include <algorithm>

namespace crossread {
namespace {

bool is_in(std::span<const ReportNumber> sorted, ReportNumber number) {
  return std::binary_search(sorted.begin(), sorted.end(), number);
}

// Calls fn with the postings under each key in turn.
template <class Fn>
void for_each_key(std::span<const Posting> found, const Fn& fn) {
  for (std::size_t begin = 0; begin < found.size();) {
    std::size_t end = begin;
    while (end < found.size() && found[end].key == found[begin].key) ++end;
    fn(found.subspan(begin, end - begin));
    begin = end;
  }
}

std::vector<ReportNumber> reports_of(std::span<const Posting> found) {
  std::vector<ReportNumber> all;
  all.reserve(found.size());
  for (const Posting& posting : found) all.push_back(posting.report);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

// A report under one key.
struct Standing {
  CanonicalKey key;
  ReportNumber report;
  bool fresh = false;
  std::size_t old_before = 0;  // how many that were there already stand before it
};

// What all keys together say; a pair appears once for each key that pairs it, or used to.
class Gathering {
 public:
  Gathering(std::span<const ReportNumber> fresh, const ReportOrder& order) : fresh_(fresh), order_(order) {}

  void take(std::span<const Posting> under_key) {
    stand(under_key);
    for (std::size_t i = 0; i < standing_.size(); ++i) {
      if (stays_as_it_was(i)) continue;
      pair_up(i);
      if (!standing_[i].fresh) break_up(i);
    }
  }

  std::vector<CandidatePair> pairs(std::size_t least) {
    std::sort(pairs_.begin(), pairs_.end());
    std::vector<CandidatePair> enough;
    for (std::size_t begin = 0, end = 0; begin < pairs_.size(); begin = end) {
      while (end < pairs_.size() && pairs_[end] == pairs_[begin]) ++end;
      CandidatePair pair = pairs_[begin];
      pair.keys = static_cast<std::uint32_t>(end - begin);
      if (pair.keys >= least) enough.push_back(pair);
    }
    return enough;
  }

  std::vector<BrokenPair> broken() {
    const auto place = [](const BrokenPair& pair) { return std::pair(pair.later, pair.earlier); };
    std::sort(broken_.begin(), broken_.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    std::vector<BrokenPair> merged;
    for (const BrokenPair& pair : broken_) {
      if (!merged.empty() && place(merged.back()) == place(pair)) {
        merged.back().keys += pair.keys;
      } else {
        merged.push_back(pair);
      }
    }
    return merged;
  }

 private:
  void stand(std::span<const Posting> under_key) {
    standing_.clear();
    for (const Posting& posting : under_key) {
      if (const auto key = order_.key_of(posting.report)) {
        standing_.push_back({*key, posting.report, is_in(fresh_, posting.report), 0});
      }
    }
    std::sort(standing_.begin(), standing_.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    std::size_t old = 0;
    for (Standing& one : standing_) {
      one.old_before = old;
      if (!one.fresh) ++old;
    }
  }

  // Neither it nor any of those next before it is fresh.
  bool stays_as_it_was(std::size_t i) const {
    const std::size_t near = std::min(i, kCrowd);
    return !standing_[i].fresh && standing_[i].old_before - standing_[i - near].old_before == near;
  }

  // With those next before it, if either is fresh. Of two fresh reports the later-numbered leads.
  void pair_up(std::size_t i) {
    for (std::size_t j = i > kCrowd ? i - kCrowd : 0; j < i; ++j) {
      const Standing& a = standing_[j];
      const Standing& b = standing_[i];
      if (!a.fresh && !b.fresh) continue;
      const bool b_leads = b.fresh && (!a.fresh || a.report < b.report);
      pairs_.push_back(b_leads ? CandidatePair{b.report, a.report} : CandidatePair{a.report, b.report});
    }
  }

  // From those that stood among the next before it until fresh ones came between.
  void break_up(std::size_t i) {
    const Standing& later = standing_[i];
    for (std::size_t j = i; j-- > 0;) {
      const Standing& earlier = standing_[j];
      if (later.old_before - earlier.old_before > kCrowd) break;
      if (!earlier.fresh && i - j > kCrowd) broken_.push_back({earlier.report, later.report, 1});
    }
  }

  std::span<const ReportNumber> fresh_;
  const ReportOrder& order_;
  std::vector<Standing> standing_;
  std::vector<CandidatePair> pairs_;
  std::vector<BrokenPair> broken_;
};

}  // namespace

Candidates candidates(std::span<const Posting> found, std::span<const ReportNumber> fresh, std::size_t least,
                      ReportOrder& order) {
  order.fetch(reports_of(found));
  Gathering gathering(fresh, order);
  for_each_key(found, [&](std::span<const Posting> under_key) { gathering.take(under_key); });
  return {gathering.pairs(least), gathering.broken()};
}

}  // namespace crossread
