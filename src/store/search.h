// What is asked of the full-text search, and what comes back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "types/report.h"
#include "types/span.h"

namespace crossread {

enum class SearchOrder : std::uint8_t {
  newest,  // canonical order reversed: latest publication first, undated reports last
  rank,    // the best of the newest `rank_cap` hits first
};

struct SearchQuery {
  // Words (all must occur), "phrases", -without, one OR other, title:word, begin* of a word. Anything else is read as
  // words: no query is an error, one without a word finds nothing.
  std::string words;
  std::optional<std::string> outlet = {};          // as the reports name it
  std::optional<std::int64_t> since_minutes = {};  // publication, minutes since 1970-01-01 UTC, inclusive;
  std::optional<std::int64_t> until_minutes = {};  // undated reports pass neither
  SearchOrder order = SearchOrder::newest;
  std::uint32_t limit = 20;
  std::uint32_t offset = 0;
  std::uint32_t rank_cap = 1000;  // untuned: keeps ranking within the time of a page
};

struct SearchHit {
  ReportNumber number;
  ReportId id;
  std::string title;
  double score = 0;                   // rank order only; higher is better
  std::vector<ByteSpan> title_spans;  // bytes of `title` that match, in order, apart
  std::vector<ByteSpan> spans;        // bytes of the report's text that match, in order, apart
  friend bool operator==(const SearchHit&, const SearchHit&) = default;
};

struct SearchResult {
  std::vector<SearchHit> hits;
  bool more = false;    // there are hits behind this page
  bool capped = false;  // ranked over the newest `rank_cap` hits only; there are older ones
};

}  // namespace crossread
