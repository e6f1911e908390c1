// The readers of the tables that the language stage asks: the shipped tables are read, and a bad row is refused.
#include <gmock/gmock.h>

#include <fstream>

#include "base/fault.h"
#include "lexicon/abbreviations.h"
#include "lexicon/calendar_words.h"
#include "lexicon/name_tables.h"
#include "lexicon/number_words.h"
#include "lexicon/quantity_words.h"
#include "lexicon/tense_words.h"
#include "lexicon/word_set.h"
#include "scratch_folder.h"

namespace crossread {
namespace {

std::filesystem::path shipped() {
  return std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data" / "lexicon" / "en";
}

// A folder that holds one table with these rows.
std::filesystem::path folder_with(const std::string& table, const std::string& rows) {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  const std::filesystem::path folder = test::scratch() / test->name();
  std::filesystem::create_directories(folder);
  std::ofstream(folder / table, std::ios::binary) << rows;
  return folder;
}

WordId id(const Vocabulary& vocabulary, std::string_view word) {
  std::string scratch;
  return vocabulary.find(word, scratch);
}

TEST(Vocabulary, Finds_a_word_in_any_case_and_with_either_apostrophe) {
  Vocabulary vocabulary;
  const WordId word = vocabulary.add("qur'an");
  EXPECT_EQ(id(vocabulary, "Qur\u2019an"), word);
  EXPECT_EQ(id(vocabulary, "QUR'AN"), word);
  EXPECT_EQ(id(vocabulary, "koran"), kNoWord);
  EXPECT_EQ(vocabulary.add("S\u00e3o"), vocabulary.add("Sao"));
}

TEST(Phrases, Give_the_longest_that_begins_at_a_word) {
  Vocabulary vocabulary;
  Phrases phrases;
  EXPECT_TRUE(phrases.add(vocabulary, "prime minister", 1));
  EXPECT_TRUE(phrases.add(vocabulary, "prime", 2));
  EXPECT_FALSE(phrases.add(vocabulary, "prime", 3));
  const std::vector<WordId> words = {id(vocabulary, "prime"), id(vocabulary, "minister"), kNoWord};
  EXPECT_EQ(phrases.longest(words, 0).words, 2U);
  EXPECT_EQ(phrases.longest(words, 0).value, 1U);
  EXPECT_FALSE(phrases.longest(words, 1));
  EXPECT_FALSE(phrases.whole(words));
}

TEST(Phrases, Are_split_as_text_is) {
  EXPECT_THAT(phrase_words("al-Qaeda's men"), testing::ElementsAre("al", "-", "Qaeda", "'s", "men"));
}

TEST(Abbreviations, Say_what_the_stop_may_mean) {
  Vocabulary vocabulary;
  const Abbreviations table(shipped(), vocabulary);
  EXPECT_EQ(table.kind(id(vocabulary, "Gen."), true), AbbreviationKind::title);
  EXPECT_EQ(table.kind(id(vocabulary, "jan."), true), AbbreviationKind::number);
  EXPECT_EQ(table.kind(id(vocabulary, "wash."), false), AbbreviationKind::none);
  EXPECT_THROW(Abbreviations(folder_with("abbreviations.tsv", "gen\ttitle\tany\n"), vocabulary), BrokenWorld);
  EXPECT_THROW(Abbreviations(folder_with("abbreviations.tsv", "gen.\tkind\tany\n"), vocabulary), BrokenWorld);
}

TEST(NumberWords, Tell_kind_and_value) {
  Vocabulary vocabulary;
  const NumberWords table(shipped(), vocabulary);
  EXPECT_EQ(table[id(vocabulary, "forty")].value, 40);
  EXPECT_EQ(table[id(vocabulary, "million")].kind, NumberWordKind::scale);
  EXPECT_EQ(table[kNoWord].kind, NumberWordKind::none);
  EXPECT_THROW(NumberWords(folder_with("number_words.tsv", "two\tunit\ttwo\n"), vocabulary), BrokenWorld);
}

TEST(CalendarWords, Tell_what_a_word_says_of_time) {
  Vocabulary vocabulary;
  const CalendarWords table(shipped(), vocabulary);
  EXPECT_EQ(table[id(vocabulary, "September")].month, 9);
  EXPECT_EQ(table[id(vocabulary, "Sunday")].weekday, 6);
  EXPECT_EQ(table[id(vocabulary, "weeks")].unit, TimeUnit::week);
  EXPECT_TRUE(table[id(vocabulary, "weeks")].plural);
  EXPECT_EQ(table[id(vocabulary, "noon")].clock, 720);
  EXPECT_EQ(table[id(vocabulary, "evening")].day_part, "EV");
  EXPECT_EQ(table[id(vocabulary, "EST")].zone, -300);
  EXPECT_EQ(table[kNoWord].month, 0);
}

TEST(TenseWords, Tell_past_from_future) {
  Vocabulary vocabulary;
  const TenseWords table(shipped(), vocabulary);
  EXPECT_EQ(table[id(vocabulary, "said")], TenseHint::past);
  EXPECT_EQ(table[id(vocabulary, "will")], TenseHint::future);
}

TEST(QuantityWords, Name_units_and_currencies) {
  Vocabulary vocabulary;
  const QuantityWords table(shipped(), vocabulary);
  const std::vector<WordId> words = {id(vocabulary, "per"), id(vocabulary, "cent")};
  EXPECT_EQ(table.unit(table.units().longest(words, 0).value), "percent");
  EXPECT_EQ(table.singular(id(vocabulary, "airmen")), "airman");
  EXPECT_EQ(table.singular(kNoWord), "");
}

TEST(NameTables, Know_the_world) {
  Vocabulary vocabulary;
  const NameTables table(shipped(), vocabulary);
  const std::vector<WordId> words = {id(vocabulary, "United"), id(vocabulary, "States")};
  const auto match = table.places().longest(words, 0);
  ASSERT_TRUE(match);
  EXPECT_EQ(table.place(match.value).country, "USA");
  EXPECT_EQ(table.head(id(vocabulary, "ministry")), EntityKind::organisation);
  EXPECT_TRUE(table.forenames().has(id(vocabulary, "Hassan")));
  EXPECT_TRUE(table.common().has(id(vocabulary, "talks")));
  const NameEvidence in = table.beside_name(id(vocabulary, "in"), ContextSide::before);
  EXPECT_GT(in.place, in.person);
}

TEST(WordSets, Hold_one_word_a_row) {
  Vocabulary vocabulary;
  EXPECT_THROW(WordSet(folder_with("set.tsv", "one\ttwo\n") / "set.tsv", vocabulary), BrokenWorld);
}

}  // namespace
}  // namespace crossread
