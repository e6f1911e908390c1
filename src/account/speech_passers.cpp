#include "account/speech_passers.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "account/speech_source.h"

namespace crossread::account {
namespace {

constexpr TokenIndex kNearNoun = 4;  // tokens from `statement` to `carried`

bool is_one_of(const SpeechContext& in, TokenIndex at, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return in.tree.is(at, word); });
}

// The speech of the same sentence whose cue is nearest to a place, quotations' own aside.
std::optional<std::size_t> nearest(const SpeechContext& in, const std::vector<Speech>& found, TokenIndex at) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Speech& speech = found[i];
    if (speech.head == kNone || speech.head == at || speech.carrier) continue;
    if (in.tree.sentence(speech.head) != in.tree.sentence(at) || in.is_quoted(speech.head)) continue;
    if (!best || std::abs(speech.head - at) < std::abs(found[*best].head - at)) best = i;
  }
  return best;
}

// What stands before a place: "…, he said [in a statement carried by SPA]".
void end_before(Speech& speech, TokenIndex at) {
  for (TokenRun& run : speech.content) {
    if (run.first < at && run.has(at)) run.last = at - 1;
  }
  if (speech.speaker.run.has(at) && speech.speaker.run.first < at) speech.speaker.run.last = at - 1;
}

Speech carrier_of(const Speech& inner, TokenIndex cue, const Phrase& passer) {
  Speech carrier;
  carrier.head = cue;
  carrier.cue = {cue, cue};
  carrier.speaker = passer;
  carrier.act = Act::report;
  carrier.carrier = true;
  carrier.content = inner.content;
  return carrier;
}

// "a statement carried by SPA", "an interview broadcast on state television"
void read_medium(const SpeechContext& in, TokenIndex verb, std::vector<Speech>& found) {
  static constexpr std::array<std::string_view, 13> kPassed = {"air",   "broadcast", "carry", "cite",    "post",
                                                               "print", "publish",   "quote", "release", "report",
                                                               "run",   "show",      "relay"};
  static constexpr std::array<std::string_view, 17> kWords = {
      "comment", "communiqué", "declaration", "footage", "interview", "letter", "message",   "note", "post",
      "press",   "recording",  "release",     "remark",  "report",    "speech", "statement", "video"};
  if (!is_one_of(in, verb, kPassed)) return;
  const TokenIndex by = verb + 1;
  if (!in.tree.is(by, "by") && !in.tree.is(by, "on") && !in.tree.is(by, "in")) return;
  TokenIndex noun = verb - 1;
  while (noun >= 0 && verb - noun < kNearNoun && !is_one_of(in, noun, kWords)) --noun;
  if (noun < 0 || !is_one_of(in, noun, kWords)) return;
  const Phrase medium = addressee_behind(in, {by, by});
  const std::optional<std::size_t> speech = nearest(in, found, verb);
  if (!medium || !speech || in.is_time(medium.head)) return;
  TokenIndex phrase = noun;
  while (phrase > 0 && in.tree[phrase].upos != Upos::adp && noun - phrase < kNearNoun) --phrase;
  end_before(found[*speech],
             in.tree[phrase].upos == Upos::adp && !found[*speech].speaker.run.has(noun) ? phrase : verb);
  found.push_back(carrier_of(found[*speech], verb, medium));
}

// "through his lawyer, the harbourmaster replied"
void read_mouth(const SpeechContext& in, TokenIndex through, std::vector<Speech>& found) {
  const Phrase mouth = addressee_behind(in, {through, through});
  if (!mouth || in.tree[mouth.head].upos == Upos::pron) return;
  static constexpr std::array<std::string_view, 8> kMouths = {"lawyer",      "spokesman", "spokeswoman", "spokesperson",
                                                              "interpreter", "agent",     "solicitor",   "attorney"};
  if (!is_one_of(in, mouth.head, kMouths)) return;
  const std::optional<std::size_t> speech = nearest(in, found, through);
  if (!speech || found[*speech].content.empty() || found[*speech].content.front().has(through)) return;
  found.push_back(carrier_of(found[*speech], through, mouth));
}

// "Citing two officials, the radio reported": the officials say it, and the radio passes it on.
void read_cited(const SpeechContext& in, TokenIndex verb, std::vector<Speech>& found) {
  if (in.tree[verb].xpos != Xpos::vbg || in.is_quoted(verb)) return;
  const Phrase source = addressee_behind(in, {verb, verb});
  const std::optional<std::size_t> at = nearest(in, found, verb);
  if (!source || !at || in.tree[source.head].upos == Upos::pron) return;
  const bool about_it = verb == in.tree.sentence_run(verb).first || in.tree.form(verb - 1) == ",";
  Speech& passing = found[*at];
  if (!about_it || !passing.speaker || (passing.act != Act::say && passing.act != Act::report)) return;
  end_before(passing, verb);
  Speech cited;
  cited.head = verb;
  cited.cue = {verb, verb};
  cited.way = "cited";
  cited.speaker = source;
  cited.content = passing.content;
  passing.carrier = true;
  passing.act = Act::report;
  found.push_back(cited);
}

}  // namespace

void add_passers(const SpeechContext& in, std::vector<Speech>& found) {
  // A source that was read as an object of `citing` is none.
  std::erase_if(found, [&](const Speech& speech) {
    return speech.head != kNone && in.tree[speech.head].xpos == Xpos::vbg &&
           (in.tree.is(speech.head, "cite") || in.tree.is(speech.head, "quote")) && !speech.carrier;
  });
  for (TokenIndex i = 0; i + 1 < in.tree.size(); ++i) {
    if (i > 0 && in.tree[i].upos == Upos::verb && in.tree[i].xpos == Xpos::vbn) read_medium(in, i, found);
    if (in.tree.is(i, "through")) read_mouth(in, i, found);
    if (in.tree.is(i, "cite") || in.tree.is(i, "quote")) read_cited(in, i, found);
  }
}

}  // namespace crossread::account
