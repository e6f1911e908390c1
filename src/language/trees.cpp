// The best governor of each word first. Where those form circles, the smallest loss that opens them is taken: a circle
// is drawn together to one node, whose incoming edges cost what they lose, and so on until no circle is left. If
// several words hang from the root, it is done once more with a high price on each edge from the root.
#include "language/trees.h"

#include <algorithm>
#include <limits>

namespace crossread::language {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min() / 4;

// More than any sum of scores can differ: with it on every edge from the root the best tree has the fewest, one.
constexpr std::int64_t kRootPrice = std::int64_t{1} << 48;

// Square matrix of scores: at(word, governor); the last governor is the root.
class Graph {
 public:
  Graph(std::span<const std::int32_t> scores, std::size_t count) : nodes_(count + 1), scores_(nodes_ * nodes_, kNever) {
    for (std::size_t word = 0; word < count; ++word) {
      for (std::size_t governor = 0; governor <= count; ++governor) {
        if (governor != word) at(word, governor) = scores[word * (count + 1) + governor];
      }
    }
  }
  explicit Graph(std::size_t nodes) : nodes_(nodes), scores_(nodes * nodes, kNever) {}

  std::size_t nodes() const { return nodes_; }
  std::size_t root() const { return nodes_ - 1; }
  std::int64_t& at(std::size_t word, std::size_t governor) { return scores_[word * nodes_ + governor]; }
  std::int64_t at(std::size_t word, std::size_t governor) const { return scores_[word * nodes_ + governor]; }

 private:
  std::size_t nodes_;
  std::vector<std::int64_t> scores_;
};

using Heads = std::vector<std::size_t>;  // by node but the root

Heads best_governors(const Graph& graph) {
  Heads heads(graph.root());
  for (std::size_t word = 0; word < heads.size(); ++word) {
    std::size_t best = graph.root();
    for (std::size_t governor = 0; governor < graph.nodes(); ++governor) {
      if (graph.at(word, governor) > graph.at(word, best)) best = governor;
    }
    heads[word] = best;
  }
  return heads;
}

// The nodes of one circle, or none.
std::vector<std::size_t> circle_of(const Heads& heads) {
  std::vector<std::uint32_t> seen(heads.size(), 0);
  for (std::size_t start = 0; start < heads.size(); ++start) {
    std::size_t at = start;
    while (at < heads.size() && seen[at] == 0) {
      seen[at] = static_cast<std::uint32_t>(start + 1);
      at = heads[at];
    }
    if (at == heads.size() || seen[at] != start + 1) continue;
    std::vector<std::size_t> circle = {at};
    for (std::size_t next = heads[at]; next != at; next = heads[next]) circle.push_back(next);
    return circle;
  }
  return {};
}

Heads spanning_tree(const Graph& graph) {
  Heads heads = best_governors(graph);
  const std::vector<std::size_t> circle = circle_of(heads);
  if (circle.empty()) return heads;

  std::vector<bool> inside(graph.nodes(), false);
  for (const std::size_t node : circle) inside[node] = true;
  std::vector<std::size_t> kept;  // new number -> old node; the circle is the last but the root
  for (std::size_t node = 0; node < graph.root(); ++node) {
    if (!inside[node]) kept.push_back(node);
  }
  Graph smaller(kept.size() + 2);
  const std::size_t drawn = kept.size();
  std::vector<std::size_t> enters(graph.nodes());  // by old governor: the word of the circle that it takes
  std::vector<std::size_t> leaves(graph.nodes());  // by old word: the governor within the circle
  const auto old_of = [&](std::size_t node) { return node == smaller.root() ? graph.root() : kept[node]; };
  for (std::size_t node = 0; node < smaller.nodes(); ++node) {
    if (node == drawn) continue;
    const std::size_t old = old_of(node);
    for (std::size_t other = 0; other < kept.size() && node != smaller.root(); ++other) {
      if (other != node) smaller.at(node, other) = graph.at(old, kept[other]);
    }
    if (node != smaller.root()) {
      smaller.at(node, smaller.root()) = graph.at(old, graph.root());
      std::size_t best = circle.front();
      for (const std::size_t member : circle) {
        if (graph.at(old, member) > graph.at(old, best)) best = member;
      }
      leaves[old] = best;
      smaller.at(node, drawn) = graph.at(old, best);
    }
    std::size_t best = circle.front();
    std::int64_t most = kNever * 2;
    for (const std::size_t member : circle) {
      const std::int64_t gain = graph.at(member, old) - graph.at(member, heads[member]);
      if (gain > most) {
        most = gain;
        best = member;
      }
    }
    enters[old] = best;
    smaller.at(drawn, node) = most;
  }

  const Heads solved = spanning_tree(smaller);
  for (std::size_t node = 0; node < kept.size(); ++node) {
    heads[kept[node]] = solved[node] == drawn ? leaves[kept[node]] : old_of(solved[node]);
  }
  const std::size_t from = old_of(solved[drawn]);
  heads[enters[from]] = from;
  return heads;
}

std::size_t roots_in(const Graph& graph, const Heads& heads) {
  return static_cast<std::size_t>(std::count(heads.begin(), heads.end(), graph.root()));
}

}  // namespace

void best_tree(std::span<const std::int32_t> scores, std::size_t count, std::vector<std::int32_t>& heads) {
  heads.resize(count);
  if (count == 0) return;
  Graph graph(scores, count);
  Heads tree = spanning_tree(graph);
  if (roots_in(graph, tree) != 1) {
    for (std::size_t word = 0; word < count; ++word) graph.at(word, graph.root()) -= kRootPrice;
    tree = spanning_tree(graph);
  }
  for (std::size_t word = 0; word < count; ++word) {
    heads[word] = tree[word] == count ? -1 : static_cast<std::int32_t>(tree[word]);
  }
}

}  // namespace crossread::language
