// What reports say in the forms of other programs' users: tables for spreadsheets, PLOVER's records, W3C Web
// Annotations. One statement or event a row.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "types/storyline.h"

namespace crossread {

enum class TellingKind : std::uint8_t { statement, event };

// `id`: of the statement or event, for a cursor; `row`: without a line end.
using TellingTaker = std::function<void(const std::string& id, const std::string& row)>;

// CSV (RFC 4180): the heading, and the rows. Several names stand in one cell with "; " between them.
std::string csv_heading(TellingKind kind);
void csv_rows(const StorylineFile& file, TellingKind kind, const TellingTaker& take);

// Events of PLOVER's types as its gold standard records have them: `source` and `target` with actorText, code and
// sector, `event`, `mode`, `context`, `eventText`, `text` (openeventdata/PLOVER, PLOVER_GSR_CAMEO.txt, version 0.5b1).
void plover_rows(const StorylineFile& file, const TellingTaker& take);

// W3C Web Annotations (Recommendation of 23 February 2017): each row an annotation whose target selects the words by
// position and by quotation, and whose bodies say what they are.
void annotation_rows(const StorylineFile& file, TellingKind kind, const TellingTaker& take);

}  // namespace crossread
