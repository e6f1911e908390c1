// What speaks for each type of event at a word, in the same signs for every type, so that what one type's examples
// teach of a sign holds for all: what the tables say of the word, the frames' draft, the words around, the sentence,
// the report, and how near the word's meaning lies to that of the type's words.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "account/event_knowledge.h"
#include "account/events_drafts.h"
#include "lexicon/meaning.h"

namespace crossread::account {

// Signs for one type; the order is that of the trained weights. Shares and likenesses are in 64ths.
enum class Sign : std::uint8_t {
  own_possible,
  own_likely,
  own_sure,
  own_only,
  phrase_possible,
  phrase_likely,
  phrase_sure,
  draft,
  draft_dropped,
  of_object,
  of_subject,
  of_oblique,
  of_modifier,
  of_governor,
  draft_of_governor,
  draft_of_child,
  draft_in_sentence,
  share_of_sentence,
  share_of_neighbours,
  share_of_beginning,
  share_of_report,
  share_of_drafts,
  like_word,
  like_object,
  like_sentence,
  like_report,
};
inline constexpr std::size_t kSigns = 26;
using TypeEvidence = std::array<std::array<std::int8_t, kSigns>, kEventTypeCount>;

// For each type the mean of the meanings of the words that surely name a deed of it.
class TypeMeanings {
 public:
  TypeMeanings(const EventFields& fields, const MeaningVectors& vectors);
  // The cosine with each type's mean in 64ths, none below 0.
  std::array<std::int8_t, kEventTypeCount> likeness(const MeaningVectors::Row& row) const;

 private:
  std::array<std::array<std::int16_t, MeaningVectors::kSize>, kEventTypeCount> means_{};
};

class EvidenceReader {
 public:
  // All must outlive this; `drafts` by token, null where there is none; `words`: the meaning of each word; `report`:
  // their mean.
  EvidenceReader(const EventText& text, const EventKnowledge& known, const std::vector<const Draft*>& drafts,
                 const TypeMeanings& meanings, const std::vector<MeaningVectors::Row>& words,
                 const MeaningVectors::Row& report);

  // `clause` is the word's, `sentence` the mean meaning of its sentence.
  TypeEvidence of(TokenIndex token, const Clause& clause, const MeaningVectors::Row& sentence) const;

 private:
  using Likeness = std::array<std::int8_t, kEventTypeCount>;
  void add_known(TokenIndex token, TypeEvidence& evidence) const;
  void add_drafts(TokenIndex token, TypeEvidence& evidence) const;
  void add_around(TokenIndex token, const Clause& clause, TypeEvidence& evidence) const;
  void add_shares(TokenIndex token, TypeEvidence& evidence) const;

  const EventText& text_;
  const EventKnowledge& known_;
  const std::vector<const Draft*>& drafts_;
  const TypeMeanings& meanings_;
  const std::vector<MeaningVectors::Row>& words_;
  EventVotes drafted_{};  // by the frames, over the report
  Likeness report_likeness_;
};

}  // namespace crossread::account
