// One self-contained page that shows what the analysis found, for people who look for its mistakes: a section a
// report, its sentences in order with names, times, quantities, the words of others and what is done marked where they
// stand, below each sentence what is said and done in it, and its tree.
//
//   out << analysis_html_head();
//   for (...) out << analysis_html_section(report, analysis, account);
//   out << analysis_html_foot();
#pragma once

#include <string>

#include "types/account.h"
#include "types/analysis.h"
#include "types/report.h"

namespace crossread {

std::string analysis_html_head();
std::string analysis_html_section(const Report& report, const Analysis& analysis, const Account& account);
std::string analysis_html_foot();

}  // namespace crossread
