// The form of a word that dictionaries list: "went" is of "go", "ministers" of "minister", "Tehran" of itself.
//
// A word's ending says what becomes of it, the longest listed ending first; the whole word is the longest of all. For
// each tag the endings stand in a tree that is walked from the word's last letter backwards
// (data/lexicon/<lang>/lemmas.tsv); a second tree says where capitals stay (lemma_capitals.tsv). Both are learnt from
// treebanks by training/lemmas.py; the method is that of Plisson, Lavrac and Mladenic 2004.
//
//   std::string lemma;
//   lemmas.find("Said", Upos::verb, Xpos::vbd, lemma);  // "say"
//
// Guarded by tests/lexicon/lemmas_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "types/tags.h"

namespace crossread {

// Numbers by ending, for several classes of words.
class EndingTree {
 public:
  static constexpr int kNone = -1;

  // A row of a class; `ending` begins with ^ if it is a whole word.
  struct Row {
    std::size_t of_class = 0;
    std::string ending;
    int value = 0;
  };

  EndingTree() = default;
  EndingTree(const std::vector<Row>& rows, std::size_t classes);

  bool has(std::size_t of_class) const { return roots_[of_class] != 0; }
  int find(std::size_t of_class, std::string_view word) const;  // kNone if no ending of the word is listed

 private:
  struct Node {
    std::uint32_t first = 0;  // child; they stand side by side
    std::uint16_t children = 0;
    char letter = 0;  // before those of the nodes above; zero stands before the whole word
    int value = kNone;
  };
  struct Building;
  void add_below(const Building& tree, std::uint32_t place);
  const Node* child(const Node& node, char letter) const;

  std::vector<Node> nodes_;
  std::vector<std::uint32_t> roots_;  // by class; zero for a class without rows
};

class Lemmas {
 public:
  // Reads both tables of data/lexicon/<lang>. Throws BrokenWorld, naming the line, if one cannot be read or a row is
  // bad.
  explicit Lemmas(const std::filesystem::path& language_folder);

  // Writes the lemma over `lemma`. Curly apostrophes become straight, the commas of thousands go. Never empty for a
  // form that is not.
  void find(std::string_view form, Upos upos, Xpos xpos, std::string& lemma) const;

 private:
  struct Change {
    std::size_t cut = 0;  // bytes at the end
    std::string added;
  };
  void read_endings(const std::filesystem::path& file);
  void read_capitals(const std::filesystem::path& file);
  static Change change(std::string_view ending, std::string_view replacement);
  const Change* change_of(std::string_view lower, Upos upos, Xpos xpos) const;

  std::vector<Change> changes_;
  EndingTree endings_;   // class: XPOS, or UPOS and XPOS; value: place in changes_
  EndingTree capitals_;  // class: XPOS and letters; value: how it is written
};

}  // namespace crossread
