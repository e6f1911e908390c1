// How two tellings are alike and how they differ, as numbers from 0 to 1000: what the decision whether they tell of one
// thing rests on. Signs that cannot be read off the two (no date, no place) are 0 on both sides: unknown is neither
// like nor unlike.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "claim/item.h"

namespace crossread::claim {

// In the order of the tables data/lexicon/<lang>/event_alignment.tsv and statement_alignment.tsv.
enum class EventSign : std::uint8_t {
  bias,
  type_same,
  type_kin,  // types that readers take for one another: a killing as ASSAULT, CRIME or DEATH
  mode_same,
  mode_other,  // both known and not the same
  status_same,
  unreal_other,  // planned, threatened ... against told as having happened
  background_other,
  actor_shared,   // share of the smaller side
  actor_other,    // both known, none shared
  actor_country,  // none shared, of one country
  recipient_shared,
  recipient_other,
  crossed,         // the actor of one is the recipient of the other
  parties_shared,  // all that take part, Dice
  parties_same,    // two or more parties each, and all shared
  place_same,
  place_other,
  date_same,
  date_near,        // a day apart
  date_other,       // further apart
  published_apart,  // days between the reports, 100 a day up to 1000
  trigger_alike,
  trigger_told,  // the trigger of one among the words of the other's sentence, the higher of both
  words_alike,
  words_within,
  number_same,   // a number of one unit, equal
  number_other,  // numbers of one unit, none equal
  same_report,
  same_sentence,
  trigger_means,  // cosine of the meanings of the triggers
  words_mean,     // and of the sentences
};
inline constexpr std::size_t kEventSigns = 32;

enum class StatementSign : std::uint8_t {
  bias,
  speaker_same,
  speaker_other,
  speaker_country,
  addressee_same,
  act_same,
  deny_other,  // one denies and the other does not
  deny_both,
  words_alike,
  words_within,
  quotes_alike,
  mentioned_alike,
  number_same,
  number_other,
  events_same,  // they hold events of one type and with a party in common
  same_report,
  nested,  // one passes on the other
  date_other,
  published_apart,
  words_mean,
};
inline constexpr std::size_t kStatementSigns = 20;

using EventSigns = std::array<std::int32_t, kEventSigns>;
using StatementSigns = std::array<std::int32_t, kStatementSigns>;

std::string_view name_of(EventSign sign);
std::string_view name_of(StatementSign sign);

class Comparison {
 public:
  Comparison(const StorylineReports& storyline, const std::vector<Item>& items)
      : storyline_(storyline), items_(items) {}

  EventSigns events(const Item& a, const Item& b) const;
  StatementSigns statements(const Item& a, const Item& b) const;

 private:
  void parties(const Item& a, const Item& b, EventSigns& signs) const;
  void kinds(const Item& a, const Item& b, EventSigns& signs) const;
  bool of_one_country(const EntitySet& a, const EntitySet& b) const;
  std::int32_t number_same(const Item& a, const Item& b, bool& comparable) const;

  const StorylineReports& storyline_;
  const std::vector<Item>& items_;
};

// Types that readers take for one another.
bool are_kin(EventType a, EventType b);
// Not told as having happened: planned, threatened, hypothetical, requested.
bool is_unreal(EventStatus status);

}  // namespace crossread::claim
