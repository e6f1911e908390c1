#include "lineage/retelling.h"

#include <gtest/gtest.h>

#include "lineage_samples.h"

namespace crossread {
namespace {

double told(const std::string& text, const std::string& other) {
  const Report a = report_of("a", text);
  const Report b = report_of("b", other);
  const std::vector<Word> words_a = body_words(a);
  const std::vector<Word> words_b = body_words(b);
  const CommonWords& common = tables().common;
  return Outline(reading({&a, &words_a}), common).told_in(Outline(reading({&b, &words_b}), common));
}

TEST(Retelling, Is_found_sentence_by_sentence_in_any_words_between) {
  const std::string first = "A sheared bolt jammed the haulage wheel. Prosecutors seized the maintenance ledgers.";
  const struct {
    std::string other;
    double expected;
  } rows[] = {
      {first, 1},
      {"The ledgers of maintenance? Prosecutors seized them. The wheel of the haulage was jammed by a sheared bolt.",
       1},
      {"It was a bolt that had sheared. Haulage stopped: the wheel jammed, sheared metal everywhere.", 0.5},
      {"Plums were dear. Frost burnt the blossom.", 0},
      {"", 0},
  };
  for (const auto& row : rows) EXPECT_NEAR(told(first, row.other), row.expected, 0.1) << row.other;
  EXPECT_EQ(told("", first), 0);
}

TEST(Retelling, Finds_a_sentence_that_was_cut_in_two) {
  EXPECT_EQ(told("Guides abseiled from the pylon and lowered tourists in canvas slings.",
                 "Guides abseiled from the pylon. They lowered the tourists in canvas slings."),
            1);
}

}  // namespace
}  // namespace crossread
