// The outlets of the world, as a shipped table and one of the user's own have them (data/lexicon/outlets.tsv).
//
//   const OutletTable table(folder, "ours.tsv");
//   const OutletFacts* facts = table.find("The Hindu", "https://www.thehindu.com/news/1");
//
// Guarded by tests/lexicon/outlet_table_test.cpp.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "types/outlet.h"

namespace crossread {

class OutletTable {
 public:
  // Reads lexicon/outlets.tsv and lexicon/en/country_titles.tsv of the data folder, and `own`, a table of the same
  // columns whose rows go before the shipped ones, unless it is empty. Throws BrokenWorld, naming file and line, if one
  // cannot be read or a row is bad; so too if a name or host stands twice in one table.
  explicit OutletTable(const std::filesystem::path& data_folder, const std::filesystem::path& own = {});

  // By the name, else by the host of the URL or a domain above it; null when neither is known. Case, accents and a
  // leading "the" of the name do not count; a name may also be a host ("bbc.com"). Either may be empty.
  const OutletFacts* find(std::string_view name, std::string_view url) const;

 private:
  using Places = std::map<std::string, std::size_t, std::less<>>;
  void read(const std::filesystem::path& file, const std::map<std::string, std::string>& countries);
  const OutletFacts* at_host(std::string_view host) const;

  std::vector<OutletFacts> facts_;
  Places names_;
  Places hosts_;
};

}  // namespace crossread
