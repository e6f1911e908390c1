// The keys under which a report's text is found again: winnowed hashes of runs of words, after Schleimer, Wilkerson and
// Aiken, "Winnowing" (SIGMOD 2003). Two reports that share a long enough run of words share a key, wherever it stands.
//
// Guarded by tests/lineage/traces_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/words.h"

namespace crossread {

// Two reports are compared if they share at least this many keys.
inline constexpr std::size_t kSharedTraces = 1;

// A run of this many words in both reports, unchanged, always gives a shared key; but for the last two dozen words of a
// long body, which leave no trace.
inline constexpr std::size_t kSureRun = 17;

// In order, each once; 40 bits, so that the index packs them well. A function of the words alone.
std::vector<std::uint64_t> traces(const std::vector<Word>& body);

}  // namespace crossread
