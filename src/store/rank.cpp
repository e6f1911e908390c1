#include "store/rank.h"

#include <algorithm>
#include <cmath>

#include "base/fault.h"
#include "store/bytes.h"
#include "store/fts5.h"

namespace crossread {
namespace {

// As usual for BM25; a title counts as much as four mentions. Not tuned on anything.
constexpr double kSaturation = 1.2;
constexpr double kLength = 0.75;
constexpr double kTitle = 4;

constexpr int kTitleColumn = 0;
constexpr int kTextColumn = 1;

int count_phrases(const Fts5ExtensionApi& api, Fts5Context* hit, PhraseCounts& counts) {
  counts.phrases.resize(static_cast<std::size_t>(api.xPhraseCount(hit)));
  int instances = 0;
  int status = api.xInstCount(hit, &instances);
  for (int i = 0; status == SQLITE_OK && i < instances; ++i) {
    int phrase = 0;
    int column = 0;
    int offset = 0;
    status = api.xInst(hit, i, &phrase, &column, &offset);
    if (status != SQLITE_OK) break;
    PhraseCounts::Count& count = counts.phrases[static_cast<std::size_t>(phrase)];
    if (column == kTitleColumn) ++count.in_title;
    if (column == kTextColumn) ++count.in_text;
  }
  return status;
}

int count_words(const Fts5ExtensionApi& api, Fts5Context* hit, PhraseCounts& counts) {
  for (const int column : {kTitleColumn, kTextColumn}) {
    int words = 0;
    if (const int status = api.xColumnSize(hit, column, &words); status != SQLITE_OK) return status;
    counts.words += static_cast<std::uint32_t>(words);
  }
  return SQLITE_OK;
}

void hits_function(const Fts5ExtensionApi* api, Fts5Context* hit, sqlite3_context* result, int, sqlite3_value**) {
  PhraseCounts counts;
  int status = count_phrases(*api, hit, counts);
  if (status == SQLITE_OK) status = count_words(*api, hit, counts);
  if (status != SQLITE_OK) {
    sqlite3_result_error_code(result, status);
    return;
  }
  ByteWriter out;
  out.number(counts.words);
  out.number(counts.phrases.size());
  for (const PhraseCounts::Count& count : counts.phrases) {
    out.number(count.in_title);
    out.number(count.in_text);
  }
  const std::string blob = out.take();
  sqlite3_result_blob(result, blob.data(), static_cast<int>(blob.size()), SQLITE_TRANSIENT);
}

double frequency(const PhraseCounts::Count& count) {
  return kTitle * count.in_title + count.in_text;
}

double mean_words(std::span<const PhraseCounts> hits) {
  double sum = 0;
  for (const PhraseCounts& hit : hits) sum += hit.words;
  return std::max(1.0, sum / static_cast<double>(hits.size()));
}

std::vector<double> rarities(std::span<const PhraseCounts> hits, std::size_t phrases) {
  std::vector<double> found;
  const auto all = static_cast<double>(hits.size());
  for (std::size_t phrase = 0; phrase < phrases; ++phrase) {
    const auto with = static_cast<double>(std::count_if(
        hits.begin(), hits.end(), [&](const PhraseCounts& hit) { return frequency(hit.phrases[phrase]) > 0; }));
    found.push_back(std::log(1 + (all - with + 0.5) / (with + 0.5)));
  }
  return found;
}

}  // namespace

void add_rank_function(sqlite3* database) {
  fts5_api* const api = fts5_of(database);
  if (api->xCreateFunction(api, "crossread_hits", nullptr, hits_function, nullptr) != SQLITE_OK) {
    throw BrokenWorld("the search cannot be set up");
  }
}

PhraseCounts read_phrase_counts(std::string_view blob) {
  ByteReader in(blob);
  PhraseCounts counts;
  counts.words = in.number32();
  counts.phrases.resize(in.count(2));
  for (PhraseCounts::Count& count : counts.phrases) {
    count.in_title = in.number32();
    count.in_text = in.number32();
  }
  in.expect_end();
  return counts;
}

std::vector<double> scores(std::span<const PhraseCounts> hits, std::size_t phrases) {
  std::vector<double> found;
  const double mean = mean_words(hits);
  const std::vector<double> rarity = rarities(hits, phrases);
  for (const PhraseCounts& hit : hits) {
    const double length = kSaturation * (1 - kLength + kLength * hit.words / mean);
    double score = 0;
    for (std::size_t phrase = 0; phrase < phrases; ++phrase) {
      const double times = frequency(hit.phrases[phrase]);
      score += rarity[phrase] * times * (kSaturation + 1) / (times + length);
    }
    found.push_back(score);
  }
  return found;
}

}  // namespace crossread
