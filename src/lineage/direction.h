// Which of two reports was first, when one was written from the other.
//
// Guarded by tests/lineage/compare_test.cpp.
#pragma once

#include "types/lineage.h"
#include "types/report.h"

namespace crossread {

// By the times of publication where they are apart, else by a credit, else by containment: `share` and `other_share`
// are the parts of their bodies that stand in the other. `from`: the report took it from the other.
CopyDirection direction(const Report& report, const Report& other, double share, double other_share);

}  // namespace crossread
