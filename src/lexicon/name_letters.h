// The words of a name, cut and folded so that spellings can be compared: small Latin letters, of the marks on them only
// those that change the sound, nothing allocated.
//
//   name_words("Mohammed bin Salmān al-Sa'ūd")  ->  mohammed bin salman al saud
//
// Other scripts are written in Latin letters first (ICU, Cyrillic by BGN's table): "Ельцин" is yeltsin. Arabic and
// Hebrew come out without most of their vowels, which no_vowels tells. Chinese characters are read as Mandarin whatever
// the language was.
//
// Guarded by tests/lexicon/name_likeness_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace crossread {

// Letters are a to z, digits, and capitals for a letter with its mark: S s with caron, cedilla, comma or acute; C, Z, G
// likewise; N with tilde, acute or caron; A, O, U with two dots (and æ, œ, ø).
struct NameWords {
  struct Word {
    std::uint8_t begin = 0;  // into letters and plain
    std::uint8_t size = 0;
    bool hyphen = false;   // one stood before it
    bool dotted = false;   // letters with stops between them: "U.N."
    bool acronym = false;  // may be one: two letters or more, a capital or a digit at either end
  };
  static constexpr std::size_t kMostWords = 16;
  static constexpr std::size_t kMostLetters = 120;  // what is longer is cut off

  std::array<char, kMostLetters> letters{};
  std::array<char, kMostLetters> plain{};  // the same, without marks
  std::array<Word, kMostWords> words{};
  std::uint8_t count = 0;
  std::uint8_t size = 0;      // letters of all words, which stand without a gap
  std::uint8_t comma = 0;     // words before the first comma; 0: no comma
  bool other_script = false;  // than Latin
  bool no_vowels = false;     // written in a script that leaves vowels out

  std::string_view letters_of(std::size_t word) const { return {&letters[words[word].begin], words[word].size}; }
  std::string_view plain_of(std::size_t word) const { return {&plain[words[word].begin], words[word].size}; }
  std::string_view all_letters() const { return {letters.data(), size}; }
  std::string_view all_plain() const { return {plain.data(), size}; }
};

// Any bytes are taken; what is no UTF-8 counts as a gap. A possessive 's is left out, dotted letters ("U.N.") are one
// word in capitals, other stops, quotes and commas are gaps, an apostrophe or hyphen-like mark inside a word is dropped
// but for the hyphen, which parts words.
NameWords name_words(std::string_view name);

}  // namespace crossread
