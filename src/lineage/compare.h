// Whether one of two reports was written from the other, decided from the two and shipped tables alone: the passages
// that stand in both, how much of each report they are, and which was first.
//
// Guarded by tests/lineage/compare_test.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "lexicon/common_words.h"
#include "text/words.h"
#include "types/lineage.h"
#include "types/report.h"

namespace crossread {

// What the comparison looks up.
struct LineageTables {
  // Reads lexicon/en/common_words.tsv of the data folder; throws BrokenWorld.
  explicit LineageTables(const std::filesystem::path& data_folder);

  CommonWords common;
};

struct Side {
  const Report* report = nullptr;
  const std::vector<Word>* words = nullptr;  // body_words(*report)
};

// Empty when neither copied from the other and they share no quotation worth a row. Swapping the two changes nothing:
// the link's `report` is the later in canonical order. Safe to call from many threads.
std::optional<CopyLink> compare(const Side& a, const Side& b, const LineageTables& tables);

}  // namespace crossread
