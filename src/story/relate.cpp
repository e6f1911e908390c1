// Of one event: the cosine of the two profiles, less if they name other people and places or have few words; twice as
// much if they came out on one day, less with every day between. Of one storyline: the geometric mean of the cosine and
// of that of the names alone, because two towns' storms share every word but the names; it fades in months. Reports
// without a date are judged by their words alone.
#include "story/relate.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace crossread {
namespace {

// Weaker links change nothing in settle.cpp (no score by more than 0.0003) and only make components large.
constexpr std::uint16_t kLeast = 100;

// That two reports came out on one day speaks for one event; without dates the words alone must tell. What dates add is
// half after kHalfStrengthDays, a third after twice that: what comes days later is rather a story that follows. B-cubed
// F1 on our corpus in one heap (230 reports of 83 stories), F1 of its follow-ups, AllSides and ECB+ dev, 2026-11-22:
//   gain 2, 2 days:   0.80, 0.78, 0.93, 0.95    gain 2, 3 days: 0.79, 0.58, 0.91, 0.96
//   gain 2, 2.5 days: 0.79, 0.68, 0.92, 0.96    before, gain 1.6 within two days, 10 days: 0.74, 0.67, 0.90, 0.96
// Two days tear a strike of four days (examples/mine-strike).
constexpr double kDatedGain = 2;
constexpr double kHalfStrengthDays = 2.5;
// Likewise of one storyline. T17 (topics of months) does not tell 20 from 60.
constexpr double kHalfKinshipDays = 60;

// Two reports of one event share names: their names' cosine is above 0.36 for 95 of 100 pairs of ECB+, above 0.29 for
// NeuS. Below kSharedNames the strength falls in proportion, to keep apart what one template made of two events.
// Neutral for the public sets (within 0.01); 0.25 costs our corpus 0.01.
constexpr double kSharedNames = 0.15;
// Share of a profile. 0.15 lets two towns' weather in one template be one story; below, no score changes by more than
// 0.005.
constexpr double kEnoughNames = 0.06;

// A report of a hundred words. Without this, reports of one event (ECB+) and excerpts of like ones (NeuS) want
// different thresholds: it gives the public sets 0.02 together.
constexpr double kPlainTerms = 40;

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

// In thousandths, half of it at `half_days`, a third at twice that; 0 if not worth telling.
std::uint16_t faded(double value, std::uint64_t days, double half_days) {
  const double now = value * half_days / (half_days + static_cast<double>(days));
  const auto thousandths = static_cast<std::uint16_t>(std::clamp(now * 1000, 0.0, 1000.0));
  return thousandths < kLeast ? std::uint16_t{0} : thousandths;
}

// How far the two tell of other people and places: 1 if they share the names that one expects of one event, 0 if none.
// Reports with hardly a name cannot disagree.
double agreement(double names_cosine, double fewer_names) {
  const double shared = std::min(1.0, names_cosine / kSharedNames);
  const double named = std::min(1.0, fewer_names / kEnoughNames);
  return 1 - named * (1 - shared);
}

// A few words agree more easily than many: the fourth root of the number of terms, 1 at kPlainTerms.
double substance(const StoryProfile& a, const StoryProfile& b) {
  const auto terms = static_cast<double>(std::min(a.terms.size(), b.terms.size()));
  return std::sqrt(std::sqrt(terms / kPlainTerms));
}

}  // namespace

std::optional<StoryLink> relate(const StoryProfile& a, const StoryProfile& b) {
  if (std::tie(b.minutes, b.report) < std::tie(a.minutes, a.report)) return relate(b, a);
  const Sums sums = shared_terms(a, b);
  const double cosine = cosine_of_all(sums);
  const double names_a = share_of_names(a);
  const double names_b = share_of_names(b);
  const double names = sums.names == 0 ? 0 : std::min(1.0, cosine_of_names(sums) / std::sqrt(names_a * names_b));
  const double event = cosine * agreement(names, std::min(names_a, names_b)) * substance(a, b);
  const std::uint64_t days = days_between(a, b);
  const double gain = dated(a) && dated(b) ? kDatedGain : 1;
  const std::uint16_t strength = faded(event * gain, days, kHalfStrengthDays);
  const std::uint16_t kinship = faded(std::sqrt(cosine * names), days, kHalfKinshipDays);
  if (strength == 0 && kinship == 0) return std::nullopt;
  return StoryLink{a.report, b.report, strength, kinship};
}

}  // namespace crossread
