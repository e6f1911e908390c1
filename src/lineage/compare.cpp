// Runs of words that stand in both are joined to stretches (alignment.h), weighed (evidence.h), and if they prove a
// copy, the link says of what kind, in which direction (direction.h) and where. If they do not, one may still be the
// other's rewriting (retelling.h).
#include "lineage/compare.h"

#include <algorithm>
#include <utility>

#include "lineage/direction.h"
#include "lineage/evidence.h"
#include "lineage/retelling.h"

namespace crossread {
namespace {

constexpr int kQuotation = 10;        // words quoted alike in one run that are worth a row
constexpr int kPassage = 16;          // the least weight of a stretch that is shown
constexpr double kBulk = 0.7;         // the share of a body that is its bulk, word for word
constexpr double kBlock = 0.85;       // the same, of a body that shares one block or two
constexpr double kRetold = 0.6;       // the share told again that makes the bulk of a body, where ...
constexpr double kRetoldWords = 0.3;  // ... so much of it is there word for word, in ...
constexpr std::size_t kRetoldPassages = 3;
// Sentences of a body up to which rewritings are looked for, some ten thousand words: time and memory grow with the
// product of both bodies'.
constexpr std::size_t kMostSentences = 500;

bool same_words(const std::vector<Word>& a, const std::vector<Word>& b) {
  const auto equal = [](const Word& x, const Word& y) { return x.hash == y.hash; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), equal);
}

// ---- kinds ----

// How much of a body from its first shared word on is shared.
double shared_below(std::uint32_t first, double share, const Reading& body) {
  return share * static_cast<double>(body.size()) / static_cast<double>(body.size() - first);
}

// A new top over the old body: the first words of both belong to neither's passages, the rest is shared. Where it is
// known who took from whom, the taker's side alone tells: its own top, and below it mostly what it took, while the
// other's top may well be in it further down. The two numbers are from the copies of our corpus' train part, where
// what is below the top is shared to 0.70 or more in copies with a new lead and to 0.62 or less in lifted parts
// (2026-11-22).
bool is_releaded(const std::vector<Weighed>& passages, const Coverage& share, CopyDirection direction, const Reading& a,
                 const Reading& b) {
  constexpr std::uint32_t kTop = 15;  // words; a sentence
  constexpr double kTaken = 0.33;
  constexpr double kTakenBelow = 0.67;
  std::uint32_t b_top = UINT32_MAX;
  for (const Weighed& passage : passages) b_top = std::min(b_top, passage.stretch.b_begin());
  const std::uint32_t a_top = passages.front().stretch.a_begin();
  const bool a_took = direction == CopyDirection::from;
  const bool b_took = direction == CopyDirection::to;
  if (a_took && a_top >= kTop && share.a >= kTaken && shared_below(a_top, share.a, a) >= kTakenBelow) return true;
  if (b_took && b_top >= kTop && share.b >= kTaken && shared_below(b_top, share.b, b) >= kTakenBelow) return true;
  if (a_top < kTop || b_top < kTop || share.a < 0.5 || share.b < 0.5) return false;
  return shared_below(a_top, share.a, a) >= kBulk && shared_below(b_top, share.b, b) >= kBulk;
}

// Whether the bulk of each body is in the other: word for word, or rewritten.
struct Bulk {
  bool a = false;
  bool b = false;
};

Bulk bulk(std::size_t passages, const Coverage& share, const Reading& a, const Reading& b, const CommonWords& common) {
  const Bulk result{share.a >= kBulk, share.b >= kBulk};
  if (result.a && result.b) return result;
  // One block out of the middle of the other is a lifted part unless it is nearly all there is.
  if (passages < kRetoldPassages) return {share.a >= kBlock, share.b >= kBlock};
  if (result.a || result.b || share.most() < kRetoldWords) return result;
  const Outline outline_a(a, common);
  const Outline outline_b(b, common);
  return {share.a >= kRetoldWords && outline_a.told_in(outline_b) >= kRetold,
          share.b >= kRetoldWords && outline_b.told_in(outline_a) >= kRetold};
}

// Who took all of a short text into a longer one of his own has lifted a part; who took a short text out of a longer
// one has abridged it.
bool is_abridged(const Bulk& bulk, CopyDirection direction) {
  if (direction == CopyDirection::unknown) return bulk.a || bulk.b;
  return direction == CopyDirection::from ? bulk.a : bulk.b;
}

CopyKind kind(const std::vector<Weighed>& passages, const Coverage& share, CopyDirection direction, const Reading& a,
              const Reading& b, const CommonWords& common) {
  if (is_releaded(passages, share, direction, a, b)) return CopyKind::releaded;
  const Bulk bulk_of = bulk(passages.size(), share, a, b, common);
  if (bulk_of.a && bulk_of.b) return CopyKind::near;
  return is_abridged(bulk_of, direction) ? CopyKind::abridged : CopyKind::part;
}

// ---- links ----

CopyLink link_of(const Side& a, const Side& b) {
  CopyLink link;
  link.report = a.report->id;
  link.other = b.report->id;
  link.report_words = static_cast<std::uint32_t>(a.words->size());
  link.other_words = static_cast<std::uint32_t>(b.words->size());
  return link;
}

CopyLink same_link(const Side& a, const Side& b) {
  CopyLink link = link_of(a, b);
  link.kind = CopyKind::same;
  link.direction = direction(*a.report, *b.report, 1, 1);
  link.shared_words = link.report_words;
  link.passages = {{{a.words->front().span.begin, a.words->back().span.end},
                    {b.words->front().span.begin, b.words->back().span.end}}};
  return link;
}

Passage passage(const Stretch& stretch, const Reading& a, const Reading& b) {
  return {{a.word(stretch.a_begin()).span.begin, a.word(stretch.a_end() - 1).span.end},
          {b.word(stretch.b_begin()).span.begin, b.word(stretch.b_end() - 1).span.end}};
}

std::optional<CopyLink> judged(const std::vector<SharedRun>& runs, const Side& later, const Side& earlier,
                               const Reading& a, const Reading& b, const CommonWords& common) {
  Shared found = shared(runs, a, b, common);
  if (is_mould(found)) return std::nullopt;
  const bool copied = is_copied(found, a, b, common);
  if (!copied && found.quotation < kQuotation) return std::nullopt;
  std::erase_if(found.stretches, [&](const Weighed& each) {
    return each.unquoted + each.quoted < kPassage || (!copied && each.quotation < kQuotation);
  });
  if (found.stretches.empty()) return std::nullopt;
  const Coverage share = coverage(found.stretches, a, b);
  CopyLink link = link_of(later, earlier);
  link.kind = CopyKind::quoted;
  if (copied) {
    link.direction = direction(*a.report, *b.report, share.a, share.b);
    link.kind = kind(found.stretches, share, link.direction, a, b, common);
  }
  link.shared_words = share.a_words;
  for (const Weighed& each : found.stretches) link.passages.push_back(passage(each.stretch, a, b));
  return link;
}

// Sentences that follow one another in both are one passage.
std::vector<Passage> passages_of(const std::vector<ToldPair>& told, const Outline& a, const Outline& b) {
  std::vector<Passage> passages;
  std::uint32_t last_a = UINT32_MAX;
  std::uint32_t last_b = UINT32_MAX;
  for (const auto& [in_a, in_b] : told) {
    const ByteSpan& mine = a.sentences()[in_a].span;
    const ByteSpan& theirs = b.sentences()[in_b].span;
    const bool goes_on = !passages.empty() && in_a <= last_a + 1 && in_b <= last_b + 1;
    if (goes_on) {
      passages.back().report.end = mine.end;
      passages.back().other.end = theirs.end;
    } else {
      passages.push_back({mine, theirs});
    }
    last_a = in_a;
    last_b = in_b;
  }
  return passages;
}

std::uint32_t words_in(const std::vector<Passage>& passages, const Side& side) {
  const auto inside = [&](const Word& word) {
    return std::any_of(passages.begin(), passages.end(), [&](const Passage& passage) {
      return passage.report.begin <= word.span.begin && word.span.end <= passage.report.end;
    });
  };
  return static_cast<std::uint32_t>(std::count_if(side.words->begin(), side.words->end(), inside));
}

// One of the two told the other again, sentence by sentence, in words of its own.
std::optional<CopyLink> rewritten(const Side& later, const Side& earlier, const Reading& a, const Reading& b,
                                  const CommonWords& common) {
  const Outline mine(a, common);
  const Outline theirs(b, common);
  if (std::max(mine.sentences().size(), theirs.sentences().size()) > kMostSentences) return std::nullopt;
  const ToldInOrder of_a = mine.told_in_order(theirs);
  const ToldInOrder of_b = theirs.told_in_order(mine);
  Bulk bulk_of{is_rewriting(mine, of_a), is_rewriting(theirs, of_b)};
  std::vector<ToldPair> told = of_a.sentences;
  if (!bulk_of.a && !bulk_of.b) {
    if (!are_same_facts_in_order(mine, of_a, theirs, of_b)) return std::nullopt;
    bulk_of = {true, true};
    told = mine.told_in_order(theirs, Likeness::loose).sentences;
  } else if (!bulk_of.a) {
    told.clear();
    for (const auto& [in_b, in_a] : of_b.sentences) told.emplace_back(in_a, in_b);
  }
  CopyLink link = link_of(later, earlier);
  link.direction = direction(*a.report, *b.report, of_a.words, of_b.words);
  const bool abridged = is_abridged(bulk_of, link.direction);
  link.kind = bulk_of.a && bulk_of.b ? CopyKind::near : abridged ? CopyKind::abridged : CopyKind::part;
  link.passages = passages_of(told, mine, theirs);
  link.shared_words = words_in(link.passages, later);
  return link;
}

}  // namespace

LineageTables::LineageTables(const std::filesystem::path& data_folder)
    : common(data_folder / "lexicon/en/common_words.tsv") {}

std::optional<CopyLink> compare(const Side& a, const Side& b, const LineageTables& tables) {
  if (a.words->empty() || b.words->empty() || a.report->id == b.report->id) return std::nullopt;
  const bool a_is_later = canonical_key(*b.report) < canonical_key(*a.report);
  const Side& later = a_is_later ? a : b;
  const Side& earlier = a_is_later ? b : a;
  if (same_words(*later.words, *earlier.words)) return same_link(later, earlier);
  const std::vector<SharedRun> runs = shared_runs(*later.words, *earlier.words);
  const bool retold = may_retell(*later.telling, *earlier.telling);
  if (runs.empty() && !retold) return std::nullopt;
  const Reading read = reading(later);
  const Reading other = reading(earlier);
  std::optional<CopyLink> link = runs.empty() ? std::nullopt : judged(runs, later, earlier, read, other, tables.common);
  if (!retold || (link && link->kind != CopyKind::quoted)) return link;
  std::optional<CopyLink> told_again = rewritten(later, earlier, read, other, tables.common);
  return told_again ? told_again : link;
}

}  // namespace crossread
