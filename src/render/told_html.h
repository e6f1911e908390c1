// What a report tells, for people who look for the analysis' mistakes: a list of the statements and events that begin
// in one sentence, each with who takes part, in words.
#pragma once

#include <string>

#include "types/account.h"
#include "types/report.h"

namespace crossread {

// "S3", "E7": how a statement or event is called on the page, counted from 0 in the report.
std::string statement_label(StatementIndex index);
std::string event_label(EventIndex index);

// "" when nothing is told there. Statements stand at the sentence of their first words, events at that of their
// trigger.
std::string told_html(const Report& report, const Account& account, ByteSpan sentence);

}  // namespace crossread
