// Of one event: the cosine of the two profiles. Of one storyline: the geometric mean of that and of the cosine of the
// names alone, because two towns' storms share every word but the names. Time takes from both: half of the strength
// after ten days, all of it after sixty; a storyline lasts longer. Reports without a date are judged by their words
// alone.
#include "story/relate.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace crossread {
namespace {

// Weaker links change nothing in settle.cpp (no score by more than 0.0003) and only make components large.
constexpr std::uint64_t kLeast = 100;

// Two reports of one event, this many days apart, are linked half as strongly as on one day. AllSides (dated; all
// reports of a story bear one day) gives B-cubed F1 0.77 without dates, 0.92 with 7, 0.91 with 10, 0.90 with 14,
// 2026-11-22; the seeds and every running event want the slower.
constexpr std::uint64_t kHalfStrengthDays = 10;
constexpr std::uint64_t kNoStrengthDays = 60;
// Likewise of one storyline. T17 (topics of months) does not tell 20 from 60.
constexpr std::uint64_t kHalfKinshipDays = 60;

// Two reports of one event share names: their names' cosine is above 0.36 for 95 of 100 pairs of ECB+, above 0.29 for
// NeuS. Below kSharedNames the strength falls in proportion. Neutral for the scores of the four sets (within 0.01);
// there to keep apart what one template made of two events.
constexpr double kSharedNames = 0.25;
// Share of a profile. 0.15 lets two towns' weather in one template be one story; below, no score changes by more than
// 0.005 (AllSides 0.893, ECB+ dev 0.961, our corpus 0.73, 2026-11-22).
constexpr double kEnoughNames = 0.06;

// What dates add: that two reports came out within two days of each other speaks for one event; without dates the words
// alone must tell, and a report that comes later may tell of what grew out of the event. B-cubed F1 on our corpus in
// one heap and on AllSides, gains for all dated pairs, 2026-11-22: 1.0 gives 0.68 and 0.91, 1.3 0.69 and 0.91, 1.6 0.74
// and 0.89.
constexpr double kNearGain = 1.6;
constexpr std::uint64_t kNearDays = 2;

constexpr std::uint64_t kMinutesADay = 24 * 60;
constexpr double kSquareOfLength = 10'000.0 * 10'000.0;  // of a profile's vector

struct Sums {
  std::uint64_t all = 0;    // of the products of the weights of shared terms
  std::uint64_t names = 0;  // of those that are a name to either
};

Sums shared_terms(const StoryProfile& a, const StoryProfile& b) {
  Sums sums;
  auto other = b.terms.begin();
  for (const StoryProfile::Term& term : a.terms) {
    while (other != b.terms.end() && other->key < term.key) ++other;
    if (other == b.terms.end()) break;
    if (other->key != term.key) continue;
    const std::uint64_t product = std::uint64_t{term.weight} * other->weight;
    sums.all += product;
    if (term.kind == TermKind::name || other->kind == TermKind::name) sums.names += product;
  }
  return sums;
}

// Of the square of the vector's length.
double share_of_names(const StoryProfile& profile) {
  std::uint64_t square = 0;
  for (const StoryProfile::Term& term : profile.terms) {
    if (term.kind == TermKind::name) square += std::uint64_t{term.weight} * term.weight;
  }
  return static_cast<double>(square) / kSquareOfLength;
}

double cosine_of_all(const Sums& sums) {
  return static_cast<double>(sums.all) / kSquareOfLength;
}

double cosine_of_names(const Sums& sums) {
  return static_cast<double>(sums.names) / kSquareOfLength;
}

bool dated(const StoryProfile& profile) {
  return profile.minutes != CanonicalKey::kUndated;
}

// Whole days between two reports; none if either is undated.
std::uint64_t days_between(const StoryProfile& a, const StoryProfile& b) {
  if (!dated(a) || !dated(b)) return 0;
  return static_cast<std::uint64_t>(std::max(a.minutes, b.minutes) - std::min(a.minutes, b.minutes)) / kMinutesADay;
}

// In thousandths, halved in `half_days`; 0 if not worth telling.
std::uint16_t faded(double value, std::uint64_t days, std::uint64_t half_days) {
  const auto full = static_cast<std::uint64_t>(std::clamp(value * 1000, 0.0, 1000.0));
  const std::uint64_t now = full * half_days / (half_days + days);
  return now < kLeast ? std::uint16_t{0} : static_cast<std::uint16_t>(now);
}

// How far the two tell of other people and places: 1 if they share the names that one expects of one event, 0 if none.
// Reports with hardly a name cannot disagree.
double agreement(double names_cosine, double fewer_names) {
  const double shared = std::min(1.0, names_cosine / kSharedNames);
  const double named = std::min(1.0, fewer_names / kEnoughNames);
  return 1 - named * (1 - shared);
}

}  // namespace

std::optional<StoryLink> relate(const StoryProfile& a, const StoryProfile& b) {
  if (std::tie(b.minutes, b.report) < std::tie(a.minutes, a.report)) return relate(b, a);
  const Sums sums = shared_terms(a, b);
  const double cosine = cosine_of_all(sums);
  const double names_a = share_of_names(a);
  const double names_b = share_of_names(b);
  const double names = sums.names == 0 ? 0 : std::min(1.0, cosine_of_names(sums) / std::sqrt(names_a * names_b));
  const double event = cosine * agreement(names, std::min(names_a, names_b));
  const std::uint64_t days = days_between(a, b);
  const bool near = dated(a) && dated(b) && days <= kNearDays;
  const std::uint16_t strength =
      days < kNoStrengthDays ? faded(near ? event * kNearGain : event, days, kHalfStrengthDays) : std::uint16_t{0};
  const std::uint16_t kinship = faded(std::sqrt(cosine * names), days, kHalfKinshipDays);
  if (strength == 0 && kinship == 0) return std::nullopt;
  return StoryLink{a.report, b.report, strength, kinship};
}

}  // namespace crossread
