#include "lexicon/common_words.h"

#include <gtest/gtest.h>

#include "base/hash.h"
#include "lexicon/background.h"
#include "lexicon/table.h"

namespace crossread {
namespace {

const std::filesystem::path kFolder = CROSSREAD_SOURCE_DIR "/data/lexicon/en";

TEST(CommonWords, Are_the_grammar_and_the_small_change_of_the_language) {
  const CommonWords words(kFolder / "common_words.tsv");
  for (const char* common : {"the", "of", "said", "people", "government"})
    EXPECT_TRUE(words.has(hash64(common))) << common;
  for (const char* rare : {"missile", "hypothermia", "soleimani", ""}) EXPECT_FALSE(words.has(hash64(rare))) << rare;
}

TEST(CommonWords, Are_those_of_the_background_table_up_to_380_centibels) {
  const CommonWords words(kFolder / "common_words.tsv");
  const Table background(kFolder / "background.tsv", 2);
  for (const Table::Row& row : background.rows()) {
    const bool number = row[0][0] >= '0' && row[0][0] <= '9';
    const bool common = background.number(row, 1, 1, Background::kUnlisted) <= 380 && !number;
    EXPECT_EQ(words.has(hash64(row[0])), common) << row[0];
  }
}

}  // namespace
}  // namespace crossread
