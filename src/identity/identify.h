// Which things of which reports are one: the identities of a storyline, from the things of its accounts.
//
// A thing comes with the names and descriptions that its report gives it. Those of all reports are put together from
// the surest sign to the weakest: the country that a name or capital stands for; an equal full name; an acronym and
// what it is short for; a part of a name ("Bezara" of "Herisoa Bezara"), where just one thing fits; an equal
// description of something without a name ("the growers", "vanilla growers"), or an office ("the prefect"), where just
// one fits. Two people of whom full names are known that do not agree are never one, whatever else speaks for it:
// "Ravanchi" and "Rouhani", or two Cissokhos with forenames of their own.
//
// Guarded by tests/identity/identify_test.cpp.
#pragma once

#include <filesystem>
#include <span>

#include "lexicon/country_names.h"
#include "lexicon/name_likeness.h"
#include "types/account.h"
#include "types/entity.h"

namespace crossread::identity {

// Loaded once, shared by all threads.
struct Tables {
  explicit Tables(const std::filesystem::path& lexicon_folder) : countries(lexicon_folder), names(lexicon_folder) {}
  CountryNames countries;
  NameLikeness names;
};

// A function of the set of reports: their order does not matter, but for that of Identities::entity_of, which is
// theirs.
Identities identify(std::span<const ReadReport> reports, const Tables& tables);

}  // namespace crossread::identity
