// A report as this stage sees it, and the tables that it looks words up in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "lexicon/common_words.h"
#include "text/words.h"
#include "types/report.h"

namespace crossread {

struct LineageTables {
  // Reads lexicon/en/common_words.tsv of the data folder; throws BrokenWorld.
  explicit LineageTables(const std::filesystem::path& data_folder);

  CommonWords common;
};

struct Side {
  const Report* report = nullptr;
  const std::vector<Word>* words = nullptr;             // body_words(*report)
  const std::vector<std::uint32_t>* telling = nullptr;  // telling_words(*words, ...), for compare()
};

}  // namespace crossread
