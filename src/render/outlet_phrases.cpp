#include "render/outlet_phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace crossread {
namespace {

// The report holds words here that another origin lent it.
bool lifted(const Brief& brief, const Citation& place) {
  return std::ranges::any_of(brief.origins, [&](const BriefOrigin& origin) {
    return std::ranges::any_of(origin.lent, [&](const Citation& lent) {
      return lent.report == place.report && lent.span.overlaps(place.span);
    });
  });
}

}  // namespace

std::string outlet_phrase(const OutletFacts& facts) {
  const bool named = facts.control == OutletControl::state || facts.control == OutletControl::party ||
                     facts.control == OutletControl::public_;
  std::string words = named ? fmt::format("{} ", name_of(facts.control)) : "";
  words += name_of(facts.kind);
  if (!facts.country_name.empty()) words += ", " + facts.country_name;
  if (!facts.owner.empty() && facts.owner != facts.name) words += ", " + facts.owner;
  return words;
}

std::string company_phrase(const Brief& brief, std::span<const Citation> places) {
  std::vector<const OutletFacts*> tellers;
  for (const Citation& place : places) {
    const std::optional<OutletFacts>& facts = brief.outlets[place.report];
    if (!facts || lifted(brief, place)) return "";
    tellers.push_back(&*facts);
  }
  if (tellers.empty()) return "";
  const OutletFacts& first = *tellers.front();
  const auto all = [&](const auto& alike) {
    return std::ranges::all_of(tellers, [&](const OutletFacts* facts) { return alike(*facts); });
  };
  const bool state = all([](const OutletFacts& facts) { return facts.control == OutletControl::state; });
  const bool country = all([&](const OutletFacts& facts) { return facts.country == first.country; });
  if (state && country && !first.country_name.empty()) return fmt::format("state media of {} only", first.country_name);
  const bool owner = all([&](const OutletFacts& facts) { return facts.owner == first.owner; });
  const bool several = !all([&](const OutletFacts& facts) { return facts.name == first.name; });
  if (owner && several && !first.owner.empty()) return fmt::format("outlets of {} only", first.owner);
  return "";
}

}  // namespace crossread
