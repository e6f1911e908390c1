#include "claim/align.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "base/hash.h"
#include "text/words.h"

namespace crossread::claim {
namespace {

// Thousandths of log odds. Tuned on the corpus' train stories, 2026-11-22: see docs/design/claims.md.
constexpr std::int32_t kPair = -1000;     // a pair of best matches may begin or join groups
constexpr std::int32_t kAverage = -1000;  // two groups fit each other
constexpr std::int32_t kCeiling = 3000;   // no pair outweighs more than this
constexpr std::size_t kBucket = 64;       // faces of a key that are compared with one another, in canonical order
constexpr std::size_t kRareWords = 8;     // of a statement, as keys
constexpr std::size_t kSample = 12;       // faces of a group that stand for it

// Items in the same words: what a copy repeats.
struct Face {
  std::vector<std::uint32_t> items;
  std::set<std::uint32_t> reports;
};

std::uint64_t face_key(const StorylineReports& storyline, const Item& item) {
  const std::string_view text = storyline.reports[item.report].report->text;
  std::uint64_t key = hash64(item.is_event ? "event" : "statement");
  for (const Word& word : words(text, item.sentence)) key = mix(key, word.hash);
  for (const Word& word : words(text, item.evidence)) key = mix(key, word.hash);
  if (item.is_event) {
    const Event& event = event_of(storyline, item);
    key = mix(key, static_cast<std::uint64_t>(event.type) * 100 + static_cast<std::uint64_t>(event.status));
  } else {
    key = mix(key, static_cast<std::uint64_t>(statement_of(storyline, item).act));
  }
  return key;
}

std::vector<Face> faces_of(const StorylineReports& storyline, const std::vector<Item>& items) {
  std::map<std::uint64_t, std::uint32_t> known;
  std::vector<Face> faces;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const auto [at, fresh] = known.emplace(face_key(storyline, items[i]), static_cast<std::uint32_t>(faces.size()));
    if (fresh) faces.emplace_back();
    faces[at->second].items.push_back(i);
    faces[at->second].reports.insert(items[i].report);
  }
  return faces;
}

// What a telling is looked up by. Kinds of deed that readers take for one another share keys.
std::vector<std::uint64_t> keys_of(const StorylineReports& storyline, const Item& item) {
  std::vector<std::uint64_t> keys;
  const auto add = [&](std::uint64_t kind, std::uint64_t value) { keys.push_back(mix(kind, value)); };
  if (item.is_event) {
    const EventType type = event_of(storyline, item).type;
    for (std::size_t other = 0; other < kEventTypeCount; ++other) {
      if (!are_kin(type, static_cast<EventType>(other))) continue;
      for (const std::uint32_t entity : item.mentioned) add(100 + other, entity);
      if (item.dated) add(200 + other, static_cast<std::uint64_t>(item.days.first));
    }
    for (const BagWord& word : item.trigger) add(1, word.stem);
  } else {
    Bag rare = item.words;
    std::ranges::sort(rare, [](const BagWord& a, const BagWord& b) {
      return std::pair(-a.weight, a.stem) < std::pair(-b.weight, b.stem);
    });
    if (rare.size() > kRareWords) rare.resize(kRareWords);
    for (const BagWord& word : rare) add(2, word.stem);
    for (const std::uint32_t entity : item.actors) add(3, entity);
  }
  return keys;
}

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
    score_candidates();
    std::iota(home_.begin(), home_.end(), 0u);
    for (std::uint32_t i = 0; i < faces_.size(); ++i) members_.push_back({i});
    for (const Edge& edge : best_matches()) join(edge);
    return written();
  }

 private:
  std::int32_t score_of(std::uint32_t x, std::uint32_t y) {
    const auto pair = std::minmax(x, y);
    const auto known = scores_.find(pair);
    if (known != scores_.end()) return known->second;
    const Item& a = items_[faces_[pair.first].items.front()];
    const Item& b = items_[faces_[pair.second].items.front()];
    std::int32_t value = -kCeiling;
    if (a.is_event == b.is_event) {
      value = a.is_event ? score(comparison_.events(a, b), weights_) : score(comparison_.statements(a, b), weights_);
    }
    value = std::clamp(value, -kCeiling, kCeiling);
    scores_.emplace(pair, value);
    return value;
  }

  void score_candidates() {
    std::map<std::uint64_t, std::vector<std::uint32_t>> buckets;
    for (std::uint32_t i = 0; i < faces_.size(); ++i) {
      for (const std::uint64_t key : keys_of(storyline_, items_[faces_[i].items.front()])) {
        auto& bucket = buckets[key];
        if (bucket.size() < kBucket && (bucket.empty() || bucket.back() != i)) bucket.push_back(i);
      }
    }
    for (const auto& [key, bucket] : buckets) {
      for (std::size_t i = 0; i < bucket.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) score_of(bucket[k], bucket[i]);
      }
    }
  }

  // Pairs that are each other's best in a report of the other, the surest first.
  std::vector<Edge> best_matches() const {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int32_t> best;  // face, report of the other
    const auto note = [&](std::uint32_t face, std::uint32_t other, std::int32_t value) {
      for (const std::uint32_t report : faces_[other].reports) {
        const auto [at, fresh] = best.emplace(std::pair(face, report), value);
        if (!fresh) at->second = std::max(at->second, value);
      }
    };
    for (const auto& [pair, value] : scores_) {
      note(pair.first, pair.second, value);
      note(pair.second, pair.first, value);
    }
    const auto is_best = [&](std::uint32_t face, std::uint32_t other, std::int32_t value) {
      return std::ranges::any_of(faces_[other].reports, [&](std::uint32_t report) {
        return best.at({face, report}) == value;
      });
    };
    std::vector<Edge> edges;
    for (const auto& [pair, value] : scores_) {
      if (value > kPair && is_best(pair.first, pair.second, value) && is_best(pair.second, pair.first, value))
        edges.push_back({value, pair.first, pair.second});
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
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int32_t> scores_;
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
