// The evidence for copying is text that the two would not share by chance or by telling the same facts. Names, numbers
// and common words are bound: whoever tells the facts must use them. A free word, in lower case and not common, was
// chosen by a writer. A stretch counts by its free words (8 each) and its bound ones (1 each) outside quotations, less
// what independent accounts reach; the sum over all stretches decides.
//
//   "while the US continued to enforce harsh economic sanctions": 5 free words and 4 bound ones, 44
//   "In a letter to the United Nations Security Council, US Ambassador Kelly Craft said the": 1 and 14, 22
#include "lineage/compare.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "lineage/alignment.h"
#include "lineage/credits.h"
#include "lineage/free_words.h"
#include "lineage/quotations.h"
#include "lineage/retelling.h"

namespace crossread {
namespace {

constexpr int kFreeWeight = 8;
constexpr int kBoundWeight = 1;
constexpr int kBorderWeight = 10;  // a quotation that begins or ends alike amid the same other words
constexpr int kChance = 24;        // of a stretch: what independent accounts of one event reach
constexpr int kEvidence = 32;      // the sum above it that makes a copy
constexpr int kQuotedRun = 8;      // words quoted alike that are worth a row
constexpr int kPassage = 16;       // the least weight of a stretch that is shown
constexpr double kHalf = 0.5;
constexpr double kBulk = 0.7;        // the share of a body that is its bulk, word for word
constexpr double kWhole = 0.95;      // the share that is all of it
constexpr int kWholeWords = 10;      // the least that a text which stands whole in another must have outside quotations
constexpr double kRewritten = 0.33;  // the share of the shorter text's free words that stand in order in the other, and
constexpr int kRewrittenWords = 10;  // how many they must be, and
constexpr std::size_t kRewrittenStretches = 4;  // in how many stretches
constexpr double kRetold = 0.6;                 // the share told again that makes the bulk of a body, where ...
constexpr double kRetoldWords = 0.3;            // ... so much of it is there word for word

// One side, made ready.
struct Reading {
  const Report* report = nullptr;
  const std::vector<Word>* words = nullptr;
  std::vector<std::uint8_t> quoted;  // a flag for each word

  const Word& word(std::size_t i) const { return (*words)[i]; }
  std::size_t size() const { return words->size(); }
};

struct Weighed {
  Stretch stretch;
  int unquoted = 0;  // weight of the words outside quotations
  int quoted = 0;    // weight of those inside, on either side
  int words = 0;
  int free_words = 0;  // outside quotations
  int quoted_words = 0;
  int kept_facts = 0;     // names and numbers that agree
  int other_facts = 0;    // names and numbers of the one that stand against others of the other
  bool standing = false;  // it ends both bodies
};

int facts_between(const Reading& side, std::uint32_t begin, std::uint32_t end, const CommonWords& common) {
  int facts = 0;
  for (std::uint32_t i = begin; i < end; ++i) facts += is_fact(side.word(i), side.report->text, common) ? 1 : 0;
  return facts;
}

Weighed weighed(Stretch stretch, const Reading& a, const Reading& b, const CommonWords& common) {
  Weighed result;
  const SharedRun* previous = nullptr;
  for (const SharedRun& run : stretch.runs) {
    bool was_quoted = false;
    for (std::uint32_t i = 0; i < run.size; ++i) {
      const bool free =
          is_free(a.word(run.a + i), a.report->text, common) && is_free(b.word(run.b + i), b.report->text, common);
      const int weight = free ? kFreeWeight : kBoundWeight;
      const bool quoted = a.quoted[run.a + i] != 0 || b.quoted[run.b + i] != 0;
      const bool border = i > 0 && quoted != was_quoted;
      was_quoted = quoted;
      if (border) result.unquoted += kBorderWeight;
      (quoted ? result.quoted : result.unquoted) += weight;
      result.free_words += free && !quoted ? 1 : 0;
      ++result.words;
      result.quoted_words += quoted ? 1 : 0;
      result.kept_facts += is_fact(a.word(run.a + i), a.report->text, common) ? 1 : 0;
    }
    if (previous != nullptr) {
      result.other_facts += std::min(facts_between(a, previous->a_end(), run.a, common),
                                     facts_between(b, previous->b_end(), run.b, common));
    }
    previous = &run;
  }
  constexpr std::uint32_t kEnd = 3;  // words
  result.standing = stretch.a_end() + kEnd >= a.size() && stretch.b_end() + kEnd >= b.size();
  result.stretch = std::move(stretch);
  return result;
}

// What the two share, summed up.
struct Shared {
  std::vector<Weighed> stretches;
  int evidence = 0;
  int standing_evidence = 0;  // of what ends both bodies
  int unquoted_words = 0;
  int quoted_words = 0;  // of the longest stretch
  int kept_facts = 0;
  int other_facts = 0;
};

Shared shared(const std::vector<SharedRun>& runs, const Reading& a, const Reading& b, const CommonWords& common) {
  Shared result;
  for (Stretch& stretch : stretches(runs)) {
    result.stretches.push_back(weighed(std::move(stretch), a, b, common));
    const Weighed& last = result.stretches.back();
    (last.standing ? result.standing_evidence : result.evidence) += std::max(0, last.unquoted - kChance);
    result.unquoted_words += last.words - last.quoted_words;
    result.quoted_words = std::max(result.quoted_words, last.quoted_words);
    result.kept_facts += last.kept_facts;
    result.other_facts += last.other_facts;
  }
  return result;
}

// Two towns' weather from one mould: the words are the same, what they tell is not.
bool is_template(const Shared& shared) {
  return shared.other_facts >= 3 && 2 * shared.other_facts > shared.kept_facts;
}

// ---- how much, and of what kind ----

struct Coverage {
  double a = 0;
  double b = 0;
  std::uint32_t a_words = 0;
};

std::uint32_t covered_in_b(const std::vector<Weighed>& passages) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;
  for (const Weighed& passage : passages) spans.emplace_back(passage.stretch.b_begin(), passage.stretch.b_end());
  std::sort(spans.begin(), spans.end());
  std::uint32_t words = 0;
  std::uint32_t end = 0;
  for (const auto& [from, to] : spans) {
    words += to > std::max(from, end) ? to - std::max(from, end) : 0;
    end = std::max(end, to);
  }
  return words;
}

Coverage coverage(const std::vector<Weighed>& passages, const Reading& a, const Reading& b) {
  Coverage result;
  for (const Weighed& passage : passages) result.a_words += passage.stretch.a_end() - passage.stretch.a_begin();
  result.a = static_cast<double>(result.a_words) / static_cast<double>(a.size());
  result.b = static_cast<double>(covered_in_b(passages)) / static_cast<double>(b.size());
  return result;
}

bool same_words(const std::vector<Word>& a, const std::vector<Word>& b) {
  const auto equal = [](const Word& x, const Word& y) { return x.hash == y.hash; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), equal);
}

// ---- which was first ----

// The days or minutes in which a report may have come out, as minutes; empty when it does not say.
std::optional<std::pair<std::int64_t, std::int64_t>> published(const Report& report) {
  if (!report.published) return std::nullopt;
  const std::optional<std::int64_t> begin = minutes_of(*report.published);
  if (!begin || !report.published->end) return std::nullopt;
  Date last = *report.published;
  last.start = last.end;
  const bool whole_day = last.start->minute < 0;
  return std::pair(*begin, minutes_of(last).value_or(*begin) + (whole_day ? 24 * 60 - 1 : 0));
}

CopyDirection by_time(const Report& report, const Report& other) {
  const auto mine = published(report);
  const auto theirs = published(other);
  if (!mine || !theirs) return CopyDirection::unknown;
  if (mine->first > theirs->second) return CopyDirection::from;
  if (theirs->first > mine->second) return CopyDirection::to;
  return CopyDirection::unknown;
}

CopyDirection by_credit(const Report& report, const Report& other) {
  const bool mine = credits(report, other);
  const bool theirs = credits(other, report);
  if (mine == theirs) return CopyDirection::unknown;
  return mine ? CopyDirection::from : CopyDirection::to;
}

// A text that stands nearly whole in a much longer one was cut from it.
CopyDirection by_containment(const Coverage& share) {
  if (share.a >= kWhole && share.b < kBulk) return CopyDirection::from;
  if (share.b >= kWhole && share.a < kBulk) return CopyDirection::to;
  return CopyDirection::unknown;
}

CopyDirection direction(const Report& report, const Report& other, const Coverage& share) {
  for (const CopyDirection told : {by_time(report, other), by_credit(report, other), by_containment(share)}) {
    if (told != CopyDirection::unknown) return told;
  }
  return CopyDirection::unknown;
}

// ---- kinds ----

// A new top over the old body: the first words of both belong to neither's passages, the rest is shared.
bool is_releaded(const std::vector<Weighed>& passages, const Coverage& share, const Reading& a, const Reading& b) {
  constexpr std::uint32_t kTop = 15;  // words; a sentence
  std::uint32_t b_top = UINT32_MAX;
  for (const Weighed& passage : passages) b_top = std::min(b_top, passage.stretch.b_begin());
  const std::uint32_t a_top = passages.front().stretch.a_begin();
  if (a_top < kTop || b_top < kTop) return false;
  const double a_rest = share.a * static_cast<double>(a.size()) / static_cast<double>(a.size() - a_top);
  const double b_rest = share.b * static_cast<double>(b.size()) / static_cast<double>(b.size() - b_top);
  return a_rest >= kBulk && b_rest >= kBulk && share.a >= 0.5 && share.b >= 0.5;
}

// Whether the bulk of each body is in the other: word for word, or rewritten.
struct Bulk {
  bool a = false;
  bool b = false;
};

Bulk bulk(const Coverage& share, const Reading& a, const Reading& b, const CommonWords& common) {
  Bulk result{share.a >= kBulk, share.b >= kBulk};
  if (result.a || result.b || std::max(share.a, share.b) < kRetoldWords) return result;
  const Outline outline_a(a.report->text, *a.words, common);
  const Outline outline_b(b.report->text, *b.words, common);
  result.a = share.a >= kRetoldWords && outline_a.told_in(outline_b) >= kRetold;
  result.b = share.b >= kRetoldWords && outline_b.told_in(outline_a) >= kRetold;
  return result;
}

CopyKind kind(const std::vector<Weighed>& passages, const Coverage& share, CopyDirection direction, const Reading& a,
              const Reading& b, const CommonWords& common) {
  if (is_releaded(passages, share, a, b)) return CopyKind::releaded;
  const Bulk bulk_of = bulk(share, a, b, common);
  if (bulk_of.a && bulk_of.b) return CopyKind::near;
  // Who took all of a short text into a longer one of its own has lifted a part.
  const bool taken = direction == CopyDirection::from ? bulk_of.a
                     : direction == CopyDirection::to ? bulk_of.b
                                                      : bulk_of.a || bulk_of.b;
  return taken ? CopyKind::abridged : CopyKind::part;
}

// ---- the link ----

Passage passage(const Stretch& stretch, const Reading& a, const Reading& b) {
  return {{a.word(stretch.a_begin()).span.begin, a.word(stretch.a_end() - 1).span.end},
          {b.word(stretch.b_begin()).span.begin, b.word(stretch.b_end() - 1).span.end}};
}

CopyLink link_of(const Reading& a, const Reading& b) {
  CopyLink link;
  link.report = a.report->id;
  link.other = b.report->id;
  link.report_words = static_cast<std::uint32_t>(a.size());
  link.other_words = static_cast<std::uint32_t>(b.size());
  return link;
}

void keep_passages(std::vector<Weighed>& stretches) {
  std::erase_if(stretches, [](const Weighed& stretch) { return stretch.unquoted + stretch.quoted < kPassage; });
}

CopyLink same_link(const Reading& a, const Reading& b) {
  CopyLink link = link_of(a, b);
  link.kind = CopyKind::same;
  link.shared_words = link.report_words;
  link.direction = direction(*a.report, *b.report, {1, 1, link.report_words});
  link.passages = {passage({{{0, 0, link.report_words}}}, a, b)};
  return link;
}

CopyLink filled(CopyLink link, const std::vector<Weighed>& passages, const Coverage& share, const Reading& a,
                const Reading& b) {
  link.shared_words = share.a_words;
  for (const Weighed& each : passages) link.passages.push_back(passage(each.stretch, a, b));
  return link;
}

// The most free words that stretches in the same order in both hold together.
int free_words_in_order(const std::vector<Weighed>& stretches) {
  std::vector<int> best(stretches.size());  // that end with this stretch
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    int before = 0;
    for (std::size_t k = 0; k < i; ++k) {
      if (stretches[k].stretch.b_end() <= stretches[i].stretch.b_begin()) before = std::max(before, best[k]);
    }
    best[i] = before + stretches[i].free_words;
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
  std::vector<Weighed> told;
  for (const Weighed& each : found.stretches) {
    if (each.free_words > 0 && !each.standing) told.push_back(each);
  }
  if (told.size() < kRewrittenStretches) return false;
  const int in_order = free_words_in_order(told);
  return in_order >= kRewrittenWords && in_order >= kRewritten * free_words_of(a.size() < b.size() ? a : b, common);
}

// Enough of a writer's own words in common; or one text stands whole in the other, however few its words. What ends
// both bodies and is the bulk of neither may be any house's standing text (how to comment, who edited), left in by
// accident.
bool is_copied(const Shared& found, const Reading& a, const Reading& b, const CommonWords& common) {
  if (found.evidence >= kEvidence) return true;
  const Coverage share = coverage(found.stretches, a, b);
  const double most = std::max(share.a, share.b);
  if (most >= kHalf && found.evidence + found.standing_evidence >= kEvidence) return true;
  if (most >= kWhole && found.unquoted_words >= kWholeWords) return true;
  return is_rewritten(found, a, b, common);
}

std::optional<CopyLink> judged(const Reading& a, const Reading& b, const std::vector<SharedRun>& runs,
                               const CommonWords& common) {
  Shared found = shared(runs, a, b, common);
  const bool copied = is_copied(found, a, b, common) && !is_template(found);
  if (!copied && found.quoted_words < kQuotedRun) return std::nullopt;
  keep_passages(found.stretches);
  if (!copied) std::erase_if(found.stretches, [](const Weighed& each) { return each.quoted_words < kQuotedRun; });
  const Coverage share = coverage(found.stretches, a, b);
  CopyLink link = link_of(a, b);
  if (copied) link.direction = direction(*a.report, *b.report, share);
  link.kind = copied ? kind(found.stretches, share, link.direction, a, b, common) : CopyKind::quoted;
  return filled(std::move(link), found.stretches, share, a, b);
}

Reading reading(const Side& side) {
  return {side.report, side.words, {}};
}

void read_quotations(Reading& side) {
  side.quoted = quoted_words(*side.words, quotations(side.report->text, side.report->body));
}

}  // namespace

LineageTables::LineageTables(const std::filesystem::path& data_folder)
    : common(data_folder / "lexicon/en/common_words.tsv") {}

std::optional<CopyLink> compare(const Side& a, const Side& b, const LineageTables& tables) {
  if (a.words->empty() || b.words->empty() || a.report->id == b.report->id) return std::nullopt;
  const bool a_is_later = canonical_key(*b.report) < canonical_key(*a.report);
  const Side& later = a_is_later ? a : b;
  const Side& earlier = a_is_later ? b : a;
  Reading a_side = reading(later);
  Reading b_side = reading(earlier);
  if (same_words(*later.words, *earlier.words)) return same_link(a_side, b_side);
  const std::vector<SharedRun> runs = shared_runs(*later.words, *earlier.words);
  if (runs.empty()) return std::nullopt;
  read_quotations(a_side);
  read_quotations(b_side);
  return judged(a_side, b_side, runs, tables.common);
}

}  // namespace crossread
