#include "story/settle.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "base/hash.h"
#include "story/agglomerate.h"
#include "story/storylines.h"

namespace crossread {
namespace {

// Tuned with profile.cpp, see there.
constexpr JoinRule kOneStory{.least = kOneEvent, .contrast = 75, .ceiling = 550};

// A link between two members, by their numbers.
struct Edge {
  std::uint32_t a = 0;  // a < b
  std::uint32_t b = 0;
  std::uint16_t strength = 0;
};

class Numbers {
 public:
  explicit Numbers(const std::vector<StoryMember>& members) {
    for (std::uint32_t i = 0; i < members.size(); ++i) of_.emplace(members[i].report, i);
  }
  // Empty unless both are members, and two.
  std::optional<std::pair<std::uint32_t, std::uint32_t>> of(ReportId a, ReportId b) const {
    const auto x = of_.find(a);
    const auto y = of_.find(b);
    if (x == of_.end() || y == of_.end() || x == y) return std::nullopt;
    return std::minmax(x->second, y->second);
  }

 private:
  std::unordered_map<ReportId, std::uint32_t> of_;
};

std::vector<StoryMember> in_canonical_order(std::span<const StoryMember> members) {
  std::vector<StoryMember> ordered(members.begin(), members.end());
  std::sort(ordered.begin(), ordered.end(),
            [](const StoryMember& x, const StoryMember& y) { return x.key() < y.key(); });
  return ordered;
}

std::vector<Edge> edges_of(std::span<const StoryLink> links, const Numbers& numbers) {
  std::vector<Edge> edges;
  edges.reserve(links.size());
  for (const StoryLink& link : links) {
    if (const auto pair = numbers.of(link.a, link.b)) {
      edges.push_back({pair->first, pair->second, link.strength});
    }
  }
  return edges;
}

class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t find(std::uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  void unite(std::uint32_t x, std::uint32_t y) {
    const auto [low, high] = std::minmax({find(x), find(y)});
    parent_[high] = low;
  }
  // For each its first companion.
  std::vector<std::uint32_t> labels() {
    std::vector<std::uint32_t> labels(parent_.size());
    for (std::uint32_t x = 0; x < parent_.size(); ++x) labels[x] = find(x);
    return labels;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

// Copies and versions of one article: together whatever their words say.
std::vector<std::uint32_t> bound_together(const std::vector<StoryMember>& members, std::span<const CopyLink> copies,
                                          const Numbers& numbers) {
  DisjointSets sets(members.size());
  for (const CopyLink& copy : copies) {
    if (!takes_the_bulk(copy.kind)) continue;
    if (const auto pair = numbers.of(copy.report, copy.other)) sets.unite(pair->first, pair->second);
  }
  std::unordered_map<std::uint64_t, std::uint32_t> article;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    sets.unite(article.try_emplace(members[i].article, i).first->second, i);
  }
  return sets.labels();
}

// The strongest link between each two groups: copies bound together count as the one report that they are.
std::vector<GroupLink> strongest_links(const std::vector<std::uint32_t>& groups, const std::vector<Edge>& edges) {
  std::vector<GroupLink> links;
  for (const Edge& edge : edges) {
    const auto [a, b] = std::minmax(groups[edge.a], groups[edge.b]);
    if (a != b) links.push_back({a, b, edge.strength});
  }
  std::sort(links.begin(), links.end(), [](const GroupLink& x, const GroupLink& y) {
    return std::tie(x.a, x.b, y.strength) < std::tie(y.a, y.b, x.strength);
  });
  const auto same_pair = [](const GroupLink& x, const GroupLink& y) { return x.a == y.a && x.b == y.b; };
  links.erase(std::unique(links.begin(), links.end(), same_pair), links.end());
  return links;
}

// For each member the first of its story.
std::vector<std::uint32_t> stories_of(const std::vector<std::uint32_t>& bound, const std::vector<Edge>& edges) {
  const std::vector<std::uint32_t> joined = agglomerated(bound.size(), strongest_links(bound, edges), kOneStory);
  std::vector<std::uint32_t> stories(bound.size());
  for (std::size_t i = 0; i < bound.size(); ++i) stories[i] = joined[bound[i]];
  return stories;
}

// The title of the report that is linked most strongly to the others of its story; the first of equals.
std::vector<std::uint64_t> centrality(const std::vector<std::uint32_t>& stories, const std::vector<Edge>& edges) {
  std::vector<std::uint64_t> central(stories.size());
  for (const Edge& edge : edges) {
    if (stories[edge.a] != stories[edge.b]) continue;
    central[edge.a] += edge.strength;
    central[edge.b] += edge.strength;
  }
  return central;
}

const std::string& title_of(const std::vector<std::uint32_t>& members, const std::vector<StoryMember>& all,
                            const std::vector<std::uint64_t>& central) {
  std::uint32_t best = members.front();
  for (const std::uint32_t i : members) {
    const bool better = all[best].title.empty() ? !all[i].title.empty() : central[i] > central[best];
    if (better && !all[i].title.empty()) best = i;
  }
  return all[best].title;
}

Story story_of(const std::vector<std::uint32_t>& members, const std::vector<StoryMember>& all,
               const std::vector<std::uint64_t>& central) {
  Story story;
  story.id = story_id(all[members.front()].report);
  story.title = title_of(members, all, central);
  for (const std::uint32_t i : members) {
    story.reports.push_back(all[i].report);
    if (!all[i].published) continue;
    if (!story.start) story.start = all[i].published;
    story.end = all[i].published;
  }
  return story;
}

}  // namespace

bool takes_the_bulk(CopyKind kind) {
  return kind != CopyKind::part && kind != CopyKind::quoted;
}

CanonicalKey StoryMember::key() const {
  CanonicalKey key{CanonicalKey::kUndated, report};
  if (published) key.minutes = minutes_of(*published).value_or(CanonicalKey::kUndated);
  return key;
}

StoryMember story_member(const Report& report) {
  return {report.id, report.published, report.title, hash64(report.article_key())};
}

std::vector<Story> settle(std::span<const StoryMember> members, std::span<const StoryLink> links,
                          std::span<const CopyLink> copies) {
  const std::vector<StoryMember> all = in_canonical_order(members);
  const Numbers numbers(all);
  const std::vector<Edge> edges = edges_of(links, numbers);
  const std::vector<std::uint32_t> bound = bound_together(all, copies, numbers);
  const std::vector<std::uint32_t> stories = stories_of(bound, edges);
  const std::vector<std::uint64_t> central = centrality(stories, edges);

  std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
  for (std::uint32_t i = 0; i < all.size(); ++i) groups[stories[i]].push_back(i);
  std::vector<Story> settled;
  for (const auto& [first, group] : groups) settled.push_back(story_of(group, all, central));
  return settled;
}

}  // namespace crossread
