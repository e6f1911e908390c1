// Every run of kRun words is hashed; of each kWindow hashes in a row the least is kept. Whatever kRun + kWindow - 1 =
// 17 words two texts share, they share a whole window, hence its least hash. Neighbouring windows mostly keep the same
// one: two keys in thirteen words are what is left of a text.
//
// A worked example with runs of 2 and windows of 3: "a b c d e" has runs ab bc cd de with hashes 7 2 9 4; the windows
// (7 2 9) and (2 9 4) both keep 2, and bc stands for the text.
#include "lineage/traces.h"

#include <algorithm>
#include <span>

namespace crossread {
namespace {

// Of the 541 copies that comparing all pairs of one event finds among real reports (ECB+ 1-35, NeuS train, T17;
// November 2026), runs of 6 and windows of 12 lead to 0.94 with 15 keys in a hundred words; 8 and 16 to 0.86 with 11; 5
// and 8 to 0.97 with 22 and more than twice the pairs to compare.
constexpr std::size_t kRun = 6;      // words hashed together
constexpr std::size_t kWindow = 12;  // runs of which one is kept at least
static_assert(kRun + kWindow - 1 == kSureRun);
constexpr unsigned kKeyBits = 40;

constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;  // odd; 2^64 divided by the golden ratio

// Spreads a sum over all bits (the finaliser of SplitMix64), so that the least hash is a fair choice.
std::uint64_t spread(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
  return value ^ (value >> 31);
}

constexpr std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t product = 1;
  for (std::size_t i = 0; i < exponent; ++i) product *= base;
  return product;
}

// The hashes of all runs of `length` words, by a polynomial that is rolled on from word to word.
std::vector<std::uint64_t> run_hashes(std::span<const Word> words, std::size_t length) {
  const std::uint64_t leaving = power(kBase, length);
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    sum = sum * kBase + words[i].hash;
    if (i >= length) sum -= words[i - length].hash * leaving;
    if (i + 1 >= length) hashes.push_back(spread(sum) >> (64 - kKeyBits));
  }
  return hashes;
}

// The least of each window, the last of equals; a text shorter than a window is one window.
std::vector<std::uint64_t> winnowed(const std::vector<std::uint64_t>& hashes) {
  const std::size_t window = std::min(kWindow, hashes.size());
  std::vector<std::uint64_t> kept;
  std::size_t least = 0;
  for (std::size_t end = window; end <= hashes.size() && window > 0; ++end) {
    const std::size_t begin = end - window;
    if (end == window || least < begin) {
      least = begin;
      for (std::size_t i = begin; i < end; ++i) least = hashes[i] <= hashes[least] ? i : least;
    } else if (hashes[end - 1] <= hashes[least]) {
      least = end - 1;
    }
    if (kept.empty() || kept.back() != hashes[least]) kept.push_back(hashes[least]);
  }
  return kept;
}

// The last words of a long body are where a house's standing text is left in (how to comment, whom to write to). Keys
// of it would make all pages of the house candidates of one another, which compare() then refuses: in the raw pages of
// T17 they were three quarters of all pairs.
std::span<const Word> without_end(std::span<const Word> body) {
  constexpr std::size_t kEnd = 24;  // words; not tuned
  return body.size() > 10 * kEnd ? body.first(body.size() - kEnd) : body;
}

}  // namespace

std::vector<std::uint64_t> traces(const std::vector<Word>& body) {
  if (body.empty()) return {};
  std::vector<std::uint64_t> keys = winnowed(run_hashes(without_end(body), std::min(kRun, body.size())));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace crossread
