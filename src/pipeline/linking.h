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

// What linking reads and writes. `fresh`: in order of number; in the batch, the library and the order already.
struct Linking {
  const StoreReader& store;
  Batch& batch;
  LibraryOfBatch& library;
  ReportOrder& order;
  const std::vector<FreshKeys>& fresh;
  LinkOptions options;
};

// Each gives the reports that lost a link, in order; empty when stopped.
std::optional<std::vector<ReportNumber>> link_copies(const Linking& linking, const LineageTables& tables);
std::optional<std::vector<ReportNumber>> link_stories(const Linking& linking);

// Both. Gives the reports whose links changed, in order: the fresh ones, and those that lost one.
std::optional<std::vector<ReportNumber>> link_fresh(const Linking& linking, const LineageTables& tables);

}  // namespace crossread
