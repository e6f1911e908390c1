// The statements of a report: who says what to whom, what is done by saying it, and by whose mouths it came.
//
//   "Irna reported that Zarif said Washington had refused the visa."
//   0  carrier: Irna, report, "Zarif said Washington had refused the visa"
//   1  Zarif, say, "Washington had refused the visa", within 0, via {Irna}
#pragma once

#include "account/speech.h"
#include "account/things.h"
#include "types/account.h"

namespace crossread::account {

// Fills account.statements, and account.entities with speakers that the analysis did not number. A pure function.
void read_statements(const Report& report, const Analysis& analysis, const SpeechTables& tables, Things& things,
                     Account& account);

}  // namespace crossread::account
