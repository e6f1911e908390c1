#include "pipeline/report_order.h"

#include <algorithm>

namespace crossread {
namespace {

// To look for one report costs about as much as to walk past fifty in the index of the order. Reckoned, not tuned.
constexpr std::size_t kWalkedForOneLookUp = 50;

}  // namespace

bool ReportOrder::knows(ReportNumber number) const {
  return number.value < places_.size() && places_[number.value].state != State::unknown;
}

ReportOrder::Place& ReportOrder::place_of(ReportNumber number) {
  if (places_.size() <= number.value) places_.resize(std::size_t{number.value} + 1);
  return places_[number.value];
}

void ReportOrder::know(ReportNumber number, const CanonicalKey& key) {
  place_of(number) = {key, State::there};
}

void ReportOrder::fetch_all() {
  store_.for_each_key([&](ReportNumber number, const CanonicalKey& key) { know(number, key); });
  fetched_all_ = true;
}

void ReportOrder::fetch(std::span<const ReportNumber> numbers) {
  const auto unknown = std::count_if(numbers.begin(), numbers.end(), [&](ReportNumber n) { return !knows(n); });
  if (unknown == 0) return;
  if (!fetched_all_ && static_cast<std::size_t>(unknown) * kWalkedForOneLookUp > numbers.back().value) fetch_all();
  for (const ReportNumber number : numbers) {
    if (knows(number)) continue;
    const std::optional<CanonicalKey> key = store_.key_of(number);
    place_of(number) = {key.value_or(CanonicalKey{}), key ? State::there : State::gone};
  }
}

std::optional<CanonicalKey> ReportOrder::key_of(ReportNumber number) const {
  if (!knows(number) || places_[number.value].state == State::gone) return std::nullopt;
  return places_[number.value].key;
}

}  // namespace crossread
