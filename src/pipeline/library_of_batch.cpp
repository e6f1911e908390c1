#include "pipeline/library_of_batch.h"

#include <utility>

#include "lineage/retelling.h"

namespace crossread {

void LibraryOfBatch::keep(ReportNumber number, Entry entry) {
  profiles_.insert_or_assign(number, std::move(entry.profile));
  entries_.insert_or_assign(number, std::move(entry));
}

void LibraryOfBatch::fetch(ReportNumber number, const LineageTables& tables) {
  const auto [place, fresh] = entries_.try_emplace(number);
  Entry& entry = place->second;
  if (fresh) {
    entry.report = store_.report(number);
    entry.words = body_words(entry.report);
  }
  if (entry.telling.words.empty()) entry.telling = telling_of(entry.report.text, entry.words, tables.common);
}

void LibraryOfBatch::fetch(std::span<const CandidatePair> pairs, const LineageTables& tables) {
  for (const CandidatePair& pair : pairs) {
    fetch(pair.fresh, tables);
    fetch(pair.other, tables);
  }
}

void LibraryOfBatch::fetch_profiles(std::span<const CandidatePair> pairs) {
  for (const CandidatePair& pair : pairs) {
    for (const ReportNumber number : {pair.fresh, pair.other}) {
      if (!profiles_.contains(number)) profiles_.emplace(number, store_.profile(number).value_or(StoryProfile{}));
    }
  }
}

Side LibraryOfBatch::side(ReportNumber number) const {
  const Entry& entry = entries_.at(number);
  return {&entry.report, &entry.words, &entry.telling};
}

const StoryProfile& LibraryOfBatch::profile(ReportNumber number) const {
  return profiles_.at(number);
}

const Report& LibraryOfBatch::outline(ReportNumber number) {
  const auto whole = entries_.find(number);
  if (whole != entries_.end()) return whole->second.report;
  const auto [place, fresh] = outlines_.try_emplace(number);
  if (fresh) place->second = store_.outline(number);
  return place->second;
}

}  // namespace crossread
