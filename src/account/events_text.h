// A report as the event finder asks of it: its tree, and what stands at each word: a mention, a time, a sentence. Made
// once a report, so that each question is one look-up.
#pragma once

#include <cstdint>
#include <vector>

#include "account/events_tree.h"
#include "account/frames.h"
#include "types/analysis.h"
#include "types/report.h"

namespace crossread::account {

class EventText {
 public:
  // All must outlive this.
  EventText(const EventFrames& frames, const Report& report, const Analysis& analysis);

  const EventFrames& frames() const { return frames_; }
  const Report& report() const { return report_; }
  const Analysis& analysis() const { return analysis_; }
  const Tree& tree() const { return tree_; }

  // The widest mention of which the word is the head, else the widest that covers it; null if none.
  const Mention* mention_at(TokenIndex token) const { return at(mentions_, token); }
  // Only one of which the word is the head.
  const Mention* mention_headed(TokenIndex token) const { return at(headed_, token); }
  const TimeExpression* time_at(TokenIndex token) const { return at(times_, token); }
  const Sentence* sentence_of(TokenIndex token) const { return at(sentences_, token); }
  // Page furniture that is no headline.
  bool in_furniture(TokenIndex token) const { return places_[static_cast<std::size_t>(token)] == Place::furniture; }
  bool in_headline(TokenIndex token) const { return places_[static_cast<std::size_t>(token)] == Place::headline; }
  // Between quotation marks.
  bool quoted(TokenIndex token) const { return quoted_[static_cast<std::size_t>(token)]; }

  // Something that can do or suffer: no time, no amount, no bare pronoun that points at nothing.
  bool is_party(TokenIndex token) const;
  // Something with a name, people, or what a mention tells to be a body, a place or a vehicle.
  bool is_somebody(TokenIndex token) const;
  bool is_place(TokenIndex token) const;

  // The word of the span that governs it from without; -1 if it holds no whole word.
  TokenIndex head_token(ByteSpan span) const;

 private:
  enum class Place : std::uint8_t { body, headline, furniture };
  template <typename Thing>
  static const Thing* at(const std::vector<const Thing*>& list, TokenIndex token) {
    return list[static_cast<std::size_t>(token)];
  }
  TokenIndex first_token(ByteSpan span) const;
  template <typename Take>
  void each_token(ByteSpan span, const Take& take) const;
  void find_mentions();
  void find_quotes();

  const EventFrames& frames_;
  const Report& report_;
  const Analysis& analysis_;
  Tree tree_;
  std::vector<const Mention*> mentions_;
  std::vector<const Mention*> headed_;
  std::vector<const TimeExpression*> times_;
  std::vector<const Sentence*> sentences_;
  std::vector<Place> places_;
  std::vector<bool> quoted_;
};

}  // namespace crossread::account
