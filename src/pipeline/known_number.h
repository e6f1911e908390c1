// The row of a report that the store must hold, because a link or a group of the same store names it.
#pragma once

#include "store/store.h"

namespace crossread {

inline ReportNumber known_number(const StoreReader& store, ReportId id) {
  const std::optional<ReportNumber> number = store.number_of(id);
  if (!number)
    throw StoreTrouble("the store names a report that it does not hold: " + id.str() + "; see `crossread check`");
  return *number;
}

}  // namespace crossread
