#include "account/events_near.h"

#include <algorithm>
#include <cmath>

namespace crossread::account {
namespace {

// Least cosine of a verb with its model. Of 0.62 and 0.72 the one with the better F1 of types on the train part of the
// corpus: 0.402 against 0.400 (November 2026).
constexpr double kNear = 0.72;
constexpr std::uint16_t kSureFrame = 800;

std::int64_t dot(MeaningVectors::View one, MeaningVectors::View other) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < MeaningVectors::kSize; ++i) sum += std::int64_t{one[i]} * other[i];
  return sum;
}

}  // namespace

NearVerbs::NearVerbs(const EventFrames& frames, const MeaningVectors& vectors) : vectors_(vectors) {
  frames.each_plain_verb([&](std::string_view lemma, const Frame& frame) {
    if (frame.confidence < kSureFrame || !is_plover(*frame.type)) return;
    Verb verb;
    MeaningVectors::Row made;
    const MeaningVectors::View vector = vectors_.of(lemma, made);
    std::ranges::copy(vector, verb.vector.begin());
    verb.frame = &frame;
    verb.length = std::sqrt(static_cast<double>(dot(vector, vector)));
    if (verb.length > 0) verbs_.push_back(verb);
  });
}

std::optional<NearVerbs::Found> NearVerbs::find(std::string_view lemma) const {
  MeaningVectors::Row made;
  const MeaningVectors::View vector = vectors_.of(lemma, made);
  if (vector.data() == made.data()) return {};  // of pieces only
  const double length = std::sqrt(static_cast<double>(dot(vector, vector)));
  if (length == 0) return {};
  double best = kNear;
  const Verb* nearest = nullptr;
  for (const Verb& verb : verbs_) {
    const double likeness = static_cast<double>(dot(vector, verb.vector)) / (length * verb.length);
    if (likeness <= best) continue;
    best = likeness;
    nearest = &verb;
  }
  if (nearest == nullptr) return {};
  return Found{nearest->frame, static_cast<std::uint16_t>(best * 500)};
}

}  // namespace crossread::account
