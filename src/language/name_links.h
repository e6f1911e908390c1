// Which names of a report are names of one thing, by rules that are nearly always right: the same words, a surname
// after the full name, an acronym, a shorter form, another spelling, a country's names, a capital that acts for its
// country. The sieves for names of Lee et al. 2013 (Computational Linguistics 39:4, section 3.3) in one pass.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/mentions.h"

namespace crossread::language {

// By candidate: the number of the thing that the name names, from 0; kNowhere for what is no name.
std::vector<std::uint32_t> name_links(const TreeWords& words, const CoreferenceTables& tables,
                                      std::span<const Candidate> found);

// One foreign name in two spellings ("Suleimani", "Soleimani"): both folded to lower case. The consonants agree once
// letters of one sound are made one, and at most two letters differ.
bool are_spellings_of_one(std::string_view a, std::string_view b);

}  // namespace crossread::language
