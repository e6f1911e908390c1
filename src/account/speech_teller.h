// Who speaks, read from the words beside a cue alone, where the tree of a long sentence is not to be trusted.
#pragma once

#include "account/speech_context.h"
#include "account/speech_value.h"

namespace crossread::account {

// A hyphen, an abbreviation's stop, an apostrophe, a parenthesis: no end of a phrase.
bool is_inside_word(const SpeechContext& in, TokenIndex at);
// A word that a noun phrase begins with, pronouns aside.
bool leads_a_phrase(const SpeechContext& in, TokenIndex at);

// `the mayor`, `Kovac, the mayor,` right before the cue and behind a comma, a quotation or nothing; without the
// apposition. Empty: none.
TokenRun teller_before(const SpeechContext& in, TokenRun cue);
// `said [the mayor]`: to the next comma or the end of the sentence, without when and where.
TokenRun teller_after(const SpeechContext& in, TokenRun cue, TokenIndex end);
// The noun phrase that opens the clause of a cue, before a relative clause or an apposition; empty: none.
TokenRun clause_opener(const SpeechContext& in, TokenRun cue);
// The same of a whole sentence, where the cue is its first finite verb outside quotations and relative clauses.
TokenRun sentence_opener(const SpeechContext& in, TokenRun cue);

}  // namespace crossread::account
