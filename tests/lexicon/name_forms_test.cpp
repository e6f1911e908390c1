#include "lexicon/name_forms.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace crossread {
namespace {

using Words = std::vector<std::string_view>;

struct Row {
  std::string_view letters;
  Words words;
  bool expected;
};

template <class Question>
void expect_answers(Question question, const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(question(row.letters, row.words), row.expected) << row.letters;
}

TEST(NameForms, Pieces_of_each_word_make_an_acronym) {
  expect_answers(acronym_of_pieces, {{"movgra", {"monte", "verde", "granite"}, true},
                                     {"mvgran", {"monte", "verde", "granite"}, true},
                                     {"lrstal", {"lore", "stal"}, true},
                                     {"lst", {"lore", "stal"}, false},
                                     {"lore", {"lore"}, false},
                                     {"stalo", {"lore", "stal"}, false},
                                     {"", {}, false}});
}

TEST(NameForms, A_code_of_an_exchange_may_leave_out_the_last_words) {
  expect_answers(ticker_of_pieces, {{"mont", {"montegra", "car", "ferries"}, true},
                                    {"monfer", {"montegra", "ferries", "holding"}, true},
                                    {"ferr", {"montegra", "ferries"}, false},
                                    {"mo", {"montegra"}, false},
                                    {"mon", {}, false}});
}

TEST(NameForms, Beginnings_written_as_one_stand_for_the_words) {
  expect_answers(joined_beginnings, {{"sawido", {"sarto", "widodi"}, true},
                                     {"sartowi", {"sarto", "widodi"}, true},
                                     {"sartow", {"sarto", "widodi"}, false},
                                     {"sarto", {"sarto"}, false}});
}

TEST(NameForms, Another_language_has_its_initials_in_another_order) {
  expect_answers(acronym_in_other_order, {{"ceda", {"autonomous", "departmental", "electoral", "commission"}, true},
                                          {"pnr", {"national", "renewal", "party"}, true},
                                          {"rnp", {"national", "renewal", "party"}, false},
                                          {"cedx", {"autonomous", "departmental", "electoral", "commission"}, false},
                                          {"ced", {"autonomous", "departmental", "electoral", "commission"}, false}});
}

TEST(NameForms, An_acronym_may_leave_out_one_word_within) {
  expect_answers(acronym_with_gap, {{"ndma", {"national", "disaster", "risk", "management", "authority"}, true},
                                    {"ndrm", {"national", "disaster", "risk", "management", "authority"}, false},
                                    {"na", {"national", "disaster", "authority"}, false},
                                    {"naa", {"national", "disaster", "agency", "authority"}, true}});
}

TEST(NameForms, Codes_of_exchanges_are_told_by_their_form) {
  EXPECT_EQ(ticker("MONT.OL"), "MONT");
  EXPECT_EQ(ticker("PETRA4.SA"), "PETRA");
  for (const std::string_view written : {"", "MONT", "U.S", "Mont.OL", "MONT.OSLO", "MONT.", ".OL", "600519.SS"})
    EXPECT_EQ(ticker(written), "") << written;
}

TEST(NameForms, A_short_forename_is_the_beginning_or_the_end_of_the_long_one) {
  EXPECT_TRUE(short_forename("alex", "alexander"));
  EXPECT_TRUE(short_forename("adekunle", "kunle"));
  EXPECT_FALSE(short_forename("eric", "erica"));
  EXPECT_FALSE(short_forename("ola", "pola"));
  EXPECT_FALSE(short_forename("dan", "jordan"));
  EXPECT_FALSE(short_forename("", ""));
}

TEST(NameForms, Words_of_one_stem_differ_by_their_endings) {
  EXPECT_TRUE(same_stem("emergencies", "emergency"));
  EXPECT_TRUE(same_stem("geology", "geological"));
  EXPECT_TRUE(same_stem("electoral", "election"));
  EXPECT_FALSE(same_stem("social", "socialist"));
  EXPECT_FALSE(same_stem("internal", "international"));
  EXPECT_FALSE(same_stem("mine", "mines"));
}

}  // namespace
}  // namespace crossread
