#include "story/relate.h"

#include <algorithm>
#include <tuple>

namespace crossread {
namespace {

int shared_weight(const StoryProfile& a, const StoryProfile& b) {
  std::int64_t sum = 0;
  auto at = b.terms.begin();
  for (const StoryProfile::Term& term : a.terms) {
    while (at != b.terms.end() && at->key < term.key) ++at;
    if (at != b.terms.end() && at->key == term.key) sum += static_cast<std::int64_t>(term.weight) * at->weight;
  }
  return static_cast<int>(std::min<std::int64_t>(sum / 100'000, 1000));
}

}  // namespace

std::optional<StoryLink> relate(const StoryProfile& a, const StoryProfile& b) {
  if (std::tie(b.minutes, b.report) < std::tie(a.minutes, a.report)) return relate(b, a);
  const int shared = shared_weight(a, b);
  if (shared < 50) return std::nullopt;
  const auto strength = static_cast<std::uint16_t>(shared);
  return StoryLink{a.report, b.report, strength, strength};
}

}  // namespace crossread
