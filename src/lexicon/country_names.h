// What countries are called: their names, the words for what is theirs ("Iranian", "Iranians"), their seats of
// government. Tables: countries, demonyms, capitals, country_titles (.tsv).
//
// Guarded by tests/identity/identify_test.cpp.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace crossread {

class CountryNames {
 public:
  explicit CountryNames(const std::filesystem::path& lexicon_folder);

  // The three-letter code, "" when the words are no such name. Case and accents do not count, "the" and full stops
  // neither: "the U.S." is "US".
  std::string_view country(std::string_view words) const;  // "Iran"
  std::string_view demonym(std::string_view words) const;  // "Iranian"
  std::string_view capital(std::string_view words) const;  // "Tehran"

  // By what name the country of a code is shown: "Iran" of "IRN"; the words themselves when they are no code.
  std::string_view title(std::string_view code) const;

 private:
  using Codes = std::map<std::string, std::string, std::less<>>;
  Codes countries_;
  Codes demonyms_;
  Codes capitals_;
  std::map<std::string, std::string, std::less<>> titles_;  // by code
};

}  // namespace crossread
