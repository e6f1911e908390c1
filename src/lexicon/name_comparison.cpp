// Two names held against each other: which words pair up, and what the pairs and the words left over weigh. The idea
// stands in docs/design/names.md.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>

#include "base/hash.h"
#include "lexicon/name_forms.h"
#include "lexicon/name_likeness.h"
#include "lexicon/name_weights.h"

namespace crossread {
namespace {

using Role = NameLikeness::Name::Role;

}  // namespace

// One comparison of two names: the pairs of words, and what is left over.
class NameLikeness::Comparison {
 public:
  Comparison(const NameLikeness& tables, const Name& a, const Name& b) : tables_(tables), names_{&a, &b} {}

  std::int32_t weight() {
    find_pairs();
    choose_pairs();
    pair_short_forename();
    return weigh();
  }

 private:
  using Side = std::size_t;  // 0: the first name, 1: the second

  // Words [begin[s], end[s]) of either name that are the same.
  struct Pair {
    std::int32_t weight = 0;
    std::array<std::uint8_t, 2> begin{};
    std::array<std::uint8_t, 2> end{};
  };

  bool content(Side side, std::size_t word) const { return names_[side]->roles[word] != Role::small; }

  bool any_content(Side side, std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (content(side, i)) return true;
    }
    return false;
  }

  std::string_view letters(Side side, std::size_t begin, std::size_t end, bool plain) const {
    const NameWords& words = names_[side]->words;
    const std::size_t from = words.words[begin].begin;
    const std::size_t to = words.words[end - 1].begin + words.words[end - 1].size;
    return (plain ? words.all_plain() : words.all_letters()).substr(from, to - from);
  }

  void find_pairs() {
    const Name& a = *names_[0];
    const Name& b = *names_[1];
    for (std::size_t i = a.first; i < a.words.count; ++i) {
      for (std::size_t j = b.first; j < b.words.count; ++j) {
        if (content(0, i) && content(1, j)) add(word_weight(i, j), i, i + 1, j, j + 1);
      }
    }
    for (const Side one : {0u, 1u}) {
      for (std::size_t i = names_[one]->first; i < names_[one]->words.count; ++i) find_spans(one, i);
    }
  }

  // A word of one name that is several words of the other: written as one, or their initials.
  void find_spans(Side one, std::size_t word) {
    const Side other = 1 - one;
    const Name& name = *names_[other];
    for (std::size_t begin = name.first; begin < name.words.count; ++begin) {
      for (std::size_t end = begin + 2; end <= std::min<std::size_t>(begin + kLongestSpan, name.words.count); ++end) {
        if (content(one, word) && any_content(other, begin, end)) add_joined(one, word, begin, end);
      }
      if (content(one, word)) add_acronym(one, word, begin);
    }
    if (content(one, word) && one_word(one)) add_made_of_all(one, word);
  }

  void add_joined(Side one, std::size_t word, std::size_t begin, std::size_t end) {
    const Side other = 1 - one;
    const std::string_view whole = letters(one, word, word + 1, false);
    const std::string_view parts = letters(other, begin, end, false);
    if (whole.size() < 4 || 10 * std::min(whole.size(), parts.size()) < 7 * std::max(whole.size(), parts.size()))
      return;
    const bool equal = letters(one, word, word + 1, true) == letters(other, begin, end, true);
    const bool other_script = names_[0]->words.other_script || names_[1]->words.other_script;
    const std::int32_t weight =
        equal ? kEqualWords + 50
              : tables_.edits_.weight(whole, parts, vowels_free()) + (other_script ? kWrittenAsOneThere : 0);
    if (weight > kWrittenAsOne) add_sided(one, weight, word, word + 1, begin, end);
  }

  // Words from `begin` on whose initials the word is, with small words or without.
  void add_acronym(Side one, std::size_t word, std::size_t begin) {
    const NameWords::Word& short_form = names_[one]->words.words[word];
    const std::string_view initials = letters(one, word, word + 1, true);
    if (initials.size() < 2 || (!short_form.acronym && initials.size() < 4)) return;
    const std::int32_t weight = short_form.acronym ? kAcronym : kSmallAcronym;
    const Side other = 1 - one;
    for (const bool skip : {false, true}) {
      const std::size_t end = spelt_out(other, begin, initials, skip);
      if (end > begin + 1 && !known_as_other(one, word, begin, end)) add_sided(one, weight, word, word + 1, begin, end);
    }
    // At home a body leaves out its country: GPDB, Power Development Board.
    const bool at_home = short_form.acronym && initials.size() >= 4 && begin == names_[other]->first;
    if (at_home && spelt_out(other, begin, initials.substr(1), true) == names_[other]->words.count) {
      add_sided(one, kAcronymAtHome, word, word + 1, begin, names_[other]->words.count);
    }
  }

  // The only word of a name, made of letters of all words of the other.
  void add_made_of_all(Side one, std::size_t word) {
    const Side other = 1 - one;
    std::array<std::string_view, NameWords::kMostWords> list;
    std::size_t count = 0;
    for (std::size_t i = names_[other]->first; i < names_[other]->words.count; ++i) {
      if (content(other, i)) list[count++] = letters(other, i, i + 1, true);
    }
    if (count == 0) return;
    const std::int32_t weight = made_of_all(one, word, std::span(list).first(count));
    const std::size_t begin = names_[other]->first;
    if (weight > 0) add_sided(one, weight, word, word + 1, begin, names_[other]->words.count);
  }

  // A short form of a forename, of which not both are known as names of their own: Maria is not Mariana.
  bool is_forename_of(std::string_view form, std::string_view forename) const {
    if (tables_.places_.contains(hash64(form))) return false;  // York, Yorkshire
    const bool known = tables_.forenames_.contains(hash64(form)) && tables_.forenames_.contains(hash64(forename));
    return form.size() >= 4 && form.size() < forename.size() && !known && short_forename(form, forename);
  }

  // What that says; 0: it is not made of them.
  std::int32_t made_of_all(Side one, std::size_t word, std::span<const std::string_view> others) const {
    const std::string_view form = letters(one, word, word + 1, true);
    if (others.size() > 1 && is_forename_of(form, others[0])) return kShortForenameAlone;
    if (names_[one]->ticker) return ticker_of_pieces(form, others) ? kTicker : 0;
    const std::uint64_t key = hash64(form);
    if (holds(tables_.whole_, key) || holds(tables_.countries_, key) || tables_.forenames_.contains(key)) return 0;
    if (!names_[one]->words.words[word].acronym) return joined_beginnings(form, others) ? kJoinedBeginnings : 0;
    if (tables_.forenames_.contains(hash64(others[0]))) return 0;  // somebody's name
    if (acronym_in_other_order(form, others)) return kAcronymTurned;
    if (acronym_with_gap(form, others)) return kAcronymWithGap;
    return acronym_of_pieces(form, others) ? kAcronymOfPieces : 0;
  }

  // Behind the words from `begin` on that the letters begin, one a word; `begin` if they are not all met. `skip`: past
  // small words.
  std::size_t spelt_out(Side side, std::size_t begin, std::string_view initials, bool skip) const {
    const Name& name = *names_[side];
    std::size_t at = begin;
    std::size_t met = 0;
    for (; at < name.words.count && met < initials.size(); ++at) {
      if (skip && !content(side, at) && at > begin) continue;
      if (name.words.plain_of(at)[0] != initials[met]) break;
      ++met;
    }
    return met == initials.size() ? at : begin;
  }

  // A known acronym stands for what the table says, and for no other name with its initials; but there are many news
  // agencies NNA.
  bool known_as_other(Side one, std::size_t word, std::size_t begin, std::size_t end) const {
    if (names_[one]->words.words[word].size > 2) return false;
    const std::uint64_t initials = hash64(letters(one, word, word + 1, true));
    const std::uint64_t whole = hash64(letters(1 - one, begin, end, true));
    for (const NameGroups* groups : {&tables_.whole_, &tables_.countries_}) {
      if (holds(*groups, initials)) return !share(*groups, initials, whole);
    }
    return false;
  }

  bool vowels_free() const { return names_[0]->words.no_vowels || names_[1]->words.no_vowels; }

  std::int32_t word_weight(std::size_t i, std::size_t j) const {
    const std::string_view a = letters(0, i, i + 1, true);
    const std::string_view b = letters(1, j, j + 1, true);
    if (a == b && a.size() > 1) return kEqualWords;
    const std::uint64_t x = hash64(a);
    const std::uint64_t y = hash64(b);
    if (names_[0]->roles[i] == Role::number || names_[1]->roles[j] == Role::number)
      return share(tables_.words_, x, y) ? kEqualWords : kOtherAcronym;
    if (a.size() == 1 || b.size() == 1) return initial_weight(a, b);
    const std::int32_t letters_say = letters_weight(i, j);
    if (share(tables_.words_, x, y)) return std::max(kVariantWords, letters_say);
    const bool alone = names_[0]->words.count == 1 && names_[1]->words.count == 1;
    if (!alone && share(tables_.belonging_, x, y)) return kBelongingWords;
    if (same_stem(a, b) && share_a_head()) return kOneStem;
    if (holds(tables_.belonging_, x) && holds(tables_.belonging_, y)) return kTwoCountries;
    if (tables_.set_apart(x) || tables_.set_apart(y)) return kOtherAcronym;
    return letters_say > 0 && tables_.of_other_sex(x, y) ? letters_say + kOtherSex : letters_say;
  }

  bool share_a_head() const {
    for (std::size_t i = names_[0]->first; i < names_[0]->words.count; ++i) {
      if (!tables_.is_head(hash64(letters(0, i, i + 1, true)))) continue;
      for (std::size_t j = names_[1]->first; j < names_[1]->words.count; ++j) {
        if (letters(0, i, i + 1, true) == letters(1, j, j + 1, true)) return true;
      }
    }
    return false;
  }

  std::int32_t letters_weight(std::size_t i, std::size_t j) const {
    const NameWords::Word& a = names_[0]->words.words[i];
    const NameWords::Word& b = names_[1]->words.words[j];
    if (a.acronym && b.acronym && std::max(a.size, b.size) < 5) return kOtherAcronym;
    const std::int32_t weight =
        tables_.edits_.weight(letters(0, i, i + 1, false), letters(1, j, j + 1, false), vowels_free());
    return a.acronym != b.acronym && std::min(a.size, b.size) < 6 ? weight + kDifferentWriting : weight;
  }

  static std::int32_t initial_weight(std::string_view a, std::string_view b) {
    if (a[0] != b[0]) return kOtherInitial;
    return a.size() == b.size() ? kSameInitial : kInitialOfWord;
  }

  void add_sided(Side one, std::int32_t weight, std::size_t b0, std::size_t e0, std::size_t b1, std::size_t e1) {
    if (one == 0) {
      add(weight, b0, e0, b1, e1);
    } else {
      add(weight, b1, e1, b0, e0);
    }
  }

  void add(std::int32_t weight, std::size_t b0, std::size_t e0, std::size_t b1, std::size_t e1) {
    best_ = std::max(best_, weight);
    if (weight <= needed(b0, e0, b1, e1) || found_count_ == found_.size()) return;
    found_[found_count_++] = {weight,
                              {static_cast<std::uint8_t>(b0), static_cast<std::uint8_t>(b1)},
                              {static_cast<std::uint8_t>(e0), static_cast<std::uint8_t>(e1)}};
  }

  std::int32_t needed(std::size_t b0, std::size_t e0, std::size_t b1, std::size_t e1) const {
    return std::max(letters(0, b0, e0, true).size(), letters(1, b1, e1, true).size()) <= kShort ? kPairedShort
                                                                                                : kPaired;
  }

  // The heaviest first; of equal ones those at like places, then from the left.
  void choose_pairs() {
    std::sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(found_count_),
              [](const Pair& x, const Pair& y) {
                if (x.weight != y.weight) return x.weight > y.weight;
                const auto apart = [](const Pair& p) { return std::abs(p.begin[0] - p.begin[1]); };
                if (apart(x) != apart(y)) return apart(x) < apart(y);
                return std::tie(x.begin, x.end) < std::tie(y.begin, y.end);
              });
    for (std::size_t i = 0; i < found_count_; ++i) {
      if (!free(found_[i])) continue;
      for (const Side side : {0u, 1u}) {
        for (std::size_t word = found_[i].begin[side]; word < found_[i].end[side]; ++word) taken_[side][word] = true;
      }
      chosen_[chosen_count_++] = found_[i];
    }
  }

  // "Alex Moreau" and "Alexander Moreau": one word is left on each side, before words that are equal.
  void pair_short_forename() {
    if (chosen_count_ == 0 || chosen_count_ == chosen_.size() || weakest() < kEqualWords) return;
    if (left_over(0) != 1 || left_over(1) != 1 || share_a_head()) return;
    const std::array<std::size_t, 2> at = {first_left(0), first_left(1)};
    if (at[0] == last_content(0) || at[1] == last_content(1)) return;
    const std::string_view a = letters(0, at[0], at[0] + 1, true);
    const std::string_view b = letters(1, at[1], at[1] + 1, true);
    if (!short_forename(a, b) || tables_.of_other_sex(hash64(a), hash64(b))) return;
    for (const Side side : {0u, 1u}) taken_[side][at[side]] = true;
    const auto begin = [&](Side side) { return static_cast<std::uint8_t>(at[side]); };
    chosen_[chosen_count_++] = {kShortForename,
                                {begin(0), begin(1)},
                                {static_cast<std::uint8_t>(at[0] + 1), static_cast<std::uint8_t>(at[1] + 1)}};
  }

  bool free(const Pair& pair) const {
    for (const Side side : {0u, 1u}) {
      for (std::size_t word = pair.begin[side]; word < pair.end[side]; ++word) {
        if (taken_[side][word]) return false;
      }
    }
    return true;
  }

  std::size_t left_over(Side side) const {
    std::size_t count = 0;
    for (std::size_t i = names_[side]->first; i < names_[side]->words.count; ++i) {
      if (content(side, i) && !taken_[side][i]) ++count;
    }
    return count;
  }

  std::size_t first_left(Side side) const {
    std::size_t i = names_[side]->first;
    while (!content(side, i) || taken_[side][i]) ++i;
    return i;
  }

  std::int32_t weigh() const {
    if (one_word(0) && one_word(1)) return best_;
    if (chosen_count_ == 0) return std::min(best_, kNothingPaired);
    const std::size_t left_a = left_over(0);
    const std::size_t left_b = left_over(1);
    if (left_a > 0 && left_b > 0 && overlap()) return kOverlap;
    if (left_a > 0 && left_b > 0) return kOwnWords - 50 * static_cast<std::int32_t>(left_a + left_b - 2);
    if (left_a == 0 && left_b == 0) return whole_weight();
    return part_weight(left_a > 0 ? 0 : 1);
  }

  // The end of one name is the beginning of the other, two words of it or more, a forename first: both are parts of one
  // long name.
  bool overlap() const {
    if (weakest() < kEqualWords || chosen_count_ < 2) return false;
    for (const Side first : {0u, 1u}) {
      const std::size_t begin = first_content(1 - first);
      if (!taken_[1 - first][begin] || !taken_[first][last_content(first)]) continue;
      if (taken_[1 - first][last_content(1 - first)] || taken_[first][first_content(first)]) continue;
      if (!turned_round() && tables_.forenames_.contains(hash64(letters(1 - first, begin, begin + 1, true))))
        return true;
    }
    return false;
  }

  bool one_word(Side side) const { return first_content(side) == last_content(side); }

  std::int32_t weakest() const { return chosen_[chosen_count_ - 1].weight; }  // they were chosen in order

  // Nothing but initials was met on one side or the other.
  bool initials_only() const {
    for (std::size_t i = 0; i < chosen_count_; ++i) {
      const auto length = [&](Side side) {
        return letters(side, chosen_[i].begin[side], chosen_[i].end[side], true).size();
      };
      if (length(0) > 1 && length(1) > 1) return false;
    }
    return true;
  }

  bool turned_round() const {
    if (names_[0]->words.comma != names_[1]->words.comma) return false;
    for (std::size_t i = 0; i < chosen_count_; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if ((chosen_[i].begin[0] < chosen_[j].begin[0]) != (chosen_[i].begin[1] < chosen_[j].begin[1])) return true;
      }
    }
    return false;
  }

  std::int32_t whole_weight() const {
    std::int32_t weight = weakest();
    for (std::size_t i = 0; i + 1 < chosen_count_; ++i) {
      weight += std::clamp((chosen_[i].weight - kUsualWord) / 2, kWeakSecondWord, kSecondWord);
    }
    if (initials_only()) weight -= std::max(0, 5 - static_cast<std::int32_t>(chosen_count_)) * kSameInitial;
    if (turned_round()) weight += kTurnedRound;
    return weight;
  }

  // `side` is the name with words that the other lacks.
  std::int32_t part_weight(Side side) const {
    if (initials_only()) return kOwnWords;
    if (weakest() < kPairedPart) return kOwnWords;
    const std::int32_t doubt = std::min(0, weakest() - kSureWord) / 2;
    return part_kind(side) + kEachFurtherPart * static_cast<std::int32_t>(chosen_count_ - 1) + doubt;
  }

  // "Tarrow, Devon": the place is before the comma, and what it lies in behind it. Empty: `side` is no such name.
  std::optional<std::int32_t> part_of_address(Side side) const {
    const std::size_t comma = names_[side]->words.comma;
    if (comma <= names_[side]->first ||
        !tables_.places_.contains(hash64(letters(side, comma, names_[side]->words.count, true))))
      return std::nullopt;
    for (std::size_t i = names_[side]->first; i < comma; ++i) {
      if (content(side, i) && !taken_[side][i]) return kPlaceWithin;
    }
    return kPartAtEnd;
  }

  std::int32_t part_kind(Side side) const {
    const bool place = tables_.places_.contains(names_[1 - side]->whole);
    if (const auto address = part_of_address(side)) return *address;
    bool head = false;
    bool state = place;
    for (std::size_t i = names_[side]->first; i < names_[side]->words.count; ++i) {
      if (!content(side, i) || taken_[side][i]) continue;
      if (names_[side]->roles[i] == Role::number && !number_of_ruler(side, i)) return kSetApart;
      if (other_initial(side, i)) return kSetApart;
      const auto kind = tables_.kinds_.find(hash64(letters(side, i, i + 1, true)));
      if (kind != tables_.kinds_.end() && kind->second == WordKind::apart) return kSetApart;
      if (half_a_hyphen(side, i)) return kHalfAHyphen;
      head = head || (kind != tables_.kinds_.end() && kind->second == WordKind::head);
      state = state && kind != tables_.kinds_.end() &&
              (kind->second == WordKind::state ||
               (kind->second == WordKind::local && !tables_.is_land(names_[1 - side]->whole)));
    }
    if (state) return kAcronym;
    if (head) return place ? kBodyOfPlace : kBodyWithoutHead;
    return place_in_name(side, place);
  }

  // An initial left over where both names have one more: George W. Bush and George H. W. Bush, but not J. Kennedy and
  // John F. Kennedy.
  bool other_initial(Side side, std::size_t word) const {
    if (names_[side]->words.words[word].size != 1) return false;
    for (std::size_t i = 0; i < chosen_count_; ++i) {
      const auto initial = [&](Side each) { return names_[each]->words.words[chosen_[i].begin[each]].size == 1; };
      if (initial(0) && initial(1)) return true;
    }
    return false;
  }

  // "Charles III" for Charles: the number of a ruler, whose name stands before it.
  bool number_of_ruler(Side side, std::size_t word) const {
    const std::string_view number = letters(side, word, word + 1, true);
    if (word == 0 || number.find_first_not_of("ivx") != std::string_view::npos) return false;
    return tables_.forenames_.contains(hash64(letters(side, word - 1, word, true)));
  }

  // A word left over that a hyphen ties to a word that was not.
  bool half_a_hyphen(Side side, std::size_t word) const {
    const NameWords& words = names_[side]->words;
    const bool before = word > 0 && words.words[word].hyphen && taken_[side][word - 1];
    const bool behind = word + 1u < words.count && words.words[word + 1].hyphen && taken_[side][word + 1];
    return before || behind;
  }

  // "Gulf of Oman", "Athletics Kenya": the place is not what the name names.
  bool body_of(Side side) const {
    const std::size_t last = last_content(side);
    return holds(tables_.countries_, names_[1 - side]->whole) || (last > 0 && !content(side, last - 1));
  }

  std::int32_t place_in_name(Side side, bool place) const {
    if (taken_[side][last_content(side)]) return place && body_of(side) ? kPlaceAtStart : kPartAtEnd;
    if (taken_[side][first_content(side)]) return place && !goes_on(side) ? kPlaceAtStart : kPartAtStart;
    return kPartInside;
  }

  // "San Juan de la Costa": a particle leads to the rest of the name of one place.
  bool goes_on(Side side) const {
    std::size_t i = names_[side]->first;
    while (!content(side, i) || taken_[side][i]) {
      if (++i == names_[side]->words.count) return false;
    }
    const std::string_view before = i == 0 ? std::string_view() : names_[side]->words.plain_of(i - 1);
    return !before.empty() && !content(side, i - 1) && !tables_.is_small_english(hash64(before));
  }

  std::size_t first_content(Side side) const {
    std::size_t i = names_[side]->first;
    while (!content(side, i)) ++i;
    return i;
  }

  std::size_t last_content(Side side) const {
    std::size_t i = names_[side]->words.count - 1u;
    while (!content(side, i)) --i;
    return i;
  }

  const NameLikeness& tables_;
  std::array<const Name*, 2> names_;
  std::int32_t best_ = kNoLetters;
  std::array<Pair, 256> found_;
  std::size_t found_count_ = 0;
  std::array<Pair, NameWords::kMostWords> chosen_;
  std::size_t chosen_count_ = 0;
  std::array<std::array<bool, NameWords::kMostWords>, 2> taken_{};
};

std::int32_t NameLikeness::weight(const Name& a, const Name& b) const {
  if (a.words.count == 0 || b.words.count == 0) return kNoLetters;
  if (a.whole == b.whole) return kEqualNames;
  const bool one_word = a.words.count == 1 && b.words.count == 1;  // which Comparison looks up as well
  if (share(countries_, a.whole, b.whole) || (!one_word && share(whole_, a.whole, b.whole))) return kKnownVariants;
  if (holds(countries_, a.whole) && holds(countries_, b.whole)) return kTwoCountries;
  return a.whole < b.whole ? Comparison(*this, a, b).weight() : Comparison(*this, b, a).weight();  // symmetric
}

double NameLikeness::likeness_of(std::int32_t weight) {
  return 1 / (1 + std::exp(-weight / 100.0));
}

}  // namespace crossread
