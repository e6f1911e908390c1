#include "lexicon/name_forms.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>

namespace crossread {
namespace {

constexpr std::size_t kMostLetters = 32;
constexpr std::size_t kFewestOfPieces = 4;
constexpr std::size_t kFewestOfTicker = 3;
constexpr std::size_t kFewestJoined = 5;
constexpr std::size_t kFewestTurned = 3;
constexpr std::size_t kShortestStem = 5;
constexpr std::array<std::string_view, 16> kEndings = {"",    "al",    "e",    "ial",  "ic", "ical", "ics", "ies",
                                                       "ion", "ional", "ions", "oral", "s",  "ural", "ure", "y"};

// How many of the letters stand in the word in their order, the first of them first of all.
std::size_t piece_of(std::string_view letters, std::string_view word) {
  if (letters.empty() || word.empty() || letters[0] != word[0]) return 0;
  std::size_t met = 0;
  for (const char letter : word) {
    if (met < letters.size() && letter == letters[met]) ++met;
  }
  return met;
}

std::size_t beginning_of(std::string_view letters, std::string_view word) {
  const std::size_t most = std::min(letters.size(), word.size());
  std::size_t met = 0;
  while (met < most && letters[met] == word[met]) ++met;
  return met;
}

// The most letters from a place on that a word gives; it may give fewer, down to `kFewest`.
using Gives = std::size_t (*)(std::string_view letters, std::string_view word);

// Whether the words give all the letters, one after the other. Which numbers of letters may have been met is carried
// from word to word.
bool given(std::string_view letters, std::span<const std::string_view> words, Gives gives, std::size_t fewest) {
  if (letters.size() > kMostLetters) return false;
  std::bitset<kMostLetters + 1> met(1);
  for (const std::string_view word : words) {
    std::bitset<kMostLetters + 1> further;
    for (std::size_t at = 0; at < letters.size(); ++at) {
      if (!met[at]) continue;
      const std::size_t most = gives(letters.substr(at), word);
      for (std::size_t count = fewest; count <= most; ++count) further[at + count] = true;
    }
    met = further;
  }
  return met[letters.size()];
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

bool acronym_of_pieces(std::string_view letters, std::span<const std::string_view> words) {
  return letters.size() >= kFewestOfPieces && words.size() >= 2 && given(letters, words, piece_of, 1);
}

bool ticker_of_pieces(std::string_view letters, std::span<const std::string_view> words) {
  if (words.empty() || letters.size() < kFewestOfTicker) return false;
  if (words[0].starts_with(letters)) return true;
  for (std::size_t count = 2; count <= words.size(); ++count) {
    if (given(letters, words.first(count), piece_of, 1)) return true;
  }
  return false;
}

bool joined_beginnings(std::string_view letters, std::span<const std::string_view> words) {
  return letters.size() >= kFewestJoined && words.size() >= 2 && given(letters, words, beginning_of, 2);
}

bool acronym_in_other_order(std::string_view letters, std::span<const std::string_view> words) {
  if (letters.size() != words.size() || letters.size() < kFewestTurned || letters.size() > kMostLetters) return false;
  if (letters.size() == kFewestTurned && letters[0] != words.back()[0]) return false;
  std::array<char, kMostLetters> initials{};
  std::array<char, kMostLetters> sorted{};
  std::ranges::transform(words, initials.begin(), [](std::string_view word) { return word[0]; });
  std::ranges::copy(letters, sorted.begin());
  std::ranges::sort(initials);
  std::ranges::sort(sorted);
  return initials == sorted;
}

bool acronym_with_gap(std::string_view letters, std::span<const std::string_view> words) {
  if (letters.size() < 3 || words.size() != letters.size() + 1) return false;
  if (letters.front() != words.front()[0] || letters.back() != words.back()[0]) return false;
  std::size_t met = 0;
  for (const std::string_view word : words) {
    if (met < letters.size() && word[0] == letters[met]) ++met;
  }
  return met == letters.size();
}

std::string_view ticker(std::string_view written) {
  const std::size_t stop = written.find('.');
  if (stop == std::string_view::npos) return {};
  const std::string_view exchange = written.substr(stop + 1);
  if (exchange.empty() || exchange.size() > 2 || !std::ranges::all_of(exchange, is_capital)) return {};
  std::string_view firm = written.substr(0, stop);
  while (!firm.empty() && is_digit(firm.back())) firm.remove_suffix(1);
  return firm.size() >= kFewestOfTicker && std::ranges::all_of(firm, is_capital) ? firm : std::string_view();
}

bool short_forename(std::string_view a, std::string_view b) {
  const std::string_view form = a.size() < b.size() ? a : b;
  const std::string_view whole = a.size() < b.size() ? b : a;
  if (form.size() + 2 > whole.size()) return false;
  return (form.size() >= 3 && whole.starts_with(form)) || (form.size() >= 4 && whole.ends_with(form));
}

bool same_stem(std::string_view a, std::string_view b) {
  std::size_t stem = 0;
  while (stem < std::min(a.size(), b.size()) && a[stem] == b[stem]) ++stem;
  for (std::size_t size = kShortestStem; size <= stem; ++size) {
    const auto ends = [&](std::string_view word) {
      return std::ranges::find(kEndings, word.substr(size)) != kEndings.end();
    };
    if (ends(a) && ends(b)) return true;
  }
  return false;
}

}  // namespace crossread
