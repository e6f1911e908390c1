// Keys of the trained weights: what a look tells and the numbers that it tells of, mixed into 32 bits.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace crossread::account {

using FeatureKeys = std::vector<std::uint32_t>;

// What a key tells; part of the key, so the order is that of the trained weights: new ones go behind.
// clang-format off
enum class Look : std::uint32_t {
  bias, lemma, lemma_relation, tag, relation, governor, governor_tag, governor_relation, particle,
  child_relation, child, subject, subject_kind, object, object_kind, oblique, oblique_kind, preposition,
  possessor, modifier, parts, lemma_object, lemma_object_kind, lemma_subject_kind, lemma_preposition, frame,
  frame_type, frame_lost, frame_status, object_frame, subject_frame, governor_frame, cue, governor_cue,
  classes, mark, auxiliary, adverb, status, status_cue, negated, future, tense, chain, chain_word,
  chain_first, quoted, headline, paragraph, time, topic, topic_frame, before, after, conjunct, root, form,
  determiner, lemma_tense, copula, aged, path, path_type, slot, slot_type, slot_kind, slot_lemma, party_kind,
  party_kind_type, party_word, drafted, distance, order, path_length, is_deed, preposition_type,
  preposition_kind, path_kind, path_lemma, other_party, known, known_tag, known_frame, known_object,
  known_subject, known_oblique, known_modifier, known_governor, topic_field, topic_known, sentence_known,
  lemma_known_object, known_count, slot_known, phrase, trait, doer, topic_doer, sentence_field, role_doer,
  role_trait, phrase_field, known_best,
};
// clang-format on

inline std::uint32_t mixed(std::uint32_t a, std::uint32_t b) {
  std::uint32_t h = (a ^ (b * 0x9e3779b1U)) * 0x85ebca6bU;
  h ^= h >> 15;
  h *= 0xc2b2ae35U;
  return h ^ (h >> 13);
}

template <typename Enum>
std::uint32_t number(Enum value) {
  return static_cast<std::uint32_t>(value);
}

inline std::uint32_t word_key(std::string_view word) {
  return static_cast<std::uint32_t>(hash64(word));
}

class KeyCollector {
 public:
  explicit KeyCollector(FeatureKeys& keys) : keys_(keys) {}
  void add(Look look, std::uint32_t a = 0, std::uint32_t b = 0, std::uint32_t c = 0) {
    keys_.push_back(mixed(mixed(mixed(number(look) + 1, a), b), c));
  }

 private:
  FeatureKeys& keys_;
};

}  // namespace crossread::account
