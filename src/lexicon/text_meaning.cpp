#include "lexicon/text_meaning.h"

#include <algorithm>
#include <cmath>

namespace crossread {
namespace {

constexpr double kHalfway =
    0.001;  // a word that is said once in a thousand counts half; Arora et al. use 0.001 as well
constexpr double kCentibel = 0.97723722095581067;  // ten to the power of -1/100
constexpr int kFull = 256;

// Computed by the compiler, whose arithmetic is the same everywhere.
const auto kWeights = [] {
  std::array<std::uint16_t, Background::kUnlisted + 1> weights{};
  double share = 1;
  for (std::uint16_t& weight : weights) {
    weight = static_cast<std::uint16_t>(std::lround(kFull * kHalfway / (kHalfway + share)));
    share *= kCentibel;
  }
  return weights;
}();

std::int64_t dot(const Meaning& a, const Meaning& b) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < a.numbers.size(); ++i) sum += std::int32_t{a.numbers[i]} * b.numbers[i];
  return sum;
}

}  // namespace

int meaning_weight(int rarity) {
  return kWeights[static_cast<std::size_t>(std::clamp(rarity, 0, Background::kUnlisted))];
}

void MeaningSum::add(MeaningVectors::View word, int weight) {
  for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += word[i] * weight;
  weights_ += weight;
}

Meaning MeaningSum::mean() const {
  Meaning mean;
  if (weights_ == 0) return mean;
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    mean.numbers[i] = static_cast<std::int16_t>(sums_[i] * kFull / weights_);
  }
  return mean;
}

Meaning meaning_of(std::string_view text, std::span<const Word> words, const MeaningVectors& vectors,
                   const Background& background) {
  MeaningSum sum;
  MeaningVectors::Row made;
  for (const Word& word : words) {
    const int weight = meaning_weight(background.rarity(word.hash));
    if (const auto row = vectors.listed(word.hash)) {
      sum.add(*row, weight);
    } else {
      sum.add(vectors.of(folded(text.substr(word.span.begin, word.span.size())), made), weight);
    }
  }
  return sum.mean();
}

double cosine(const Meaning& a, const Meaning& b) {
  const auto lengths = static_cast<double>(dot(a, a)) * static_cast<double>(dot(b, b));
  if (lengths == 0) return 0;
  return std::clamp(static_cast<double>(dot(a, b)) / std::sqrt(lengths), -1.0, 1.0);
}

}  // namespace crossread
