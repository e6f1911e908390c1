// What the reports of a storyline jointly say, settled from the stored accounts when it is asked for: who is who, which
// claims there are, how they stand in time. A pure function of the storyline's reports and shipped tables, so nothing
// of it is stored and no batch has to settle it again.
//
// Identities and claims are settled among at most kMostReportsTogether reports, to keep memory and time bounded: a
// larger storyline is cut into parts of that many, in canonical order of its stories and of the reports in each, a
// story that fits whole never being cut.
//
// Guarded by tests/pipeline/invariants_test.cpp.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <vector>

#include "chronicle/advisories.h"
#include "chronicle/situation.h"
#include "claim/settle.h"
#include "identity/identify.h"
#include "store/store.h"
#include "types/storyline.h"

namespace crossread {

inline constexpr std::size_t kMostReportsTogether = 1000;

// Loaded once, shared by all threads.
struct StorylineTables {
  // Throws BrokenWorld.
  explicit StorylineTables(const std::filesystem::path& data_folder);
  identity::Tables identity;
  claim::Tables claim;
  PloverScores scores;
  AdvisoryWords advisories;
};

// The reports of these stories in parts that are settled each by itself; stories in canonical order.
std::vector<std::vector<ReportId>> parts_of(std::span<const Story> stories);

class StorylineReader {
 public:
  StorylineReader(const StoreReader& store, const StorylineTables& tables, unsigned jobs)
      : store_(store), tables_(tables), jobs_(jobs) {}

  // Every storyline of the store in canonical order of its first report, a large one part by part; stops when the
  // visitor gives false.
  void for_each(const std::function<bool(const StorylineFile&)>& visit) const;

  // The stories given, which are of one storyline and in canonical order.
  void for_each_part(std::span<const Story> stories, const std::function<bool(const StorylineFile&)>& visit) const;

 private:
  struct Part;
  Part fetch(std::span<const Story> stories, std::span<const ReportId> reports) const;
  StorylineFile settled(Part part) const;
  bool visit_all(std::vector<Part> parts, const std::function<bool(const StorylineFile&)>& visit) const;

  const StoreReader& store_;
  const StorylineTables& tables_;
  unsigned jobs_;
};

}  // namespace crossread
