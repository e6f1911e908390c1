// Words as claims compare them: stems with their weight, the rarer the heavier.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/background.h"
#include "types/span.h"

namespace crossread::claim {

struct BagWord {
  std::uint64_t stem = 0;  // hash
  std::int32_t weight = 0;
  friend auto operator<=>(const BagWord&, const BagWord&) = default;
};
using Bag = std::vector<BagWord>;  // in order of stem, each once

// The words of the spans of a text. The commonest words weigh nothing and are left out.
Bag bag_of(std::string_view text, std::span<const ByteSpan> spans, const Background& background);

// Thousandths: of the weight of both, how much is common to both (Dice); of the lighter one (containment).
std::int32_t likeness(const Bag& a, const Bag& b);
std::int32_t containment(const Bag& a, const Bag& b);
// The weight of the rarest word that both have, 0 when they share none.
std::int32_t rarest_shared(const Bag& a, const Bag& b);
std::int64_t weight_of(const Bag& bag);

}  // namespace crossread::claim
