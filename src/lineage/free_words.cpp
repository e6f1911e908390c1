#include "lineage/free_words.h"

namespace crossread {

bool is_common(const Word& word, const Background& background) {
  constexpr int kCommon = 380;
  return background.rarity(word.hash) <= kCommon;
}

bool is_number(const Word& word, std::string_view text) {
  const char first = text[word.span.begin];
  return first >= '0' && first <= '9';
}

bool is_fact(const Word& word, std::string_view text, const Background& background) {
  return is_number(word, text) || (word.capital && !is_common(word, background));
}

bool is_free(const Word& word, std::string_view text, const Background& background) {
  return !word.capital && !is_number(word, text) && !is_common(word, background);
}

}  // namespace crossread
