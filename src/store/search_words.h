// What a person types into the search, read so that nothing can be wrong with it.
//
//   words      all of them must occur        "a phrase"   in this order
//   -without   must not occur                a OR b       one or the other
//   title:x    in the title                  text:x       in the text           begin*  words that begin so
//
// A beginning has three letters at least, for shorter ones stand for half of all words; whatever is none of this is
// read as words. The tokenizer decides what a word is: `U.S.` is the phrase `u s`. Guarded by
// tests/store/search_words_test.cpp and fuzz/store/search_words.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/tokens.h"

namespace crossread {

enum class SearchField : std::uint8_t { any, title, text };

struct SearchPhrase {
  std::vector<std::string> tokens;  // at least one, as the tokenizer folds them
  SearchField field = SearchField::any;
  bool begins = false;  // the last token is the beginning of a word
  friend bool operator==(const SearchPhrase&, const SearchPhrase&) = default;
};

struct SearchWords {
  std::vector<std::vector<SearchPhrase>> all;  // of each group, one at least
  std::vector<SearchPhrase> none;
  friend bool operator==(const SearchWords&, const SearchWords&) = default;
};

// At most the first 4,096 bytes and 64 phrases are read: beyond that FTS5 itself gives up.
SearchWords search_words(std::string_view typed, const Tokenizer& tokenizer);

// The same as an FTS5 expression over the columns title and text; phrases are numbered in order of `all`, then `none`.
// Empty when nothing is asked for.
std::string match_expression(const SearchWords& words);

}  // namespace crossread
