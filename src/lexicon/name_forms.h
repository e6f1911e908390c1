// Other forms of the words of names, by their letters alone: acronyms that are not just the initials in order, the
// codes of stock exchanges, short forenames, endings.
//
//   acronym_of_pieces("srjati", {"seri", "jati"})                                 // true
//   acronym_in_other_order("ceda", {"autonomous", "departmental", "electoral", "commission"})  // true
//   ticker("KASREM.BO")                                                           // "KASREM"
//
// Letters are plain small ones (NameWords::plain). None allocates.
//
// Guarded by tests/lexicon/name_forms_test.cpp.
#pragma once

#include <span>
#include <string_view>

namespace crossread {

// Whether the letters are a piece of each word, one after the other, and of two words at least: a piece begins with its
// word's first letter, and its other letters stand in the word in that order. Four letters at least, for three are
// pieces of too many names.
bool acronym_of_pieces(std::string_view letters, std::span<const std::string_view> words);

// The same for a code of a stock exchange, which may leave out the last words, down to three letters that begin the
// first.
bool ticker_of_pieces(std::string_view letters, std::span<const std::string_view> words);

// Whether the letters are the beginnings of the words, of two letters at least each: "jokowi" of Joko Widodo.
bool joined_beginnings(std::string_view letters, std::span<const std::string_view> words);

// Whether the letters are the initials of all the words in another order than theirs: of "Autonomous Departmental
// Electoral Commission" at home. Four letters at least, or three that begin with the last word's.
bool acronym_in_other_order(std::string_view letters, std::span<const std::string_view> words);

// Whether they are the initials of all but one of four words or more in order; of the first and the last at least.
bool acronym_with_gap(std::string_view letters, std::span<const std::string_view> words);

// The letters of a stock exchange's code that stand for the firm, out of "KASREM.BO" or "PETR4.SA"; empty if it is
// none.
std::string_view ticker(std::string_view written);

// Whether one forename is a short form of the other by its letters: its beginning of three letters or more (Alex,
// Alexander), or its end of four (Beth, Elizabeth), and at least two letters shorter.
bool short_forename(std::string_view a, std::string_view b);

// Whether the words differ by endings that leave the stem, of five letters at least, as it is: "emergencies" and
// "emergency", "geology" and "geological".
bool same_stem(std::string_view a, std::string_view b);

}  // namespace crossread
