#include "lexicon/line_table.h"

#include "lexicon/table.h"

namespace crossread {

LineTable::LineTable(const std::filesystem::path& file, const std::vector<std::string_view>& kinds) {
  const Table table(file, 5);
  for (const Table::Row& row : table.rows()) {
    std::optional<LinePattern> pattern = LinePattern::read(row[4]);
    if (!pattern) table.refuse(row, "not a pattern: \"" + std::string(row[4]) + "\"");
    if (pattern->needed_words() == 0) table.refuse(row, "a pattern without a word that must be there");
    const std::size_t number = rows_.size();
    for (const std::string& word : pattern->first_words()) by_first_word_[word].push_back(number);
    if (pattern->first_words().empty()) any_first_word_.push_back(number);
    rows_.push_back({table.choice(row, 0, kinds),
                     Place{static_cast<std::uint8_t>(table.choice(row, 1, {"any", "top", "bottom", "edge"}))},
                     table.choice(row, 2, {"any", "open"}) == 1, static_cast<std::size_t>(table.number(row, 3, 1, 200)),
                     std::move(*pattern)});
  }
}

bool LineTable::holds(const Row& row, const LineView& line) const {
  const bool in_place = row.place == Place::any || (row.place == Place::top && line.place == LinePlace::top) ||
                        (row.place == Place::bottom && line.place == LinePlace::bottom) ||
                        (row.place == Place::edge && line.place != LinePlace::middle);
  if (!in_place || (row.open && !line.open) || line.tokens.size() > row.most_words) return false;
  if (line.quoted && row.pattern.open()) return false;
  return row.pattern.matches(line.tokens);
}

std::optional<LineTable::Found> LineTable::find(const LineView& line) const {
  if (line.tokens.empty()) return std::nullopt;
  const Row* best = nullptr;
  const auto consider = [&](const std::vector<std::size_t>& numbers) {
    for (const std::size_t number : numbers) {
      const Row& row = rows_[number];
      if (best != nullptr && row.pattern.needed_words() <= best->pattern.needed_words()) continue;
      if (holds(row, line)) best = &row;
    }
  };
  if (const auto found = by_first_word_.find(line.tokens.front().form); found != by_first_word_.end()) {
    consider(found->second);
  }
  consider(any_first_word_);
  if (best == nullptr) return std::nullopt;
  return Found{best->kind, best->pattern.open()};
}

}  // namespace crossread
