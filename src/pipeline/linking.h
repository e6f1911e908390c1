// What a batch changes between reports: the links of its fresh reports with each other and with old ones, and the links
// that fresh reports have come between. Each pair is decided by the two reports and shipped tables alone.
#pragma once

#include <functional>
#include <vector>

#include "lineage/compare.h"
#include "pipeline/library_of_batch.h"
#include "pipeline/report_order.h"
#include "store/store.h"

namespace crossread {

// A report of the batch and what the indexes know it by.
struct FreshKeys {
  ReportNumber number;
  std::vector<std::uint64_t> traces;
  std::vector<std::uint64_t> story;
};

struct LinkOptions {
  unsigned jobs = 1;
  std::function<bool()> stop;  // whether to give up
};

// `fresh`: in order of number; in the batch, the library and the order already. Gives the reports whose links changed,
// in order; empty when stopped.
std::optional<std::vector<ReportNumber>> link_fresh(const StoreReader& store, Batch& batch, LibraryOfBatch& library,
                                                    ReportOrder& order, const std::vector<FreshKeys>& fresh,
                                                    const LineageTables& tables, const LinkOptions& options);

}  // namespace crossread
