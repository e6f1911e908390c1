// Whose copy a report says it is, in a form that can be compared.
//
// Guarded by tests/lineage/origins_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "types/report.h"

namespace crossread {

// A name whose ways of writing ("The A.P.", "the AP") are one: a hash of its folded words without a leading article.
std::uint64_t name_key(std::string_view name);

// The keys of the names that a report credits, in order, each once.
std::vector<std::uint64_t> credited(const Report& report);

// Whether one credits the other's outlet.
bool credits(const Report& report, const Report& other);

// Whether both credit one name, or one credits the other's outlet.
bool share_credit(const Report& a, const Report& b);

}  // namespace crossread
