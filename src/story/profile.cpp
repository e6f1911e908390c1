#include "story/profile.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "text/words.h"

namespace crossread {
namespace {

constexpr std::size_t kTerms = 64;
constexpr std::size_t kKeys = 10;
constexpr int kTitleFactor = 2;
constexpr int kLeastRarity = 330;  // what is more frequent (about 170 words) says nothing of the event

struct Count {
  double count = 0;
  int capitals = 0;
  int places = 0;
};

}  // namespace

Profiler::Profiler(const std::filesystem::path& data_folder) : background_(data_folder / "lexicon/en/background.tsv") {}

StoryProfile Profiler::profile(const Report& report, const Analysis&) const {
  std::map<std::uint64_t, Count> counts;
  const auto add = [&](const std::vector<Word>& words, double factor) {
    for (const Word& word : words) {
      Count& count = counts[word.hash];
      count.count += factor;
      ++count.places;
      count.capitals += word.capital ? 1 : 0;
    }
  };
  add(body_words(report), 1);
  add(words(report.title, {0, static_cast<std::uint32_t>(report.title.size())}), kTitleFactor);

  struct Weighed {
    double weight;
    std::uint64_t word;
    bool name;
  };
  std::vector<Weighed> weighed;
  double square = 0;
  for (const auto& [word, count] : counts) {
    const int rarity = background_.rarity(word);
    if (rarity < kLeastRarity) continue;
    const double weight = (1 + std::log(count.count)) * (rarity - 250);
    weighed.push_back({weight, word, count.capitals * 2 > count.places});
    square += weight * weight;
  }
  std::sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.word < b.word;
  });
  if (weighed.size() > kTerms) weighed.resize(kTerms);

  StoryProfile profile;
  const CanonicalKey key = canonical_key(report);
  profile.report = key.id;
  profile.minutes = key.minutes;
  for (const Weighed& term : weighed) {
    profile.terms.push_back({static_cast<std::uint32_t>(term.word >> 32),
                             static_cast<std::uint16_t>(term.weight / std::sqrt(square) * 10000),
                             term.name ? TermKind::name : TermKind::word});
    if (profile.keys.size() < kKeys) profile.keys.push_back(term.word);
  }
  std::sort(profile.terms.begin(), profile.terms.end());
  std::sort(profile.keys.begin(), profile.keys.end());
  return profile;
}

}  // namespace crossread
