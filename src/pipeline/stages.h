// The stages with their tables, loaded once, and what tells one set of them from another.
#pragma once

#include <filesystem>
#include <string>

#include "account/account.h"
#include "intake/reader.h"
#include "language/analyser.h"
#include "lineage/compare.h"
#include "story/profile.h"
#include "types/dossier.h"

namespace crossread {

struct Stages {
  // Loads the tables of the data folder; throws BrokenWorld.
  explicit Stages(const std::filesystem::path& data);

  intake::Reader reader;
  language::Analyser analyser;
  account::AccountReader accounts;
  Profiler profiler;
  LineageTables lineage;
  Producer producer;
  std::string version;  // of all code and tables whose results a store keeps; changes when they would differ
};

// What a store's results are shown under: the program, its tables, its models.
Producer producer_of(const std::filesystem::path& data);

// Digest of every file under `folder`, by relative name and content.
std::string digest_of_folder(const std::filesystem::path& folder);

}  // namespace crossread
