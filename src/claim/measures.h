// Which numbers of a storyline measure one thing: "three bodies", "a toll of nine", "16 missiles" and "22 launches".
// Numbers are tied to each other, not only to the deeds they stand beside, for a report may give the toll in a sentence
// that tells of something else.
//
// Guarded by tests/claim/settle_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "claim/item.h"
#include "claim/pair_model.h"
#include "claim/part_words.h"

namespace crossread::claim {

// 0 to 1000 as in pair_signs.h. What speaks for equal numbers being of one thing (two tellings of it) and for unequal
// ones (a disagreement) differs: each has a table of weights, data/lexicon/<lang>/{equal,unequal}_number_alignment.tsv.
enum class NumberSign : std::uint8_t {
  bias,
  of_same,
  of_missing,  // of one or both nothing is said of what is counted
  of_other,
  common_unit,  // people, percent, money, time: units of many things
  near,         // less than twice the other
  far,          // more than three times the other
  one_claim,    // their tellings are of one thing
  words_near,   // the words around the numbers
  words_alike,  // the tellings' words
  words_mean,
  parties_shared,
  same_report,
  same_telling,  // one sentence or statement gives both
  background_other,
  date_other,
  published_apart,
  harm,         // the dead, the hurt, the missing: counted until all are found
  part_other,   // one is a part of a whole, the other is not
  unit_other,   // one counts persons, the other women, villagers ...
  part_worded,  // the words about one of them say that it is a part
  toll_falls,   // of the dead or the hurt, and the later told number is the lower one
  moved,        // money or percent, told on another day: prices and rates move
  voices_same,  // on one's word
  voices_other,
  close,         // within a fifth of the larger
  few,           // both up to nine
  near_mean,     // the meaning of the words around the numbers
  around_alike,  // the words of their lines
  unit_alone,    // of how many numbers of this unit in both reports they are two
  unit_missing,  // of one of them it is not known what it counts
  unit_mean,     // the meaning of what they count
  one_thing,     // how likely their tellings are of one thing, by the model of pairs
  kin,           // of events that readers take for one another
  trigger_means,
};
inline constexpr std::size_t kNumberSigns = 35;
using NumberSigns = std::array<std::int32_t, kNumberSigns>;
std::string_view name_of(NumberSign sign);

struct NumberWeights {
  std::array<std::int32_t, kNumberSigns> equal{};
  std::array<std::int32_t, kNumberSigns> unequal{};
};

// A number with the event it belongs to, else the statement it is told in, else the nearest event of its
// sentence or item of its paragraph.
struct Count {
  std::uint32_t item = 0;
  QuantityIndex quantity = 0;
  Bag near;              // the words around it
  Meaning near_meaning;  // and their meaning
  Meaning unit_meaning;
  bool part = false;  // by them a part of another number, or what is left beside it
};

// People killed, injured or missing.
bool is_harm(const StatedQuantity& quantity);

// In order of item, then of text; each quantity of each report once.
std::vector<Count> counts_of(const StorylineReports& storyline, const std::vector<Item>& items,
                             const WordTables& tables, const PartWords& parts);

class CountComparison {
 public:
  // `group_of` each item: equal numbers, one claim. `same`: whether two tellings are of one thing.
  CountComparison(const StorylineReports& storyline, const std::vector<Item>& items,
                  const std::vector<std::uint32_t>& group_of, const std::vector<Count>& counts, const PairModel& same);

  // Of one unit, or of people; of units that mean nearly the same; or it is not known what one of them counts.
  bool comparable(const Count& a, const Count& b) const;
  bool is_equal(const Count& a, const Count& b) const;
  bool is_small(const Count& count) const;                  // a number up to nine
  bool of_one_voice(const Count& a, const Count& b) const;  // of one report and one speaker, or of nobody there
  NumberSigns signs(const Count& a, const Count& b) const;

 private:
  const std::string& unit_of(const Count& count) const;
  void sizes(const Count& a, const Count& b, NumberSigns& signs) const;
  void tellings(const Count& a, const Count& b, NumberSigns& signs) const;
  std::int32_t loneliness(const Count& a, const Count& b) const;

  const StorylineReports& storyline_;
  const std::vector<Item>& items_;
  const std::vector<std::uint32_t>& group_of_;
  const PairModel& same_;
  Comparison comparison_;
  std::map<std::pair<std::uint32_t, std::uint64_t>, std::int32_t> units_;  // report, stem of the unit -> numbers
};

struct Measure {
  std::vector<std::uint32_t> counts;  // places in the list of counts, in order
};

// Every count in exactly one measure; in order of their first counts.
std::vector<Measure> measures_of(const std::vector<Count>& counts, const CountComparison& comparison,
                                 const NumberWeights& weights);

}  // namespace crossread::claim
