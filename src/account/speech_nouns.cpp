#include "account/speech_nouns.h"

#include <algorithm>
#include "account/speech_content.h"
#include "account/speech_source.h"

namespace crossread::account {
namespace {

// Trump's claim, the claim by Trump; made a claim.
TokenIndex teller_of(const SpeechContext& in, TokenIndex noun) {
  for (const TokenIndex c : in.tree.children(noun)) {
    if (in.tree[c].relation == Relation::nmod_poss) return c;
    if (in.tree[c].relation == Relation::nmod && (in.tree.mark(c, "by") != kNone || in.tree.mark(c, "from") != kNone))
      return c;
  }
  const TokenIndex up = in.tree[noun].head;
  if (up < 0 || in.tree[noun].relation != Relation::obj) return kNone;
  if (in.words.has(in.tree[up].lemma, SpeechKind::light)) return subject_of(in, up);
  return kNone;
}

TokenIndex source_after(const SpeechContext& in, TokenIndex at) {
  for (const TokenIndex c : in.tree.children(at)) {
    if (c > at + 1 && (universal(in.tree[c].relation) == Relation::obl || in.tree[c].relation == Relation::nmod))
      return c;
  }
  return kNone;
}

}  // namespace

void read_noun(const SpeechContext& in, TokenIndex noun, std::vector<Speech>& found) {
  if (!in.words.has(in.tree[noun].lemma, SpeechKind::noun) || !in.may_be_cue(noun) || in.is_quoted(noun)) return;
  Speech speech;
  speech.head = noun;
  speech.cue = {noun, noun};
  speech.way = "noun";
  const TokenIndex teller = teller_of(in, noun);
  if (teller == kNone) return;
  speech.speaker = phrase(in, teller, speech.cue);
  while (speech.speaker.run.last > teller && in.tree[speech.speaker.run.last].xpos == Xpos::pos)
    --speech.speaker.run.last;
  for (const TokenIndex c : in.tree.children(noun)) {
    if (c < noun || c == teller) continue;
    const TokenRun below = in.tree.subtree(c);
    const TokenIndex lead = in.tree.case_of(c);
    if (lead == kNone) continue;
    const std::string_view pattern = in.tree.is(lead, "that")                                  ? "clause"
                                     : in.tree.is(lead, "to") && in.tree[c].upos == Upos::verb ? "infinitive"
                                                                                               : "";
    const std::optional<Act> said =
        in.act(noun, SpeechKind::noun, pattern.empty() ? std::string_view(in.lowered(lead)) : pattern);
    if (!said) continue;
    speech.act = *said;
    TokenRun run{std::max(below.first, noun + 1), below.last};
    if (pattern.empty() && run.first == lead) {
      if (lead == noun + 1) speech.cue.last = lead;
      run.first = lead + 1;
    }
    run.last = cut_tail(in, run, noun);
    add_run(in, speech, run);
    if (!speech.content.empty()) return found.push_back(speech);
  }
}

void read_according(const SpeechContext& in, TokenIndex at, std::vector<Speech>& found) {
  Speech speech;
  speech.head = at;
  speech.cue = {at, at + 1};
  speech.way = "according";
  const TokenIndex source =
      in.tree[at].head >= 0 && in.tree[at].upos != Upos::noun && in.tree[at].relation == Relation::case_
          ? in.tree[at].head
          : source_after(in, at);
  if (source == kNone || source <= at) return;
  speech.speaker = phrase(in, source, speech.cue);
  if (in.quotation_at(at)) return;
  const TokenRun sentence = in.tree.sentence_run(at);
  const TokenRun own{at, speech.speaker.run.last};
  if (in.skip_commas(own.first - 1, -1) < sentence.first) {
    add_run(in, speech, {own.last + 1, cut_tail(in, {own.last + 1, sentence.last}, at)});
  } else {
    TokenIndex begin = sentence.first;
    for (const Speech& other : found) {  // said X, according to Y: X too is what Y tells
      for (const TokenRun& run : other.content) {
        if (run.has(at)) begin = std::max(begin, run.first);
      }
    }
    add_run(in, speech, {begin, own.first - 1});
    if (own.last + 1 < sentence.last && in.tree.form(own.last + 1) == ",")
      add_run(in, speech, {own.last + 1, sentence.last});
  }
  if (!speech.content.empty()) found.push_back(speech);
}

}  // namespace crossread::account
