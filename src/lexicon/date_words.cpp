#include "lexicon/date_words.h"

#include <algorithm>
#include <array>

#include "lexicon/table.h"

namespace crossread {
namespace {

std::map<std::string, int, std::less<>> numbered(const std::filesystem::path& file, int low, int high) {
  const Table table(file, 2);
  std::map<std::string, int, std::less<>> words;
  for (const Table::Row& row : table.rows()) {
    std::string word(row[0]);
    if (word.ends_with('.')) word.pop_back();
    words[word] = table.number(row, 1, low, high);
  }
  return words;
}

}  // namespace

DateWords::DateWords(const std::filesystem::path& folder)
    : months_(numbered(folder / "en" / "months.tsv", 1, 12)),
      weekdays_(numbered(folder / "en" / "weekdays.tsv", 0, 6)),
      zones_(numbered(folder / "en" / "time_zones.tsv", -840, 840)) {}

int DateWords::month(std::string_view word) const {
  const auto found = months_.find(word);
  return found == months_.end() ? 0 : found->second;
}

std::optional<std::int16_t> DateWords::zone(std::string_view word) const {
  static constexpr std::array<std::string_view, 6> kShared = {"ast", "bst", "cst", "gst", "ist", "sst"};
  const auto found = zones_.find(word);
  if (found == zones_.end() || std::find(kShared.begin(), kShared.end(), word) != kShared.end()) return std::nullopt;
  return static_cast<std::int16_t>(found->second);
}

}  // namespace crossread
