#include "story/storylines.h"

#include <algorithm>
#include <tuple>

#include "base/hash.h"

namespace crossread {
namespace {

constexpr std::uint16_t kFollows = 200;  // kinship from which on a story follows the one that it hangs on

}  // namespace

void StoryKinship::add(std::uint16_t kinship) {
  next_ = std::max(next_, std::min(closest_, kinship));
  closest_ = std::max(closest_, kinship);
}

Kin kin(const CanonicalKey& story, const CanonicalKey& other, std::uint16_t kinship) {
  return {other, kinship, other < story};
}

bool is_closer(const Kin& a, const Kin& b) {
  return std::tie(b.earlier, b.kinship, a.first) < std::tie(a.earlier, a.kinship, b.first);
}

bool follows(const CanonicalKey& story, const Kin& kin) {
  return kin.kinship >= kFollows && story.minutes != CanonicalKey::kUndated && kin.first.minutes < story.minutes;
}

StoryId story_id(ReportId first) {
  return {mix(hash64("story"), first.value)};
}

StorylineId storyline_id(ReportId first_of_root) {
  return {mix(hash64("storyline"), first_of_root.value)};
}

}  // namespace crossread
