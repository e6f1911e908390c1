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
#include <map>
#include <set>

#include "chronicle/tellings.h"

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
  explicit Choice(const std::vector<Telling>& all) {
    for (const Telling& telling : all) {
      if (!telling.whole || telling.length > kMaxWords || telling.rarity == 0) continue;
      open_.push_back(&telling);
      unheard_.insert(telling.origin);
    }
    lines_ = std::min(kMaxLines, 4 + 2 * unheard_.size());
  }

  // The next line, or null when the choice is over.
  const Telling* next(const std::vector<Telling>& all) {
    const bool only_unheard = !unheard_.empty() && lines_ - taken_ <= unheard_.size();
    const Telling* best = nullptr;
    std::uint64_t best_worth = 0;
    for (const Telling* telling : open_) {
      if (only_unheard && !unheard_.contains(telling->origin)) continue;
      const std::uint64_t worth = worth_of(*telling);
      if (worth > best_worth) {  // the first in canonical order among equals
        best = telling;
        best_worth = worth;
      }
    }
    if (taken_ == 0) first_worth_ = best_worth;
    if (best == nullptr || taken_ == lines_) return nullptr;
    if (unheard_.empty() && best_worth * 100 < first_worth_ * kLeastWorth) return nullptr;
    take(*best, all);
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

  void take(const Telling& line, const std::vector<Telling>& all) {
    ++taken_;
    for (const Telling::RareWord& word : line.words) covered_.insert(word.word);
    for (const Telling& other : all) {
      if (says_the_same(line, other)) unheard_.erase(other.origin);
    }
    unheard_.erase(line.origin);
    std::erase_if(open_, [&](const Telling* telling) {
      return telling == &line || says_the_same(line, *telling) || contained(*telling, line);
    });
  }

  std::vector<const Telling*> open_;
  std::set<OriginId> unheard_;
  std::set<std::uint64_t> covered_;
  std::size_t lines_ = 0;
  std::size_t taken_ = 0;
  std::uint64_t first_worth_ = 0;
};

std::string blanks_joined(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

// The chosen sentence, then for each other report the sentence that comes closest to saying the same, if one does.
std::vector<Citation> citations(const Telling& line, const std::vector<Telling>& all) {
  std::map<std::uint32_t, const Telling*> closest;
  for (const Telling& other : all) {
    if (other.place.report == line.place.report || !says_the_same(line, other)) continue;
    const Telling*& best = closest[other.place.report];
    if (best == nullptr || shared_rarity(line, other) > shared_rarity(line, *best)) best = &other;
  }
  std::vector<Citation> places = {line.place};
  for (const auto& [report, telling] : closest) places.push_back(telling->place);
  return places;
}

}  // namespace

std::vector<BriefLine> key_sentences(std::span<const StoryFile::Member> members, const OriginAt& origin_at,
                                     const SentenceTables& tables) {
  const std::vector<Telling> all = tellings(members, origin_at, tables);
  Choice choice(all);
  std::vector<BriefLine> lines;
  while (const Telling* chosen = choice.next(all)) {
    BriefLine line;
    line.text = blanks_joined(chosen->place.span.in(members[chosen->place.report].entry.report.text));
    line.citations = citations(*chosen, all);
    line.origins = origin_at.count(line.citations);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace crossread
