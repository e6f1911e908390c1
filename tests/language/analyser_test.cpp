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

}  // namespace
}  // namespace crossread::language
