// A report as this stage sees it, and the tables that it looks words up in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
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

// The words of a body that are not common, and those of them that are names and numbers, as 32 bits of their hashes;
// each in order and once.
struct Telling {
  std::vector<std::uint32_t> words;
  std::vector<std::uint32_t> facts;
};

Telling telling_of(std::string_view text, const std::vector<Word>& body, const CommonWords& common);

struct Side {
  const Report* report = nullptr;
  const std::vector<Word>* words = nullptr;  // body_words(*report)
  const Telling* telling = nullptr;          // telling_of(*report, *words, ...), for compare()
};

}  // namespace crossread
