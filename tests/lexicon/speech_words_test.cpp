// The table of words by which somebody says something.
#include "lexicon/speech_words.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/fault.h"
#include "scratch_folder.h"

namespace crossread {
namespace {

std::filesystem::path folder_with(std::string_view rows) {
  const std::filesystem::path folder = test::scratch() / "speech_words_test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "speech_acts.tsv") << rows;
  return folder;
}

TEST(SpeechWords, GiveTheActOfALemmaInItsPattern) {
  const SpeechWords words(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data/lexicon/en");
  EXPECT_EQ(words.act("say", SpeechKind::verb, "clause"), Act::say);
  EXPECT_EQ(words.act("accuse", SpeechKind::verb, "of"), Act::accuse);
  EXPECT_EQ(words.act("call", SpeechKind::verb, "for"), Act::demand);
  EXPECT_EQ(words.act("say", SpeechKind::verb, "infinitive"), std::nullopt);
  EXPECT_EQ(words.act("table", SpeechKind::verb, "clause"), std::nullopt);
  EXPECT_TRUE(words.is_document("report"));
}

TEST(SpeechWords, RefuseABadRow) {
  for (const std::string_view row :
       {"say\tverb\tsing\tclause\n", "say\tadverb\tsay\tclause\n", "say\tverb\tsay\tsideways\n", "say\tverb\tsay\n",
        "say\tverb\tsay\tclause\nsay\tverb\task\tclause\n"}) {
    EXPECT_THROW(SpeechWords{folder_with(row)}, BrokenWorld) << row;
  }
}

}  // namespace
}  // namespace crossread
