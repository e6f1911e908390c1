#include "story/settle.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "base/hash.h"
#include "story/agglomerate.h"

namespace crossread {
namespace {

constexpr std::uint64_t kSameStory = 200;
constexpr std::uint64_t kSameStoryline = 80;

// A link between two numbers: of members, of groups or of stories.
struct Edge {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint64_t strength = 0;
  std::uint64_t kinship = 0;
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
      edges.push_back({pair->first, pair->second, link.strength, link.kinship});
    }
  }
  return edges;
}

bool takes_the_bulk(CopyKind kind) {
  return kind != CopyKind::part && kind != CopyKind::quoted;
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

// Joins the groups that `labels` names (each by its first) along the edges, and gives the new labels.
std::vector<std::uint32_t> joined(const std::vector<std::uint32_t>& labels, const std::vector<Edge>& edges,
                                  std::uint64_t Edge::*strength, std::uint64_t threshold) {
  std::vector<std::uint32_t> sizes(labels.size());
  for (const std::uint32_t label : labels) ++sizes[label];
  std::vector<GroupLink> links;
  for (const Edge& edge : edges) {
    const auto [a, b] = std::minmax(labels[edge.a], labels[edge.b]);
    if (a != b) links.push_back({a, b, edge.*strength});
  }
  const std::vector<std::uint32_t> groups = agglomerated(sizes, links, threshold);
  std::vector<std::uint32_t> joined_labels(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) joined_labels[i] = groups[labels[i]];
  return joined_labels;
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
  story.id = {mix(hash64("story"), all[members.front()].report.value)};
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

CanonicalKey StoryMember::key() const {
  CanonicalKey key{CanonicalKey::kUndated, report};
  if (published) key.minutes = minutes_of(*published).value_or(CanonicalKey::kUndated);
  return key;
}

StoryMember story_member(const Report& report) {
  return {report.id, report.published, report.title, hash64(report.article_key())};
}

Settled settle(std::span<const StoryMember> members, std::span<const StoryLink> links,
               std::span<const CopyLink> copies) {
  const std::vector<StoryMember> all = in_canonical_order(members);
  const Numbers numbers(all);
  const std::vector<Edge> edges = edges_of(links, numbers);
  const std::vector<std::uint32_t> bound = bound_together(all, copies, numbers);
  const std::vector<std::uint32_t> stories = joined(bound, edges, &Edge::strength, kSameStory);
  const std::vector<std::uint32_t> lines = joined(stories, edges, &Edge::kinship, kSameStoryline);
  const std::vector<std::uint64_t> central = centrality(stories, edges);

  std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
  for (std::uint32_t i = 0; i < all.size(); ++i) groups[stories[i]].push_back(i);
  Settled settled;
  for (const auto& [first, group] : groups) {
    Story story = story_of(group, all, central);
    story.storyline = {mix(hash64("storyline"), all[lines[first]].report.value)};
    settled.stories.push_back(std::move(story));
  }
  return settled;
}

}  // namespace crossread
