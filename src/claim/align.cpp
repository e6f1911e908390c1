#include "claim/align.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "claim/candidates.h"

namespace crossread::claim {
namespace {

// Thousandths of log odds. Tuned on the corpus' train stories and shorts, 2026-11-23: see docs/design/claims.md.
constexpr std::int32_t kPair = -1000;     // a pair of best matches may begin or join groups
constexpr std::int32_t kAverage = -1000;  // two groups fit each other
constexpr std::int32_t kCeiling = 3000;   // no pair outweighs more than this
constexpr std::size_t kSample = 12;       // faces of a group that stand for it

struct Edge {
  std::int32_t score = 0;
  std::uint32_t a = 0;  // faces, a before b
  std::uint32_t b = 0;
};

class Alignment {
 public:
  Alignment(const StorylineReports& storyline, const std::vector<Item>& items, const Weights& weights)
      : storyline_(storyline),
        items_(items),
        weights_(weights),
        comparison_(storyline, items),
        faces_(faces_of(storyline, items)),
        home_(faces_.size()) {}

  std::vector<Group> groups() {
    for (const auto& [a, b] : candidates(storyline_, items_, faces_)) {
      const auto [first, second] = std::minmax(a, b);
      edges_.push_back({score_of(first, second), first, second});
    }
    std::iota(home_.begin(), home_.end(), 0u);
    for (std::uint32_t i = 0; i < faces_.size(); ++i) members_.push_back({i});
    for (const Edge& edge : best_matches()) join(edge);
    return written();
  }

 private:
  static std::uint64_t key_of(std::uint32_t a, std::uint32_t b) { return std::uint64_t{a} << 32 | b; }

  std::int32_t score_of(std::uint32_t x, std::uint32_t y) {
    const auto [first, second] = std::minmax(x, y);
    const auto [place, fresh] = scores_.try_emplace(key_of(first, second));
    if (!fresh) return place->second;
    const Item& a = items_[faces_[first].items.front()];
    const Item& b = items_[faces_[second].items.front()];
    place->second = std::clamp(weights_.same.score(comparison_.signs(a, b)), -kCeiling, kCeiling);
    return place->second;
  }

  // Pairs that are each other's best in a report of the other, the surest first.
  std::vector<Edge> best_matches() const {
    std::unordered_map<std::uint64_t, std::int32_t> best;  // by face and report of the other
    const auto note = [&](std::uint32_t face, std::uint32_t other, std::int32_t value) {
      for (const std::uint32_t report : faces_[other].reports) {
        const auto [at, fresh] = best.emplace(key_of(face, report), value);
        if (!fresh) at->second = std::max(at->second, value);
      }
    };
    for (const Edge& edge : edges_) {
      note(edge.a, edge.b, edge.score);
      note(edge.b, edge.a, edge.score);
    }
    const auto is_best = [&](std::uint32_t face, std::uint32_t other, std::int32_t value) {
      return std::ranges::any_of(faces_[other].reports,
                                 [&](std::uint32_t report) { return best.at(key_of(face, report)) == value; });
    };
    std::vector<Edge> edges;
    for (const Edge& edge : edges_) {
      if (edge.score > kPair && is_best(edge.a, edge.b, edge.score) && is_best(edge.b, edge.a, edge.score))
        edges.push_back(edge);
    }
    std::ranges::stable_sort(edges, std::ranges::greater{}, &Edge::score);
    return edges;
  }

  void join(const Edge& edge) {
    std::uint32_t a = home_[edge.a];
    std::uint32_t b = home_[edge.b];
    if (a == b) return;
    if (average(members_[a], members_[b]) < kAverage) return;
    if (b < a) std::swap(a, b);
    for (const std::uint32_t face : members_[b]) home_[face] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    std::ranges::sort(members_[a]);
    members_[b].clear();
  }

  std::int32_t average(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::int64_t sum = 0;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < std::min(a.size(), kSample); ++i) {
      for (std::size_t k = 0; k < std::min(b.size(), kSample); ++k) {
        sum += score_of(a[i], b[k]);
        ++count;
      }
    }
    return static_cast<std::int32_t>(sum / count);
  }

  std::vector<Group> written() const {
    std::vector<Group> groups;
    for (const auto& faces : members_) {
      if (faces.empty()) continue;
      Group group;
      for (const std::uint32_t face : faces)
        group.items.insert(group.items.end(), faces_[face].items.begin(), faces_[face].items.end());
      std::ranges::sort(group.items);
      groups.push_back(std::move(group));
    }
    std::ranges::sort(groups, {}, [](const Group& group) { return group.items.front(); });
    return groups;
  }

  const StorylineReports& storyline_;
  const std::vector<Item>& items_;
  const Weights& weights_;
  Comparison comparison_;
  std::vector<Face> faces_;
  std::unordered_map<std::uint64_t, std::int32_t> scores_;  // of two faces
  std::vector<Edge> edges_;                                 // the candidates, in order of faces
  std::vector<std::uint32_t> home_;
  std::vector<std::vector<std::uint32_t>> members_;
};

}  // namespace

std::vector<Group> align(const StorylineReports& storyline, const std::vector<Item>& items, const Weights& weights) {
  return Alignment(storyline, items, weights).groups();
}

std::vector<std::uint32_t> groups_of_items(const std::vector<Group>& groups, std::size_t items) {
  std::vector<std::uint32_t> group_of(items);
  for (std::uint32_t group = 0; group < groups.size(); ++group) {
    for (const std::uint32_t item : groups[group].items) group_of[item] = group;
  }
  return group_of;
}

}  // namespace crossread::claim
