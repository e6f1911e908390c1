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

TEST_F(Fields, Of_a_word_come_in_order_of_their_types) {
  const EventFields fields = read("strike\tverb\tPROTEST\nstrike\tverb\tASSAULT\nsay\tverb\tSPEECH\n");
  const std::vector<EventField> both = {static_cast<EventField>(EventType::protest),
                                        static_cast<EventField>(EventType::assault)};
  EXPECT_EQ(fields.of("strike", FieldWord::verb), both);
  EXPECT_EQ(fields.of("say", FieldWord::verb), std::vector<EventField>{kSpeechField});
  EXPECT_TRUE(fields.of("strike", FieldWord::noun).empty());
}

TEST_F(Fields, Of_no_type_are_refused) {
  EXPECT_THROW(read("strike\tverb\tSTRIKE\n"), BrokenWorld);
  EXPECT_THROW(read("strike\tword\tPROTEST\n"), BrokenWorld);
}

TEST(EventFieldsTable, Is_whole) {
  const EventFields fields(data_folder() / "lexicon/en");
  EXPECT_FALSE(fields.of("capsize", FieldWord::verb).empty());
}

}  // namespace
}  // namespace crossread::account
