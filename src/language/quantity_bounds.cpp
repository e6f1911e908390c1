#include "language/quantity_bounds.h"

#include <array>

namespace crossread::language {
namespace {

struct BoundPhrase {
  std::array<std::string_view, 4> words;
  Bound bound;
};

// The longer before the shorter that ends it.
constexpr std::array<BoundPhrase, 43> kBoundsBefore = {{
    {{"not", "less", "than"}, Bound::at_least},
    {{"no", "less", "than"}, Bound::at_least},
    {{"no", "fewer", "than"}, Bound::at_least},
    {{"not", "fewer", "than"}, Bound::at_least},
    {{"no", "more", "than"}, Bound::at_most},
    {{"not", "more", "than"}, Bound::at_most},
    {{"as", "many", "as"}, Bound::at_most},
    {{"as", "much", "as"}, Bound::at_most},
    {{"a", "minimum", "of"}, Bound::at_least},
    {{"a", "maximum", "of"}, Bound::at_most},
    {{"in", "excess", "of"}, Bound::at_least},
    {{"in", "the", "region", "of"}, Bound::about},
    {{"at", "the", "very", "least"}, Bound::at_least},
    {{"at", "least"}, Bound::at_least},
    {{"more", "than"}, Bound::at_least},
    {{"greater", "than"}, Bound::at_least},
    {{"minimum", "of"}, Bound::at_least},
    {{"upwards", "of"}, Bound::at_least},
    {{"upward", "of"}, Bound::at_least},
    {{"well", "over"}, Bound::at_least},
    {{"just", "over"}, Bound::at_least},
    {{"at", "most"}, Bound::at_most},
    {{"up", "to"}, Bound::at_most},
    {{"fewer", "than"}, Bound::at_most},
    {{"less", "than"}, Bound::at_most},
    {{"lower", "than"}, Bound::at_most},
    {{"maximum", "of"}, Bound::at_most},
    {{"just", "under"}, Bound::at_most},
    {{"close", "to"}, Bound::at_most},
    {{"not", "quite"}, Bound::at_most},
    {{"an", "estimated"}, Bound::about},
    {{"over"}, Bound::at_least},
    {{"above"}, Bound::at_least},
    {{"under"}, Bound::at_most},
    {{"nearly"}, Bound::at_most},
    {{"almost"}, Bound::at_most},
    {{"about"}, Bound::about},
    {{"around"}, Bound::about},
    {{"some"}, Bound::about},
    {{"roughly"}, Bound::about},
    {{"approximately"}, Bound::about},
    {{"perhaps"}, Bound::about},
    {{"estimated"}, Bound::about},
}};

bool is_season(std::string_view unit) {
  return unit == "season" || unit == "match" || unit == "game" || unit == "round" || unit == "session";
}

// "over two seasons" goes on as long; "woke up to 212 messages"; "talks about three more".
bool is_no_bound(const QuantityView& view, std::uint32_t at, std::string_view unit) {
  if (view.is(at, {"over"})) return is_season(unit) || view.tag(at) == Xpos::rp;
  if (view.is(at, {"up"})) return at > view.sentence().first && view.is(at - 1, {"woke", "wakes", "wake"});
  if (view.is(at, {"about", "around"})) {
    return at > view.sentence().first &&
           view.is(at - 1, {"quiet", "talk", "talks", "talking", "talked", "know", "knew", "worried", "asked"});
  }
  return false;
}

}  // namespace

void apply(Bound bound, NumberReading& got) {
  if (bound == Bound::at_least || bound == Bound::about) got.high.reset();
  if (bound == Bound::at_most || bound == Bound::about) got.low.reset();
}

Bound bound_before(const QuantityView& view, std::uint32_t& first, std::uint32_t floor, std::string_view unit) {
  for (const BoundPhrase& phrase : kBoundsBefore) {
    std::uint32_t length = 0;
    while (length < phrase.words.size() && !phrase.words[length].empty()) ++length;
    if (first < floor + length) continue;
    bool same = true;
    for (std::uint32_t i = 0; i < length && same; ++i) same = spells(view.form(first - length + i), phrase.words[i]);
    if (!same || view.taken(first - 1) || is_no_bound(view, first - length, unit)) continue;
    first -= length;
    return phrase.bound;
  }
  return Bound::exact;
}

void bound_after(const QuantityView& view, TokenRange& tokens, NumberReading& got) {
  for (const std::uint32_t at : {got.number.end, tokens.end}) {
    std::uint32_t length = 2;
    if (view.is(at, {"or"}) && view.is(at + 1, {"more"})) {
      got.high.reset();
    } else if (view.is(at, {"or"}) && view.is(at + 1, {"fewer", "less"})) {
      got.low.reset();
    } else if (view.is(at, {"or"}) && view.is(at + 1, {"so"})) {
      apply(Bound::about, got);
    } else if (view.is(at, {"at"}) && view.is(at + 1, {"most", "least"})) {
      apply(view.is(at + 1, {"most"}) ? Bound::at_most : Bound::at_least, got);
    } else if (view.is(at, {","}) && view.is(at + 1, {"more"}) && view.is(at + 2, {"or"}) &&
               view.is(at + 3, {"less"})) {
      apply(Bound::about, got);
      length = 4;
    } else {
      continue;
    }
    tokens.end = std::max(tokens.end, at + length);
    return;
  }
}

}  // namespace crossread::language
