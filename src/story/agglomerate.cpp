// The best pair is found by a heap whose entries may be out of date: joining two groups never makes either's average
// with a third group better than the better of the two was, so an old entry promises too much, never too little. One
// that comes up and finds its pair worse than it promises goes back with what is true now. The smaller group moves into
// the larger, so a member moves at most log n times.
#include "story/agglomerate.h"

#include <algorithm>
#include <numeric>
#include <queue>
#include <tuple>
#include <unordered_map>

namespace crossread {
namespace {

// A promise: the two groups named are linked this strongly on average.
struct Promise {
  std::uint64_t average = 0;
  std::uint32_t a = 0;  // a < b
  std::uint32_t b = 0;
  friend bool operator<(const Promise& x, const Promise& y) {  // the top of the heap: best average, then first pair
    return std::tie(x.average, y.a, y.b) < std::tie(y.average, x.a, x.b);
  }
};

class Agglomeration {
 public:
  Agglomeration(std::span<const std::uint32_t> sizes, std::span<const GroupLink> links, std::uint64_t threshold)
      : threshold_(threshold), sizes_(sizes.begin(), sizes.end()), into_(sizes.size()), sums_(sizes.size()) {
    std::iota(into_.begin(), into_.end(), 0U);
    for (const GroupLink& link : links) {
      sums_[link.a][link.b] += link.sum;
      sums_[link.b][link.a] += link.sum;
    }
    for (const GroupLink& link : links) promise(link.a, link.b);
  }

  void run() {
    while (!promises_.empty()) {
      const Promise top = promises_.top();
      promises_.pop();
      if (into_[top.a] != top.a || into_[top.b] != top.b) continue;  // one has moved; its links were promised anew
      if (average(top.a, top.b) == top.average) {
        join(top.a, top.b);
      } else {
        promise(top.a, top.b);
      }
    }
  }

  std::vector<std::uint32_t> labels() {
    std::vector<std::uint32_t> first(sizes_.size(), UINT32_MAX);
    std::vector<std::uint32_t> labels(sizes_.size());
    for (std::uint32_t group = 0; group < sizes_.size(); ++group) {
      const std::uint32_t root = root_of(group);
      first[root] = std::min(first[root], group);
      labels[group] = first[root];
    }
    return labels;
  }

 private:
  std::uint64_t average(std::uint32_t a, std::uint32_t b) const {
    const auto sum = sums_[a].find(b);
    if (sum == sums_[a].end()) return 0;
    return sum->second / (std::uint64_t{sizes_[a]} * sizes_[b]);
  }

  void promise(std::uint32_t a, std::uint32_t b) {
    const std::uint64_t now = average(a, b);
    if (now >= threshold_ && now > 0) promises_.push({now, std::min(a, b), std::max(a, b)});
  }

  // The smaller moves into the larger; of equals, the second into the first.
  void join(std::uint32_t a, std::uint32_t b) {
    const bool a_stays = sizes_[a] > sizes_[b] || (sizes_[a] == sizes_[b] && a < b);
    const std::uint32_t stays = a_stays ? a : b;
    const std::uint32_t moves = a_stays ? b : a;
    into_[moves] = stays;
    sizes_[stays] += sizes_[moves];
    sums_[stays].erase(moves);
    for (const auto& [other, sum] : sums_[moves]) {
      if (other == stays) continue;
      sums_[stays][other] += sum;
      sums_[other].erase(moves);
      sums_[other][stays] += sum;
    }
    for (const auto& [other, sum] : sums_[moves]) {
      if (other != stays) promise(stays, other);
    }
    sums_[moves] = {};
  }

  std::uint32_t root_of(std::uint32_t group) const {
    while (into_[group] != group) group = into_[group];
    return group;
  }

  std::uint64_t threshold_;
  std::vector<std::uint32_t> sizes_;
  std::vector<std::uint32_t> into_;  // where a group went; itself while it stands
  std::vector<std::unordered_map<std::uint32_t, std::uint64_t>> sums_;
  std::priority_queue<Promise> promises_;
};

}  // namespace

std::vector<std::uint32_t> agglomerated(std::span<const std::uint32_t> sizes, std::span<const GroupLink> links,
                                        std::uint64_t threshold) {
  Agglomeration agglomeration(sizes, links, threshold);
  agglomeration.run();
  return agglomeration.labels();
}

}  // namespace crossread
