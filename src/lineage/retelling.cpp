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
std::size_t told_again(const Outline::Sentence& one, const Outline::Sentence& other) {
  const std::size_t shared = in_common(one.unquoted, other.unquoted);
  const auto shorter = static_cast<double>(std::min(one.unquoted.size(), other.unquoted.size()));
  return shared >= kSharedWords && static_cast<double>(shared) >= kSharedShare * shorter ? shared : 0;
}

}  // namespace

std::vector<std::uint32_t> telling_words(const std::vector<Word>& body, const CommonWords& common) {
  std::vector<std::uint32_t> telling;
  for (const Word& word : body) {
    if (!is_common(word, common)) telling.push_back(static_cast<std::uint32_t>(word.hash));
  }
  sort_once(telling);
  return telling;
}

bool may_retell(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other) {
  return 2 * in_common(one, other) >= std::min(one.size(), other.size());
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
        if (is_number(word, text) || (word.capital && !opens)) facts_.push_back(word.hash);
      }
    }
    const std::uint32_t next =
        i + 1 < reading.size() ? reading.word(i + 1).span.begin : static_cast<std::uint32_t>(text.size());
    if (!ends_sentence(text.substr(word.span.end, next - word.span.end)) && i + 1 < reading.size()) continue;
    sort_once(sentence.words);
    sort_once(sentence.unquoted);
    telling_words_ += sentence.unquoted.size();
    vocabulary_.insert(vocabulary_.end(), sentence.words.begin(), sentence.words.end());
    if (!sentence.words.empty()) sentences_.push_back(std::move(sentence));
    sentence = {};
  }
  sort_once(facts_);
  sort_once(vocabulary_);
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

// The way through the table of sentences with most telling words shared; a sentence may be told by one that tells the
// one before it too.
ToldInOrder Outline::told_in_order(const Outline& other) const {
  ToldInOrder told;
  const std::size_t facts = in_common(facts_, other.vocabulary_);
  told.facts = facts_.empty() ? 1 : static_cast<double>(facts) / static_cast<double>(facts_.size());
  const std::size_t height = sentences_.size();
  const std::size_t width = other.sentences_.size() + 1;
  std::vector<std::size_t> shared((height + 1) * width);  // of each pair of sentences; row and column 0 are empty
  std::vector<std::size_t> best((height + 1) * width);    // words told by the way that ends here at most
  for (std::size_t i = 1; i <= height; ++i) {
    for (std::size_t k = 1; k < width; ++k) {
      const std::size_t at = i * width + k;
      shared[at] = told_again(sentences_[i - 1], other.sentences_[k - 1]);
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

bool is_rewriting(const Outline& outline, const ToldInOrder& told) {
  return outline.sentences().size() >= kLeastSentences && outline.telling_words() >= kLeastTelling &&
         told.sentences.size() >= kLeastSentences && told.words >= kRewrittenWords && told.facts >= kRewrittenFacts;
}

}  // namespace crossread
