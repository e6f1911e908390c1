// How many independent acts of reporting a connected component of copies holds. Copies of the bulk of a report are one
// origin with it; a lifted part belongs to the other's origin by its passages and never unites two reports.
//
// Guarded by tests/lineage/origins_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "types/lineage.h"
#include "types/report.h"

namespace crossread {

// A function of the two sets, whatever their order; each member is in exactly one origin's reports. Links whose reports
// are not both members are left out. In canonical order of the origins' first reports.
std::vector<Origin> origins(std::span<const Report* const> members, std::span<const CopyLink> links);

}  // namespace crossread
