// How well a report answers a search: BM25 over the hits at hand. FTS5's own bm25() counts each word over the whole
// store first, which for a common word takes longer than the search; here a word's rarity is judged among the hits.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

struct sqlite3;

namespace crossread {

// Makes the SQL function crossread_hits(search): a blob with the counts of one hit, for read_phrase_counts().
void add_rank_function(sqlite3* database);

struct PhraseCounts {
  struct Count {
    std::uint32_t in_title = 0;
    std::uint32_t in_text = 0;
  };
  std::uint32_t words = 0;     // of title and text
  std::vector<Count> phrases;  // in the order of the match expression
};
PhraseCounts read_phrase_counts(std::string_view blob);

// A score for each hit, higher is better; only the first `phrases` of each count. A pure function of the counts.
std::vector<double> scores(std::span<const PhraseCounts> hits, std::size_t phrases);

}  // namespace crossread
