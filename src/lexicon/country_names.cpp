#include "lexicon/country_names.h"

#include "lexicon/table.h"
#include "text/words.h"

namespace crossread {
namespace {

// Folded words with one blank between them, without a leading "the".
std::string key_of(std::string_view words) {
  std::string key;
  for (const Word& word : crossread::words(words, {0, static_cast<std::uint32_t>(words.size())})) {
    const std::string part = folded(word.span.in(words));
    if (key.empty() && part == "the") continue;
    if (!key.empty()) key += ' ';
    key += part;
  }
  return key;
}

std::map<std::string, std::string, std::less<>> codes_of(const std::filesystem::path& file, std::size_t columns) {
  std::map<std::string, std::string, std::less<>> codes;
  const Table table(file, columns);
  for (const Table::Row& row : table.rows()) {
    if (row[1].size() != 3) table.refuse(row, "a country's code has three letters");
    codes.emplace(key_of(row[0]), std::string(row[1]));
  }
  return codes;
}

std::map<std::string, std::string, std::less<>> titles_of(const std::filesystem::path& file) {
  std::map<std::string, std::string, std::less<>> titles;
  const Table table(file, 2);
  for (const Table::Row& row : table.rows()) {
    if (row[0].size() != 3) table.refuse(row, "a country's code has three letters");
    titles.emplace(row[0], row[1]);
  }
  return titles;
}

std::string_view found(const std::map<std::string, std::string, std::less<>>& codes, std::string_view words) {
  const auto at = codes.find(key_of(words));
  return at == codes.end() ? std::string_view() : at->second;
}

}  // namespace

CountryNames::CountryNames(const std::filesystem::path& lexicon_folder)
    : countries_(codes_of(lexicon_folder / "countries.tsv", 2)),
      demonyms_(codes_of(lexicon_folder / "demonyms.tsv", 3)),
      capitals_(codes_of(lexicon_folder / "capitals.tsv", 2)),
      titles_(titles_of(lexicon_folder / "country_titles.tsv")) {}

std::string_view CountryNames::country(std::string_view words) const {
  return found(countries_, words);
}
std::string_view CountryNames::demonym(std::string_view words) const {
  return found(demonyms_, words);
}
std::string_view CountryNames::capital(std::string_view words) const {
  return found(capitals_, words);
}
std::string_view CountryNames::title(std::string_view code) const {
  const auto at = titles_.find(code);
  return at == titles_.end() ? code : std::string_view(at->second);
}

}  // namespace crossread
