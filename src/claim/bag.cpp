#include "claim/bag.h"

#include <algorithm>

#include "base/hash.h"
#include "text/stem.h"
#include "text/words.h"

namespace crossread::claim {
namespace {

// Words that one in about 400 words is, or commoner, tell nothing. Not tuned.
constexpr int kCommon = 260;

std::int64_t shared_weight(const Bag& a, const Bag& b) {
  std::int64_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->stem == y->stem) shared += std::min(x->weight, y->weight);
    const bool step_x = x->stem <= y->stem;
    const bool step_y = y->stem <= x->stem;
    x += step_x;
    y += step_y;
  }
  return shared;
}

}  // namespace

Bag bag_of(std::string_view text, std::span<const ByteSpan> spans, const Background& background) {
  Bag bag;
  for (const ByteSpan span : spans) {
    for (const Word& word : words(text, span)) {
      const int weight = background.rarity(word.hash) - kCommon;
      if (weight <= 0) continue;
      bag.push_back({hash64(stem(folded(word.span.in(text)))), weight});
    }
  }
  std::ranges::sort(bag);
  bag.erase(std::unique(bag.begin(), bag.end(), [](const BagWord& a, const BagWord& b) { return a.stem == b.stem; }),
            bag.end());
  return bag;
}

std::int64_t weight_of(const Bag& bag) {
  std::int64_t weight = 0;
  for (const BagWord& word : bag) weight += word.weight;
  return weight;
}

std::int32_t rarest_shared(const Bag& a, const Bag& b) {
  std::int32_t rarest = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->stem == y->stem) rarest = std::max(rarest, std::min(x->weight, y->weight));
    const bool step_x = x->stem <= y->stem;
    const bool step_y = y->stem <= x->stem;
    x += step_x;
    y += step_y;
  }
  return rarest;
}

std::int32_t likeness(const Bag& a, const Bag& b) {
  const std::int64_t all = weight_of(a) + weight_of(b);
  return all == 0 ? 0 : static_cast<std::int32_t>(2000 * shared_weight(a, b) / all);
}

std::int32_t containment(const Bag& a, const Bag& b) {
  const std::int64_t lighter = std::min(weight_of(a), weight_of(b));
  return lighter == 0 ? 0 : static_cast<std::int32_t>(1000 * shared_weight(a, b) / lighter);
}

}  // namespace crossread::claim
