#include "lineage/free_words.h"

namespace crossread {

bool is_common(const Word& word, const CommonWords& common) {
  return common.has(word.hash);
}

bool ends_sentence(std::string_view between) {
  return between.find_first_of(".?!\n") != std::string_view::npos;
}

bool is_number(const Word& word, std::string_view text) {
  const char first = text[word.span.begin];
  return first >= '0' && first <= '9';
}

bool is_fact(const Word& word, std::string_view text, const CommonWords& common) {
  return is_number(word, text) || (word.capital && !is_common(word, common));
}

bool is_free(const Word& word, std::string_view text, const CommonWords& common) {
  return !word.capital && !is_number(word, text) && !is_common(word, common);
}

}  // namespace crossread
