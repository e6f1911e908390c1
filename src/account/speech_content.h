// Which words are said: what hangs on a cue, as far as they go, and the quotations beside it.
#pragma once

#include "account/speech_context.h"
#include "account/speech_value.h"

namespace crossread::account {

// The `that` which leads in what is said: right behind the cue, or behind a few words of whom, when and where.
TokenIndex that_behind(const SpeechContext& in, TokenRun cue);
// Whether what is said may stand behind a cue: anything but an end, a comma, or words of when, where and how.
bool clause_follows(const SpeechContext& in, TokenIndex cue);
// Where the words said after a cue end: before what belongs to the cue again, or is another's.
TokenIndex cut_tail(const SpeechContext& in, TokenRun run, TokenIndex cue);
// From `first` as far as the cue's own clause goes.
TokenRun after(const SpeechContext& in, TokenIndex first, TokenIndex complement, TokenIndex cue);
void add_run(const SpeechContext& in, Speech& speech, TokenRun run);
// What the cue keeps to itself beside the words said: subject, addressee, time.
TokenRun group_of(const SpeechContext& in, const Speech& speech, TokenIndex complement);
// A quotation that ends right before the group of the cue, or begins right behind it.
void add_quotation_before(const SpeechContext& in, Speech& speech, TokenRun group);
void add_quotation_after(const SpeechContext& in, Speech& speech, TokenRun group);
// Where the tree has no clause below the cue, but one stands right behind it: "reported that Zarif said he had".
void add_clause_beside(const SpeechContext& in, Speech& speech, TokenRun group);
// `Talks, he said, would go on`: what follows the group of the cue in the same clause.
void add_rest(const SpeechContext& in, Speech& speech, TokenIndex complement, TokenRun group);

// Whether an object is a number or has one: "counted nine dead".
bool has_number(const SpeechContext& in, TokenIndex object);

// Whether an object is a figure with a number behind it: "raised the toll to nine", "put the cost at 4m".
bool tells_figure(const SpeechContext& in, TokenIndex verb, TokenIndex object);

}  // namespace crossread::account
