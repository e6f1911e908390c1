// The search in three steps: find the shelves (FTS5 gives rows in their order, so newest first costs no sorting), rank
// them if asked, then read the reports of one page and mark the words.
#include "store/search.h"

#include <algorithm>
#include <numeric>

#include "base/fault.h"
#include "store/connection.h"
#include "store/rank.h"
#include "store/search_words.h"
#include "store/searchable.h"
#include "store/store.h"

namespace crossread {
namespace {

struct Found {
  std::int64_t shelf = 0;
  double score = 0;
};

struct Bounds {
  std::int64_t first = INT64_MIN;
  std::int64_t last = INT64_MAX;
};

Bounds bounds_of(const SearchQuery& query) {
  Bounds bounds;
  if (query.since_minutes) bounds.first = first_shelf(*query.since_minutes);
  if (query.until_minutes) {
    bounds.last = first_shelf(*query.until_minutes) + (first_shelf(1) - 1);
    bounds.first = std::max(bounds.first, wanted_shelf({CanonicalKey::kUndated, {UINT64_MAX}}) + 1);
  }
  return bounds;
}

std::string expression_of(const SearchWords& words, const SearchQuery& query) {
  std::string match = match_expression(words);
  if (!match.empty() && query.outlet) match = '(' + match + ") AND outlet : " + outlet_token(query.outlet);
  return match;
}

std::size_t wanted_phrases(const SearchWords& words) {
  return std::accumulate(words.all.begin(), words.all.end(), std::size_t{0},
                         [](std::size_t sum, const auto& group) { return sum + group.size(); });
}

std::vector<Found> newest(const Connection& connection, const std::string& match, const SearchQuery& wanted) {
  const Bounds bounds = bounds_of(wanted);
  Query query = connection.query(
      "SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ? OFFSET ?");
  query.text(match).integer(bounds.first).integer(bounds.last);
  query.integer(std::int64_t{wanted.limit} + 1).integer(wanted.offset);
  std::vector<Found> found;
  while (query.step()) found.push_back({query.integer_at(0), 0});
  return found;
}

// The newest `rank_cap` hits and, if there is one, the next.
std::vector<Found> ranked(const Connection& connection, const std::string& match, const SearchQuery& wanted,
                          std::size_t phrases, bool& capped) {
  const Bounds bounds = bounds_of(wanted);
  Query query = connection.query(
      "SELECT rowid, crossread_hits(search) FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? "
      "ORDER BY rowid DESC LIMIT ?");
  query.text(match).integer(bounds.first).integer(bounds.last).integer(std::int64_t{wanted.rank_cap} + 1);
  std::vector<Found> found;
  std::vector<PhraseCounts> counts;
  while (query.step()) {
    found.push_back({query.integer_at(0), 0});
    counts.push_back(read_phrase_counts(query.blob_at(1)));
  }
  capped = found.size() > wanted.rank_cap;
  if (capped) {
    found.pop_back();
    counts.pop_back();
  }
  const std::vector<double> score = scores(counts, phrases);
  for (std::size_t i = 0; i < found.size(); ++i) found[i].score = score[i];
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.score > b.score; });
  return found;
}

void keep_page(std::vector<Found>& found, const SearchQuery& wanted) {
  const std::size_t begin = std::min<std::size_t>(wanted.offset, found.size());
  found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(begin));
  const std::size_t with_next = std::size_t{wanted.limit} + 1;
  if (found.size() > with_next) found.resize(with_next);
}

ReportNumber number_at(const Connection& connection, std::int64_t shelf) {
  Query query = connection.query("SELECT number FROM report WHERE shelf = ?");
  query.integer(shelf);
  if (!query.step()) throw StoreTrouble(connection.path().string() + ": the search knows a report that is not there");
  return {query.number_at(0)};
}

bool same_token(const std::string& found, const std::string& wanted, bool begins) {
  return begins ? found.starts_with(wanted) : found == wanted;
}

bool stands_at(const SearchPhrase& phrase, const std::vector<SearchToken>& tokens, std::size_t at) {
  if (at + phrase.tokens.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < phrase.tokens.size(); ++i) {
    const bool begins = phrase.begins && i + 1 == phrase.tokens.size();
    if (!same_token(tokens[at + i].form, phrase.tokens[i], begins)) return false;
  }
  return true;
}

// Spans in order; those that overlap or touch become one, and so do a phrase's words when nothing else lies between.
class Marks {
 public:
  void add(ByteSpan span) { spans_.push_back(span); }
  std::vector<ByteSpan> take() {
    std::sort(spans_.begin(), spans_.end());
    std::vector<ByteSpan> apart;
    for (const ByteSpan span : spans_) {
      if (!apart.empty() && span.begin <= apart.back().end) {
        apart.back().end = std::max(apart.back().end, span.end);
      } else {
        apart.push_back(span);
      }
    }
    return apart;
  }

 private:
  std::vector<ByteSpan> spans_;
};

// `tokens` in order; `ranges`: a phrase across the border of two is marked in two pieces.
std::vector<ByteSpan> marked(const std::vector<SearchToken>& tokens, const std::vector<std::size_t>& range_of,
                             const SearchWords& words, SearchField field) {
  Marks marks;
  for (const auto& group : words.all) {
    for (const SearchPhrase& phrase : group) {
      if (phrase.field != SearchField::any && phrase.field != field) continue;
      for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!stands_at(phrase, tokens, at)) continue;
        std::size_t begin = at;
        for (std::size_t i = at; i < at + phrase.tokens.size(); ++i) {
          if (range_of[i] != range_of[begin]) begin = i;
          marks.add({tokens[begin].span.begin, tokens[i].span.end});
        }
      }
    }
  }
  return marks.take();
}

void mark_title(const Connection& connection, const SearchWords& words, SearchHit& hit) {
  const std::vector<SearchToken> tokens = connection.tokenizer().tokens(hit.title);
  hit.title_spans = marked(tokens, std::vector<std::size_t>(tokens.size()), words, SearchField::title);
}

void mark_text(const Connection& connection, const Report& report, const SearchWords& words, SearchHit& hit) {
  std::vector<SearchToken> tokens;
  std::vector<std::size_t> range_of;
  std::size_t number = 0;
  for (const ByteSpan range : searchable_ranges(report)) {
    connection.tokenizer().for_each(range.in(report.text), [&](std::string_view form, ByteSpan span) {
      tokens.push_back({std::string(form), {range.begin + span.begin, range.begin + span.end}});
      range_of.push_back(number);
    });
    ++number;
  }
  hit.spans = marked(tokens, range_of, words, SearchField::text);
}

}  // namespace

SearchResult StoreReader::search(const SearchQuery& query) const {
  SearchResult result;
  const SearchWords words = search_words(query.words, connection_->tokenizer());
  const std::string match = expression_of(words, query);
  if (match.empty()) return result;
  std::vector<Found> found;
  if (query.order == SearchOrder::newest) {
    found = newest(*connection_, match, query);
  } else {
    found = ranked(*connection_, match, query, wanted_phrases(words), result.capped);
    keep_page(found, query);
  }
  result.more = found.size() > query.limit;
  if (result.more) found.resize(query.limit);
  for (const Found& one : found) {
    const ReportNumber number = number_at(*connection_, one.shelf);
    const Report report = this->report(number);
    SearchHit hit{number, report.id, report.title, one.score, {}, {}};
    mark_title(*connection_, words, hit);
    mark_text(*connection_, report, words, hit);
    result.hits.push_back(std::move(hit));
  }
  return result;
}

}  // namespace crossread
