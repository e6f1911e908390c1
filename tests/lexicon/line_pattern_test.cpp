#include "lexicon/line_pattern.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

std::vector<LineToken> tokens(std::string_view line) {
  return line_tokens(line, {0, static_cast<std::uint32_t>(line.size())});
}

std::string forms(std::string_view line) {
  std::string all;
  for (const LineToken& token : tokens(line)) all += (all.empty() ? "" : " ") + token.form;
  return all;
}

TEST(LinePattern, A_line_is_cut_into_words_numbers_and_marks) {
  const struct {
    std::string_view line;
    std::string_view forms;
  } rows[] = {
      {"3MIN READ", "3 min read"},
      {"Don't miss: U.S. vote", "dont miss : us vote"},
      {"City | Gujarat » Nation", "city | gujarat | nation"},
      {"Home / World", "home | world"},
      {"AFP/Getty", "afp getty"},
      {"V.1.0 - Beta", "v 1.0 beta"},
      {"7:05 p.m.", "7 : 05 pm"},
      {"© 2025 Zoë’s", "© 2025 zoe"},
      {"Loading...", "loading ..."},
      {"Loading…", "loading ..."},
      {"a@b.example", "a @ b example"},
      {"", ""},
      {"***", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(forms(row.line), row.forms) << row.line;
}

TEST(LinePattern, Tokens_know_their_place) {
  const std::string_view line = "  By Zoë, 3 min";
  for (const LineToken& token : tokens(line)) EXPECT_LE(token.span.end, line.size());
  EXPECT_EQ(tokens(line)[1].span.in(line), "Zoë");
}

TEST(LinePattern, Patterns_take_what_they_say) {
  const struct {
    std::string_view pattern;
    std::string_view line;
    bool matches;
  } rows[] = {
      {"# min/mins read", "3 min read", true},
      {"# min/mins read", "three mins read", true},
      {"# min/mins read", "min read", false},
      {"# min/mins read", "3 min read more", false},
      {"(also) read : *", "Also read: Rain", true},
      {"(also) read : *", "Read: Rain", true},
      {"(also) read : *", "Read Rain", false},
      {"sign up * newsletter *", "Sign up for the newsletter", true},
      {"sign up * newsletter *", "Sign up now", false},
      {"from ~ in ~", "From Silva in Porto", true},
      {"from ~ in ~", "From : in Porto", false},
      {"* reserved", "All rights reserved", true},
      {"* reserved", "reserved", true},
      {"a/#", "a", true},
      {"a/#", "7", true},
      {"a/#", "b", false},
      {"(#) comments", "12 comments", true},
      {"(#) comments", "comments", true},
  };
  for (const auto& row : rows) {
    const auto pattern = LinePattern::read(row.pattern);
    ASSERT_TRUE(pattern) << row.pattern;
    EXPECT_EQ(pattern->matches(tokens(row.line)), row.matches) << row.pattern << ": " << row.line;
  }
}

TEST(LinePattern, What_is_no_pattern_is_refused) {
  for (const std::string_view written : {"", "(a", "()", "a//b", "a  b", "/a"}) {
    EXPECT_FALSE(LinePattern::read(written)) << written;
  }
}

TEST(LinePattern, It_knows_how_much_it_asks) {
  EXPECT_EQ(LinePattern::read("(also) read : * # ~")->needed_words(), 1u);
  EXPECT_EQ(LinePattern::read("# : *")->needed_words(), 0u);
  EXPECT_TRUE(LinePattern::read("read *")->open());
  EXPECT_FALSE(LinePattern::read("read ~")->open());
  EXPECT_EQ(LinePattern::read("read/see more")->first_words(), (std::vector<std::string>{"read", "see"}));
  EXPECT_TRUE(LinePattern::read("(read) more")->first_words().empty());
  EXPECT_TRUE(LinePattern::read("a/# min")->first_words().empty());
}

}  // namespace
}  // namespace crossread
