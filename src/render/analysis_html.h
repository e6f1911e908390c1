// One self-contained page that shows what the analysis found, for people who look for its mistakes: a section a
// report, its sentences in order with names, times and quantities marked where they stand, and each sentence's tree.
//
//   out << analysis_html_head();
//   for (...) out << analysis_html_section(report, analysis);
//   out << analysis_html_foot();
#pragma once

#include <string>

#include "types/analysis.h"
#include "types/report.h"

namespace crossread {

std::string analysis_html_head();
std::string analysis_html_section(const Report& report, const Analysis& analysis);
std::string analysis_html_foot();

}  // namespace crossread
