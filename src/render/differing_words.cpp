#include "render/differing_words.h"

#include <map>
#include <set>
#include <string>

#include "text/stem.h"
#include "text/words.h"

namespace crossread {
namespace {

struct Stemmed {
  ByteSpan span;
  std::string stem;
};

std::vector<Stemmed> stemmed(std::string_view text) {
  std::vector<Stemmed> all;
  for (const Word& word : words(text, {0, static_cast<std::uint32_t>(text.size())}))
    all.push_back({word.span, stem(folded(word.span.in(text)))});
  return all;
}

}  // namespace

std::vector<std::vector<ByteSpan>> differing_words(const std::vector<std::string_view>& texts) {
  std::vector<std::vector<Stemmed>> read;
  std::map<std::string, std::set<std::size_t>> users;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    read.push_back(stemmed(texts[i]));
    for (const Stemmed& word : read.back()) users[word.stem].insert(i);
  }
  std::vector<std::vector<ByteSpan>> differing(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    bool beside = false;  // the word before differs too
    for (const Stemmed& word : read[i]) {
      const bool differs = users.at(word.stem).size() == 1;
      if (differs && beside) differing[i].back().end = word.span.end;
      if (differs && !beside) differing[i].push_back(word.span);
      beside = differs;
    }
  }
  return differing;
}

}  // namespace crossread
