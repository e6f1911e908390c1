// The names of a report: which stretches are names, of what kind, and which name the same thing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/name_runs.h"
#include "types/analysis.h"

namespace crossread::language {

struct FoundName {
  std::uint32_t text = 0;  // index of the stretch
  TokenRange tokens;
  EntityKind kind = EntityKind::other;
  std::uint32_t entity = 0;  // numbered from 0 in order of first mention
};

class NameFinder {
 public:
  // The tables must outlive it.
  NameFinder(const NameTables& tables, const WordSet& function_words)
      : tables_(tables), function_words_(function_words), runs_(tables, function_words) {}

  // In order of text. The same words name the same kind of thing throughout the report.
  std::vector<FoundName> names(std::span<const NameText> texts) const;

 private:
  const NameTables& tables_;
  const WordSet& function_words_;
  NameRuns runs_;
};

}  // namespace crossread::language
