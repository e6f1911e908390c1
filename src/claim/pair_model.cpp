#include "claim/pair_model.h"

#include <algorithm>
#include <map>

#include "base/fault.h"
#include "lexicon/table.h"

namespace crossread::claim {
namespace {

constexpr int kLargest = 1'000'000;
constexpr int kTrees = 10'000;
constexpr int kNodes = 1 << 10;

}  // namespace

std::int32_t likelihood(std::int32_t score) {
  constexpr std::int32_t kCertain = 3000;
  return (std::clamp(score, -kCertain, kCertain) + kCertain) / 6;
}

PairModel PairModel::read(const std::filesystem::path& file) {
  const Table table(file, 5);
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kPairSigns; ++i) names.push_back(name_of(static_cast<PairSign>(i)));
  names.emplace_back("leaf");
  PairModel model;
  std::map<std::pair<int, int>, std::uint32_t> place;  // tree, node
  for (const Table::Row& row : table.rows()) {
    const int tree = table.number(row, 0, 0, kTrees);
    const int node = table.number(row, 1, 0, kNodes);
    const std::size_t sign = table.choice(row, 2, names);
    const bool leaf = sign == kPairSigns;
    const int number = table.number(row, leaf ? 4 : 3, -kLargest, kLargest);
    if (!place.emplace(std::pair(tree, node), static_cast<std::uint32_t>(model.nodes_.size())).second)
      table.refuse(row, "a node is told twice");
    model.nodes_.push_back({leaf ? -1 : static_cast<std::int32_t>(sign), number, 0, 0});
  }
  for (const auto& [key, at] : place) {
    Node& node = model.nodes_[at];
    if (key.second == 0) model.roots_.push_back(at);
    if (node.sign < 0) continue;
    const auto low = place.find({key.first, 2 * key.second + 1});
    const auto high = place.find({key.first, 2 * key.second + 2});
    if (low == place.end() || high == place.end()) throw BrokenWorld(file.string() + ": a node lacks a branch");
    node.low = low->second;
    node.high = high->second;
  }
  return model;
}

std::int32_t PairModel::score(const PairSigns& signs) const {
  std::int32_t total = 0;
  for (const std::uint32_t root : roots_) {
    const Node* node = &nodes_[root];
    while (node->sign >= 0) {
      const bool low = signs[static_cast<std::size_t>(node->sign)] <= node->number;
      node = &nodes_[low ? node->low : node->high];
    }
    total += node->number;
  }
  return total;
}

}  // namespace crossread::claim
