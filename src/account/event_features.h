// What the models of events look at, as keys of weights: for the program, which adds the weights up, and for training,
// which collects the keys. One source for both.
//
// A candidate is a verb, a noun or an adjective. It is told by its lemma, its place in the tree, what hangs on it and
// what it hangs on, the words of mood and time around it, what the frames make of it, and what the report is about; and
// by the meaning vectors of the words that stand in its parts, so that a word never seen in training is read after its
// neighbours in meaning. A party is told by its way through the tree to the trigger, and the kinds of both.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "account/event_evidence.h"
#include "account/event_keys.h"
#include "account/event_knowledge.h"
#include "account/events_drafts.h"
#include "account/events_text.h"
#include "lexicon/meaning.h"

namespace crossread::account {

// Of the trigger, its governor, subject, object and oblique, the report, the sentence, a second oblique or modifier.
inline constexpr std::size_t kDeedMeanings = 8;
inline constexpr std::size_t kPartyMeanings = 2;  // trigger, party

template <std::size_t kMeanings>
struct Looks {
  FeatureKeys keys;
  std::array<MeaningVectors::Row, kMeanings> meanings{};
};
struct DeedLooks : Looks<kDeedMeanings> {
  TypeEvidence evidence{};
};
using PartyLooks = Looks<kPartyMeanings>;

// The tables that the looks ask beside the frames.
struct EventTables {
  EventTables(const std::filesystem::path& language_folder, const MeaningVectors& vectors)
      : fields(language_folder), kinds(language_folder), meanings(fields, vectors) {}
  EventFields fields;
  PartyKinds kinds;
  TypeMeanings meanings;
};

// Reads the looks of one report's words. `drafts` are those of the frames, dropped ones included.
class EventLooks {
 public:
  EventLooks(const EventText& text, const EventTables& tables, const MeaningVectors& vectors,
             const std::vector<Draft>& drafts);
  EventLooks(const EventLooks&) = delete;
  EventLooks& operator=(const EventLooks&) = delete;

  // Whether the word may be the trigger of an event: it is no name, no part of page furniture.
  bool is_candidate(TokenIndex token) const;
  DeedLooks deed(TokenIndex trigger) const;

  // The words of the trigger's sentence that may be parties of its event, in order of text.
  std::vector<TokenIndex> party_candidates(TokenIndex trigger) const;
  // `clause` is the trigger's.
  PartyLooks party(TokenIndex trigger, const Clause& clause, EventType type, TokenIndex party) const;
  Clause clause_of(TokenIndex token) const;

 private:
  const Draft* draft_at(TokenIndex token) const { return drafts_[static_cast<std::size_t>(token)]; }
  void add_word(TokenIndex token, KeyCollector& out) const;
  void add_clause(TokenIndex token, const Clause& clause, KeyCollector& out) const;
  void add_frame(TokenIndex token, const Clause& clause, KeyCollector& out) const;
  void add_fields(TokenIndex token, const Clause& clause, KeyCollector& out) const;
  void add_doers(TokenIndex token, const Clause& clause, KeyCollector& out) const;
  void add_topics(TokenIndex token, KeyCollector& out) const;
  void add_mood(TokenIndex token, KeyCollector& out) const;
  void add_above(TokenIndex token, KeyCollector& out) const;
  void add_setting(TokenIndex token, KeyCollector& out) const;
  void add_meanings(TokenIndex token, const Clause& clause, DeedLooks& out) const;
  void find_topic();
  std::uint32_t key(TokenIndex token) const { return keys_[static_cast<std::size_t>(token)]; }
  std::uint32_t kind_of(TokenIndex token) const { return kinds_[static_cast<std::size_t>(token)]; }
  std::uint32_t kind_read(TokenIndex token) const;
  std::uint32_t sort_of(TokenIndex token) const;
  MeaningVectors::Row meaning_read(TokenIndex token) const;
  MeaningVectors::Row mean_of(TokenIndex first, TokenIndex end) const;
  const MeaningVectors::Row& sentence_mean(TokenIndex token) const;
  const MeaningVectors::Row& meaning(TokenIndex token) const { return meanings_[static_cast<std::size_t>(token)]; }
  std::uint32_t path_key(TokenIndex from, TokenIndex to, int& length) const;

  const EventText& text_;
  const Tree& tree_;
  EventKnowledge known_;
  const MeaningVectors& vectors_;
  std::vector<std::uint32_t> keys_;  // of lemmas
  std::vector<std::uint32_t> kinds_;
  std::vector<MeaningVectors::Row> meanings_;
  std::vector<const Draft*> drafts_;  // by trigger
  MeaningVectors::Row topic_{};
  std::vector<MeaningVectors::Row> sentence_means_;
  std::optional<EvidenceReader> evidence_;
  std::array<std::uint32_t, 2> topic_types_{};  // the types that the frames see most, plus one; 0 none
};

}  // namespace crossread::account
