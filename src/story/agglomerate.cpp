// The best pair is found by a heap whose entries may be out of date: joining two groups never makes either's average
// with a third group better than the better of the two was, so an old entry promises too much, never too little. One
// that comes up and finds its pair worse than it promises goes back with what is true now. The smaller group moves into
// the larger, so a link is carried at most log n times. Integers only: no rounding to argue about.
#include "story/agglomerate.h"

#include <algorithm>
#include <numeric>
#include <queue>
#include <tuple>
#include <unordered_map>

namespace crossread {
namespace {

constexpr std::uint64_t kFine = 1000;  // averages are kept in thousandths of a strength

// A promise: the two groups named are linked this strongly on average.
struct Promise {
  std::uint64_t average = 0;
  std::uint32_t a = 0;  // a < b
  std::uint32_t b = 0;
  friend bool operator<(const Promise& x, const Promise& y) {  // the top of the heap: best average, then first pair
    return std::tie(x.average, y.a, y.b) < std::tie(y.average, x.a, x.b);
  }
};

// All that is between two groups.
struct Between {
  std::uint64_t sum = 0;       // of the strengths of the links
  std::uint64_t capped = 0;    // the same, each link no more than the ceiling
  std::uint64_t promised = 0;  // the last promise given and not yet called in; kept on the side of the lower number
  bool apart = false;          // found to be two events
};

class Agglomeration {
 public:
  Agglomeration(std::size_t groups, std::span<const GroupLink> links, const JoinRule& rule)
      : rule_(rule), sizes_(groups, 1), within_(groups), into_(groups), between_(groups) {
    std::iota(into_.begin(), into_.end(), 0U);
    for (const GroupLink& link : links) {
      const Between between{link.strength, std::min(link.strength, rule.ceiling), 0, false};
      between_[link.a].emplace(link.b, between);
      between_[link.b].emplace(link.a, between);
      promise(link.a, link.b);
    }
  }

  void run() {
    while (!promises_.empty()) {
      const Promise top = promises_.top();
      promises_.pop();
      if (into_[top.a] != top.a || into_[top.b] != top.b) continue;  // one has moved; its links were promised anew
      call_in(top);
      if (average(top.a, top.b) != top.average) {
        promise(top.a, top.b);
      } else if (contrasts(top.a, top.b)) {
        between_[top.a][top.b].apart = between_[top.b][top.a].apart = true;
      } else {
        join(top.a, top.b);
      }
    }
  }

  std::vector<std::uint32_t> labels() const {
    std::vector<std::uint32_t> first(into_.size(), UINT32_MAX);
    std::vector<std::uint32_t> labels(into_.size());
    for (std::uint32_t group = 0; group < into_.size(); ++group) {
      const std::uint32_t root = root_of(group);
      first[root] = std::min(first[root], group);
      labels[group] = first[root];
    }
    return labels;
  }

 private:
  std::uint64_t average(std::uint32_t a, std::uint32_t b) const {
    const auto found = between_[a].find(b);
    if (found == between_[a].end() || found->second.apart) return 0;
    return found->second.sum * kFine / (std::uint64_t{sizes_[a]} * sizes_[b]);
  }

  void promise(std::uint32_t a, std::uint32_t b) {
    const std::uint64_t now = average(a, b);
    if (now == 0 || now < rule_.least * kFine) return;
    const auto [low, high] = std::minmax(a, b);
    std::uint64_t& promised = between_[low][high].promised;
    if (promised == now) return;
    promised = now;
    promises_.push({now, low, high});
  }

  void call_in(const Promise& promise) {
    std::uint64_t& promised = between_[promise.a][promise.b].promised;
    if (promised == promise.average) promised = 0;
  }

  // The average strength within a group; of a single report, as strong as the link that it is judged by.
  std::uint64_t strength_within(std::uint32_t group, std::uint64_t link) const {
    const std::uint64_t size = sizes_[group];
    return size == 1 ? link : within_[group] * kFine * 2 / (size * (size - 1));
  }

  bool contrasts(std::uint32_t a, std::uint32_t b) const {
    const std::uint64_t link = average(a, b);
    const std::uint64_t needed = rule_.contrast * rule_.contrast * strength_within(a, link) / 10'000;
    return link * link < needed * strength_within(b, link);
  }

  // The smaller moves into the larger; of equals, the second into the first.
  void join(std::uint32_t a, std::uint32_t b) {
    const bool a_stays = sizes_[a] > sizes_[b] || (sizes_[a] == sizes_[b] && a < b);
    const std::uint32_t stays = a_stays ? a : b;
    const std::uint32_t moves = a_stays ? b : a;
    within_[stays] += within_[moves] + between_[stays][moves].capped;
    sizes_[stays] += sizes_[moves];
    into_[moves] = stays;
    between_[stays].erase(moves);
    for (const auto& [other, between] : between_[moves]) {
      if (other == stays) continue;
      carry(between, between_[stays][other]);
      between_[other].erase(moves);
      carry(between, between_[other][stays]);
      promise(stays, other);
    }
    between_[moves] = {};
  }

  static void carry(const Between& from, Between& to) {
    to.sum += from.sum;
    to.capped += from.capped;
    to.apart = to.apart || from.apart;
  }

  std::uint32_t root_of(std::uint32_t group) const {
    while (into_[group] != group) group = into_[group];
    return group;
  }

  JoinRule rule_;
  std::vector<std::uint32_t> sizes_;
  std::vector<std::uint64_t> within_;  // sum of the capped strengths of the links within
  std::vector<std::uint32_t> into_;    // where a group went; itself while it stands
  std::vector<std::unordered_map<std::uint32_t, Between>> between_;
  std::priority_queue<Promise> promises_;
};

}  // namespace

std::vector<std::uint32_t> agglomerated(std::size_t groups, std::span<const GroupLink> links, const JoinRule& rule) {
  Agglomeration agglomeration(groups, links, rule);
  agglomeration.run();
  return agglomeration.labels();
}

}  // namespace crossread
