// A claim's slots are made from what a machine read; a dispute that is none costs a reader more than one that is
// missing. So each is looked at again here, in the words around the values.
#include "chronicle/partings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "text/words.h"

namespace crossread {
namespace {

// Set by reading the briefs of five real reports and of the examples, 2026-11-22; not tuned.
constexpr std::uint64_t kLeastShared = 700;  // rarity that the sentences of two sides share: a name and two rare words
constexpr std::uint64_t kShare = 25;         // and percent of the rarity of the poorer one

struct Range {
  std::optional<double> low;
  std::optional<double> high;
};

// A number given without bounds stands for itself.
Range range_of(const Position& position) {
  if (position.low || position.high) return {position.low, position.high};
  const auto* value = std::get_if<double>(&position.value);
  return value ? Range{*value, *value} : Range{};
}

bool apart(const Position& a, const Position& b) {
  if (!std::holds_alternative<double>(a.value) || !std::holds_alternative<double>(b.value)) return true;
  const Range x = range_of(a);
  const Range y = range_of(b);
  return (x.high && y.low && *x.high < *y.low) || (y.high && x.low && *y.high < *x.low);
}

// A position with the sentences of the brief in which it stands.
struct Side {
  const Position* position = nullptr;
  std::vector<Citation> values;
  std::vector<std::size_t> sentences;
};

class Gathering {
 public:
  Gathering(const Sentences& sentences, const Told& told, const OriginAt& origin_at, const Bearing& bearing)
      : sentences_(sentences), told_(told), origin_at_(origin_at), bearing_(bearing) {}

  Partings gathered() {
    for (const Claim& claim : told_.claims()) {
      for (const Slot& slot : claim.slots) {
        if (slot.verdict == Verdict::disputed || slot.verdict == Verdict::revised) take(claim, slot);
      }
    }
    return {ordered(std::move(disputed_)), ordered(std::move(revised_))};
  }

 private:
  struct Found {
    BriefParting parting;
    std::size_t origins = 0;
    std::size_t reports = 0;
  };

  static std::vector<BriefParting> ordered(std::vector<Found> found) {
    std::ranges::stable_sort(found, std::greater{},
                             [](const Found& one) { return std::tuple(one.origins, one.reports); });
    std::vector<BriefParting> partings;
    for (Found& one : found) partings.push_back(std::move(one.parting));
    return partings;
  }

  void take(const Claim& claim, const Slot& slot) {
    std::vector<Side> sides;
    for (const Position& position : slot.positions) {
      Side side = side_of(position);
      if (!side.values.empty()) sides.push_back(std::move(side));
    }
    if (sides.size() < 2 || !speaks_of_one(sides)) return;
    std::vector<Citation> all;
    for (const Side& side : sides) all.insert(all.end(), side.values.begin(), side.values.end());
    const bool disputed = slot.verdict == Verdict::disputed;
    if (slot.slot == SlotKind::status && !status_in_words(sides)) return;
    if (disputed && (origin_at_.count(all) < 2 || !excluding(sides))) return;
    Found found{{claim.id, slot.slot, slot.unit, slot.of, {}}, origin_at_.count(all), all.size()};
    for (const Side& side : sides) found.parting.sides.push_back(shown(slot, side));
    if (seen_.insert(key_of(found.parting)).second) (disputed ? disputed_ : revised_).push_back(std::move(found));
  }

  // One value a report, in order of report.
  Side side_of(const Position& position) const {
    Side side{&position, {}, {}};
    std::set<std::uint32_t> reports;
    for (const Evidence& evidence : position.evidence) {
      const std::optional<Citation> place = told_.citation(evidence);
      const std::optional<std::size_t> sentence = place ? sentences_.at(*place) : std::nullopt;
      if (!sentence || !sentences_[*sentence].place.span.contains(place->span)) continue;
      if (!reports.insert(place->report).second) continue;
      side.values.push_back(*place);
      side.sentences.push_back(*sentence);
    }
    return side;
  }

  // Of every side a sentence has much in common with one of another side.
  bool speaks_of_one(const std::vector<Side>& sides) const {
    return std::ranges::all_of(sides, [&](const Side& side) {
      return std::ranges::any_of(sides, [&](const Side& other) { return &side != &other && alike(side, other); });
    });
  }

  bool alike(const Side& side, const Side& other) const {
    for (const std::size_t a : side.sentences) {
      for (const std::size_t b : other.sentences) {
        if (a == b) continue;  // one sentence that gives two values speaks of two things
        const std::uint64_t poorer = std::min(sentences_.terms(a).rarity(), sentences_.terms(b).rarity());
        const std::uint64_t both = shared(sentences_.terms(a), sentences_.terms(b));
        if (both >= kLeastShared && both * 100 >= poorer * kShare) return true;
      }
    }
    return false;
  }

  static bool excluding(const std::vector<Side>& sides) {
    for (const Side& a : sides) {
      for (const Side& b : sides) {
        if (&a != &b && apart(*a.position, *b.position)) return true;
      }
    }
    return false;
  }

  // Something is denied or admitted, and wherever it is said to be denied, a word says so. That what was planned is
  // told later is no news about who said what.
  bool status_in_words(const std::vector<Side>& sides) const {
    const bool weighty = std::ranges::any_of(sides, [](const Side& side) {
      const auto* value = std::get_if<std::string>(&side.position->value);
      return value != nullptr && (*value == "denied" || *value == "admitted");
    });
    return weighty && std::ranges::all_of(sides, [&](const Side& side) {
             const auto* value = std::get_if<std::string>(&side.position->value);
             if (value == nullptr || *value != "denied") return true;
             return std::ranges::all_of(side.sentences, [&](std::size_t sentence) { return denies(sentence); });
           });
  }

  bool denies(std::size_t sentence) const {
    const Citation& place = sentences_[sentence].place;
    return std::ranges::any_of(words(told_.report(place.report).text, place.span),
                               [&](const Word& word) { return bearing_.denies(word.hash); });
  }

  BriefSide shown(const Slot& slot, const Side& side) const {
    BriefSide made;
    const Citation& first = side.values.front();
    made.value = blanks_joined(first.span.in(told_.report(first.report).text));
    if (slot.slot == SlotKind::status) {
      if (const auto* value = std::get_if<std::string>(&side.position->value)) made.value = *value;
    }
    made.values = side.values;
    made.line = line_of(side.sentences, sentences_, told_, origin_at_);
    return made;
  }

  // Two claims may part over the same words.
  static std::vector<Citation> key_of(const BriefParting& parting) {
    std::vector<Citation> key;
    for (const BriefSide& side : parting.sides) key.push_back(side.values.front());
    return key;
  }

  const Sentences& sentences_;
  const Told& told_;
  const OriginAt& origin_at_;
  const Bearing& bearing_;
  std::set<std::vector<Citation>> seen_;
  std::vector<Found> disputed_;
  std::vector<Found> revised_;
};

}  // namespace

Partings partings(const Sentences& sentences, const Told& told, const OriginAt& origin_at, const Bearing& bearing) {
  return Gathering(sentences, told, origin_at, bearing).gathered();
}

}  // namespace crossread
