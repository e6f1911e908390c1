#include "account/speech.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "account/speech_alternatives.h"
#include "account/speech_continuations.h"
#include "account/speech_headlines.h"
#include "account/speech_letters.h"
#include "account/speech_looks.h"
#include "account/speech_loose.h"
#include "account/speech_nouns.h"
#include "account/speech_passers.h"
#include "account/speech_verbs.h"
#include "account/statements_act.h"

namespace crossread::account {
namespace {

// An outer statement comes before what it holds.
bool comes_before(const Speech& a, const Speech& b) {
  const auto key = [](const Speech& s) {
    return std::tuple(s.content.front().first, -width_of(s), s.head, s.cue.first);
  };
  return key(a) < key(b);
}

bool is_repeated(const std::vector<Speech>& all, std::size_t at) {
  return at > 0 && all[at].content == all[at - 1].content && all[at].head == all[at - 1].head &&
         all[at].carrier == all[at - 1].carrier;
}

// One that only passes on what another says: its words are the other's cue, speaker and words.
void mark_carriers(const SpeechTree& tree, std::vector<Speech>& all) {
  for (Speech& outer : all) {
    if (outer.act != Act::report && outer.act != Act::say) continue;
    if (outer.head == kNone || outer.content.size() != 1) continue;
    for (const Speech& inner : all) {
      if (inner.head == kNone || inner.head == outer.head || tree[inner.head].head != outer.head) continue;
      if (tree[inner.head].relation == Relation::ccomp && outer.act == Act::report) outer.carrier = true;
    }
  }
}

std::vector<Speech> sorted(std::vector<Speech> all) {
  for (Speech& speech : all) std::sort(speech.content.begin(), speech.content.end());
  std::sort(all.begin(), all.end(), comes_before);
  std::vector<Speech> kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_repeated(all, i)) kept.push_back(all[i]);
  }
  return kept;
}

void add_loose(const SpeechContext& in, std::vector<Speech>& found) {
  std::vector<bool> read(static_cast<std::size_t>(in.tree.size()), false);
  for (const Speech& speech : found) {
    if (speech.head != kNone) read[static_cast<std::size_t>(speech.head)] = true;
  }
  for (TokenIndex i = 0; i < in.tree.size(); ++i) {
    if (in.tree[i].upos == Upos::verb && !read[static_cast<std::size_t>(i)]) read_loosely(in, i, found);
  }
}

// A carrier goes with the last of what it carries.
bool carries_nothing(const Speech& speech, const std::vector<Speech>& kept) {
  return speech.carrier && std::none_of(kept.begin(), kept.end(), [&](const Speech& other) {
           return !other.carrier && (other.content == speech.content || speech.content.front().has(other.head));
         });
}

// The likeliest reading, with the act that the model gives it; none where it is not likely to be speech.
std::optional<Speech> likeliest(const SpeechContext& in, const SpeechModel& model, const std::vector<Speech>& all,
                                std::size_t at) {
  const std::vector<Speech> readings = readings_of(in, all[at]);
  std::size_t best = 0;
  SpeechReading judged = model.read(looks_of(in, all, at, readings, 0));
  std::int32_t lead = 0;
  for (std::size_t i = 1; i < readings.size(); ++i) {
    const SpeechReading other = model.read(looks_of(in, all, at, readings, i));
    if (other.better <= lead) continue;
    best = i;
    judged = other;
    lead = other.better;
  }
  if (!judged.is_speech()) return std::nullopt;
  Speech speech = readings[best];
  const bool neutral = speech.act == Act::say || speech.act == Act::report;
  if (neutral && judged.act) speech.act = *judged.act;
  return speech;
}

}  // namespace

std::int64_t width_of(const Speech& speech) {
  std::int64_t sum = speech.carrier ? 1 : 0;
  for (const TokenRun& run : speech.content) sum += 2 * (run.last - run.first + 1);
  return sum;
}

std::vector<Speech> find_speech(const SpeechContext& in) {
  const SpeechTree& tree = in.tree;
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
  add_loose(in, found);
  found = sorted(std::move(found));
  mark_carriers(tree, found);
  for (Speech& speech : found) speech.act = act_of(tree, in.words, speech);
  return found;
}

std::vector<Speech> likely_speech(const SpeechContext& in, const SpeechModel& model, const std::vector<Speech>& all) {
  std::vector<Speech> kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].carrier) {
      kept.push_back(all[i]);
    } else if (std::optional<Speech> speech = likeliest(in, model, all, i)) {
      kept.push_back(*std::move(speech));
    }
  }
  const std::vector<Speech> told = kept;
  std::erase_if(kept, [&](const Speech& speech) { return carries_nothing(speech, told); });
  return kept;
}

}  // namespace crossread::account
