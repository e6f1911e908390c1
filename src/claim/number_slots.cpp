// The numbers of one measure are one slot, equal ones one position. A later number replaces an
// earlier one where the same voice gives it, where a report gives both, or where it is a toll, which is counted until
// all are found.
#include <algorithm>
#include <map>
#include <set>

#include "claim/numbers.h"
#include "claim/slots.h"
#include "claim/stance.h"

namespace crossread::claim {
namespace {

struct NumberStance {
  NumberRange range;
  Stance stance;
  std::optional<std::uint32_t> supersedes;
};

struct Measured {
  std::string unit;
  std::string of;
  bool harm = false;
  std::vector<NumberStance> stances;
};

void add(Measured& row, const Tellings& tellings, std::uint32_t item, const StatedQuantity& quantity) {
  const NumberRange range = range_of(quantity);
  auto at = std::ranges::find_if(row.stances, [&](const NumberStance& stance) { return stance.range == range; });
  if (at == row.stances.end()) {
    row.stances.push_back({range, {}, std::nullopt});
    at = std::prev(row.stances.end());
  }
  add_to(at->stance, tellings, item, quantity.span);
}

template <class Set>
bool meet(const Set& a, const Set& b) {
  return std::ranges::any_of(a, [&](const auto& element) { return b.contains(element); });
}

// Whether `later` takes the place of `earlier`.
bool replaces(const NumberStance& later, const NumberStance& earlier, bool harm) {
  if (!is_later(later.stance, earlier.stance)) return false;
  return harm || meet(later.stance.holders, earlier.stance.holders) ||
         meet(later.stance.origins, earlier.stance.origins);
}

Verdict judge(Measured& row) {
  bool conflict = false;
  bool open = false;
  for (std::uint32_t i = 0; i < row.stances.size(); ++i) {
    for (std::uint32_t k = 0; k < i; ++k) {
      if (compatible(row.stances[i].range, row.stances[k].range)) continue;
      conflict = true;
      if (replaces(row.stances[i], row.stances[k], row.harm)) {
        row.stances[i].supersedes = k;
      } else if (replaces(row.stances[k], row.stances[i], row.harm)) {
        row.stances[k].supersedes = i;
      } else {
        open = true;
      }
    }
  }
  if (!conflict) return Verdict::compatible;
  return open ? Verdict::disputed : Verdict::revised;
}

Slot written(Measured row, const Tellings& tellings) {
  Slot slot;
  slot.slot = row.harm ? SlotKind::casualties : SlotKind::count;
  slot.unit = row.unit;
  slot.of = row.of;
  slot.verdict = judge(row);
  for (const NumberStance& stance : row.stances) {
    Position position = position_of(tellings, stance.stance);
    position.value = stance.range.value.value_or(stance.range.high.value_or(stance.range.low.value_or(0)));
    position.low = stance.range.low;
    position.high = stance.range.high;
    position.supersedes = stance.supersedes;
    slot.positions.push_back(std::move(position));
  }
  if (slot.positions.size() == 1) slot.verdict = verdict_of_one(slot.positions.front());
  return slot;
}

}  // namespace

Slot number_slot(const Tellings& tellings, const std::vector<Count>& counts, const Measure& measure) {
  Measured row;
  for (const std::uint32_t index : measure.counts) {
    const Count& count = counts[index];
    const StatedQuantity& quantity = quantity_of(tellings.storyline, tellings.items[count.item], count.quantity);
    if (row.unit.empty()) row.unit = quantity.unit;
    if (row.of.empty()) row.of = quantity.of;
    row.harm = row.harm || is_harm(quantity);
    add(row, tellings, count.item, quantity);
  }
  return written(std::move(row), tellings);
}

}  // namespace crossread::claim
