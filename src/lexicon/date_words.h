// The words of which written-out dates of publication consist: months, weekdays, time zones (tables of these names).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace crossread {

class DateWords {
 public:
  // Reads `folder`/en/months.tsv, weekdays.tsv and time_zones.tsv.
  explicit DateWords(const std::filesystem::path& folder);

  // Of a folded word; 0 if it names no month.
  int month(std::string_view word) const;
  bool weekday(std::string_view word) const { return weekdays_.contains(word); }
  bool zone_name(std::string_view word) const { return zones_.contains(word); }
  // Minutes east of UTC; empty for a name that several zones share (IST, BST, CST): a date of publication is not
  // guessed.
  std::optional<std::int16_t> zone(std::string_view word) const;

 private:
  std::map<std::string, int, std::less<>> months_;
  std::map<std::string, int, std::less<>> weekdays_;
  std::map<std::string, int, std::less<>> zones_;
};

}  // namespace crossread
