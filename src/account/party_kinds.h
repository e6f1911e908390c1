// What kinds of party a word may stand for (data/lexicon/<lang>/party_kinds.tsv): a state, the police, a crowd, a firm,
// a court, a team, a ship, a storm ... What a deed is depends on who does it: workers strike, armies strike, a storm
// does.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.h"

namespace crossread::account {

using PartyKind = std::uint8_t;  // the number of its name in the table's order of names

class PartyKinds {
 public:
  // Throws BrokenWorld, naming the line, if the table cannot be read or a row is bad.
  explicit PartyKinds(const std::filesystem::path& language_folder);

  // In order of number; empty for a word that is not listed.
  const std::vector<PartyKind>& of(std::string_view lemma) const;

 private:
  StringMap<std::vector<PartyKind>> kinds_;
};

}  // namespace crossread::account
