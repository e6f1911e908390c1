// Where reports stand in canonical order, by their numbers: what it takes to say which of many reports under one key
// stand next to each other. Kept in memory for the reports asked for: 24 bytes each.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "store/store.h"

namespace crossread {

class ReportOrder {
 public:
  explicit ReportOrder(const StoreReader& store) : store_(store) {}

  void know(ReportNumber number, const CanonicalKey& key);

  // Fetches what is not known of these; they are in order.
  void fetch(std::span<const ReportNumber> numbers);

  // Empty if the report is gone, or was never fetched.
  std::optional<CanonicalKey> key_of(ReportNumber number) const;

 private:
  enum class State : std::uint8_t { unknown, there, gone };
  struct Place {
    CanonicalKey key;
    State state = State::unknown;
  };
  bool knows(ReportNumber number) const;
  Place& place_of(ReportNumber number);
  void fetch_all();

  const StoreReader& store_;
  std::vector<Place> places_;  // by number
  bool fetched_all_ = false;
};

}  // namespace crossread
