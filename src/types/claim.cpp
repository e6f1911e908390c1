#include "types/claim.h"

#include <algorithm>
#include <array>

#include "types/timeline.h"

namespace crossread {
namespace {

using namespace std::string_view_literals;

// In the order of the enumerations.
constexpr std::array<std::string_view, kClaimKindCount> kClaimKinds = {"event", "statement"};
constexpr std::array<std::string_view, kSlotKindCount> kSlots = {
    "count", "casualties", "date", "place", "actor", "recipient", "instrument", "cause", "status", "wording"};
constexpr std::array<std::string_view, kVerdictCount> kVerdicts = {"agreed", "disputed", "revised", "compatible",
                                                                   "single"};
constexpr std::array<std::string_view, kDissentKindCount> kDissent = {"denied", "corrected", "doubted"};
constexpr std::array<std::string_view, kTimeOfCount> kTimeOf = {"happening", "saying"};
constexpr std::array<std::string_view, kAdvisoryKindCount> kAdvisory = {"ban", "closure", "warning", "advice"};

template <class Value, std::size_t count>
std::optional<Value> named(const std::array<std::string_view, count>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Value>(at - names.begin());
}

}  // namespace

std::string_view name_of(ClaimKind kind) {
  return kClaimKinds[static_cast<std::size_t>(kind)];
}
std::string_view name_of(SlotKind slot) {
  return kSlots[static_cast<std::size_t>(slot)];
}
std::string_view name_of(Verdict verdict) {
  return kVerdicts[static_cast<std::size_t>(verdict)];
}
std::string_view name_of(DissentKind why) {
  return kDissent[static_cast<std::size_t>(why)];
}
std::string_view name_of(TimeOf time_of) {
  return kTimeOf[static_cast<std::size_t>(time_of)];
}
std::string_view name_of(AdvisoryKind what) {
  return kAdvisory[static_cast<std::size_t>(what)];
}

std::optional<SlotKind> slot_kind_named(std::string_view name) {
  return named<SlotKind>(kSlots, name);
}
std::optional<Verdict> verdict_named(std::string_view name) {
  return named<Verdict>(kVerdicts, name);
}

}  // namespace crossread
