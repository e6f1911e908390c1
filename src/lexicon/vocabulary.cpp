#include "lexicon/vocabulary.h"

#include <algorithm>

#include "base/hash.h"
#include "text/words.h"

namespace crossread {
namespace {

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

void straighten_apostrophes(std::string& word) {
  static constexpr std::string_view kCurly = "\u2019";
  for (std::size_t at = word.find(kCurly); at != std::string::npos; at = word.find(kCurly, at)) {
    word[at] = '\'';
    word.erase(at + 1, kCurly.size() - 1);
  }
}

// The English tables hold 67,000 words; growing to them step by step costs a tenth of the start, and so do the pages
// of a table that is half empty.
constexpr std::size_t kRoom = 80'000;
constexpr float kFullest = 0.8F;

}  // namespace

std::string_view word_key(std::string_view word, std::string& scratch) {
  scratch.assign(word);
  if (!is_ascii(scratch)) {
    straighten_apostrophes(scratch);
    if (!is_ascii(scratch)) {
      std::string plain = folded(scratch);
      if (!plain.empty()) scratch = std::move(plain);
      return scratch;
    }
  }
  std::transform(scratch.begin(), scratch.end(), scratch.begin(), lower);
  return scratch;
}

WordId Vocabulary::add(std::string_view word) {
  if (ids_.empty()) {
    ids_.max_load_factor(kFullest);
    ids_.reserve(kRoom);
  }
  std::string scratch;
  const std::uint64_t key = hash64(word_key(word, scratch));
  return ids_.try_emplace(key, static_cast<WordId>(ids_.size() + 1)).first->second;
}

WordId Vocabulary::find(std::string_view word, std::string& scratch) const {
  const auto found = ids_.find(hash64(word_key(word, scratch)));
  return found == ids_.end() ? kNoWord : found->second;
}

}  // namespace crossread
