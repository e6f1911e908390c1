#include "account/speech_alternatives.h"

#include <algorithm>

#include "account/speech_content.h"
#include "account/speech_source.h"
#include "account/speech_teller.h"

namespace crossread::account {
namespace {

constexpr TokenIndex kLeastWords = 2;  // of what is said before a conjunction may end it

class Readings {
 public:
  Readings(const SpeechContext& in, const Speech& speech) : in_(in), speech_(speech), found_({speech}) {}

  std::vector<Speech> all() {
    if (speech_.head == kNone || in_.is_quoted(speech_.head)) return std::move(found_);
    add_tellers();
    add_endings();
    return std::move(found_);
  }

 private:
  void add_teller(TokenRun run, std::string_view reading) {
    if (run.empty() || run.overlaps(speech_.cue)) return;
    add_teller(Phrase{head_of(in_, run), run}, reading);
  }

  void add_teller(const Phrase& who, std::string_view reading) {
    if (!who || who.run.empty() || who.head == speech_.speaker.head || who.run == speech_.speaker.run) return;
    for (const TokenRun run : speech_.content) {
      if (run.overlaps(who.run)) return;
    }
    for (const Speech& other : found_) {
      if (other.speaker.head == who.head) return;
    }
    Speech other = speech_;
    other.speaker = who;
    other.reading = reading;
    if (other.addressee && other.addressee.run.overlaps(who.run)) other.addressee = {};
    found_.push_back(std::move(other));
  }

  void add_tellers() {
    const TokenRun cue = speech_.cue;
    const bool verb = in_.tree[speech_.head].upos == Upos::verb;
    if (!verb || in_.is_passive(speech_.head)) return;
    add_teller(teller_before(in_, cue), "teller before");
    add_teller(clause_opener(in_, cue), "opens the clause");
    add_teller(sentence_opener(in_, cue), "opens the sentence");
    add_teller(phrase(in_, subject_of(in_, speech_.head), cue), "subject");
    const TokenRun behind = teller_after(in_, cue, in_.tree.sentence_run(cue.last).last);
    if (is_comma(in_.tree.form(cue.first - 1)) || in_.closes(cue.first - 1)) add_teller(behind, "teller behind");
  }

  void add_ending(TokenIndex last, std::string_view reading) {
    Speech other = speech_;
    if (last == other.content.back().last) return;
    const TokenRun run{other.content.back().first, last};
    other.content.pop_back();
    add_run(in_, other, run);
    if (other.content.empty() || other.content == speech_.content) return;
    other.reading = reading;
    found_.push_back(std::move(other));
  }

  // A semicolon or a conjunction with a finite verb behind it may end what is said, and what is said may go on to the
  // end of the sentence.
  void add_endings() {
    const TokenRun told = speech_.content.back();
    if (told.first < speech_.head || in_.quotation_at(told.last)) return;
    const TokenIndex end = in_.tree.sentence_run(told.last).last;
    for (TokenIndex i = told.first + kLeastWords; i < told.last; ++i) {
      if (in_.quotation_at(i)) continue;
      const bool joins = in_.tree[i].upos == Upos::cconj && leads_to_finite(i + 1, told.last);
      if (in_.tree.form(i) != ";" && !joins) continue;
      add_ending(i - 1, in_.tree.form(i) == ";" ? "ends at a semicolon" : "ends at a conjunction");
      break;
    }
    if (told.last + 1 < end) add_ending(end, in_.tree.form(told.last + 1) == ";" ? "goes on" : "to the end");
  }

  bool leads_to_finite(TokenIndex from, TokenIndex end) const {
    for (TokenIndex i = from; i <= end && !is_comma(in_.tree.form(i)); ++i) {
      if (in_.is_finite(i)) return true;
    }
    return false;
  }

  const SpeechContext& in_;
  const Speech& speech_;
  std::vector<Speech> found_;
};

}  // namespace

std::vector<Speech> readings_of(const SpeechContext& in, const Speech& speech) {
  return Readings(in, speech).all();
}

}  // namespace crossread::account
