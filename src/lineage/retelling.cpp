#include "lineage/retelling.h"

#include <algorithm>

#include "lineage/free_words.h"

namespace crossread {
namespace {

constexpr std::size_t kLeastWords = 3;  // telling words of a sentence that must be found, hence that it must have
constexpr double kTold = 0.5;           // the share of them that must be found together

// Two sentences are one told again if they share so many telling words, and such a share of those of the shorter.
constexpr std::size_t kSharedWords = 2;
constexpr double kSharedShare = 0.4;

// What makes a rewriting. Of 20 rewritten texts of our corpus the least told in order is 0.79 of the words, 0.83 of
// the names and numbers; of pairs of independent reports of one event the most is 0.62 and 0.68 (ECB+, 510 pairs; NeuS
// train, 765, few of which have so many words), 0.27 in our corpus (427); two towns' weather in one mould shares the
// words, not the facts. 2026-11-23.
constexpr double kRewrittenWords = 0.68;
constexpr double kRewrittenFacts = 0.7;
constexpr std::size_t kLeastSentences = 4;
constexpr std::size_t kLeastTelling = 25;

// Rewritten so that hardly a word is kept but the facts. With the rule above 53 of the 60 rewritings of our corpus are
// found; none of 795 pairs of independent reports (ECB+, NeuS train, our corpus) reaches 0.58 and 0.7 of the facts, so
// many of them and so much in one order (2026-11-23).
constexpr std::size_t kManyWords = 40;  // telling words of each
constexpr std::size_t kManyFacts = 10;  // in both
constexpr double kMostFacts = 0.65;     // the share of each body's facts; of one of them kRewrittenFacts
constexpr double kSameOrder = 0.8;

template <class Hash>
std::size_t in_common(const std::vector<Hash>& a, const std::vector<Hash>& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    const Hash mine = a[i];
    const Hash theirs = b[k];
    count += mine == theirs ? 1 : 0;
    i += mine <= theirs ? 1 : 0;
    k += theirs <= mine ? 1 : 0;
  }
  return count;
}

template <class Hash>
void sort_once(std::vector<Hash>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

// How many telling words the one shares with the other, 0 if they are not one sentence told again.
std::size_t told_again(const Outline::Sentence& one, const Outline::Sentence& other, Likeness likeness) {
  const std::size_t shared = in_common(one.unquoted, other.unquoted);
  if (likeness == Likeness::loose) return shared;
  const auto shorter = static_cast<double>(std::min(one.unquoted.size(), other.unquoted.size()));
  return shared >= kSharedWords && static_cast<double>(shared) >= kSharedShare * shorter ? shared : 0;
}

// Of pairs of places, how many more rise together than cross, as a share; those that share a place count for neither.
double kendall(const std::vector<ToldPair>& places) {
  std::int64_t with = 0;
  std::int64_t against = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const auto here = static_cast<std::int64_t>(places[i].first) - places[k].first;
      const auto there = static_cast<std::int64_t>(places[i].second) - places[k].second;
      with += here * there > 0 ? 1 : 0;
      against += here * there < 0 ? 1 : 0;
    }
  }
  return with + against == 0 ? 0 : static_cast<double>(with - against) / static_cast<double>(with + against);
}

}  // namespace

Telling telling_of(std::string_view text, const std::vector<Word>& body, const CommonWords& common) {
  Telling telling;
  for (const Word& word : body) {
    if (is_common(word, common)) continue;
    telling.words.push_back(static_cast<std::uint32_t>(word.hash));
    if (is_fact(word, text, common)) telling.facts.push_back(telling.words.back());
  }
  sort_once(telling.words);
  sort_once(telling.facts);
  return telling;
}

bool may_retell(const Telling& one, const Telling& other) {
  if (2 * in_common(one.words, other.words) >= std::min(one.words.size(), other.words.size())) return true;
  const std::size_t more_facts = std::max(one.facts.size(), other.facts.size());
  return more_facts > 0 && 2 * in_common(one.facts, other.facts) >= more_facts;
}

Outline::Outline(const Reading& reading, const CommonWords& common) {
  const std::string_view text = reading.report->text;
  Sentence sentence;
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const Word& word = reading.word(i);
    if (sentence.span.end == 0) sentence.span.begin = word.span.begin;
    sentence.span.end = word.span.end;
    if (!is_common(word, common)) {
      const bool opens = sentence.words.empty();  // its capital may be that of the sentence
      sentence.words.push_back(word.hash);
      if (reading.quoted[i] == 0) {
        sentence.unquoted.push_back(word.hash);
        const auto place = static_cast<std::uint32_t>(sentences_.size());
        if (is_number(word, text) || (word.capital && !opens)) facts_.push_back({word.hash, place});
      }
    }
    const std::uint32_t next =
        i + 1 < reading.size() ? reading.word(i + 1).span.begin : static_cast<std::uint32_t>(text.size());
    if (!ends_sentence(text.substr(word.span.end, next - word.span.end)) && i + 1 < reading.size()) continue;
    sort_once(sentence.words);
    sort_once(sentence.unquoted);
    telling_words_ += sentence.unquoted.size();
    if (!sentence.words.empty()) sentences_.push_back(std::move(sentence));
    sentence = {};
  }
  const auto before = [](const Fact& a, const Fact& b) {
    return std::pair(a.word, a.sentence) < std::pair(b.word, b.sentence);
  };
  const auto same = [](const Fact& a, const Fact& b) { return a.word == b.word; };
  std::sort(facts_.begin(), facts_.end(), before);
  facts_.erase(std::unique(facts_.begin(), facts_.end(), same), facts_.end());
}

double Outline::told_in(const Outline& other) const {
  std::size_t told = 0;
  std::size_t all = 0;
  for (const Sentence& sentence : sentences_) {
    const std::vector<std::uint64_t>& words = sentence.words;
    if (words.size() < kLeastWords) continue;
    std::size_t best = 0;
    std::size_t previous = 0;
    for (const Sentence& theirs : other.sentences_) {
      // Words that both neighbours share count twice here; a sentence seldom has many such, and the cut is at a half.
      const std::size_t here = in_common(words, theirs.words);
      best = std::max(best, std::min(here + previous, words.size()));
      previous = here;
    }
    all += words.size();
    const bool found = best >= kLeastWords && static_cast<double>(best) >= kTold * static_cast<double>(words.size());
    told += found ? words.size() : 0;
  }
  return all == 0 ? 0 : static_cast<double>(told) / static_cast<double>(all);
}

void Outline::add_facts_told(const Outline& other, ToldInOrder& told) const {
  std::vector<ToldPair> places;
  auto theirs = other.facts_.begin();
  for (const Fact& fact : facts_) {
    while (theirs != other.facts_.end() && theirs->word < fact.word) ++theirs;
    if (theirs == other.facts_.end()) break;
    if (theirs->word == fact.word) places.emplace_back(fact.sentence, theirs->sentence);
  }
  told.shared_facts = places.size();
  told.facts = facts_.empty() ? 1 : static_cast<double>(places.size()) / static_cast<double>(facts_.size());
  told.order = kendall(places);
}

// The way through the table of sentences with most telling words shared; a sentence may be told by one that tells the
// one before it too.
ToldInOrder Outline::told_in_order(const Outline& other, Likeness likeness) const {
  ToldInOrder told;
  add_facts_told(other, told);
  const std::size_t height = sentences_.size();
  const std::size_t width = other.sentences_.size() + 1;
  std::vector<std::size_t> shared((height + 1) * width);  // of each pair of sentences; row and column 0 are empty
  std::vector<std::size_t> best((height + 1) * width);    // words told by the way that ends here at most
  for (std::size_t i = 1; i <= height; ++i) {
    for (std::size_t k = 1; k < width; ++k) {
      const std::size_t at = i * width + k;
      shared[at] = told_again(sentences_[i - 1], other.sentences_[k - 1], likeness);
      best[at] = std::max(best[at - 1], best[at - width] + shared[at]);
    }
  }
  if (telling_words_ > 0) told.words = static_cast<double>(best.back()) / static_cast<double>(telling_words_);
  for (std::size_t i = height, k = width - 1; i > 0 && k > 0;) {
    const std::size_t at = i * width + k;
    if (best[at] == best[at - 1]) {
      --k;
      continue;
    }
    if (shared[at] > 0) told.sentences.emplace_back(i - 1, k - 1);
    --i;
  }
  std::reverse(told.sentences.begin(), told.sentences.end());
  return told;
}

bool are_same_facts_in_order(const Outline& one, const ToldInOrder& of_one, const Outline& other,
                             const ToldInOrder& of_other) {
  return std::min(one.telling_words(), other.telling_words()) >= kManyWords && of_one.shared_facts >= kManyFacts &&
         std::min(of_one.facts, of_other.facts) >= kMostFacts &&
         std::max(of_one.facts, of_other.facts) >= kRewrittenFacts && of_one.order >= kSameOrder;
}

bool is_rewriting(const Outline& outline, const ToldInOrder& told) {
  return outline.sentences().size() >= kLeastSentences && outline.telling_words() >= kLeastTelling &&
         told.sentences.size() >= kLeastSentences && told.words >= kRewrittenWords && told.facts >= kRewrittenFacts;
}

}  // namespace crossread
