// Which reports are settled into stories together: a block. What hangs together by links strong enough for one event
// can be settled alone (story/settle.h); but in a dense stream, where each day's reports are linked with the next
// day's, nearly all hang together. Such a component is taken apart at a higher strength, and what is still too large at
// a higher one again:
//
//   1,400 reports hang together at 180 ─▶ at 250 parts of 900, 300, 150, 50 ─▶ of the 900 at 300 parts of 400 ... and
//   so on
//
// The block of a report is what hangs together with it at the lowest strength of the ladder at which that is no more
// than kMostTogether reports. It is a function of the links, and all in a block have the same one. What is bound
// together (copies, versions) is never taken apart, however much it is. To find a block one walks from a report over
// the strongest tie first: whenever the strongest that leads on is of a lower step than all that were taken, what was
// visited is all that hangs together at the step before. So no more is read than one report beyond that number.
//
// When links come or go, the blocks that change hold a report that had or has one of them: a block grows by a link that
// leads into it at its own step or a higher one, and falls apart by one that is lost or because too much came to it;
// and what is no longer too large was cut off at a link that is lost. A link below the step of a block adds only to
// what was too large already.
//
// Guarded by tests/pipeline/story_blocks_test.cpp, with a slow judge, and regroup_test.cpp.
#pragma once

#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pipeline/neighbourhood.h"
#include "store/store.h"

namespace crossread {

inline constexpr std::size_t kMostTogether = 300;

struct StoryBlock {
  std::vector<ReportNumber> members;  // in order of number
  std::size_t step = 0;               // of the ladder: the lowest at which it is not too large
};

class StoryBlocks {
 public:
  StoryBlocks(const StoreReader& store, Neighbourhood& near) : store_(store), near_(near) {}

  // The blocks of these reports, whose links came or went, and all others that change by it; no report is in two.
  // Whatever was settled together with a member before is a member of one of them.
  std::vector<StoryBlock> changed_by(std::span<const ReportNumber> touched);

  StoryBlock block_of(ReportNumber report);

 private:
  void take_up(ReportNumber report);  // with all that it was settled with
  bool leads_into_block(const StrongTie& tie) const;
  bool is_too_much(ReportNumber report, std::size_t step) const;

  const StoreReader& store_;
  Neighbourhood& near_;
  std::vector<ReportNumber> waiting_;
  std::unordered_set<ReportNumber> taken_up_;
  std::unordered_map<ReportNumber, std::size_t> too_much_;  // up to which step it is known to hang with too many
};

}  // namespace crossread
