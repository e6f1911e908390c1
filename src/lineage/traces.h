// The keys under which a report's text is found again: winnowed hashes of runs of words, after Schleimer, Wilkerson and
// Aiken, "Winnowing" (SIGMOD 2003), and one of each sentence, whatever the order of its words. Two reports that share a
// long enough run of words share a key, wherever it stands; so do most that share a sentence turned round.
//
// Guarded by tests/lineage/traces_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lineage/side.h"

namespace crossread {

// Two reports are compared if they share at least this many keys.
inline constexpr std::size_t kSharedTraces = 1;

// A run of this many words in both reports, unchanged, gives a shared key wherever it stands, unless it is all common
// words and numbers, or lies in the last sixteen words of a long body, which leave no trace.
inline constexpr std::size_t kSureRun = 15;

// In order, each once; 40 bits, so that the index packs them well. A function of the report's body and the tables.
std::vector<std::uint64_t> traces(const Side& side, const LineageTables& tables);

}  // namespace crossread
