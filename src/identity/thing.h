// A thing of one report as identities are found from it: its names and descriptions in comparable form.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/country_names.h"
#include "types/account.h"

namespace crossread::identity {

using NameWords = std::vector<std::string>;  // folded, without articles; never empty

using NamesAsWritten = std::map<NameWords, std::string>;  // each with one of its writings

struct Thing {
  std::uint32_t report = 0;  // place among the reports in canonical order
  EntityIndex local = 0;
  EntityKind kind = EntityKind::other;
  std::string country;            // that it is, "" when it is none
  NamesAsWritten names;           // "jaonina rakotondrazafy", "rakotondrazafy"
  std::set<NameWords> described;  // nominal mentions and roles: "vanilla growers", "prefect"
  bool nameless = true;
};

// Of one report, in order of LocalEntity.
std::vector<Thing> things_of(const ReadReport& read, std::uint32_t place, const CountryNames& countries);

// "the prefect of the Atsinanana region" is {prefect, of, the, ...} without its article; empty of pronouns alone.
NameWords name_words(std::string_view words);

// The noun of a description: the word before "of", "in", "who", a comma ...: "prefect", "growers" as stem.
std::string head_of(const NameWords& description);

}  // namespace crossread::identity
