// Runs are found greedily: from left to right, at each word the longest run that begins there, then on behind it. That
// is not the best of all alignments, but for texts that were copied it is the one that a reader marks, and it costs one
// look-up a word.
#include "lineage/alignment.h"

#include <algorithm>
#include <bit>

namespace crossread {
namespace {

constexpr std::uint32_t kGap = 6;  // words between two runs of one stretch, in either text; not tuned
constexpr std::uint32_t kMostPlaces =
    64;  // places of one gram that are tried: a bound for texts that repeat themselves

// Where each gram of kLeastRun words begins in a text: chains through an array of heads, in order of place.
class Grams {
 public:
  explicit Grams(const std::vector<Word>& words) : words_(words) {
    if (words.size() < kLeastRun) return;
    const std::size_t grams = words.size() - kLeastRun + 1;
    heads_.assign(std::bit_ceil(2 * grams), kNone);
    next_.resize(grams);
    for (std::size_t i = grams; i-- > 0;) {
      std::uint32_t& head = heads_[slot(words, i)];
      next_[i] = head;
      head = static_cast<std::uint32_t>(i);
    }
  }

  // The longest run from word `at` of the other text on; size 0 if none is long enough. Of equals the one nearest
  // behind `expected`, else the first.
  SharedRun longest(const std::vector<Word>& other, std::uint32_t at, std::uint32_t expected) const {
    SharedRun best{at, 0, 0};
    if (heads_.empty() || at + kLeastRun > other.size()) return best;
    std::uint32_t place = heads_[slot(other, at)];
    for (std::uint32_t tried = 0; place != kNone && tried < kMostPlaces; ++tried, place = next_[place]) {
      const std::uint32_t size = common(other, at, place);
      if (size > best.size || (size == best.size && best.b < expected && place >= expected)) {
        best.b = place;
        best.size = size;
      }
    }
    return best.size >= kLeastRun ? best : SharedRun{at, 0, 0};
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  std::size_t slot(const std::vector<Word>& words, std::size_t at) const {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < kLeastRun; ++i) sum = sum * 0x9E3779B97F4A7C15 + words[at + i].hash;
    return (sum ^ (sum >> 32)) & (heads_.size() - 1);
  }

  std::uint32_t common(const std::vector<Word>& other, std::uint32_t at, std::uint32_t place) const {
    std::uint32_t size = 0;
    while (at + size < other.size() && place + size < words_.size() &&
           other[at + size].hash == words_[place + size].hash) {
      ++size;
    }
    return size;
  }

  const std::vector<Word>& words_;
  std::vector<std::uint32_t> heads_;
  std::vector<std::uint32_t> next_;
};

bool follows_closely(const SharedRun& first, const SharedRun& second) {
  return second.a - first.a_end() <= kGap && second.b >= first.b_end() && second.b - first.b_end() <= kGap;
}

}  // namespace

std::vector<SharedRun> shared_runs(const std::vector<Word>& a, const std::vector<Word>& b) {
  const Grams grams(b);
  std::vector<SharedRun> runs;
  std::uint32_t expected = 0;
  for (std::uint32_t at = 0; at + kLeastRun <= a.size();) {
    const SharedRun run = grams.longest(a, at, expected);
    if (run.size == 0) {
      ++at;
      continue;
    }
    runs.push_back(run);
    at = run.a_end();
    expected = run.b_end();
  }
  return runs;
}

std::vector<Stretch> stretches(const std::vector<SharedRun>& runs) {
  std::vector<Stretch> found;
  for (const SharedRun& run : runs) {
    if (found.empty() || !follows_closely(found.back().runs.back(), run)) found.emplace_back();
    found.back().runs.push_back(run);
  }
  return found;
}

}  // namespace crossread
