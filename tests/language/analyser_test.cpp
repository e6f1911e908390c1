// Properties of an Analysis, whatever the text.
#include "language/analyser.h"

#include <gmock/gmock.h>

#include <random>

#include "language/analysis_checks.h"
#include "language/reading.h"

namespace crossread::language {
namespace {

// Texts of pieces that the rules know and pieces that disturb them; the same on every machine.
std::vector<std::string> random_texts() {
  static constexpr std::array<std::string_view, 44> kPieces = {
      "Friday", "last",  "the",     "Jan.",   "3",         "2020",       ",",        ".",         "\"",
      "“",      "”",     "Okoro s", "U.S.",   "a.m.",      "ten days",   "ago",      "at least",  "11",
      "of",     "which", "$1.5bn",  "-",      "al-Asad",   "Mr",         "Ministry", "of Health", "\n\n",
      "\n",     "3,000", "dozens",  "%",      "Erdoğan’s", "中文",       "é",        "...",       "didn't",
      "UN",     "(",     ")",       "\u00a0", "\u200b",    "the end of", "later",    "noon"};
  std::mt19937 random(20201108);  // NOLINT: a fixed seed on purpose
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i) {
    std::string text;
    const std::size_t words = random() % 40;
    for (std::size_t word = 0; word < words; ++word) {
      text += kPieces[random() % kPieces.size()];
      if (random() % 4 != 0) text += ' ';
    }
    texts.push_back(text);
  }
  return texts;
}

TEST(Analysis, Of_any_text_keeps_its_promises) {
  for (const std::string& text : random_texts()) {
    const Report report = report_of(text, "2020-01-10");
    EXPECT_EQ(flaw_of(report, analyser().analyse(report)), "") << text;
  }
}

// Found by fuzz_analyse: mending turned the backtick and its blank around, and no token covered it.
TEST(Analysis, Covers_signs_that_mending_moves) {
  const Report report = report_of("Te US s~ai` lazl-A)j.os lazer!");
  EXPECT_EQ(flaw_of(report, analyser().analyse(report)), "");
}

TEST(Analysis, Is_a_function_of_the_report) {
  for (const std::string& text : random_texts()) EXPECT_EQ(read(text, "2020-01-10"), read(text, "2020-01-10"));
}

TEST(Analysis, Of_an_empty_report_is_empty) {
  EXPECT_EQ(read(""), Analysis{});
}

TEST(Analysis, Needs_its_tables) {
  EXPECT_THROW(Analyser("/nowhere/at/all"), BrokenWorld);
}

// ---- given words ----

GivenWords words_of(const Analysis& analysis, std::string_view text) {
  GivenWords given;
  for (const Token& token : analysis.tokens) given.words.push_back({std::string(token.span.in(text)), token.span});
  for (const Sentence& sentence : analysis.sentences) {
    given.sentences.push_back({sentence.first_token, sentence.end_token, ""});
  }
  return given;
}

TEST(Given_words, That_are_the_own_ones_change_nothing) {
  const std::string text =
      "LAGOS, Jan. 9 — Kofi Mensah didn't pay $1.5bn to Okoro's Ministry of Health on Friday, the U.N. said.\n\n"
      "\"At least 11 missiles hit B2B Ltd. at 5 p.m.,\" he wrote to press@example.org. WE DON'T KNOW.";
  const Report report = report_of(text, "2020-01-10");
  const Analysis own = analyser().analyse(report);
  ASSERT_FALSE(own.mentions.empty());
  EXPECT_EQ(analyser().analyse_given(report, words_of(own, text)), own);
}

TEST(Given_words, Are_kept_as_they_are) {
  const std::string text = "I can t ,really 20 000\n\nit";
  GivenWords given;
  given.words = {{"I", {0, 1}},       {"can", {2, 5}},      {"t", {6, 7}},   {",", {8, 9}},
                 {"really", {9, 15}}, {"20 000", {16, 22}}, {"i", {24, 25}}, {"so", {25, 26}}};
  given.sentences = {{0, 3, "a"}, {3, 7, "b"}, {7, 8, "c"}};
  const Analysis analysis = analyser().analyse_given(report_of(text), given);
  ASSERT_EQ(analysis.tokens.size(), given.words.size());
  for (std::size_t i = 0; i < given.words.size(); ++i) EXPECT_EQ(analysis.tokens[i].span, given.words[i].span);
  ASSERT_EQ(analysis.sentences.size(), 3u);
  EXPECT_EQ(analysis.sentences[1].span, (ByteSpan{8, 25}));
}

TEST(Given_words, Of_any_text_keep_the_promises) {
  for (const std::string& text : random_texts()) {
    const Report report = report_of(text, "2020-01-10");
    const GivenWords given = words_of(analyser().analyse(report), text);
    EXPECT_EQ(flaw_of(report, analyser().analyse_given(report, given)), "") << text;
  }
}

// One written character for two words: the second has no bytes of its own, and stays.
TEST(Given_words, Without_bytes_stay_in_their_sentence) {
  GivenWords given;
  given.words = {{"a", {0, 2}}, {"los", {2, 2}}};
  given.sentences = {{0, 2, ""}};
  const Analysis analysis = analyser().analyse_given(report_of("é"), given);
  ASSERT_EQ(analysis.tokens.size(), 2u);
  EXPECT_EQ(analysis.sentences[0].end_token, 2u);
}

}  // namespace
}  // namespace crossread::language
