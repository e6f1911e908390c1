// Whether the tree of a sentence bears out that somebody does, or undergoes, what a trigger tells of. Events are what a
// machine read; a page that says that somebody did something needs the words to say it too.
//
//   "The strike killed the general."   the strike: does it; the general: undergoes it
//
// Guarded by tests/chronicle/roles_test.cpp.
#pragma once

#include "types/analysis.h"

namespace crossread {

// `words` and `trigger` lie in one sentence. True when the head of the words hangs on the trigger, on a verb that is
// joined to it or holds it ("carried out the strike"), and hangs there as those who act do: a subject, the agent of a
// passive, whose deed it is, a word before the noun ("US strike").
bool acts_in(const Analysis& analysis, ByteSpan words, ByteSpan trigger);

// The same for those to whom it is done: an object, the subject of a passive, what a preposition joins to it.
bool undergoes_in(const Analysis& analysis, ByteSpan words, ByteSpan trigger);

// More loosely: the words lie below the trigger, in its clause: "fired at bases that house U.S. troops".
bool reached_by(const Analysis& analysis, ByteSpan words, ByteSpan trigger);

}  // namespace crossread
