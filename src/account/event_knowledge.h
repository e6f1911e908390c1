// What the tables know of the words of one report: the types of deeds that they may name, the kinds of parties that
// they stand for, and from both what the report and each of its sentences is about. Read once a report.
//
//   "Dockers called off the strike after talks with the company."
//   named(called)     REJECT sure ("call off")        kinds(Dockers)   crowd
//   shown(strike)     PROTEST, ASSAULT                topics()         PROTEST first
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "account/event_fields.h"
#include "account/events_text.h"
#include "account/party_kinds.h"

namespace crossread::account {

// How much speaks for each type; a word has twelve votes to share out, a thing of a field twice as many.
using EventVotes = std::array<int, kEventTypeCount>;

class EventKnowledge {
 public:
  // All must outlive this.
  EventKnowledge(const EventText& text, const EventFields& fields, const PartyKinds& kinds);

  // The types that the word by itself may name, as a deed.
  const std::vector<KnownField>& own(TokenIndex token) const { return *own_[at(token)]; }
  // Those of the longest listed phrase that begins with it; empty if none does.
  const std::vector<KnownField>& phrase(TokenIndex token) const { return *phrases_[at(token)]; }
  // Those of its phrase, else its own.
  const std::vector<KnownField>& named(TokenIndex token) const {
    return phrase(token).empty() ? own(token) : phrase(token);
  }
  // The fields that it speaks for: as a thing of the field, else as a deed.
  const std::vector<KnownField>& shown(TokenIndex token) const { return *shown_[at(token)]; }
  bool has(TokenIndex token, VerbTrait trait) const { return fields_.has(text_.tree().lemma(token), trait); }

  // Of the word, or of the other words that stand for the same entity.
  const std::vector<PartyKind>& kinds(TokenIndex token) const;

  // Most told first, counted from one; 0: no more.
  const std::array<std::uint32_t, 3>& topics() const { return topics_; }
  const std::array<std::uint32_t, 3>& doers() const { return doers_; }
  // Of the word's sentence without the word itself.
  std::array<std::uint32_t, 2> sentence_topics(TokenIndex token) const;

  // Of all words; of those of the first sentences; of the word's sentence without the word itself; of the sentences
  // before and behind it.
  const EventVotes& report_votes() const { return report_votes_; }
  const EventVotes& beginning_votes() const { return beginning_votes_; }
  EventVotes sentence_votes(TokenIndex token) const;
  EventVotes neighbour_votes(TokenIndex token) const;

 private:
  static std::size_t at(TokenIndex token) { return static_cast<std::size_t>(token); }
  const std::vector<KnownField>& read_own(TokenIndex token) const;
  const std::vector<KnownField>& read_phrase(TokenIndex token) const;
  bool stands_beside(TokenIndex token, const std::vector<std::string>& rest) const;
  void add_votes(TokenIndex token, int sign, EventVotes& votes) const;
  void find_votes();
  std::ptrdiff_t sentence_number(TokenIndex token) const;
  void find_doers();

  const EventText& text_;
  const EventFields& fields_;
  const PartyKinds& kinds_;
  std::vector<const std::vector<KnownField>*> own_, phrases_, shown_;
  std::vector<std::vector<PartyKind>> entity_kinds_;  // by entity
  std::vector<EventVotes> sentence_votes_;            // by the sentence's number
  EventVotes report_votes_{}, beginning_votes_{};
  std::array<std::uint32_t, 3> topics_{};
  std::array<std::uint32_t, 3> doers_{};
};

}  // namespace crossread::account
