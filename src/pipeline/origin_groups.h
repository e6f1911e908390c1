// Which reports are settled into origins together: copies of the bulk, versions of one article, and reports that share
// words of one agency. A lifted part ties no two, but shows among the passages of the one that gave it.
#pragma once

#include <span>
#include <vector>

#include "pipeline/library_of_batch.h"
#include "pipeline/neighbourhood.h"
#include "store/store.h"

namespace crossread {

struct OriginGroup {
  std::vector<ReportNumber> members;  // in order of number
  std::vector<CopyLink> copies;       // all links of members, each once
};

// The groups of these reports, whose links came or went, and of those that gave or took a part of them.
std::vector<OriginGroup> origin_groups(const StoreReader& store, Neighbourhood& near, LibraryOfBatch& library,
                                       std::span<const ReportNumber> touched);

}  // namespace crossread
