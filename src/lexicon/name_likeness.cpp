#include "lexicon/name_likeness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <tuple>

#include "base/hash.h"
#include "lexicon/table.h"

namespace crossread {
namespace {

using Role = NameLikeness::Name::Role;

// Weights in hundredths of a logit. Set by hand on the names of the train stories of our corpus
// (eval/names_in_context.py, 2026-11-22); the figures stand in docs/design/names.md.
constexpr std::int32_t kEqualNames = 900;
constexpr std::int32_t kKnownVariants = 400;  // of whole names, by a table
constexpr std::int32_t kTwoCountries = -700;
constexpr std::int32_t kEqualWords = 400;
constexpr std::int32_t kVariantWords = 150;    // Bill, William: at least
constexpr std::int32_t kBelongingWords = 200;  // Iran, Iranian
constexpr std::int32_t kOtherSex = -250;       // Maria, Mario
constexpr std::int32_t kAcronym = 250;
constexpr std::int32_t kDifferentWriting = -60;   // an acronym, it seems, and a word
constexpr std::int32_t kAcronymAtHome = 120;      // less its first letter, the country's
constexpr std::int32_t kSmallAcronym = 120;       // Isis
constexpr std::int32_t kWrittenAsOne = 100;       // letters of words that are written as one say more than this
constexpr std::int32_t kWrittenAsOneThere = 200;  // and this is added where a script has no blanks
constexpr std::int32_t kSameInitial = 100;
constexpr std::int32_t kInitialOfWord = 90;
constexpr std::int32_t kOtherInitial = -500;
constexpr std::int32_t kOtherAcronym = -400;
constexpr std::int32_t kPaired = 0;  // words up to this are two words
constexpr std::int32_t kPairedShort = 60;
constexpr std::size_t kShort = 3;        // letters of both words
constexpr std::int32_t kSureWord = 200;  // a word above this adds nothing more to a part of a name
constexpr std::int32_t kSecondWord =
    80;  // the most that another word of the name adds: half of what is over kUsualWord
constexpr std::int32_t kWeakSecondWord = -60;
constexpr std::int32_t kUsualWord = 100;
constexpr std::int32_t kTurnedRound = -60;
constexpr std::int32_t kPartAtEnd = 110;  // Craft, Kelly Craft
constexpr std::int32_t kPartAtStart = 50;
constexpr std::int32_t kPartInside = 50;
constexpr std::int32_t kPairedPart = 70;
constexpr std::int32_t kEachFurtherPart = 90;
constexpr std::int32_t kPlaceAtStart = -150;   // Iran, Iran Air
constexpr std::int32_t kBodyOfPlace = -400;    // Baghdad, Baghdad Airport
constexpr std::int32_t kBodyWithoutHead = 20;  // Condor Ridge, Condor Ridge Group
constexpr std::int32_t kHalfAHyphen = -150;    // Amponsah, Amponsah-Baidoo
constexpr std::int32_t kSetApart = -300;       // Sudan, South Sudan
constexpr std::int32_t kOwnWords = -350;       // each keeps a word of its own
constexpr std::int32_t kNothingPaired = -450;
constexpr std::int32_t kNoLetters = -10'000;
constexpr std::size_t kLongestTitle = 4;  // words
constexpr std::size_t kLongestSpan = 3;   // words that may be written as one

// Digits anywhere, a Roman number behind a name: "John Paul II", but not "Xi Jinping".
bool is_number(std::string_view plain, bool last) {
  if (plain.find_first_of("0123456789") != std::string_view::npos) return true;
  return last && plain.size() > 1 && plain.size() < 6 && plain.find_first_not_of("ivx") == std::string_view::npos;
}

bool share(const std::vector<std::pair<std::uint64_t, std::uint32_t>>& groups, std::uint64_t a, std::uint64_t b) {
  const auto first_of = [&](std::uint64_t key) { return std::ranges::lower_bound(groups, std::pair(key, 0u)); };
  for (auto x = first_of(a); x != groups.end() && x->first == a; ++x) {
    for (auto y = first_of(b); y != groups.end() && y->first == b; ++y) {
      if (x->second == y->second) return true;
    }
  }
  return false;
}

bool holds(const std::vector<std::pair<std::uint64_t, std::uint32_t>>& groups, std::uint64_t key) {
  const auto found = std::ranges::lower_bound(groups, std::pair(key, 0u));
  return found != groups.end() && found->first == key;
}

std::string plain_letters(std::string_view name) {
  return std::string(name_words(name).all_plain());
}

}  // namespace

NameLikeness::NameLikeness(const std::filesystem::path& folder) : edits_(folder / "name_edits.tsv") {
  read_titles(folder);
  read_kinds(folder);
  read_variants(folder);
  read_countries(folder);
  for (Groups* groups : {&whole_, &words_, &countries_, &belonging_}) std::ranges::sort(*groups);
  read_places(folder);
}

void NameLikeness::read_titles(const std::filesystem::path& folder) {
  for (const char* file : {"honorifics.tsv", "offices.tsv"}) {
    const Table table(folder / file, 1);
    for (const Table::Row& row : table.rows()) titles_.insert(hash64(plain_letters(row[0])));
  }
}

// Own table first: a word keeps the first kind that it is given.
void NameLikeness::read_kinds(const std::filesystem::path& folder) {
  const Table kinds(folder / "name_word_kinds.tsv", 2);
  for (const Table::Row& row : kinds.rows()) {
    const std::size_t kind = kinds.choice(row, 1, {"small", "company", "state", "apart"});
    kinds_.emplace(hash64(plain_letters(row[0])), static_cast<WordKind>(kind));
  }
  const Table particles(folder / "name_particles.tsv", 1);
  for (const Table::Row& row : particles.rows()) kinds_.emplace(hash64(plain_letters(row[0])), WordKind::small);
  const Table heads(folder / "name_heads.tsv", 2);
  for (const Table::Row& row : heads.rows()) {
    if (row[1] != "place") kinds_.emplace(hash64(plain_letters(row[0])), WordKind::head);
  }
}

// A group for each name that others are variants of; names of one word are variants within longer names too.
void NameLikeness::read_variants(const std::filesystem::path& folder) {
  const Table table(folder / "name_variants.tsv", 2);
  for (const Table::Row& row : table.rows()) {
    const std::uint32_t number = group(row[1]);
    const bool words = name_words(row[0]).count == 1 && name_words(row[1]).count == 1;
    for (const std::size_t column : {0u, 1u}) {
      const std::uint64_t key = hash64(plain_letters(row[column]));
      if (key == 0) table.refuse(row, "no letters");
      whole_.emplace_back(key, number);
      if (words) words_.emplace_back(key, number);
    }
  }
  const Table agencies(folder / "agencies.tsv", 2);
  for (const Table::Row& row : agencies.rows()) {
    for (const std::size_t column : {0u, 1u}) whole_.emplace_back(hash64(plain_letters(row[column])), group(row[0]));
  }
}

void NameLikeness::read_countries(const std::filesystem::path& folder) {
  const Table countries(folder / "countries.tsv", 2);
  for (const Table::Row& row : countries.rows()) {
    const std::uint64_t key = hash64(plain_letters(row[0]));
    countries_.emplace_back(key, group("country " + std::string(row[1])));
    if (name_words(row[0]).count == 1) belonging_.emplace_back(key, group("country " + std::string(row[1])));
    places_.insert(key);
  }
  const Table demonyms(folder / "demonyms.tsv", 3);
  for (const Table::Row& row : demonyms.rows()) {
    belonging_.emplace_back(hash64(plain_letters(row[0])), group("country " + std::string(row[1])));
    places_.insert(hash64(plain_letters(row[0])));
  }
}

void NameLikeness::read_places(const std::filesystem::path& folder) {
  const auto read = [&](const char* file, std::size_t columns) {
    const Table table(folder / file, columns);
    for (const Table::Row& row : table.rows()) places_.insert(hash64(plain_letters(row[0])));
  };
  read("capitals.tsv", 2);
  read("regions.tsv", 1);
  read("cities.tsv", 2);
  const Table forenames(folder / "forenames.tsv", 2);  // people first: Donna is a town too
  for (const Table::Row& row : forenames.rows()) {
    forenames.choice(row, 1, {"F", "M", "B"});
    const std::uint64_t key = hash64(plain_letters(row[0]));
    if (!holds(countries_, key)) places_.erase(key);
    forenames_.emplace(key, row[1][0]);
  }
}

std::uint32_t NameLikeness::group(std::string_view name) {
  return group_of_.emplace(hash64(plain_letters(name)), static_cast<std::uint32_t>(group_of_.size())).first->second;
}

// How many words at the front are a title, as long as a word is left behind them.
NameLikeness::Name NameLikeness::read(std::string_view written) const {
  Name name{.words = name_words(written)};
  const NameWords& words = name.words;
  const auto range = [&](std::size_t from, std::size_t to) {
    const std::size_t begin = words.words[from].begin;
    return words.all_plain().substr(begin, words.words[to - 1].begin + words.words[to - 1].size - begin);
  };
  std::size_t contents = 0;
  for (std::size_t i = 0; i < words.count; ++i) {
    const std::string_view plain = words.plain_of(i);
    const auto kind = kinds_.find(hash64(plain));
    const bool small = kind != kinds_.end() && (kind->second == WordKind::small || kind->second == WordKind::company);
    name.roles[i] = is_number(plain, i > 0 && i + 1 == words.count) ? Role::number
                    : small && !words.words[i].acronym              ? Role::small
                                                                    : Role::content;
    if (name.roles[i] != Role::small) ++contents;
  }
  if (contents == 0) {
    for (std::size_t i = 0; i < words.count; ++i) name.roles[i] = Role::content;
  }
  for (bool more = true; more;) {
    more = false;
    for (std::size_t length = std::min<std::size_t>(kLongestTitle, words.count - name.first); length > 0; --length) {
      const std::size_t behind = name.first + length;
      if (behind >= words.count || words.words[behind].hyphen || !titles_.contains(hash64(range(name.first, behind))))
        continue;
      bool content = false;
      for (std::size_t i = behind; i < words.count; ++i) content = content || name.roles[i] == Role::content;
      if (!content) continue;
      name.first = static_cast<std::uint8_t>(behind);
      more = true;
      break;
    }
  }
  // "the United States" is the United States; "al" is part of a name.
  std::size_t from = name.first;
  if (from + 1 < words.count && words.plain_of(from) == "the") ++from;
  if (words.count > 0) name.whole = hash64(range(from, words.count));
  return name;
}

// One comparison of two names: the pairs of words, and what is left over.
class NameLikeness::Comparison {
 public:
  Comparison(const NameLikeness& tables, const Name& a, const Name& b) : tables_(tables), names_{&a, &b} {}

  std::int32_t weight() {
    find_pairs();
    choose_pairs();
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
    if (initials.size() == 2 && !short_form.dotted && !one_word(one) && !holds(tables_.whole_, hash64(initials)))
      return;
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
    for (const Groups* groups : {&tables_.whole_, &tables_.countries_}) {
      if (holds(*groups, initials)) return !share(*groups, initials, whole);
    }
    return false;
  }

  bool vowels_free() const { return names_[0]->words.no_vowels || names_[1]->words.no_vowels; }

  std::int32_t word_weight(std::size_t i, std::size_t j) const {
    const std::string_view a = letters(0, i, i + 1, true);
    const std::string_view b = letters(1, j, j + 1, true);
    if (a == b && a.size() > 1) return kEqualWords;
    if (names_[0]->roles[i] == Role::number || names_[1]->roles[j] == Role::number) return kOtherAcronym;
    if (a.size() == 1 || b.size() == 1) return initial_weight(a, b);
    const std::uint64_t x = hash64(a);
    const std::uint64_t y = hash64(b);
    const std::int32_t letters_say = letters_weight(i, j);
    if (share(tables_.words_, x, y)) return std::max(kVariantWords, letters_say);
    const bool alone = names_[0]->words.count == 1 && names_[1]->words.count == 1;
    if (!alone && share(tables_.belonging_, x, y)) return kBelongingWords;
    if (holds(tables_.belonging_, x) && holds(tables_.belonging_, y)) return kTwoCountries;
    if (tables_.set_apart(x) || tables_.set_apart(y)) return kOtherAcronym;
    return letters_say > 0 && tables_.of_other_sex(x, y) ? letters_say + kOtherSex : letters_say;
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

  std::int32_t weigh() const {
    if (one_word(0) && one_word(1)) return best_;
    if (chosen_count_ == 0) return std::min(best_, kNothingPaired);
    const std::size_t left_a = left_over(0);
    const std::size_t left_b = left_over(1);
    if (left_a > 0 && left_b > 0) return kOwnWords - 50 * static_cast<std::int32_t>(left_a + left_b - 2);
    if (left_a == 0 && left_b == 0) return whole_weight();
    return part_weight(left_a > 0 ? 0 : 1);
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

  std::int32_t part_kind(Side side) const {
    const bool place = tables_.places_.contains(names_[1 - side]->whole);
    bool head = false;
    bool state = place;
    for (std::size_t i = names_[side]->first; i < names_[side]->words.count; ++i) {
      if (!content(side, i) || taken_[side][i]) continue;
      if (names_[side]->roles[i] == Role::number || other_initial(side, i)) return kSetApart;
      const auto kind = tables_.kinds_.find(hash64(letters(side, i, i + 1, true)));
      if (kind != tables_.kinds_.end() && kind->second == WordKind::apart) return kSetApart;
      if (half_a_hyphen(side, i)) return kHalfAHyphen;
      head = head || (kind != tables_.kinds_.end() && kind->second == WordKind::head);
      state = state && kind != tables_.kinds_.end() && kind->second == WordKind::state;
    }
    if (state) return kAcronym;
    if (head) return place ? kBodyOfPlace : kBodyWithoutHead;
    return place_in_name(side, place);
  }

  // An initial left over where the other name has one too: George W. Bush and George H. W. Bush.
  bool other_initial(Side side, std::size_t word) const {
    const NameWords& others = names_[1 - side]->words;
    bool initial = false;
    for (std::size_t i = 0; i < others.count; ++i) initial = initial || others.words[i].size == 1;
    return initial && names_[side]->words.words[word].size == 1;
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
    if (taken_[side][first_content(side)]) return place ? kPlaceAtStart : kPartAtStart;
    return kPartInside;
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

bool NameLikeness::of_other_sex(std::uint64_t a, std::uint64_t b) const {
  const auto x = forenames_.find(a);
  const auto y = forenames_.find(b);
  if (x == forenames_.end() || y == forenames_.end()) return false;
  return x->second != 'B' && y->second != 'B' && x->second != y->second;
}

bool NameLikeness::set_apart(std::uint64_t word) const {
  const auto kind = kinds_.find(word);
  return kind != kinds_.end() && kind->second == WordKind::apart;
}

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
