// The parts of a story's page that are files of their own. Each gives HTML, "" when the brief has nothing for it.
// Everything that comes from a report passes escaped().
#pragma once

#include <string>

#include "render/cites.h"

namespace crossread {

std::string news_html(Cites& cites);       // what is new since the reader last looked
std::string matrix_html(Cites& cites);     // every line against every report, or origin where reports are many
std::string situation_html(Cites& cites);  // the curves, with the claims behind each point
std::string people_html(Cites& cites);     // a page for each person and body
std::string copies_html(Cites& cites);     // who wrote from whom

// The reports in full with the marks of all citations made so far, and the links between them for the script. Last.
std::string reports_html(const Cites& cites);

// Where the page of a person or body stands: an element's id.
std::string person_id(const Cites& cites, std::size_t person);

}  // namespace crossread
