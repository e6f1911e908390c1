// Each link within an origin proposes an edge from the report that took to the one that it took from (where nobody can
// tell, from the later to the earlier). Edges are tried from the heaviest down; one is kept if its taker hangs nowhere
// yet and does not already stand above the source. What is left without a source is a root.
#include "chronicle/copies.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace crossread {
namespace {

using ReportIndex = std::map<ReportId, std::uint32_t>;

ReportIndex index_of(std::span<const ReportEntry> reports) {
  ReportIndex index;
  for (std::uint32_t i = 0; i < reports.size(); ++i) index[reports[i].report.id] = i;
  return index;
}

std::uint32_t thousandths(std::uint32_t part, std::uint32_t whole) {
  if (whole == 0) return 0;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(1000, std::uint64_t{part} * 1000 / whole));
}

struct Edge {
  CopyNode taker;
  std::uint32_t source = 0;
  // Heaviest first; then a known direction, then the canonical order of source and taker.
  auto rank() const { return std::tuple(-static_cast<int>(taker.share), !taker.told, source, taker.report); }
};

Edge edge_of(const CopyLink& link, std::uint32_t number, std::uint32_t report, std::uint32_t other) {
  const bool given = link.direction == CopyDirection::to;
  CopyNode node;
  node.report = given ? other : report;
  node.source = given ? report : other;
  node.link = number;
  node.share = thousandths(link.shared_words, given ? link.other_words : link.report_words);
  node.told = link.direction != CopyDirection::unknown;
  return {node, given ? report : other};
}

std::vector<Edge> edges_within_origins(std::span<const ReportEntry> reports, std::span<const CopyLink> links) {
  const ReportIndex index = index_of(reports);
  std::vector<Edge> edges;
  for (std::uint32_t i = 0; i < links.size(); ++i) {
    const auto report = index.find(links[i].report);
    const auto other = index.find(links[i].other);
    if (report == index.end() || other == index.end()) continue;
    if (reports[report->second].origin != reports[other->second].origin) continue;
    edges.push_back(edge_of(links[i], i, report->second, other->second));
  }
  std::ranges::sort(edges, {}, &Edge::rank);
  return edges;
}

bool stands_above(const std::vector<CopyNode>& nodes, std::uint32_t upper, std::uint32_t lower) {
  for (std::optional<std::uint32_t> at = lower; at; at = nodes[*at].source) {
    if (*at == upper) return true;
  }
  return false;
}

// A node a report, by report: where each hangs.
std::vector<CopyNode> hung(std::span<const ReportEntry> reports, std::span<const CopyLink> links) {
  std::vector<CopyNode> nodes(reports.size());
  for (std::uint32_t i = 0; i < nodes.size(); ++i) nodes[i].report = i;
  for (const Edge& edge : edges_within_origins(reports, links)) {
    CopyNode& node = nodes[edge.taker.report];
    if (!node.source && !stands_above(nodes, node.report, edge.source)) node = edge.taker;
  }
  return nodes;
}

// Nodes before their copies, both in canonical order.
std::vector<CopyNode> in_order(const std::vector<CopyNode>& nodes, const std::vector<std::uint32_t>& members) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> copies;
  std::vector<CopyNode> waiting;  // a stack: the next one last
  for (const std::uint32_t report : members) {
    if (const std::optional<std::uint32_t> source = nodes[report].source) {
      copies[*source].push_back(report);
    } else {
      waiting.push_back(nodes[report]);
    }
  }
  std::ranges::reverse(waiting);
  std::vector<CopyNode> ordered;
  while (!waiting.empty()) {
    const CopyNode node = waiting.back();
    waiting.pop_back();
    ordered.push_back(node);
    const std::vector<std::uint32_t>& below = copies[node.report];
    for (auto copy = below.rbegin(); copy != below.rend(); ++copy) {
      waiting.push_back(nodes[*copy]);
      waiting.back().depth = node.depth + 1;
    }
  }
  return ordered;
}

std::vector<Citation> lent_passages(const Origin& origin, std::span<const ReportEntry> reports,
                                    const ReportIndex& index) {
  std::vector<Citation> lent;
  for (const Evidence& passage : origin.passages) {
    const auto found = index.find(passage.report);
    if (found != index.end() && reports[found->second].origin != origin.id) {
      lent.push_back({found->second, passage.span});
    }
  }
  std::ranges::sort(lent);
  return lent;
}

}  // namespace

std::vector<BriefOrigin> copy_trees(std::span<const ReportEntry> reports, std::span<const CopyLink> links,
                                    std::span<const Origin> origins) {
  const ReportIndex index = index_of(reports);
  std::map<OriginId, const Origin*> known;
  for (const Origin& origin : origins) known[origin.id] = &origin;
  std::vector<OriginId> order;
  std::map<OriginId, std::vector<std::uint32_t>> members;
  for (std::uint32_t i = 0; i < reports.size(); ++i) {
    std::vector<std::uint32_t>& group = members[reports[i].origin];
    if (group.empty()) order.push_back(reports[i].origin);
    group.push_back(i);
  }
  const std::vector<CopyNode> nodes = hung(reports, links);
  std::vector<BriefOrigin> trees;
  for (const OriginId id : order) {
    BriefOrigin tree{id, {}, in_order(nodes, members[id]), {}};
    if (const auto origin = known.find(id); origin != known.end()) {
      tree.label = origin->second->label;
      tree.lent = lent_passages(*origin->second, reports, index);
    }
    trees.push_back(std::move(tree));
  }
  return trees;
}

OriginAt::OriginAt(std::span<const ReportEntry> reports, std::span<const Origin> origins) {
  const ReportIndex index = index_of(reports);
  for (const ReportEntry& entry : reports) own_.push_back(entry.origin);
  for (const Origin& origin : origins) {
    for (const Citation& place : lent_passages(origin, reports, index)) lent_.push_back({place, origin.id});
  }
  std::ranges::sort(lent_);
}

OriginId OriginAt::operator()(const Citation& place) const {
  std::map<OriginId, std::uint32_t> covered;  // bytes of the place, by lender
  const Lent from{{place.report, {0, 0}}, {}};
  for (auto lent = std::ranges::lower_bound(lent_, from); lent != lent_.end(); ++lent) {
    if (lent->place.report != place.report || lent->place.span.begin >= place.span.end) break;
    const std::uint32_t begin = std::max(lent->place.span.begin, place.span.begin);
    const std::uint32_t end = std::min(lent->place.span.end, place.span.end);
    if (end > begin) covered[lent->origin] += end - begin;
  }
  for (const auto& [origin, bytes] : covered) {
    if (2 * bytes > place.span.size()) return origin;
  }
  return own_[place.report];
}

std::uint32_t OriginAt::count(std::span<const Citation> places) const {
  std::map<OriginId, OriginId> joined;  // to one nearer the name of its group; to itself: the name
  const auto name_of = [&](OriginId origin) {
    while (joined.try_emplace(origin, origin).first->second != origin) origin = joined.at(origin);
    return origin;
  };
  for (const Citation& place : places) joined[name_of((*this)(place))] = name_of(own_[place.report]);
  return static_cast<std::uint32_t>(
      std::ranges::count_if(joined, [](const auto& entry) { return entry.first == entry.second; }));
}

}  // namespace crossread
