// What the model of coreference looks at, as numbers of weights: for the program, which adds the weights up, and for
// training, which collects the numbers. One source for both.
//
// A mention is asked "a new thing?" and, of each thing before it, "this one?". Surface features after Durrett and Klein
// 2013 (EMNLP, "Easy Victories and Uphill Battles"), each together with the sort of mention and the sort of antecedent.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "language/mentions.h"
#include "lexicon/meaning.h"

namespace crossread::language {

inline constexpr std::uint32_t kWeightBits = 17;
inline constexpr std::uint32_t kWeightCount = 1U << kWeightBits;

// How a mention is worded: the first thing to know of it.
enum class Wording : std::uint8_t { name, definite, indefinite, pointing, possessive, quantity, bare, list, pronoun };

// A candidate as the features see it.
struct Traits {
  std::uint32_t sort = 0;  // Wording, for pronouns with person, number, gender and case
  Wording wording = Wording::bare;
  bool pronoun = false;
  bool opens_sentence = false;  // no candidate of its sentence stands before it
  std::uint32_t person = 3;
  EntityKind kind = EntityKind::other;
  bool known_kind = false;
  Number number = Number::any;
  Gender gender = Gender::unknown;
  std::uint32_t head_key = 0;   // of the lemma
  std::uint32_t form_key = 0;   // of the head as written
  std::uint32_t words_key = 0;  // of all words but an article
  std::uint32_t relation = 0;   // without its subtype
  std::uint32_t governor = kNowhere;
  std::uint32_t governor_key = 0;
  std::uint32_t quote = 0;
  std::uint32_t sentence = 0;
  std::uint32_t length = 1;
  std::uint32_t before_key = 0;
  std::uint32_t after_key = 0;
  TokenRange phrase;
  std::array<std::int8_t, MeaningVectors::kSize> meaning{};  // of the head; all zero for pronouns and unknown words
  std::int32_t meaning_square = 0;                           // its length, squared
  std::vector<std::uint32_t> modifiers;  // lemmas of the other words that mean something, at most kMostModifiers
  std::vector<std::uint32_t> called;     // lemmas of what else it is called; the words of a name
};
inline constexpr std::size_t kMostModifiers = 6;

// Mentions so far taken for one thing.
struct Cluster {
  std::uint32_t first = 0;  // indices of candidates
  std::uint32_t last = 0;
  std::uint32_t last_noun = kNowhere;  // the last that is no pronoun
  std::uint32_t size = 0;
  std::uint32_t name = kNowhere;  // number of the names' thing
  std::uint32_t pronoun_key = 0;  // the last pronoun's form
  EntityKind kind = EntityKind::other;
  bool known_kind = false;
  Number number = Number::any;
  Gender gender = Gender::unknown;
  bool speaker = false;                  // holds an `I` or `we`
  std::vector<std::uint32_t> heads;      // lemmas of heads and what else it is called, at most kMostHeads
  std::vector<std::uint32_t> modifiers;  // at most kMostHeads
  std::vector<std::uint32_t> wordings;   // Traits::words_key, at most kMostHeads
};
inline constexpr std::size_t kMostHeads = 12;

inline std::uint32_t bucket(std::uint32_t value) {
  constexpr std::array<std::uint32_t, 9> kEnds = {0, 1, 2, 3, 5, 8, 13, 25, 60};
  std::uint32_t at = 0;
  while (at < kEnds.size() && value > kEnds[at]) ++at;
  return at;
}

inline bool holds(const std::vector<std::uint32_t>& keys, std::uint32_t key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// How alike two heads are in meaning, in tenths of the cosine from 0 (or less) to 9; 10 where one has no meaning. Whole
// numbers alone, so that every machine agrees.
inline std::uint32_t likeness(const Traits& a, const Traits& b) {
  if (a.meaning_square == 0 || b.meaning_square == 0) return 10;
  std::int32_t dot = 0;
  for (std::size_t at = 0; at < a.meaning.size(); ++at) dot += std::int32_t{a.meaning[at]} * b.meaning[at];
  if (dot <= 0) return 0;
  const std::int64_t hundredfold = std::int64_t{dot} * dot * 100;
  const std::int64_t squares = std::int64_t{a.meaning_square} * b.meaning_square;
  std::uint32_t tenths = 0;
  while (tenths < 9 && hundredfold >= squares * (tenths + 1) * (tenths + 1)) ++tenths;
  return tenths;
}

// Where a feature's weight is: features share places rarely enough to do no harm. `sort` is spread_sort() of the sorts
// of mention that the feature is looked at for.
inline std::uint64_t spread_sort(std::uint32_t sort) {
  return (sort + 1) * 0x9e3779b97f4a7c15ULL;
}
inline std::uint64_t spread_feature(std::uint32_t feature, std::uint32_t a, std::uint32_t b) {
  return feature * 0x27d4eb2f165667c5ULL + a * 0xc2b2ae3d27d4eb4fULL + b * 0x165667b19e3779f9ULL;
}
inline std::uint32_t weight_place(std::uint64_t feature, std::uint64_t sort) {
  std::uint64_t mixed = feature ^ sort;
  mixed ^= mixed >> 32;
  mixed *= 0xbf58476d1ce4e5b9ULL;
  return static_cast<std::uint32_t>(mixed >> (64 - kWeightBits));
}

// How many things lie between a mention and a thing: of all, and of those whose number and gender fit the mention.
struct Rank {
  std::uint32_t among_all = 0;
  std::uint32_t among_fitting = 0;
};

inline bool fits(const Traits& cur, const Cluster& thing) {
  if (cur.number == Number::one && thing.number == Number::many) return false;
  if (cur.number == Number::many && thing.number == Number::one &&
      !(thing.kind == EntityKind::organisation || thing.kind == EntityKind::group)) {
    return false;
  }
  const bool cur_person = cur.gender != Gender::neuter && cur.gender != Gender::unknown;
  const bool thing_person = thing.gender != Gender::neuter && thing.gender != Gender::unknown;
  if (cur_person && thing_person) {
    return cur.gender == thing.gender || cur.gender == Gender::person || thing.gender == Gender::person;
  }
  if (cur.gender == Gender::neuter) return !thing_person;
  return !cur_person || thing.gender == Gender::unknown;
}

// `sink(place)` is called for each feature of "a new thing".
struct Surroundings {
  std::uint32_t head_matches = 0;  // things before that share the head: 0, 1, 2 or more
  std::uint32_t mentions_before = 0;
};

template <class Sink>
void new_thing_features(const Traits& m, const Surroundings& around, Sink&& sink) {
  const std::uint64_t sort = spread_sort(m.sort);
  const auto add = [&](std::uint32_t feature, std::uint32_t value, std::uint32_t more = 0) {
    sink(weight_place(spread_feature(feature, value, more), sort));
  };
  add(1, 0);
  add(2, m.head_key);
  add(3, m.relation);
  add(4, bucket(m.length));
  add(5, around.head_matches);
  add(6, bucket(m.sentence));
  add(7, m.quote > 0);
  add(8, static_cast<std::uint32_t>(m.kind), static_cast<std::uint32_t>(m.number));
  add(9, m.governor_key);
  add(10, m.before_key);
  add(11, m.after_key);
  add(12, around.head_matches, bucket(m.length));
  add(13, bucket(around.mentions_before));
  add(14, static_cast<std::uint32_t>(m.modifiers.size()), around.head_matches);
}

// `cur` and a thing before it: what its last mention says, what all say together.
template <class Sink>
void pair_features(const Traits& cur, const Traits& last, const Traits* noun, const Cluster& thing, Rank rank,
                   Sink&& sink) {
  const std::uint32_t ante_sort = noun != nullptr ? static_cast<std::uint32_t>(noun->wording) : last.sort;
  const std::uint64_t sort = spread_sort(cur.sort);
  const std::uint64_t both = spread_sort((cur.sort + 1) * 0x10000 + ante_sort);
  const auto add_one = [&](std::uint32_t feature, std::uint32_t value, std::uint32_t more = 0) {
    sink(weight_place(spread_feature(feature, value, more), sort));
  };
  const auto add = [&](std::uint32_t feature, std::uint32_t value, std::uint32_t more = 0) {
    const std::uint64_t spread = spread_feature(feature, value, more);
    sink(weight_place(spread, sort));
    sink(weight_place(spread, both));
  };
  const Traits& lexical = noun != nullptr ? *noun : last;
  const std::uint32_t distance = bucket(cur.sentence - last.sentence);
  const bool head_same = !cur.pronoun && holds(thing.heads, cur.head_key);
  const bool words_same = !cur.pronoun && holds(thing.wordings, cur.words_key);
  std::uint32_t unmatched = 0;
  for (const std::uint32_t word : cur.modifiers)
    unmatched += !holds(thing.modifiers, word) && !holds(thing.heads, word);
  const std::uint32_t match = words_same ? 3 : head_same ? (unmatched == 0 ? 2U : 1U) : 0;
  const bool nested = last.phrase.first <= cur.phrase.first && cur.phrase.end <= last.phrase.end;
  const bool nests = cur.phrase.first <= last.phrase.first && last.phrase.end <= cur.phrase.end;
  const bool same_governor = cur.governor != kNowhere && cur.governor == last.governor;
  const std::uint32_t quotes = cur.quote == last.quote ? (cur.quote > 0 ? 1U : 0U)
                               : cur.quote == 0        ? 2U
                               : last.quote == 0       ? 3U
                                                       : 4U;

  add(31, distance);
  add(32, bucket(rank.among_all));
  add(33, bucket(thing.size), thing.name != kNowhere);
  add(34, static_cast<std::uint32_t>(thing.gender), static_cast<std::uint32_t>(cur.gender));
  add(35, static_cast<std::uint32_t>(thing.number), static_cast<std::uint32_t>(cur.number));
  add(36, static_cast<std::uint32_t>(thing.kind) * 2 + thing.known_kind,
      static_cast<std::uint32_t>(cur.kind) * 2 + cur.known_kind);
  add(37, match, distance);
  add(38, match, unmatched);
  add(39, static_cast<std::uint32_t>(nested) * 2 + nests, same_governor);
  add(40, quotes, last.relation * 64 + cur.relation);
  add(41, last.relation, distance);
  add_one(42, cur.pronoun ? cur.form_key : cur.head_key, lexical.pronoun ? lexical.form_key : lexical.head_key);
  if (cur.pronoun) add_one(43, lexical.pronoun ? lexical.form_key : lexical.head_key, distance);
  add_one(44, cur.governor_key, static_cast<std::uint32_t>(thing.kind));
  add_one(45, last.governor_key, quotes * 16 + last.relation * 128);
  add(46, cur.relation == last.relation, cur.governor_key == last.governor_key);
  add(47, thing.pronoun_key, cur.pronoun ? cur.form_key : 0);
  add(48, match, static_cast<std::uint32_t>(thing.kind));
  add_one(49, match, cur.head_key);
  add(50, quotes, distance);
  add(51, bucket(rank.among_all), last.relation);
  add_one(52, static_cast<std::uint32_t>(thing.kind), cur.head_key);
  add(54, bucket(rank.among_fitting), distance);
  add(55, bucket(rank.among_fitting), last.relation);
  add(56, static_cast<std::uint32_t>(last.opens_sentence), distance);
  if (!cur.pronoun && !lexical.pronoun) {
    const std::uint32_t alike = likeness(cur, lexical);
    add(57, alike, distance);
    add(58, alike, unmatched);
    add_one(59, alike, match);
  }
  add(60, static_cast<std::uint32_t>(thing.speaker) * 2 + (thing.last_noun != kNowhere), quotes);
  if (!cur.pronoun && !lexical.pronoun) add(53, !cur.modifiers.empty(), !lexical.modifiers.empty());
}

}  // namespace crossread::language
