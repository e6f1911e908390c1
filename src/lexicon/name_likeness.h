// How likely two written names name the same thing.
//
//   const NameLikeness names(data / "lexicon/en");
//   names.likeness("Gen. Qassem Soleimani", "Suleimani");         // 0.7: the same, by a part of the name
//   names.same("Islamic Revolutionary Guard Corps", "the IRGC");  // true
//   names.same("Qassem Soleimani", "Abbas Soleimani");            // false
//
// The names are cut into words (name_letters.h); titles, particles and small words weigh nothing. Words are paired by
// their letters (name_edits.h), by known variants (Bill and William), initials and acronyms; then the pairs and what
// was left over on either side are weighed. Two names that each keep a word of their own are two names. The whole idea
// and the figures: docs/design/names.md.
//
// It knows names, not the world: namesakes are the same to it, and "Washington" for the government is not the country.
//
// Guarded by tests/lexicon/name_likeness_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "lexicon/name_edits.h"
#include "lexicon/name_groups.h"
#include "lexicon/name_letters.h"

namespace crossread {

class NameLikeness {
 public:
  // A name read once, to be compared often. About 400 bytes, no allocation.
  struct Name {
    enum class Role : std::uint8_t { content, small, number };
    NameWords words;
    std::array<Role, NameWords::kMostWords> roles{};
    std::uint8_t first = 0;   // behind the titles
    bool ticker = false;      // a stock exchange's code; its words are the letters for the firm
    std::uint64_t whole = 0;  // hash of all plain letters behind the titles
  };

  // Reads the tables name_edits, name_variants, name_word_kinds, name_particles, name_heads, honorifics, offices,
  // countries, demonyms, capitals, regions, cities, forenames, agencies (.tsv) of the folder of a language. Throws
  // BrokenWorld, naming the line, if one cannot be read or a row is bad.
  explicit NameLikeness(const std::filesystem::path& lexicon_folder);

  Name read(std::string_view name) const;

  // From 0 to 1, over 0.5 where `same` is true; symmetric; the same on every machine to three decimals. Nearly 0 if one
  // of the names has no letter. A name that is part of the other is the same with a lower score. About two microseconds
  // for two single words, reading included.
  double likeness(const Name& a, const Name& b) const { return likeness_of(weight(a, b)); }
  double likeness(std::string_view a, std::string_view b) const { return likeness(read(a), read(b)); }

  bool same(const Name& a, const Name& b) const { return weight(a, b) > 0; }
  bool same(std::string_view a, std::string_view b) const { return same(read(a), read(b)); }

  // What both rest on, in hundredths of a logit; integers all the way.
  std::int32_t weight(const Name& a, const Name& b) const;
  static double likeness_of(std::int32_t weight);  // 1 / (1 + exp(-weight / 100))

 private:
  class Comparison;
  enum class WordKind : std::uint8_t { small, company, state, local, apart, head };

  void read_titles(const std::filesystem::path& folder);
  void read_kinds(const std::filesystem::path& folder);
  void read_variants(const std::filesystem::path& folder);
  void read_countries(const std::filesystem::path& folder);
  void read_places(const std::filesystem::path& folder);
  std::uint32_t group(std::string_view name);
  bool set_apart(std::uint64_t word) const;
  bool is_head(std::uint64_t word) const;  // "Ministry"
  bool is_land(std::uint64_t name) const { return holds(countries_, name) || regions_.contains(name); }
  bool is_small_english(std::uint64_t word) const { return small_english_.contains(word); }
  bool of_other_sex(std::uint64_t a, std::uint64_t b) const;

  NameEdits edits_;
  std::unordered_set<std::uint64_t> titles_;
  std::unordered_map<std::uint64_t, WordKind> kinds_;
  std::unordered_set<std::uint64_t> small_english_;    // "of", other than the particles of names
  std::unordered_map<std::uint64_t, char> forenames_;  // F, M or B
  std::unordered_set<std::uint64_t> places_;
  std::unordered_set<std::uint64_t> regions_;
  NameGroups whole_;      // names that stand for each other
  NameGroups words_;      // words that stand for each other within names
  NameGroups countries_;  // whole names of countries; two that share no group are two countries
  NameGroups belonging_;  // countries of one word and their adjectives, within longer names
  std::unordered_map<std::uint64_t, std::uint32_t> group_of_;
};

}  // namespace crossread
