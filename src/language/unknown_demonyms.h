// Words for what belongs to a country that no table knows: "Norlandic ministers", "Zavian troops". They end as such
// words do and stand before a common noun or a title wherever the report has them as names.
#pragma once

#include <span>
#include <vector>

#include "language/name_labels.h"
#include "lexicon/name_tables.h"

namespace crossread::language {

// Takes them out of `names`, with what was joined to them of a title ("Norlandic Supreme" of "Norlandic Supreme
// Leader").
void leave_out_unknown_demonyms(std::span<const NameText> texts, std::span<const Readings> readings,
                                const NameTables& tables, std::vector<FoundName>& names);

}  // namespace crossread::language
