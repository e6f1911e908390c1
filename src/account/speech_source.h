// Who stands beside a cue: the phrase that speaks, and the one that is spoken to.
#pragma once

#include "account/speech_context.h"
#include "account/speech_value.h"

namespace crossread::account {

// The verb with its auxiliaries, its adverbs and its particle where they stand beside it: "has also denied".
TokenRun cue_of(const SpeechContext& in, TokenIndex verb);
// The noun phrase under `head`, without what leads it in and on this side of the cue only.
Phrase phrase(const SpeechContext& in, TokenIndex head, TokenRun cue);
TokenIndex agent_of(const SpeechContext& in, TokenIndex verb);
// The nearest one that does not stand in other quotation marks.
TokenIndex own_subject(const SpeechContext& in, TokenIndex verb);
// Of "and called", "adding", "refused to say": the subject of the verb above, or the noun that it describes.
TokenIndex subject_of(const SpeechContext& in, TokenIndex verb);
// The word that governs a run of words that is a noun phrase.
TokenIndex head_of(const SpeechContext& in, TokenRun run);
// The noun phrase right behind a cue: "told [parliament] that".
Phrase addressee_behind(const SpeechContext& in, TokenRun cue);
// "been told [by Tehran] that"
Phrase agent_behind(const SpeechContext& in, TokenRun cue);
Phrase speaker_of(const SpeechContext& in, TokenIndex verb, TokenRun cue);
TokenIndex person_object(const SpeechContext& in, TokenIndex verb);
// "said to reporters", "wrote to the council"
TokenIndex to_whom(const SpeechContext& in, TokenIndex verb);
TokenIndex letter_to(const SpeechContext& in, TokenIndex verb);

}  // namespace crossread::account
