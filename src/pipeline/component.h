// The reports that hang together: what the stages across reports settle at once.
#pragma once

#include <span>
#include <vector>

#include "pipeline/report_order.h"
#include "store/store.h"

namespace crossread {

struct Component {
  std::vector<ReportNumber> members;  // in order of arrival
  std::vector<CopyLink> copies;       // all links between members, each once
  std::vector<StoryLink> story_links;
};

// The connected components that hold `seeds`: reports hang together by links of copying or of story.
// What `order` does not know it fetches.
std::vector<Component> components_of(const StoreReader& store, ReportOrder& order, std::span<const ReportNumber> seeds);

}  // namespace crossread
