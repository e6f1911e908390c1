#include "store/search_words.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <random>

namespace crossread {
namespace {

class SearchWordsTest : public testing::Test {
 protected:
  std::string expression(std::string_view typed) { return match_expression(search_words(typed, tokenizer_)); }

  SQLite::Database database_{":memory:", SQLite::OPEN_READWRITE};
  Tokenizer tokenizer_{database_.getHandle()};
};

TEST_F(SearchWordsTest, What_is_typed_becomes_an_expression) {
  const struct {
    std::string typed;
    std::string expected;
  } rows[] = {
      {"", ""},
      {"oil", "({title text} : \"oil\")"},
      {"Oil U.S.", "({title text} : \"oil\") AND ({title text} : \"u\" + \"s\")"},
      {"a OR b c", "({title text} : \"a\" OR {title text} : \"b\") AND ({title text} : \"c\")"},
      {"OR a OR", "({title text} : \"a\")"},
      {"title:oil -text:\"crude oil\"", "((title : \"oil\")) NOT (text : \"crude\" + \"oil\")"},
      {"tank* \"oil tan\"*", "({title text} : \"tank\" *) AND ({title text} : \"oil\" + \"tan\" *)"},
      {"ta* \"oil ta\"*", "({title text} : \"ta\") AND ({title text} : \"oil\" + \"ta\")"},
      {"\"open", "({title text} : \"open\")"},
      {"NEAR(a, b)", "({title text} : \"near\" + \"a\") AND ({title text} : \"b\")"},
      {"-oil", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(expression(row.typed), row.expected) << row.typed;
}

TEST_F(SearchWordsTest, No_query_is_an_error) {
  database_.exec(
      "CREATE VIRTUAL TABLE search USING fts5 (title, text, outlet, content = '', "
      "tokenize = 'unicode61 remove_diacritics 2')");
  std::mt19937_64 random(1);
  const std::string_view pieces[] = {
      "\"",   "*",   "-",    "(",      ")",     ":",  "^", "+", " ",
      "OR",   "NOT", "NEAR", "title:", "text:", "a",  "é", "́",  std::string_view("\0", 1),
      "\xff", "{",   "}",    "'",      ",",     "東", "\n"};
  for (int round = 0; round < 3000; ++round) {
    std::string typed;
    for (std::size_t i = random() % 12; i > 0; --i) typed += pieces[random() % std::size(pieces)];
    const std::string match = expression(typed);
    if (match.empty()) continue;
    SQLite::Statement ask(database_, "SELECT rowid FROM search WHERE search MATCH ?");
    ask.bind(1, match);
    EXPECT_NO_THROW(ask.executeStep()) << typed << " as " << match;
  }
}

TEST_F(SearchWordsTest, A_very_long_query_is_cut_at_a_character) {
  std::string typed;
  while (typed.size() < 100'000) typed += "é";
  const SearchWords words = search_words(typed, tokenizer_);
  ASSERT_EQ(words.all.size(), 1U);
  EXPECT_EQ(words.all[0][0].tokens[0], std::string(2048, 'e'));
  std::string many;
  for (int i = 0; i < 500; ++i) many += "a" + std::to_string(i) + ' ';
  EXPECT_EQ(search_words(many, tokenizer_).all.size(), 64U);
}

}  // namespace
}  // namespace crossread
