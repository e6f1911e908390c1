#include "account/frames.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/data_folder.h"
#include "base/fault.h"
#include "scratch_folder.h"

namespace crossread::account {
namespace {

class Frames : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  EventFrames read(const std::string& words, const std::string& frames) const {
    std::ofstream(folder_ / "event_words.tsv") << words;
    std::ofstream(folder_ / "event_frames.tsv") << frames;
    return EventFrames(folder_);
  }
  std::filesystem::path folder_ =
      test::scratch() / (std::string("frames_") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(Frames, With_most_conditions_are_tried_first) {
  const EventFrames frames = read("rocket\tnoun\tclass:arms\n",
                                  "launch\tverb\t-\tBUSINESS\t-\t-\t500\n"
                                  "launch\tverb\to=@arms|shell at=*\tASSAULT\theavy-weapons\tat:r\t800\n");
  const auto found = frames.of("launch", WordClass::verb);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].mode, EventMode::heavy_weapons);
  EXPECT_EQ(found[0].conditions[0].words, (std::vector<std::string>{"rocket", "shell"}));
  EXPECT_TRUE(found[0].conditions[1].words.empty());
  EXPECT_EQ(found[0].roles[0], (SlotRole{"at", FrameRole::recipient}));
  EXPECT_EQ(found[1].type, EventType::business);
  EXPECT_TRUE(frames.of("launch", WordClass::noun).empty());
}

TEST_F(Frames, Refuse_bad_rows) {
  const std::string good = "rocket\tnoun\tweapon:heavy-weapons\n";
  for (const std::string row :
       {"a\tverb\to=@none\tAID\t-\t-\t5\n", "a\tverb\t-\tWAR\t-\t-\t5\n", "a\tverb\t-\tAID\tdrone\t-\t5\n",
        "a\tverb\t-\tAID\t-\ts:x\t5\n", "a\tverb\tx\tAID\t-\t-\t5\n", "a\tverb\t-\tAID\t-\t-\t5000\n"})
    EXPECT_THROW(read(good, row), BrokenWorld) << row;
  for (const std::string row : {"a\tnoun\tx\n", "a\tnoun\tcue:x\n", "a\tnoun\tweapon:visit\n", "a\tnoun\tx:y\n"})
    EXPECT_THROW(read(row, ""), BrokenWorld) << row;
}

TEST(ShippedFrames, Know_words_cues_and_weapons) {
  const EventFrames frames(data_folder() / "lexicon/en");
  EXPECT_FALSE(frames.of("arrest", WordClass::verb).empty());
  EXPECT_EQ(frames.cue("threaten", WordClass::verb), Cue::threat);
  EXPECT_EQ(frames.mode_of_weapon("drone"), EventMode::drone);
}

}  // namespace
}  // namespace crossread::account
