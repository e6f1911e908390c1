// Who is tied to whom, read from the store as it is asked for, each report once.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "pipeline/report_order.h"
#include "store/store.h"

namespace crossread {

// Another report, and how strongly it speaks for one story: kBound if nothing may part the two.
struct StrongTie {
  ReportNumber other;
  std::uint16_t strength = 0;
};
inline constexpr std::uint16_t kBound = 1000;  // copies of the bulk, and links of full strength: versions have one

class Neighbourhood {
 public:
  Neighbourhood(const StoreReader& store, ReportOrder& order) : store_(store), order_(order) {}

  const std::vector<NumberedLink>& story_links(ReportNumber number);
  const std::vector<CopyNeighbour>& copies(ReportNumber number);
  const std::vector<StrongTie>& strong_ties(ReportNumber number);  // of kOneEvent and more
  CanonicalKey key_of(ReportNumber number);

 private:
  const StoreReader& store_;
  ReportOrder& order_;
  std::unordered_map<ReportNumber, std::vector<NumberedLink>> story_links_;
  std::unordered_map<ReportNumber, std::vector<CopyNeighbour>> copies_;
  std::unordered_map<ReportNumber, std::vector<StrongTie>> strong_ties_;
};

}  // namespace crossread
