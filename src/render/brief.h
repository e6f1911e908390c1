// Shows briefs: as Markdown that reads well in a terminal, as JSON for programs, and as one HTML file that needs
// nothing else.
#pragma once

#include <span>
#include <string>

#include "types/brief.h"

namespace crossread {

// One story; citations are numbered footnotes with report, outlet, date, the exact words and their code points.
std::string brief_markdown(const Brief& brief);

// One story as a JSON object on one line: sections as in Markdown, spans in code points as the dossier has them.
std::string brief_json(const Brief& brief);

// All briefs as one self-contained page: an index and a section a story. No network, no script needed to read it.
// The same briefs give the same bytes.
std::string brief_html(std::span<const Brief> briefs, const Producer& producer);

}  // namespace crossread
