#include "account/speech_headlines.h"

#include "account/speech_content.h"

namespace crossread::account {
namespace {

// Whether a few words are a name or a bare noun of somebody who tells.
bool signs(const SpeechContext& in, TokenRun run) {
  if (run.empty() || run.last - run.first > 3) return false;
  const TokenIndex last = run.last;
  if (in.tree[last].upos == Upos::noun) return in.words.has(in.lowered_lemma(last), SpeechKind::teller);
  if (in.tree[last].upos != Upos::propn) return false;
  const ByteSpan span = in.tree.span(run);
  for (const Mention& mention : in.tree.analysis().mentions) {
    if (mention.span.overlaps(span) && mention.level == MentionLevel::name) {
      return mention.kind == EntityKind::person || mention.kind == EntityKind::organisation ||
             mention.kind == EntityKind::place;
    }
  }
  return false;
}

void add_signed(const SpeechContext& in, TokenRun who, TokenRun words, std::vector<Speech>& found) {
  Speech speech;
  speech.speaker = {who.last, who};
  speech.way = "headline";
  add_run(in, speech, words);
  if (!speech.content.empty()) found.push_back(speech);
}

}  // namespace

void read_headline(const SpeechContext& in, TokenIndex begin, std::vector<Speech>& found) {
  if (!in.tree.in_headline(begin)) return;
  const TokenRun sentence = in.tree.sentence_run(begin);
  for (TokenIndex i = sentence.first + 1; i < sentence.last; ++i) {
    const std::string_view form = in.tree.form(i);
    const bool colon = form == ":";
    const bool dash = form == "-" || form == "–" || form == "—";
    if (!colon && !dash) continue;
    const bool spaced = in.tree[i - 1].span.end < in.tree[i].span.begin;
    if (colon && signs(in, {sentence.first, i - 1}))
      return add_signed(in, {sentence.first, i - 1}, {i + 1, sentence.last}, found);
    if ((dash ? spaced : true) && signs(in, {i + 1, sentence.last}))
      return add_signed(in, {i + 1, sentence.last}, {sentence.first, i - 1}, found);
  }
}

}  // namespace crossread::account
