// Whether one of two reports was written from the other, decided from the two and shipped tables alone: the passages
// that stand in both, how much of each report they are, and which was first.
//
// Guarded by tests/lineage/compare_test.cpp.
#pragma once

#include <optional>

#include "lineage/side.h"
#include "types/lineage.h"

namespace crossread {

// Empty when neither copied from the other and they share no quotation worth a row. Swapping the two changes nothing:
// the link's `report` is the later in canonical order. Safe to call from many threads.
std::optional<CopyLink> compare(const Side& a, const Side& b, const LineageTables& tables);

}  // namespace crossread
