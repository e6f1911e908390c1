#include "lexicon/lemmas.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "base/fault.h"
#include "lexicon/table.h"
#include "scratch_folder.h"

namespace crossread {
namespace {

namespace fs = std::filesystem;

const fs::path kTables = CROSSREAD_SOURCE_DIR "/data/lexicon/en";

const Lemmas& shipped() {
  static const Lemmas lemmas(kTables);
  return lemmas;
}

std::string lemma(std::string_view form, Upos upos, Xpos xpos) {
  std::string found = "what stood here before";
  shipped().find(form, upos, xpos, found);
  return found;
}

fs::path folder_with(const std::string& name, const std::string& endings, const std::string& capitals) {
  const fs::path folder = test::scratch() / name;
  fs::create_directories(folder);
  std::ofstream(folder / "lemmas.tsv") << endings;
  std::ofstream(folder / "lemma_capitals.tsv") << capitals;
  return folder;
}

struct Case {
  const char* form;
  Upos upos;
  Xpos xpos;
  const char* lemma;
};

TEST(Lemmas, A_word_takes_its_dictionary_form) {
  const Case rows[] = {
      {"said", Upos::verb, Xpos::vbd, "say"},
      {"Said", Upos::verb, Xpos::vbd, "say"},
      {"overthrew", Upos::verb, Xpos::vbd, "overthrow"},
      {"faded", Upos::verb, Xpos::vbd, "fade"},
      {"stopped", Upos::verb, Xpos::vbn, "stop"},
      {"evacuating", Upos::verb, Xpos::vbg, "evacuate"},
      {"denies", Upos::verb, Xpos::vbz, "deny"},
      {"was", Upos::aux, Xpos::vbd, "be"},
      {"ministers", Upos::noun, Xpos::nns, "minister"},
      {"casualties", Upos::noun, Xpos::nns, "casualty"},
      {"women", Upos::noun, Xpos::nns, "woman"},
      {"larger", Upos::adj, Xpos::jjr, "large"},
      {"worst", Upos::adj, Xpos::jjs, "bad"},
      {"building", Upos::noun, Xpos::nn, "building"},
      {"building", Upos::verb, Xpos::vbg, "build"},
      {"them", Upos::pron, Xpos::prp, "they"},
      {"me", Upos::pron, Xpos::prp, "I"},
      {"I", Upos::pron, Xpos::prp, "I"},
      {"The", Upos::det, Xpos::dt, "the"},
  };
  for (const Case& row : rows) EXPECT_EQ(lemma(row.form, row.upos, row.xpos), row.lemma) << row.form;
}

TEST(Lemmas, Words_that_no_treebank_has_follow_their_endings) {
  const Case rows[] = {
      {"blorked", Upos::verb, Xpos::vbd, "blork"},       {"drabbled", Upos::verb, Xpos::vbd, "drabble"},
      {"grommified", Upos::verb, Xpos::vbn, "grommify"}, {"snibbing", Upos::verb, Xpos::vbg, "snib"},
      {"quorlies", Upos::noun, Xpos::nns, "quorly"},     {"frobboxes", Upos::noun, Xpos::nns, "frobbox"},
  };
  for (const Case& row : rows) EXPECT_EQ(lemma(row.form, row.upos, row.xpos), row.lemma) << row.form;
}

TEST(Lemmas, Shortened_words_are_told_apart_by_their_tags) {
  const Case rows[] = {
      {"n't", Upos::part, Xpos::rb, "not"}, {"n’t", Upos::part, Xpos::rb, "not"},  {"'s", Upos::aux, Xpos::vbz, "be"},
      {"’s", Upos::aux, Xpos::vbz, "be"},   {"'s", Upos::part, Xpos::pos, "'s"},   {"'ll", Upos::aux, Xpos::md, "will"},
      {"'re", Upos::aux, Xpos::vbp, "be"},  {"'ve", Upos::aux, Xpos::vbp, "have"}, {"ca", Upos::aux, Xpos::md, "can"},
      {"wo", Upos::aux, Xpos::md, "will"},
  };
  for (const Case& row : rows) EXPECT_EQ(lemma(row.form, row.upos, row.xpos), row.lemma) << row.form;
}

TEST(Lemmas, Names_keep_their_capitals_and_other_words_do_not) {
  const Case rows[] = {
      {"Zerdaw", Upos::propn, Xpos::nnp, "Zerdaw"},
      {"McAllister", Upos::propn, Xpos::nnp, "McAllister"},
      {"O’Brien", Upos::propn, Xpos::nnp, "O'Brien"},
      {"Ångström", Upos::propn, Xpos::nnp, "Ångström"},
      {"Nations", Upos::propn, Xpos::nnps, "Nation"},
      {"American", Upos::adj, Xpos::jj, "American"},
      {"POLICE", Upos::noun, Xpos::nns, "police"},
      {"Étude", Upos::noun, Xpos::nn, "étude"},
      {"GPS", Upos::noun, Xpos::nn, "GPS"},
      {"https://a.example/Q", Upos::x, Xpos::add, "https://a.example/Q"},
  };
  for (const Case& row : rows) EXPECT_EQ(lemma(row.form, row.upos, row.xpos), row.lemma) << row.form;
}

TEST(Lemmas, Numbers_lose_the_commas_of_thousands) {
  const Case rows[] = {
      {"4,500", Upos::num, Xpos::cd, "4500"},   {"1,234,567", Upos::num, Xpos::cd, "1234567"},
      {"3,40", Upos::num, Xpos::cd, "3,40"},    {"12,3456", Upos::num, Xpos::cd, "12,3456"},
      {",500", Upos::num, Xpos::cd, ",500"},    {"Twelve", Upos::num, Xpos::cd, "twelve"},
      {"4,500", Upos::noun, Xpos::nn, "4,500"},
  };
  for (const Case& row : rows) EXPECT_EQ(lemma(row.form, row.upos, row.xpos), row.lemma) << row.form;
}

TEST(Lemmas, No_tag_leaves_nothing_of_a_word) {
  for (std::size_t upos = 0; upos < kUposCount; ++upos) {
    for (std::size_t xpos = 0; xpos < kXposCount; ++xpos) {
      for (const char* form : {"s", "S", "ed", "'s", "^", "%", "é", "\xFF", "-", "ies"}) {
        EXPECT_NE(lemma(form, static_cast<Upos>(upos), static_cast<Xpos>(xpos)), "") << form;
      }
    }
  }
}

// The judge: of all rows, the longest that fits.
TEST(EndingTree, Finds_what_a_walk_over_all_rows_finds) {
  const Table table(kTables / "lemmas.tsv", 3);
  std::vector<EndingTree::Row> rows;
  for (const Table::Row& row : table.rows()) {
    if (row[0] == "VBD") rows.push_back({1, std::string(row[1]), static_cast<int>(rows.size())});
  }
  const EndingTree tree(rows, 3);
  const auto judged = [&](std::string_view word) {
    std::size_t longest = 0;
    int value = EndingTree::kNone;
    for (const auto& row : rows) {
      const bool whole = row.ending[0] == '^';
      const bool fits = whole ? row.ending.substr(1) == word : word.ends_with(row.ending);
      if (fits && row.ending.size() > longest) {
        longest = row.ending.size();
        value = row.value;
      }
    }
    return value;
  };
  for (const char* word :
       {"went", "outwent", "ed", "d", "", "said", "stopped", "created", "x", "unsaid", "wwent", "^went"}) {
    EXPECT_EQ(tree.find(1, word), judged(word)) << word;
  }
  for (const auto& row : rows) {
    const std::string word = row.ending.substr(row.ending[0] == '^' ? 1 : 0);
    for (const std::string& form : {word, "a" + word, word.substr(1)})
      EXPECT_EQ(tree.find(1, form), judged(form)) << form;
  }
  EXPECT_TRUE(tree.has(1));
  EXPECT_FALSE(tree.has(0));
  EXPECT_EQ(tree.find(0, "went"), EndingTree::kNone);
}

TEST(Lemmas, A_bad_row_is_refused_by_its_line) {
  const std::string good_endings = "VBD\ted\t\n";
  const std::string good_capitals = "JJ\tAa\tish\tas_written\n";
  EXPECT_NO_THROW(Lemmas(folder_with("lemmas_good", good_endings, good_capitals)));
  const struct {
    std::string endings;
    std::string capitals;
    const char* where;
  } rows[] = {
      {good_endings + "VBQ\tx\ty\n", good_capitals, "lemmas.tsv:2"},
      {good_endings + "WORD VBD\tx\ty\n", good_capitals, "lemmas.tsv:2"},
      {good_endings + "VBD\t^\ty\n", good_capitals, "lemmas.tsv:2"},
      {good_endings + "VBD\t^x\t\n", good_capitals, "lemmas.tsv:2"},
      {good_endings + "VBD\ted\te\n", good_capitals, "lemmas.tsv:2"},
      {good_endings, good_capitals + "QQ\tAa\tx\tlower\n", "lemma_capitals.tsv:2"},
      {good_endings, good_capitals + "JJ\tAb\tx\tlower\n", "lemma_capitals.tsv:2"},
      {good_endings, good_capitals + "JJ\tAa\tx\tloud\n", "lemma_capitals.tsv:2"},
      {good_endings, good_capitals + "JJ\tAa\t^\tlower\n", "lemma_capitals.tsv:2"},
      {good_endings, good_capitals + "JJ\tAa\tish\tlower\n", "lemma_capitals.tsv:2"},
  };
  for (const auto& row : rows) {
    try {
      const Lemmas lemmas(folder_with("lemmas_bad", row.endings, row.capitals));
      ADD_FAILURE() << "taken: " << row.endings << row.capitals;
    } catch (const BrokenWorld& broken) {
      EXPECT_THAT(broken.what(), testing::HasSubstr(row.where));
    }
  }
}

}  // namespace
}  // namespace crossread
