// Which words of a report the search knows, and where in the order of the search it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "types/report.h"

namespace crossread {

// The stretches of the text that are searched: all but what leads elsewhere (navigation, related items, adverts,
// sections, share buttons, reading times). In order, apart.
std::vector<ByteSpan> searchable_ranges(const Report& report);

// These stretches as one text, a line break between them: the column `text` of the search.
std::string searchable_text(const Report& report);

// The one word by which the search finds an outlet.
std::string outlet_token(const std::optional<std::string>& outlet);

// Shelves are in canonical order: minutes in the upper bits, the beginning of the id in the lower twenty; undated
// reports come before all others, for newest means last. Two reports may ask for one shelf; the later to arrive takes
// the next that is free.
std::int64_t wanted_shelf(CanonicalKey key);

// The first shelf of a minute.
std::int64_t first_shelf(std::int64_t minutes);

}  // namespace crossread
