#include "text/words.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

std::vector<std::string> forms(std::string_view text) {
  std::vector<std::string> found;
  for (const Word& word : words(text, {0, static_cast<std::uint32_t>(text.size())})) {
    found.push_back(folded(word.span.in(text)));
    EXPECT_EQ(hash64(found.back()), word.hash) << "the hash is that of the folded form";
  }
  return found;
}

TEST(Words, Are_folded_to_one_form) {
  const struct {
    std::string_view text;
    std::vector<std::string> expected;
  } rows[] = {
      {"The U.S. said", {"the", "us", "said"}},
      {"Trump's, Trump’s and Trump s vow", {"trump", "trump", "and", "trump", "vow"}},
      {"don't don’t", {"dont", "dont"}},
      {"São Tomé, Kraków", {"sao", "tome", "krakow"}},
      {"al-Asad 16 11.5", {"al", "asad", "16", "11", "5"}},
      {"end. Next", {"end", "next"}},
      {"", {}},
      {"Київ", {"киів"}},
  };
  for (const auto& row : rows) EXPECT_EQ(forms(row.text), row.expected) << row.text;
}

TEST(Words, Of_a_body_leave_out_what_lies_between_its_ranges) {
  Report report;
  report.text = "World news\nRain fell.\nShow more\nRivers rose.";
  report.body = {{11, 21}, {32, 44}};
  std::vector<std::string> found;
  for (const Word& word : body_words(report)) found.emplace_back(word.span.in(report.text));
  EXPECT_EQ(found, (std::vector<std::string>{"Rain", "fell", "Rivers", "rose"}));
}

}  // namespace
}  // namespace crossread
