#include "account/speech.h"

#include "account/speech_context.h"
#include "account/speech_continuations.h"
#include "account/speech_headlines.h"
#include "account/speech_letters.h"
#include "account/speech_nouns.h"
#include "account/speech_passers.h"
#include "account/speech_verbs.h"

namespace crossread::account {

std::vector<Speech> find_speech(const SpeechTree& tree, const std::vector<Quotation>& quotations,
                                const SpeechWords& words) {
  const SpeechContext in(tree, quotations, words);
  std::vector<Speech> found;
  for (TokenIndex i = 0; i < tree.size(); ++i) {
    if (tree[i].upos == Upos::verb) read_verb(in, i, found);
    if (tree[i].upos == Upos::noun) read_noun(in, i, found);
    if (tree.is(i + 1, "to") && in.equal_start(i, "according")) read_according(in, i, found);
  }
  for (const Sentence& sentence : tree.analysis().sentences) {
    if (sentence.first_token < sentence.end_token)
      read_headline(in, static_cast<TokenIndex>(sentence.first_token), found);
  }
  add_letters(in, found);
  add_passers(in, found);
  read_continuations(in, found);
  return found;
}

}  // namespace crossread::account
