#include "text/stem.h"

#include <algorithm>
#include <string_view>

namespace crossread {
namespace {

constexpr std::size_t kShortest = 3;  // letters that an ending must leave

bool ends_in(std::string_view word, std::string_view ending) {
  return word.size() >= ending.size() + kShortest && word.ends_with(ending);
}

void cut(std::string& word, std::size_t letters) {
  word.resize(word.size() - letters);
}

void cut_plural(std::string& word) {
  if (ends_in(word, "ies")) {
    cut(word, 3);
    word += 'y';
  } else if (ends_in(word, "sses") || ends_in(word, "shes") || ends_in(word, "ches") || ends_in(word, "xes")) {
    cut(word, 2);
  } else if (ends_in(word, "s") && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")) {
    cut(word, 1);
  }
}

// "stopping" leaves "stopp", "stopped" too: the doubled letter goes; "falling" and "passing" keep theirs.
void undouble(std::string& word) {
  const std::size_t size = word.size();
  if (size > kShortest && word[size - 1] == word[size - 2] && word.back() != 'l' && word.back() != 's') cut(word, 1);
}

void cut_verb(std::string& word) {
  if (ends_in(word, "ing")) {
    cut(word, 3);
    undouble(word);
  } else if (ends_in(word, "ed")) {
    cut(word, 2);
    undouble(word);
  }
  if (word.size() > kShortest && word.back() == 'e') cut(word, 1);
  if (word.size() > kShortest && word.back() == 'y') word.back() = 'i';
}

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string stem(std::string word) {
  if (word.size() <= kShortest || !is_plain(word)) return word;
  cut_plural(word);
  cut_verb(word);
  return word;
}

}  // namespace crossread
