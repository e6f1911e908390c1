// From the network's labels of single words to the names of a report.
#pragma once

#include <span>
#include <vector>

#include "language/name_runs.h"
#include "language/names.h"
#include "language/network.h"

namespace crossread::language {

// What the network says of one stretch, word by word.
using Readings = std::vector<WordReading>;

// The names in order of text, numbered by the words they are written with. The same words name the same kind of thing
// throughout the report: what the network says of all of them is added up, with what the rules say (`by_rule`: names
// as NameFinder finds them); a surname alone leans to the person whose name it ends, and a word alone to the body whose
// name it begins.
std::vector<FoundName> labelled_names(std::span<const NameText> texts, std::span<const Readings> readings,
                                      std::span<const FoundName> by_rule, const NameTables& tables);

}  // namespace crossread::language
