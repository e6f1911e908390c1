// Candidates are the words by which a claim is told (the clause of an event, the words that somebody said) and whole
// sentences. Each is set beside the claim's other tellings and beside the sentences of other reports; the reports that
// do not bear it out are not counted. Of a claim those words are shown that most origins bear out, in their sentence,
// the part that is agreed apart from the rest. Then the best are taken that say something beside what is taken already.
//
// Claims are made from what a machine read, and two sentences that tell of one deed may each tell much else: so a line
// stands only where the words themselves say that they tell the same.
#include "chronicle/agreement.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace crossread {
namespace {

constexpr std::size_t kMaxWords = 45;       // a longer sentence says much that the others do not
constexpr std::size_t kMostAnchors = 64;    // sentences of a claim that are tried as its line, in canonical order
constexpr std::uint64_t kLeastTold = 1000;  // rarity of words that make out a good part of a sentence

// Words of a report that tell a claim: a clause, the words somebody said, or a whole sentence.
struct Unit {
  Citation place;
  std::size_t sentence = 0;
  Terms terms;
};

struct Candidate {
  std::optional<ClaimId> claim;
  std::vector<std::size_t> sentences;  // the line's first; one a report
  ByteSpan core;                       // what the others bear out of the line
  std::uint32_t origins = 0;
  std::uint64_t told = 0;  // rarity of the core that the others have, on the mean
  bool leans_back = false;

  auto rank() const { return std::tuple(origins, !leans_back, told, sentences.size()); }
};

class Gathering {
 public:
  Gathering(const Sentences& sentences, const Bearers& bearers, const Told& told, const OriginAt& origin_at)
      : sentences_(sentences), bearers_(bearers), told_(told), origin_at_(origin_at) {}

  Agreement gathered() {
    for (const Claim& claim : told_.claims()) take_claim(claim);
    take_sentences();
    std::ranges::stable_sort(candidates_, std::greater{}, &Candidate::rank);
    for (const Candidate& candidate : candidates_) {
      result_.told.insert(candidate.sentences.begin(), candidate.sentences.end());
      if (result_.lines.size() < kMaxAgreed && adds(candidate)) show(candidate);
    }
    return std::move(result_);
  }

 private:
  void take_claim(const Claim& claim) {
    std::vector<Unit> group;
    for (const Support& support : claim.support) {
      if (std::optional<Unit> unit = unit_of(support)) group.push_back(std::move(*unit));
    }
    std::ranges::sort(group, {}, &Unit::place);
    const bool parted = std::ranges::any_of(claim.slots, [](const Slot& slot) {
      return slot.verdict == Verdict::disputed || slot.verdict == Verdict::revised;
    });
    if (!parted && claim.dissent.empty()) consider(group, claim.id);
  }

  std::optional<Unit> unit_of(const Support& support) const {
    const std::optional<Citation> place = told_.citation(support.evidence);
    const std::optional<std::size_t> sentence = place ? sentences_.at(*place) : std::nullopt;
    if (!sentence) return std::nullopt;
    Citation words = *place;
    if (std::holds_alternative<EventId>(support.by)) words = sentences_.clause_around(*place);
    words.span.end = std::min(words.span.end, sentences_[*sentence].place.span.end);
    return Unit{words, *sentence, sentences_.terms_of(words)};
  }

  // Whole sentences that others bear out without a claim's help.
  void take_sentences() {
    for (std::size_t i = 0; i < sentences_.all().size(); ++i)
      consider({{sentences_[i].place, i, sentences_.terms(i)}}, {});
  }

  void consider(const std::vector<Unit>& group, std::optional<ClaimId> claim) {
    std::optional<Candidate> best;
    std::size_t tried = 0;
    for (const Unit& line : group) {
      const Telling& telling = sentences_[line.sentence];
      if (!telling.whole || telling.length > kMaxWords || ++tried > kMostAnchors) continue;
      Candidate candidate = around(line, group);
      if (candidate.origins < 2) continue;
      if (!best || candidate.rank() > best->rank()) best = std::move(candidate);
    }
    if (claim) note_told(group);
    if (!best) return;
    best->claim = claim;
    candidates_.push_back(std::move(*best));
  }

  // Sentences with words of a claim that other origins may tell as well.
  void note_told(const std::vector<Unit>& group) {
    for (const Unit& unit : group) {
      if (unit.terms.rarity() < kLeastTold) continue;
      std::vector<Citation> places = {unit.place};
      for (const std::size_t other : bearers_.like(unit.terms, unit.place.report))
        places.push_back(sentences_[other].place);
      if (origin_at_.count(places) > 1) result_.told.insert(unit.sentence);
    }
  }

  // The line with, of each other report, the words that bear it out best.
  Candidate around(const Unit& line, const std::vector<Unit>& group) const {
    std::map<std::uint32_t, const Unit*> best;
    for (const Unit& other : group) {
      if (other.place.report == line.place.report || !bears_out(line.terms, other.terms)) continue;
      const Unit*& at = best[other.place.report];
      if (at == nullptr || shared(line.terms, other.terms) > shared(line.terms, at->terms)) at = &other;
    }
    std::vector<Unit> beside;
    for (const std::size_t sentence : bearers_.of(line.terms, line.place.report))
      beside.push_back({sentences_[sentence].place, sentence, sentences_.terms(sentence)});
    for (const Unit& other : beside) best.try_emplace(other.place.report, &other);
    Candidate candidate;
    candidate.sentences = {line.sentence};
    candidate.core = line.place.span;
    candidate.leans_back = sentences_[line.sentence].leans_back;
    std::vector<Citation> places = {line.place};
    for (const auto& [report, other] : best) {
      candidate.sentences.push_back(other->sentence);
      places.push_back(other->place);
      candidate.told += shared(line.terms, other->terms);
    }
    candidate.origins = origin_at_.count(places);
    if (!best.empty()) candidate.told /= best.size();
    return candidate;
  }

  // Its core says something that no line says.
  bool adds(const Candidate& candidate) const {
    const Citation place = {sentences_[candidate.sentences.front()].place.report, candidate.core};
    const Terms core = sentences_.terms_of(place);
    return std::ranges::none_of(shown_, [&](std::size_t line) {
      return line == candidate.sentences.front() || covered(core, sentences_.terms(line));
    });
  }

  void show(const Candidate& candidate) {
    shown_.insert(candidate.sentences.begin(), candidate.sentences.end());
    BriefLine line = line_of(candidate.sentences, sentences_, told_, origin_at_);
    line.claim = candidate.claim;
    line.core = candidate.core;
    result_.lines.push_back(std::move(line));
  }

  const Sentences& sentences_;
  const Bearers& bearers_;
  const Told& told_;
  const OriginAt& origin_at_;
  std::vector<Candidate> candidates_;
  std::set<std::size_t> shown_;
  Agreement result_;
};

}  // namespace

Agreement agreement(const Sentences& sentences, const Bearers& bearers, const Told& told, const OriginAt& origin_at) {
  return Gathering(sentences, bearers, told, origin_at).gathered();
}

}  // namespace crossread
