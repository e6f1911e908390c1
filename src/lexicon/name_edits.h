// How far the letters of two words speak for one name: an edit distance whose costs are learnt, upside down.
//
// An alignment cuts both words into pieces of up to three letters, each pair of pieces has a weight
// (data/lexicon/<lang>/ name_edits.tsv, made by training/name_likeness.py), and the best sum of weights is the answer.
// With the pieces (q, k), (ou, u) and (ei, ai) the way from "qasoum" to "kasum" costs next to nothing, while "iran" and
// "iraq" part company. Method: McCallum, Bellare and Pereira, "A conditional random field for discriminatively-trained
// finite-state string edit distance", UAI 2005, with the best alignment in place of the sum over all.
//
// Guarded by tests/lexicon/name_likeness_test.cpp, which holds it against the plain recursion.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace crossread {

class NameEdits {
 public:
  // The longest word that is compared whole; of longer ones the beginning is.
  static constexpr std::size_t kMostLetters = 40;

  // Throws BrokenWorld, naming the line, if the table cannot be read or a row is bad.
  explicit NameEdits(const std::filesystem::path& file);

  // Hundredths of a logit, over 0 where the words are more likely spellings of one name than not; symmetric. Letters as
  // in NameWords. `vowels_free`: one of the words was written without its vowels, which then may be missing. Takes time
  // in proportion to the product of the lengths, about a microsecond for two names of seven letters; allocates nothing.
  std::int32_t weight(std::string_view a, std::string_view b, bool vowels_free = false) const;

 private:
  static constexpr std::size_t kLongestPiece = 3;
  static constexpr std::size_t kSymbols = 48;  // letters, marked letters, digits, ^ and $
  static constexpr std::int16_t kNever = -30000;
  using Pieces = std::array<std::uint16_t, kLongestPiece>;  // that end at one place, shortest first; 0: no more

  struct Word {
    std::array<Pieces, kMostLetters + 3> ends{};  // by letters before the end of the piece
    std::size_t size = 0;                         // with ^ and $
  };

  struct Ways;  // the table of the alignment

  std::uint16_t add_piece(std::string_view piece);
  void set_weight(std::uint16_t a, std::uint16_t b, std::int16_t weight);
  Word cut(std::string_view letters) const;
  std::int32_t pair_weight(std::uint16_t a, std::uint16_t b) const { return weights_[a * pieces_ + b]; }

  std::vector<std::array<std::uint16_t, kSymbols>> steps_;  // a trie of the pieces read backwards; 0: no such way
  std::vector<std::uint16_t> piece_at_;                     // by node of the trie; 0: none ends here
  std::vector<std::uint8_t> length_;                        // by piece
  std::vector<bool> vowel_;                                 // by piece: a single vowel
  std::vector<std::int16_t> weights_;                       // by piece times pieces_ plus piece; piece 0 is nothing
  std::size_t pieces_ = 0;
  std::int32_t bias_ = 0;
};

}  // namespace crossread
