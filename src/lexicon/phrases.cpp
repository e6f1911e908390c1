#include "lexicon/phrases.h"

namespace crossread {
namespace {

constexpr float kFullest = 0.8F;

std::uint64_t edge(std::uint32_t node, WordId word) {
  return (std::uint64_t{node} << 32) | word;
}

bool is_possessive(std::string_view rest) {
  return rest.starts_with("'s") && (rest.size() == 2 || rest[2] == ' ' || rest[2] == '-');
}

// Calls `take` with each word of the phrase.
template <class Take>
void for_words(std::string_view phrase, Take take) {
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (end > begin) take(phrase.substr(begin, end - begin));
  };
  for (std::size_t at = 0; at < phrase.size(); ++at) {
    if (phrase[at] == ' ') {
      close(at);
      begin = at + 1;
    } else if (phrase[at] == '-' || phrase[at] == ',') {
      close(at);
      take(phrase.substr(at, 1));
      begin = at + 1;
    } else if (is_possessive(phrase.substr(at))) {
      close(at);
      begin = at;
    }
  }
  close(phrase.size());
}

}  // namespace

std::vector<std::string_view> phrase_words(std::string_view phrase) {
  std::vector<std::string_view> words;
  for_words(phrase, [&](std::string_view word) { words.push_back(word); });
  return words;
}

// Multiplying carries what differs upwards; the map looks at the lowest bits.
std::size_t Phrases::Hash::operator()(std::uint64_t edge) const noexcept {
  const std::uint64_t mixed = edge * 0x9E3779B97F4A7C15;
  return mixed ^ (mixed >> 32);
}

bool Phrases::add(Vocabulary& vocabulary, std::string_view phrase, std::uint32_t value) {
  std::uint32_t node = 0;
  for_words(phrase, [&](std::string_view word) {
    const auto [way, fresh] =
        steps_.try_emplace(edge(node, vocabulary.add(word)), static_cast<std::uint32_t>(values_.size()));
    if (fresh) values_.push_back(kNoValue);
    node = way->second;
  });
  if (values_[node] != kNoValue) return false;
  values_[node] = value;
  return true;
}

void Phrases::reserve(std::size_t phrases) {
  steps_.max_load_factor(kFullest);
  steps_.reserve(phrases + phrases / 4);  // a phrase takes a little more than one step of its own
  values_.reserve(phrases + phrases / 4);
}

std::uint32_t Phrases::step(std::uint32_t node, WordId word) const {
  if (word == kNoWord) return 0;
  const auto way = steps_.find(edge(node, word));
  return way == steps_.end() ? 0 : way->second;
}

Phrases::Match Phrases::longest(std::span<const WordId> words, std::size_t at) const {
  Match best;
  std::uint32_t node = 0;
  for (std::size_t end = at; end < words.size(); ++end) {
    node = step(node, words[end]);
    if (node == 0) break;
    if (values_[node] != kNoValue) best = {end - at + 1, values_[node]};
  }
  return best;
}

Phrases::Match Phrases::whole(std::span<const WordId> words) const {
  std::uint32_t node = 0;
  for (const WordId word : words) {
    node = step(node, word);
    if (node == 0) return {};
  }
  return node != 0 && values_[node] != kNoValue ? Match{words.size(), values_[node]} : Match{};
}

}  // namespace crossread
