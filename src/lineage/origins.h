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

// Whether two reports with this link are one act of reporting: the bulk of one is the other's, or the words that they
// share are one agency's, or they are versions of one article.
bool is_one_origin(const CopyLink& link, const Report& report, const Report& other);

// A function of the two sets, whatever their order; each member is in exactly one origin's reports. Of a link only one
// report may be a member: then the other is of another origin. In canonical order of the origins' first reports.
std::vector<Origin> origins(std::span<const Report* const> members, std::span<const CopyLink> links);

}  // namespace crossread
