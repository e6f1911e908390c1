#include "lineage/retelling.h"

#include <algorithm>

#include "lineage/free_words.h"

namespace crossread {
namespace {

constexpr std::size_t kLeastWords = 3;  // telling words of a sentence that must be found, hence that it must have
constexpr double kTold = 0.5;           // the share of them that must be found together

bool ends_sentence(std::string_view between) {
  return between.find_first_of(".?!\n") != std::string_view::npos;
}

std::size_t in_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    count += a[i] == b[k] ? 1 : 0;
    const std::uint64_t least = std::min(a[i], b[k]);
    i += a[i] == least ? 1 : 0;
    k += b[k] == least ? 1 : 0;
  }
  return count;
}

void close(std::vector<std::uint64_t>& sentence, std::vector<std::vector<std::uint64_t>>& sentences) {
  std::sort(sentence.begin(), sentence.end());
  sentence.erase(std::unique(sentence.begin(), sentence.end()), sentence.end());
  if (!sentence.empty()) sentences.push_back(std::move(sentence));
  sentence.clear();
}

}  // namespace

Outline::Outline(std::string_view text, const std::vector<Word>& words, const CommonWords& common) {
  std::vector<std::uint64_t> sentence;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_common(words[i], common)) sentence.push_back(words[i].hash);
    const std::uint32_t next = i + 1 < words.size() ? words[i + 1].span.begin : static_cast<std::uint32_t>(text.size());
    if (ends_sentence(text.substr(words[i].span.end, next - words[i].span.end))) close(sentence, sentences_);
  }
  close(sentence, sentences_);
}

double Outline::told_in(const Outline& other) const {
  std::size_t told = 0;
  std::size_t all = 0;
  for (const auto& sentence : sentences_) {
    if (sentence.size() < kLeastWords) continue;
    std::size_t best = 0;
    std::size_t previous = 0;
    for (const auto& theirs : other.sentences_) {
      // Words that both neighbours share count twice here; a sentence seldom has many such, and the cut is at a half.
      const std::size_t here = in_common(sentence, theirs);
      best = std::max(best, std::min(here + previous, sentence.size()));
      previous = here;
    }
    all += sentence.size();
    const bool found = best >= kLeastWords && static_cast<double>(best) >= kTold * static_cast<double>(sentence.size());
    told += found ? sentence.size() : 0;
  }
  return all == 0 ? 0 : static_cast<double>(told) / static_cast<double>(all);
}

}  // namespace crossread
