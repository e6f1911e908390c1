#include "claim/part_words.h"

#include <gtest/gtest.h>

#include "made/story.h"

namespace crossread::claim {
namespace {

TEST(PartWords, A_number_is_a_part_by_the_words_about_it) {
  const PartWords words(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data/lexicon/en/part_words.tsv");
  struct Row {
    std::string text;
    std::string number;
    bool part;
  };
  const std::vector<Row> rows = {
      {"Two of the dead were pilots.", "Two", true},
      {"All but one of the bridges held.", "one", true},
      {"Another 17 were treated.", "17", true},
      {"The clerk found 21 more ballots.", "21", true},
      {"Nine people died, four women among them.", "Nine", false},
      {"The flood killed 9 people.", "9", false},
      {"Of the crew of the barge 12 swam.", "12", false},
  };
  for (const Row& row : rows) {
    const ByteSpan line{0, static_cast<std::uint32_t>(row.text.size())};
    EXPECT_EQ(words.is_part(row.text, made::span_of(row.text, row.number), line), row.part) << row.text;
  }
}

TEST(PartWords, Words_outside_of_its_line_say_nothing) {
  const PartWords words(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data/lexicon/en/part_words.tsv");
  const std::string text = "and another\n17 were treated";
  const auto number = made::span_of(text, "17");
  EXPECT_FALSE(words.is_part(text, number, {number.begin, static_cast<std::uint32_t>(text.size())}));
}

}  // namespace
}  // namespace crossread::claim
