#include "story/storylines.h"

#include <tuple>

#include "base/hash.h"

namespace crossread {
namespace {

constexpr std::uint16_t kFollows = 200;  // kinship from which on a story follows the one that it hangs on

}  // namespace

bool may_hang(const CanonicalKey& story, const CanonicalKey& on) {
  return on.minutes <= story.minutes;
}

bool is_closer(const Kin& a, const Kin& b) {
  return std::tie(b.kinship, a.first) < std::tie(a.kinship, b.first);
}

bool is_root(const CanonicalKey& story, const CanonicalKey& kin, const std::optional<CanonicalKey>& kin_of_kin) {
  return kin_of_kin == story && story < kin;
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
