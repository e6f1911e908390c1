// Settles origins and stories of every component that a batch touches, and records how the grouping changed.
#pragma once

#include <span>
#include <vector>

#include "pipeline/candidates.h"
#include "pipeline/library_of_batch.h"
#include "pipeline/report_order.h"
#include "store/store.h"

namespace crossread {

// Pairs of a fresh report and an earlier-numbered one of the same article key.
std::vector<CandidatePair> version_pairs(const StoreReader& store, LibraryOfBatch& library,
                                         std::span<const ReportNumber> fresh);

// Versions told by one URL belong to one story however little they share: a link of full strength for each such pair,
// replacing any other. (A source id alone proves nothing: every folder has its `1.txt`. There the copying decides.)
std::vector<StoryLink> version_links(std::span<const CandidatePair> versions, LibraryOfBatch& library);

// Records which stories of `before` merged, split or changed their id on the way to `after`.
void record_moves(const StoreReader& before, const std::vector<Story>& after, Batch& batch);

// `touched`: the fresh reports, and every report that lost a link.
void regroup(const StoreReader& store, Batch& batch, LibraryOfBatch& library, ReportOrder& order,
             std::span<const ReportNumber> touched);

}  // namespace crossread
