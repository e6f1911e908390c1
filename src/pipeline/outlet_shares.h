// For each outlet of a store: how much of what it published is its own, from whom it took the rest, and how soon after.
//
// Of the reports that one took text from, the one that gave most words counts as its source; of equals the first in
// canonical order, so that agency copy reprinted by ten is told once. Links whose direction is not known count for
// nobody, nor do speeches and letters quoted alike, nor an outlet's own earlier text.
//
// Guarded by tests/pipeline/outlet_shares_test.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace crossread {

struct OutletSource {
  std::string outlet;                          // of the reports that were taken from
  std::uint64_t reports = 0;                   // that took from it
  std::optional<std::int64_t> median_minutes;  // between the two; empty when no pair tells the time of day
  friend bool operator==(const OutletSource&, const OutletSource&) = default;
};

struct OutletShare {
  std::string outlet;
  std::uint64_t reports = 0;
  std::uint64_t taking = 0;           // of these, took text from another outlet
  std::uint64_t words = 0;            // of those that took
  std::uint64_t taken_words = 0;      // of these words, from the source
  std::uint64_t given = 0;            // reports of other outlets that took from it
  std::vector<OutletSource> sources;  // most reports first, then by name
  friend bool operator==(const OutletShare&, const OutletShare&) = default;
};

// Under what name the reports of an outlet are counted: its own, its owner's, its country's; "" for none.
using OutletGroup = std::function<std::string(const std::string& outlet)>;

// Most reports first, then by name. Reports of no known outlet, or of none of the groups, are left out; as a source
// they are "". What one outlet of a group took from another of it is its own.
std::vector<OutletShare> outlet_shares(const StoreReader& store, const OutletGroup& group = {});

}  // namespace crossread
