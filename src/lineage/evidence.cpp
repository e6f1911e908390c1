// The evidence for copying is text that the two would not share by chance or by telling the same facts. Names, numbers
// and common words are bound: whoever tells the facts must use them. A free word, in lower case and not common, was
// chosen by a writer. A stretch counts by its free words (8 each) and its bound ones (1 each) outside quotations, less
// what independent accounts reach; the sum over all stretches decides.
//
//   "while the US continued to enforce harsh economic sanctions": 5 free words and 4 bound ones, 44
//   "In a letter to the United Nations Security Council, US Ambassador Kelly Craft said the": 1 and 14, 22
//
// The numbers were set by hand in November 2026 on pairs of reports of one event (7,356 of NeuS train, 4,491 of ECB+
// 1-35, 4,833 of T17), reading what was called a copy; docs/design/lineage.md has the counts.
#include "lineage/evidence.h"

#include <algorithm>
#include <utility>

#include "lineage/free_words.h"
#include "lineage/quotations.h"

namespace crossread {
namespace {

constexpr int kFreeWeight = 8;
constexpr int kBoundWeight = 1;
constexpr int kBorderWeight = 12;  // a quotation that begins or ends alike amid the same other words
constexpr int kChance = 24;        // of a stretch: what independent accounts of one event reach
constexpr int kEvidence = 40;      // the sum above it that makes a copy

constexpr int kQuotedTelling = 3;  // words, not common, that a quotation worth a row has

constexpr double kHalf = 0.5;
constexpr double kWhole = 0.95;  // the share of a body that is all of it
constexpr int kWholeWords = 10;  // the least outside quotations of a text which stands whole in another

constexpr double kRewritten = 0.33;  // the share of the shorter text's free words that stand in order in the other,
constexpr int kRewrittenWords = 10;  // how many they must be,
constexpr std::size_t kRewrittenStretches = 4;  // and in how many stretches

// Counts the words between two runs of a stretch that stand against one another.
template <class Sort>
int against(const SharedRun& first, const SharedRun& second, const Reading& a, const Reading& b, const Sort& sort) {
  const auto between = [&](const Reading& side, std::uint32_t begin, std::uint32_t end) {
    int count = 0;
    for (std::uint32_t i = begin; i < end; ++i) count += sort(side.word(i), side.report->text) ? 1 : 0;
    return count;
  };
  return std::min(between(a, first.a_end(), second.a), between(b, first.b_end(), second.b));
}

void add(const Tally& one, Tally& sum) {
  sum.kept += one.kept;
  sum.exchanged += one.exchanged;
}

void add_run(const SharedRun& run, const Reading& a, const Reading& b, const CommonWords& common, Weighed& sum) {
  int quotation = 0;
  int quoted_telling = 0;
  bool was_quoted = false;
  for (std::uint32_t i = 0; i < run.size; ++i) {
    const Word& word = a.word(run.a + i);
    const bool free = is_free(word, a.report->text, common) && !b.word(run.b + i).capital;
    const bool quoted = a.quoted[run.a + i] != 0 || b.quoted[run.b + i] != 0;
    if (i > 0 && quoted != was_quoted) sum.unquoted += kBorderWeight;
    was_quoted = quoted;
    (quoted ? sum.quoted : sum.unquoted) += free ? kFreeWeight : kBoundWeight;
    (quoted ? quotation : sum.unquoted_words) += 1;
    quoted_telling += quoted && !is_common(word, common) ? 1 : 0;
    sum.free_words += free && !quoted ? 1 : 0;
    sum.telling.kept += is_common(word, common) ? 0 : 1;
    sum.facts.kept += is_fact(word, a.report->text, common) ? 1 : 0;
  }
  sum.words += static_cast<int>(run.size);
  if (quoted_telling >= kQuotedTelling) sum.quotation = std::max(sum.quotation, quotation);
}

Weighed weighed(Stretch stretch, const Reading& a, const Reading& b, const CommonWords& common) {
  constexpr std::uint32_t kEnd = 3;  // words
  Weighed sum;
  const auto is_telling = [&](const Word& word, std::string_view) { return !is_common(word, common); };
  const auto is_a_fact = [&](const Word& word, std::string_view text) { return is_fact(word, text, common); };
  const SharedRun* previous = nullptr;
  for (const SharedRun& run : stretch.runs) {
    add_run(run, a, b, common, sum);
    if (previous != nullptr) {
      sum.telling.exchanged += against(*previous, run, a, b, is_telling);
      sum.facts.exchanged += against(*previous, run, a, b, is_a_fact);
    }
    previous = &run;
  }
  sum.standing = stretch.a_end() + kEnd >= a.size() && stretch.b_end() + kEnd >= b.size();
  sum.stretch = std::move(stretch);
  return sum;
}

std::uint32_t covered_in_b(const std::vector<Weighed>& stretches) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;
  for (const Weighed& each : stretches) spans.emplace_back(each.stretch.b_begin(), each.stretch.b_end());
  std::sort(spans.begin(), spans.end());
  std::uint32_t words = 0;
  std::uint32_t end = 0;
  for (const auto& [from, to] : spans) {
    words += to > std::max(from, end) ? to - std::max(from, end) : 0;
    end = std::max(end, to);
  }
  return words;
}

// The most free words that stretches in the same order in both hold together.
int free_words_in_order(const std::vector<const Weighed*>& stretches) {
  std::vector<int> best(stretches.size());  // that end with this stretch
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    int before = 0;
    for (std::size_t k = 0; k < i; ++k) {
      if (stretches[k]->stretch.b_end() <= stretches[i]->stretch.b_begin()) before = std::max(before, best[k]);
    }
    best[i] = before + stretches[i]->free_words;
  }
  return best.empty() ? 0 : *std::max_element(best.begin(), best.end());
}

int free_words_of(const Reading& side, const CommonWords& common) {
  int count = 0;
  for (std::size_t i = 0; i < side.size(); ++i) {
    count += side.quoted[i] == 0 && is_free(side.word(i), side.report->text, common) ? 1 : 0;
  }
  return count;
}

// Rewritten sentence by sentence: no stretch is long, but many short ones, with much of the shorter text's free words,
// follow one another in the same order.
bool is_rewritten(const Shared& found, const Reading& a, const Reading& b, const CommonWords& common) {
  std::vector<const Weighed*> told;
  for (const Weighed& each : found.stretches) {
    if (each.free_words > 0 && !each.standing) told.push_back(&each);
  }
  if (told.size() < kRewrittenStretches) return false;
  const int in_order = free_words_in_order(told);
  return in_order >= kRewrittenWords && in_order >= kRewritten * free_words_of(a.size() < b.size() ? a : b, common);
}

// Words of `b` that an earlier stretch has met already are no further evidence: a text that repeats itself proves
// nothing twice.
bool is_met_again(const Stretch& stretch, const std::vector<Weighed>& earlier) {
  const std::uint32_t size = stretch.b_end() - stretch.b_begin();
  return std::any_of(earlier.begin(), earlier.end(), [&](const Weighed& each) {
    const std::uint32_t begin = std::max(stretch.b_begin(), each.stretch.b_begin());
    const std::uint32_t end = std::min(stretch.b_end(), each.stretch.b_end());
    return end > begin && 2 * (end - begin) > size;
  });
}

}  // namespace

Reading reading(const Side& side) {
  return {side.report, side.words, quoted_words(*side.words, quotations(side.report->text, side.report->body))};
}

Shared shared(const std::vector<SharedRun>& runs, const Reading& a, const Reading& b, const CommonWords& common) {
  Shared result;
  for (Stretch& stretch : stretches(runs)) {
    const bool again = is_met_again(stretch, result.stretches);
    result.stretches.push_back(weighed(std::move(stretch), a, b, common));
    const Weighed& last = result.stretches.back();
    const int evidence = again ? 0 : std::max(0, last.unquoted - kChance);
    (last.standing ? result.standing_evidence : result.evidence) += evidence;
    result.unquoted_words += last.unquoted_words;
    result.quotation = std::max(result.quotation, last.quotation);
    add(last.telling, result.telling);
    add(last.facts, result.facts);
  }
  return result;
}

Coverage coverage(const std::vector<Weighed>& stretches, const Reading& a, const Reading& b) {
  Coverage result;
  for (const Weighed& each : stretches) result.a_words += each.stretch.a_end() - each.stretch.a_begin();
  result.a = static_cast<double>(result.a_words) / static_cast<double>(a.size());
  result.b = static_cast<double>(covered_in_b(stretches)) / static_cast<double>(b.size());
  return result;
}

// Two towns' weather from one mould: the frame is the same, what it is filled with is not. A copy exchanges a word in
// thirty, a rewriter hardly more within the stretches that he keeps, and neither the names and numbers.
bool is_mould(const Shared& found) {
  constexpr int kLeast = 3;
  return (found.telling.exchanged >= kLeast && 4 * found.telling.exchanged > found.telling.kept) ||
         (found.facts.exchanged >= kLeast && 2 * found.facts.exchanged > found.facts.kept);
}

// Enough of a writer's own words in common; or one text stands whole in the other, however few its words; or it is told
// again in order. What ends both bodies and is the bulk of neither may be a house's standing text (how to comment, who
// edited), left in by accident.
bool is_copied(const Shared& found, const Reading& a, const Reading& b, const CommonWords& common) {
  if (found.evidence >= kEvidence) return true;
  const double most = coverage(found.stretches, a, b).most();
  if (most >= kHalf && found.evidence + found.standing_evidence >= kEvidence) return true;
  if (most >= kWhole && found.unquoted_words >= kWholeWords) return true;
  return is_rewritten(found, a, b, common);
}

}  // namespace crossread
