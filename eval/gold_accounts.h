// Accounts made by people, for the measures that compare reports: what a perfect reader would hand on. Reads the JSON
// lines of `corpus/tools/convert.py accounts` (or `eval/accounts_of_gold.py`) and, for who copied from whom and what
// belongs together, any dossier with the same source ids: gold's (`convert.py dossier`) or our own.
//
// Things are numbered afresh in each report and carry only what that report shows of them: which of them are one across
// reports is for the stage `identity` to find; `keys` tells it for comparison.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "types/account.h"
#include "types/lineage.h"
#include "types/report.h"
#include "types/story.h"

namespace crossread::gold {

struct GoldReport {
  std::string story;  // of the corpus
  Report report;
  Account account;
  std::vector<std::string> keys;        // of each LocalEntity: gold's id across the reports of the story
  std::vector<std::string> statements;  // gold's id of each Statement
  std::vector<std::string> events;      // and of each Event
  std::vector<std::string> quantities;  // and of each StatedQuantity
};

// In order of the lines. Throws std::runtime_error with file and line where the form is not as stated.
std::vector<GoldReport> read_accounts(const std::filesystem::path& file);

// What is settled across reports, with our ids of `reports` in place of the dossier's.
struct Settled {
  std::vector<Origin> origins;
  std::vector<CopyLink> links;
  std::vector<Story> stories;
};

Settled read_settled(const std::filesystem::path& dossier, const std::vector<GoldReport>& reports);

}  // namespace crossread::gold
