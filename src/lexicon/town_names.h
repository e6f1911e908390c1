// Names of towns, for telling a dateline ("Lahore:") from a speaker ("Rossi:"): tables cities and capitals.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "lexicon/line_pattern.h"

namespace crossread {

class TownNames {
 public:
  // Reads `folder`/en/cities.tsv and capitals.tsv.
  explicit TownNames(const std::filesystem::path& folder);

  bool has(const std::vector<LineToken>& words) const;

 private:
  std::vector<std::uint64_t> names_;  // hashes of folded names, sorted: a stray collision would cost one dateline
};

}  // namespace crossread
