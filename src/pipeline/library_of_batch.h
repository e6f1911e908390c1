// The reports that one batch touches, in memory: the fresh ones, and old ones fetched from the store once.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "lineage/compare.h"
#include "pipeline/candidates.h"
#include "store/store.h"
#include "text/words.h"

namespace crossread {

class LibraryOfBatch {
 public:
  struct Entry {
    Report report;
    std::vector<Word> words;
    StoryProfile profile;
    Telling telling = {};  // of the words, when it has been fetched for comparing
  };

  explicit LibraryOfBatch(const StoreReader& store) : store_(store) {}

  void keep(ReportNumber number, Entry entry);

  // Makes sure that both reports of each pair are at hand; side() and profile() may then be called from many threads.
  void fetch(std::span<const CandidatePair> pairs, const LineageTables& tables);
  void fetch_profiles(std::span<const CandidatePair> pairs);

  Side side(ReportNumber number) const;
  const StoryProfile& profile(ReportNumber number) const;
  const Report& outline(ReportNumber number);  // a report, or one without its text; fetched if need be

 private:
  void fetch(ReportNumber number, const LineageTables& tables);

  const StoreReader& store_;
  std::unordered_map<ReportNumber, Entry> entries_;  // node based: references stay good
  std::unordered_map<ReportNumber, Report> outlines_;
  std::unordered_map<ReportNumber, StoryProfile> profiles_;
};

}  // namespace crossread
