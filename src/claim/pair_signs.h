// How two tellings are alike and how they differ, as numbers from 0 to 1000: what the decisions rest on whether they
// tell of one thing, and whether one denies the other. One list for events and statements, for a report may do in a
// sentence of its own what another only quotes. Signs that cannot be read off the two (no date, no place) are 0 on both
// sides: unknown is neither like nor unlike.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "claim/item.h"

namespace crossread::claim {

enum class PairSign : std::uint8_t {
  both_events,
  both_statements,
  type_same,  // of a statement: that of an event told in it
  type_kin,   // types that readers take for one another: a killing as ASSAULT, CRIME or DEATH
  mode_same,
  mode_other,  // both known and not the same
  status_same,
  unreal_other,  // planned, threatened ... against told as having happened
  denied_one,    // one denies or is denied and the other not
  denied_both,
  act_same,
  background_other,
  actor_shared,   // share of the smaller side
  actor_other,    // both known, none shared
  actor_country,  // none shared, of one country
  recipient_shared,
  recipient_other,
  crossed,         // the actor of one is the recipient of the other
  parties_shared,  // all that take part or are named, Dice
  parties_within,  // and share of the smaller side
  parties_same,    // two or more parties each, and all shared
  parties_rare,    // the shared party of which the two reports tell least
  place_same,
  place_other,
  date_same,
  date_near,        // a day apart
  date_other,       // further apart
  published_apart,  // days between the reports, 100 a day up to 1000
  trigger_alike,
  trigger_told,   // the trigger of one among the words of the other, the higher of both
  trigger_means,  // cosine of the meanings of the triggers
  told_means,     // of the trigger of one and the words of the other, the higher of both
  words_alike,
  words_within,
  words_mean,
  plain_alike,  // words without names
  plain_within,
  plain_mean,
  rarest_word,     // the weight of the rarest shared word without names
  lone_word,       // the same, of a word that the two reports tell nowhere else
  around_alike,    // words of the lines that they stand in
  around_parties,  // and who is named there, Dice
  figure_same,     // a figure of their sentences, equal
  figure_other,    // both have figures, none equal
  brevity,         // of the shorter one: 100 a word up to 1000
  quotes_alike,
  number_same,   // a number of one unit, equal
  number_other,  // numbers of one unit, none equal
  same_report,
  same_sentence,
  nested,        // one is told in the other
  near_in_text,  // of one report: 1000 less a byte each
  alone,         // of how many tellings of this kind in both reports they are two
  alone_of_party,
  leads,         // how near the later of the two stands to the top of its report
  speaker_same,  // on whose word
  speaker_other,
  speaker_named,  // who says the one is named in the other
  first_is_thin,  // the first says nothing of its own: "it", "the charge"
  first_later,    // of one report, and the second stands before the first
  answers,        // the second is the last that somebody else says before the first, or is told in it
  speaker_acts,   // the speaker of the first does what the second tells
  accuses,        // the second blames somebody or is alleged
  second_thin,
  first_event,
  second_event,
  first_denies,  // a deny statement, or told as denied or as not so
  second_denies,
  first_admits,
  first_negates,  // by its words, 300 each up to 1000: see counter_words.h
  second_negates,
  first_dismisses,
  first_refers,
  first_undoes,
  second_undoes,
  first_owns,
  first_turns,
  first_explains,
  second_explains,
  first_unreal,
  second_unreal,
  first_voiced,  // on somebody's word
  second_voiced,
  first_newer,    // published after the second
  speaker_meant,  // share of the speakers of the first who take part in the second
  one_thing,      // how likely the two are of one thing by the other model; 0 until it is asked
};
inline constexpr std::size_t kPairSigns = 86;
using PairSigns = std::array<std::int32_t, kPairSigns>;

std::string_view name_of(PairSign sign);

class Comparison {
 public:
  Comparison(const StorylineReports& storyline, const std::vector<Item>& items);

  PairSigns signs(const Item& a, const Item& b) const;

 private:
  // What a report tells how often.
  struct Crowd {
    std::map<std::uint32_t, std::int32_t> types;                            // events of a type
    std::map<std::uint32_t, std::int32_t> parties;                          // tellings with a party
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int32_t> typed;  // events of a type with a party
    std::map<std::uint32_t, std::int32_t> voices;                           // statements of a speaker
    std::map<std::uint64_t, std::int32_t> stems;                            // tellings with a word
  };
  void kinds(const Item& a, const Item& b, PairSigns& signs) const;
  void parties(const Item& a, const Item& b, PairSigns& signs) const;
  void times(const Item& a, const Item& b, PairSigns& signs) const;
  void wording(const Item& a, const Item& b, PairSigns& signs) const;
  void places_in_text(const Item& a, const Item& b, PairSigns& signs) const;
  void answers(const Item& a, const Item& b, PairSigns& signs) const;
  void sides(const Item& a, const Item& b, PairSigns& signs) const;
  void setting(const Item& a, const Item& b, PairSigns& signs) const;
  std::int32_t lone_word(const Item& a, const Item& b) const;
  void rarity(const Item& a, const Item& b, PairSigns& signs) const;
  bool of_one_country(const EntitySet& a, const EntitySet& b) const;
  void numbers(const Item& a, const Item& b, PairSigns& signs) const;
  bool share_type(const Item& a, const Item& b) const;

  const StorylineReports& storyline_;
  const std::vector<Item>& items_;
  std::vector<Crowd> crowds_;            // of each report
  std::vector<std::uint32_t> answered_;  // by each statement: the last of somebody else before it, else itself
};

// Types that readers take for one another.
bool are_kin(EventType a, EventType b);
// Not told as having happened: planned, threatened, hypothetical, requested.
bool is_unreal(EventStatus status);
// A deny statement, or an event that is denied or said not to have happened.
bool is_denied(const StorylineReports& storyline, const Item& item);

}  // namespace crossread::claim
