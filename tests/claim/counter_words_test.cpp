#include "claim/counter_words.h"

#include <gtest/gtest.h>

#include "made/story.h"

namespace crossread::claim {
namespace {

const std::filesystem::path kTable = std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data/lexicon/en/counter_words.tsv";

TEST(CounterWords, Each_word_counts_for_what_it_does) {
  const CounterWords words(kTable);
  struct Row {
    std::string text;
    CounterSense sense;
    std::int32_t count;
  };
  const std::vector<Row> rows = {
      {"Not a coin was paid, and nobody came.", CounterSense::negates, 2},
      {"The letter is a forgery.", CounterSense::dismisses, 1},
      {"It knew of no such accusation.", CounterSense::refers, 2},
      {"The march was postponed.", CounterSense::undoes, 1},
      {"She admitted the error.", CounterSense::owns, 2},
      {"The bakers baked bread.", CounterSense::negates, 0},
  };
  for (const Row& row : rows) {
    const auto counts = words.count(row.text, {0, static_cast<std::uint32_t>(row.text.size())});
    EXPECT_EQ(counts[static_cast<std::size_t>(row.sense)], row.count) << row.text;
  }
}

TEST(CounterWords, Words_outside_the_span_do_not_count) {
  const CounterWords words(kTable);
  const std::string text = "Nobody came. The bakers baked bread.";
  EXPECT_EQ(words.count(text, made::span_of(text, "The bakers baked bread.")), CounterCounts{});
}

}  // namespace
}  // namespace crossread::claim
