#include "lexicon/name_likeness.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "lexicon/name_forms.h"
#include "lexicon/table.h"

namespace crossread {
namespace {

using Role = NameLikeness::Name::Role;

constexpr std::size_t kLongestTitle = 4;  // words
constexpr std::size_t kTitle = 5;         // among the kinds of name_word_kinds.tsv, no WordKind

// Digits anywhere, a Roman number behind a name: "John Paul II", but not "Xi Jinping".
bool is_number(std::string_view plain, bool last) {
  if (plain.find_first_of("0123456789") != std::string_view::npos) return true;
  return last && plain.size() > 1 && plain.size() < 6 && plain.find_first_not_of("ivx") == std::string_view::npos;
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
  for (NameGroups* groups : {&whole_, &words_, &countries_, &belonging_}) std::ranges::sort(*groups);
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
    const std::size_t kind = kinds.choice(row, 1, {"small", "company", "state", "local", "apart", "title"});
    if (kind == kTitle) {
      titles_.insert(hash64(plain_letters(row[0])));
      continue;
    }
    kinds_.emplace(hash64(plain_letters(row[0])), static_cast<WordKind>(kind));
    if (static_cast<WordKind>(kind) == WordKind::small) small_english_.insert(hash64(plain_letters(row[0])));
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
  const Table regions(folder / "regions.tsv", 1);
  for (const Table::Row& row : regions.rows()) {
    places_.insert(hash64(plain_letters(row[0])));
    regions_.insert(hash64(plain_letters(row[0])));
  }
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
  const std::string_view code = ticker(written);
  Name name{.words = name_words(code.empty() ? written : code), .ticker = !code.empty()};
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
    const bool joins = words.words[i].size == 1 && words.words[i].hyphen && i + 1 < words.count &&
                       words.words[i + 1].hyphen;  // Tehreek-e-Insaf
    name.roles[i] = is_number(plain, i > 0 && i + 1 == words.count) ? Role::number
                    : joins                                         ? Role::small
                    : small && !words.words[i].acronym              ? Role::small
                                                                    : Role::content;
    if (name.roles[i] != Role::small) ++contents;
  }
  if (contents == 0) {
    for (std::size_t i = 0; i < words.count; ++i) name.roles[i] = Role::content;
  }
  const std::uint64_t all = hash64(words.all_plain());
  const bool known = holds(countries_, all) || holds(whole_, all);  // DR Congo is no doctor
  for (bool more = !known; more;) {
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

bool NameLikeness::is_head(std::uint64_t word) const {
  const auto kind = kinds_.find(word);
  return kind != kinds_.end() && kind->second == WordKind::head;
}

}  // namespace crossread
