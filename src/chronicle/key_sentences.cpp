// A greedy choice by what a sentence adds, after maximal marginal relevance [Carbonell and Goldstein 1998].
//
// A word is worth its rarity in the language times the square of the number of origins that use it, once more for each
// that has it in a title: what every origin speaks of, and ordinary talk does not, is what the story is about. A
// sentence is worth the sum of those of its words that no chosen line has yet, over its length; more at the head of its
// report and when several origins tell it, less when it leans on the sentence before it. The best is taken, and again,
// until the lines are full or nothing much is left; a sentence that is almost contained in a chosen line is out. When
// the lines left are no more than the origins not yet heard, only those may speak. Every other sentence that says the
// same becomes a further citation of the line.
//
// All sums are of whole numbers. Guarded by tests/chronicle/brief_test.cpp.
#include "chronicle/key_sentences.h"

#include <algorithm>
#include <optional>
#include <set>

namespace crossread {
namespace {

// None of these was tuned on a labelled set; they were set by reading the briefs of the seeds and examples, 2026-11-22.
constexpr std::size_t kMaxWords = 60;     // more is a list or two sentences in one
constexpr std::uint64_t kDamping = 12;    // words added to a length, so that short sentences do not win by being short
constexpr std::uint64_t kLeastWorth = 4;  // percent of the first line's worth, to be still worth a line

// Percent: the head of a report tells what it is about.
std::uint64_t lead(std::size_t position) {
  if (position == 0) return 200;
  if (position <= 2) return 140;
  return position <= 5 ? 115 : 100;
}

class Choice {
 public:
  Choice(const Sentences& sentences, const std::function<bool(std::size_t)>& may_show,
         const std::vector<BriefLine>& shown)
      : sentences_(sentences) {
    for (std::size_t i = 0; i < sentences_.all().size(); ++i) {
      const Telling& telling = sentences_[i];
      if (!telling.whole || telling.length > kMaxWords || telling.rarity == 0 || !may_show(i)) continue;
      open_.push_back(i);
      unheard_.insert(telling.origin);
    }
    lines_ = std::min(kMaxLines, 4 + 2 * unheard_.size());
    for (const BriefLine& line : shown) {
      if (const std::optional<std::size_t> sentence = sentences_.at(line.citations.front())) cover(*sentence);
    }
  }

  // The next line, or nothing when the choice is over.
  std::optional<std::size_t> next() {
    const bool only_unheard = !unheard_.empty() && lines_ - taken_ <= unheard_.size();
    std::optional<std::size_t> best;
    std::uint64_t best_worth = 0;
    for (const std::size_t sentence : open_) {
      if (only_unheard && !unheard_.contains(sentences_[sentence].origin)) continue;
      const std::uint64_t worth = worth_of(sentences_[sentence]);
      if (worth > best_worth) {  // the first in canonical order among equals
        best = sentence;
        best_worth = worth;
      }
    }
    if (taken_ == 0) first_worth_ = best_worth;
    if (!best || taken_ == lines_) return std::nullopt;
    if (unheard_.empty() && best_worth * 100 < first_worth_ * kLeastWorth) return std::nullopt;
    ++taken_;
    hear(*best);
    cover(*best);
    return best;
  }

 private:
  std::uint64_t worth_of(const Telling& telling) const {
    std::uint64_t added = 0;
    for (const Telling::RareWord& word : telling.words) {
      if (!covered_.contains(word.word)) added += word.rarity * word.origins * word.origins;
    }
    added *= lead(telling.position) * (telling.leans_back ? 50 : 100) * (1 + telling.told_by);
    if (unheard_.contains(telling.origin)) added *= 2;
    return added / (telling.length + kDamping);
  }

  void hear(std::size_t line) {
    for (const Telling& other : sentences_.all()) {
      if (says_the_same(sentences_[line], other)) unheard_.erase(other.origin);
    }
    unheard_.erase(sentences_[line].origin);
  }

  void cover(std::size_t line) {
    const Telling& shown = sentences_[line];
    for (const Telling::RareWord& word : shown.words) covered_.insert(word.word);
    std::erase_if(open_, [&](std::size_t sentence) {
      const Telling& telling = sentences_[sentence];
      return sentence == line || says_the_same(shown, telling) || contained(telling, shown);
    });
  }

  const Sentences& sentences_;
  std::vector<std::size_t> open_;
  std::set<OriginId> unheard_;
  std::set<std::uint64_t> covered_;
  std::size_t lines_ = 0;
  std::size_t taken_ = 0;
  std::uint64_t first_worth_ = 0;
};

}  // namespace

std::vector<BriefLine> key_sentences(const Sentences& sentences, const Bearers& bearers, const Told& told,
                                     const OriginAt& origin_at, const std::function<bool(std::size_t)>& may_show,
                                     const std::vector<BriefLine>& shown) {
  Choice choice(sentences, may_show, shown);
  std::vector<BriefLine> lines;
  while (const std::optional<std::size_t> chosen = choice.next()) {
    std::vector<std::size_t> tellers = bearers.of(sentences.terms(*chosen), sentences[*chosen].place.report);
    tellers.insert(tellers.begin(), *chosen);
    lines.push_back(line_of(tellers, sentences, told, origin_at));
  }
  return lines;
}

}  // namespace crossread
