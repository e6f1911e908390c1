#include "lexicon/background.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "base/fault.h"
#include "base/hash.h"
#include "scratch_folder.h"

namespace crossread {
namespace {

namespace fs = std::filesystem;

const Background& shipped() {
  static const Background background(CROSSREAD_SOURCE_DIR "/data/lexicon/en/background.tsv");
  return background;
}

fs::path written(const std::string& name, const std::string& rows) {
  const fs::path file = test::scratch() / name;
  std::ofstream(file) << rows;
  return file;
}

TEST(Background, Common_words_are_less_rare_than_rare_ones) {
  const auto rarity = [](const char* word) { return shipped().rarity(hash64(word)); };
  EXPECT_LT(rarity("the"), rarity("government"));
  EXPECT_LT(rarity("government"), rarity("earthquake"));
  EXPECT_LT(rarity("earthquake"), rarity("seismic"));
}

TEST(Background, A_word_that_nobody_listed_is_rarer_than_all_that_are) {
  EXPECT_EQ(shipped().rarity(hash64("qzwhargle")), Background::kUnlisted);
  EXPECT_LT(shipped().rarity(hash64("seismic")), Background::kUnlisted);
}

TEST(Background, A_bad_row_is_refused_by_its_line) {
  const fs::path file = written("background_bad.tsv", "# head\nthe\t127\nquake\tmany\n");
  try {
    const Background background(file);
    FAIL() << "taken";
  } catch (const BrokenWorld& broken) {
    EXPECT_THAT(broken.what(), testing::HasSubstr(":3:"));
  }
}

TEST(Background, A_rarity_beyond_the_unlisted_is_refused) {
  EXPECT_THROW(Background(written("background_far.tsv", "quake\t900\n")), BrokenWorld);
}

}  // namespace
}  // namespace crossread
