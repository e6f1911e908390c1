#include "account/event_fields.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/data_folder.h"
#include "base/fault.h"
#include "scratch_folder.h"

namespace crossread::account {
namespace {

class Fields : public testing::Test {
 protected:
  EventFields read(const std::string& rows) const {
    std::ofstream(folder_.path() / "event_fields.tsv") << rows;
    return EventFields(folder_.path());
  }
  test::ScratchFolder folder_;
};

EventField field(EventType type) {
  return static_cast<EventField>(type);
}

TEST_F(Fields, Of_a_word_come_in_order_of_their_types) {
  const EventFields fields =
      read("strike\tverb\tPROTEST\tpossible\nstrike\tverb\tASSAULT\tsure\nsay\tverb\tSPEECH\tlikely\n");
  const std::vector<KnownField> both = {{field(EventType::protest), Surety::possible},
                                        {field(EventType::assault), Surety::sure}};
  EXPECT_EQ(fields.of("strike", FieldWord::verb), both);
  EXPECT_EQ(fields.of("say", FieldWord::verb), (std::vector<KnownField>{{kSpeechField, Surety::likely}}));
  EXPECT_TRUE(fields.of("strike", FieldWord::noun).empty());
}

TEST_F(Fields, Of_a_phrase_stand_with_its_first_word) {
  const EventFields fields = read("call off\tverb\tREJECT\tsure\ncall off strike\tverb\tCONCEDE\tlikely\n");
  EXPECT_TRUE(fields.of("call", FieldWord::verb).empty());
  ASSERT_EQ(fields.phrases_of("call").size(), 2U);
  EXPECT_EQ(fields.phrases_of("call")[0].rest, std::vector<std::string>{"off"});
  EXPECT_EQ(fields.phrases_of("call")[1].rest, (std::vector<std::string>{"off", "strike"}));
  EXPECT_TRUE(fields.phrases_of("off").empty());
}

TEST_F(Fields, Tell_how_a_verb_stands_to_its_parties) {
  const EventFields fields = read("die\tverb\tUNDERGO\tlikely\ndie\tverb\tDEATH\tsure\n");
  EXPECT_TRUE(fields.has("die", VerbTrait::undergo));
  EXPECT_FALSE(fields.has("die", VerbTrait::mutual));
  EXPECT_FALSE(fields.has("kill", VerbTrait::undergo));
  EXPECT_EQ(fields.of("die", FieldWord::verb).size(), 1U);
}

TEST_F(Fields, Of_no_type_are_refused) {
  EXPECT_THROW(read("strike\tverb\tSTRIKE\tsure\n"), BrokenWorld);
  EXPECT_THROW(read("strike\tword\tPROTEST\tsure\n"), BrokenWorld);
  EXPECT_THROW(read("strike\tverb\tPROTEST\tcertain\n"), BrokenWorld);
}

TEST(EventFieldsTable, Is_whole) {
  const EventFields fields(data_folder() / "lexicon/en");
  EXPECT_FALSE(fields.of("capsize", FieldWord::verb).empty());
  for (EventField type = 0; type < kEventTypeCount; ++type) EXPECT_GT(fields.sure_words(type).size(), 5U) << int{type};
}

}  // namespace
}  // namespace crossread::account
