#include "pipeline/outlet_shares.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace crossread {
namespace {

// What a report took from the one that gave it most.
struct Taken {
  ReportId giver;
  std::uint32_t words = 0;
};

struct Place {
  std::string outlet;
  CanonicalKey key;
};

// Minutes that are a whole day's first may only mean that the time of day is not known.
constexpr std::int64_t kMinutesADay = 24 * 60;
bool tells_time(const CanonicalKey& key) {
  return key.minutes != CanonicalKey::kUndated && key.minutes % kMinutesADay != 0;
}

class Survey {
 public:
  Survey(const StoreReader& store, const OutletGroup& group) {
    store.for_each_head({}, [&](const ReportHead& head) {
      std::string outlet = head.outlet.value_or("");
      if (group && !outlet.empty()) outlet = group(outlet);
      if (!outlet.empty()) ++shares_[outlet].reports;
      places_[head.id] = {std::move(outlet), head.key};
      return true;
    });
    store.for_each_copy_link({}, [&](const CopyLink& link) {
      take(link);
      return true;
    });
    for (const auto& [taker, taken] : taken_) count(taker, taken);
  }

  std::vector<OutletShare> shares() {
    std::vector<OutletShare> all;
    for (auto& [outlet, share] : shares_) {
      share.outlet = outlet;
      for (auto& [from, delays] : delays_[outlet]) share.sources.push_back(source(from, delays));
      std::ranges::sort(share.sources, [](const OutletSource& a, const OutletSource& b) {
        return std::tie(b.reports, a.outlet) < std::tie(a.reports, b.outlet);
      });
      all.push_back(std::move(share));
    }
    std::ranges::sort(all, [](const OutletShare& a, const OutletShare& b) {
      return std::tie(b.reports, a.outlet) < std::tie(a.reports, b.outlet);
    });
    return all;
  }

 private:
  struct Delays {
    std::uint64_t reports = 0;
    std::vector<std::int64_t> minutes;
  };

  void take(const CopyLink& link) {
    if (link.kind == CopyKind::quoted || link.direction == CopyDirection::unknown) return;
    const bool from = link.direction == CopyDirection::from;
    const ReportId taker = from ? link.report : link.other;
    const ReportId giver = from ? link.other : link.report;
    if (places_.at(taker).outlet == places_.at(giver).outlet) return;
    words_[taker] = from ? link.report_words : link.other_words;
    Taken& best = taken_[taker];
    const bool more = link.shared_words > best.words;
    const bool earlier = link.shared_words == best.words && places_.at(giver).key < places_.at(best.giver).key;
    if (more || earlier) best = {giver, link.shared_words};
  }

  void count(ReportId taker, const Taken& taken) {
    const Place& own = places_.at(taker);
    const Place& source = places_.at(taken.giver);
    if (!source.outlet.empty()) ++shares_[source.outlet].given;
    if (own.outlet.empty()) return;
    OutletShare& share = shares_[own.outlet];
    ++share.taking;
    share.words += words_.at(taker);
    share.taken_words += std::min(taken.words, words_.at(taker));
    Delays& delays = delays_[own.outlet][source.outlet];
    ++delays.reports;
    if (tells_time(own.key) && tells_time(source.key)) delays.minutes.push_back(own.key.minutes - source.key.minutes);
  }

  static OutletSource source(const std::string& outlet, Delays& delays) {
    OutletSource source{outlet, delays.reports, {}};
    if (delays.minutes.empty()) return source;
    std::ranges::sort(delays.minutes);
    source.median_minutes = delays.minutes[delays.minutes.size() / 2];
    return source;
  }

  std::unordered_map<ReportId, Place> places_;
  std::unordered_map<ReportId, std::uint32_t> words_;  // of the reports that took
  std::map<ReportId, Taken> taken_;
  std::map<std::string, OutletShare> shares_;
  std::map<std::string, std::map<std::string, Delays>> delays_;  // by taker, then giver
};

}  // namespace

std::vector<OutletShare> outlet_shares(const StoreReader& store, const OutletGroup& group) {
  return Survey(store, group).shares();
}

}  // namespace crossread
