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

// The lines of all briefs against the reports of each as CSV (RFC 4180), with a heading: a row for each line and
// report, who tells it and in which words, who takes which side, who has nothing like it.
std::string brief_csv(std::span<const Brief> briefs);

// How parties treat one another, day by day, as one picture: a curve a pair, a point for the claims of a day and
// status.
std::string brief_svg(std::span<const Brief> briefs);

// All briefs as one self-contained page: an index and a section a story. No network, no script needed to read it.
// The same briefs give the same bytes.
std::string brief_html(std::span<const Brief> briefs, const Producer& producer);

}  // namespace crossread
