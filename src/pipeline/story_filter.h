// Which stories of a store are asked for: by time, and by who published, where it happened, and whom it speaks of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/store.h"

namespace crossread {

struct StoryFilter {
  std::optional<std::int64_t> since_minutes;  // its last report is of then or later; what is undated is left out
  std::string outlet;                         // one of its reports is of this outlet, letter for letter; "": any
  std::string place;                          // one of its reports names a place of these words; "": any
  std::string person;                         // likewise a person: "Rahimi" finds "Parisa Rahimi"
};

// Reads as little as the filter needs; names only when one is asked for.
bool is_wanted(const StoreReader& store, const Story& story, const StoryFilter& filter);

}  // namespace crossread
