// Tables of line patterns, each row with a kind and the conditions under which it holds: furniture.tsv, notices.tsv.
// Guarded by tests/lexicon/line_table_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/line_pattern.h"

namespace crossread {

// Where on its page a line stands: above the first paragraph, below the last, or between.
enum class LinePlace : std::uint8_t { top, middle, bottom };

// A line, as a table of lines needs to know it.
struct LineView {
  const std::vector<LineToken>& tokens;
  LinePlace place = LinePlace::middle;
  bool open = false;    // no full stop, question or exclamation mark at its end
  bool quoted = false;  // begins with a quotation mark: somebody speaks, so only patterns without `*` hold
};

class LineTable {
 public:
  // Rows: kind, place (any top bottom edge), ending (any open), most words, pattern. `kinds` are the kinds that there
  // are. Throws BrokenWorld naming the bad row, also for a pattern without a word that must be there.
  LineTable(const std::filesystem::path& file, const std::vector<std::string_view>& kinds);

  struct Found {
    std::size_t kind = 0;   // place in `kinds`
    bool wildcard = false;  // by a pattern that takes any words
  };
  // The kind of the most special row that holds: the one with most words of its own.
  std::optional<Found> find(const LineView& line) const;

 private:
  enum class Place : std::uint8_t { any, top, bottom, edge };
  struct Row {
    std::size_t kind = 0;
    Place place = Place::any;
    bool open = false;
    std::size_t most_words = 0;
    LinePattern pattern;
  };
  bool holds(const Row& row, const LineView& line) const;

  std::vector<Row> rows_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_first_word_;
  std::vector<std::size_t> any_first_word_;
};

}  // namespace crossread
