// The model that says what is speech, and which act it is.
#include "account/speech_model.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/fault.h"
#include "scratch_folder.h"

namespace crossread::account {
namespace {

std::filesystem::path table_of(std::string_view rows) {
  const std::filesystem::path file = test::scratch() / "speech_model_test.tsv";
  std::ofstream(file) << rows;
  return file;
}

constexpr std::string_view kRows =
    "speech\talways=1\t-50\n"
    "speech\tcue=say\t80\n"
    "deny\tword=never\t190\n"
    "better\tcue=say\t-7\n"
    "say\tcue=say\t20\n"
    "accuse\tword=never\t90\n";

TEST(SpeechModel, AddsTheWeightsOfTheLooks) {
  const SpeechModel model(table_of(kRows));
  EXPECT_EQ(model.read({"always=1"}).odds, -50);
  EXPECT_FALSE(model.read({"always=1"}).is_speech());
  EXPECT_EQ(model.read({"always=1", "cue=say", "cue=unheard of"}).odds, 30);
  EXPECT_TRUE(model.read({"always=1", "cue=say"}).is_speech());
  EXPECT_EQ(model.read({"always=1", "cue=say"}).better, -7);
}

TEST(SpeechModel, NamesAnActThatLeadsFarOverPlainSaying) {
  const SpeechModel model(table_of(kRows));
  EXPECT_EQ(model.read({"cue=say", "word=never"}).act, Act::deny);
  EXPECT_EQ(model.read({"cue=say"}).act, std::nullopt);
  EXPECT_EQ(model.read({}).act, std::nullopt);
}

TEST(SpeechModel, RefusesABadRow) {
  for (const std::string_view row :
       {"speech\talways=1\n", "singing\talways=1\t5\n", "speech\talways=1\tmuch\n", "speech\talways=1\t99999\n"}) {
    EXPECT_THROW(SpeechModel{table_of(row)}, BrokenWorld) << row;
  }
  EXPECT_THROW(SpeechModel(test::scratch() / "no such table.tsv"), BrokenWorld);
}

}  // namespace
}  // namespace crossread::account
