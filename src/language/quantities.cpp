// A quantity is a bound, a number and what is counted: [at least] 11 [missiles]. What is counted is the noun over the
// number in the tree, or, where the tree does not say, the last noun of the words behind it; of people to whom
// something was done, "person" and what was done. A number alone counts what the number before it counts: "61, police
// said 38". Numbers that count nothing are left out: dates (taken by the times), "Article 51", "at six", telephone
// numbers.
#include "language/quantities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace crossread::language {
namespace {

using Forms = std::initializer_list<std::string_view>;

enum class Bound : std::uint8_t { exact, at_least, at_most, about };

// Tokens between a number and the noun that it counts. Not tuned.
constexpr std::uint32_t kReach = 8;

// A whole may stand so many tokens before "including two".
constexpr std::uint32_t kPartReach = 8;

// The oldest age that is read from a bare number.
constexpr double kOldest = 115;

// The most goals of one side: a greater number is not a match's.
constexpr double kMostGoals = 15;

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

bool spells(std::string_view form, std::string_view small) {
  return form.size() == small.size() && std::equal(form.begin(), form.end(), small.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a | 0x20 : a) == b;
         });
}

bool is_noun(Xpos tag) {
  return tag == Xpos::nn || tag == Xpos::nns || tag == Xpos::nnp || tag == Xpos::nnps;
}

bool is_plural(Xpos tag) {
  return tag == Xpos::nns || tag == Xpos::nnps;
}

// Stands between a number and its noun: "three badly [burned] men".
bool describes(Xpos tag) {
  return tag == Xpos::jj || tag == Xpos::jjr || tag == Xpos::jjs || tag == Xpos::vbn || tag == Xpos::vbg;
}

// Finds what one stretch has; what was found in the stretches before stands in `found`.
class Finder {
 public:
  Finder(const QuantityText& text, std::size_t index, const QuantityFinder::Tables& tables,
         std::vector<FoundQuantity>& found)
      : in_(text),
        index_(index),
        tables_(tables),
        words_(tables.words),
        found_(found),
        numbers_(text.text, text.list, tables.numbers) {}

  void run() {
    for (const TokenRange& sentence : in_.sentences) {
      range_ = sentence;
      in_sentence_ = found_.size();
      left_out_end_ = sentence.first;
      for (std::uint32_t at = range_.first; at < range_.end;) {
        const std::uint32_t end = in_.taken[at] ? at : read(at);
        at = std::max(end, at + 1);
      }
      borrow_from_next();
    }
  }

 private:
  // ---- looking at words ---------------------------------------------------------------------------------------------

  bool inside(std::uint32_t at) const { return at >= range_.first && at < range_.end; }
  std::string_view form(std::uint32_t at) const {
    return inside(at) ? in_.list.tokens[at].span.in(in_.text) : std::string_view{};
  }
  WordId word(std::uint32_t at) const { return inside(at) ? in_.list.words[at] : kNoWord; }
  Shape shape(std::uint32_t at) const { return inside(at) ? in_.list.tokens[at].shape : Shape::symbol; }
  bool glued(std::uint32_t at) const { return inside(at) && in_.list.tokens[at].glued; }
  bool is(std::uint32_t at, Forms forms) const {
    return std::any_of(forms.begin(), forms.end(), [&](std::string_view small) { return spells(form(at), small); });
  }
  bool has_capital(std::uint32_t at) const { return shape(at) == Shape::capital || shape(at) == Shape::upper; }
  bool is_dash(std::uint32_t at) const { return form(at) == "-" || form(at) == "\u2013"; }
  std::span<const WordId> words() const { return {in_.list.words.data(), range_.end}; }
  WordReading reading(std::uint32_t at) const {
    return inside(at) && at < in_.readings.size() ? in_.readings[at] : WordReading{};
  }
  Xpos tag(std::uint32_t at) const { return reading(at).xpos; }
  // The governor's token; empty for a root.
  std::optional<std::uint32_t> governor(std::uint32_t at) const {
    const std::int32_t head = reading(at).head;
    if (head < 0) return std::nullopt;
    return range_.first + static_cast<std::uint32_t>(head);
  }
  const std::string& fate(std::uint32_t at, FateRole role) const { return words_.fate(word(at), role); }
  bool is_name(std::uint32_t at) const { return tag(at) == Xpos::nnp || tag(at) == Xpos::nnps; }

  // ---- the number ---------------------------------------------------------------------------------------------------

  struct Reading {
    TokenRange number;      // with its second half in a range
    std::uint32_t top = 0;  // its last word, which the tree hangs up
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
    bool vague = false;
    bool digits = false;
    std::string currency;
  };

  static Reading exactly(TokenRange tokens, double value) {
    return {tokens, tokens.end - 1, value, value, value, false, false, {}};
  }

  // Reads a quantity whose number begins at the token; the token behind it, or `at` if there is none.
  std::uint32_t read(std::uint32_t at) {
    if (const std::uint32_t end = read_none(at); end > at) return end;
    if (const std::uint32_t end = read_share(at); end > at) return end;
    const std::optional<std::uint32_t> money = currency_at(at);
    const std::uint32_t first = money ? *money : at;
    const auto number = numbers_.read(first, range_.end);
    if (!number || number->ordinal || blocked(at, number->end)) return at;
    Reading got = exactly({at, number->end}, number->value);
    got.vague = number->vague;
    got.digits = number->digits;
    if (money) got.currency = words_.unit(words_.currencies_before().longest(words(), at).value);
    if (got.vague) {
      got.low = *got.value * 2;  // "dozens": two dozen at the least
      got.value.reset();
      got.high.reset();
    } else if (is(at - 1, {"minus"})) {
      got.value = got.low = got.high = -*got.value;
      --got.number.first;
    }
    if (const std::uint32_t end = read_score(got); end > at) return end;
    take_range(got);
    return money ? keep(got, Counted{got.number.end, got.currency, {}}) : read_counted(got);
  }

  // "no injuries", "none of the 23 crew", "not one shot".
  std::uint32_t read_none(std::uint32_t at) {
    if (is(at, {"no"}) && !fate(at + 1, FateRole::noun).empty()) {
      return keep(exactly({at, at + 1}, 0), Counted{at + 2, "person", fate(at + 1, FateRole::noun)});
    }
    if (is(at, {"no"}) && is_plural(tag(at + 1)) && (words_.people().has(word(at + 1)) || is_people(at + 1))) {
      return keep(exactly({at, at + 1}, 0), Counted{at + 2, "person", {}});
    }
    if (is(at, {"nobody", "none"}) && !is(at + 1, {"of"})) {
      const Reading none = exactly({at, at + 1}, 0);
      const std::string done = fate_of(at, none);
      return done.empty() ? at : keep(none, Counted{at + 1, "person", done});
    }
    if (is(at, {"none"}) && is(at + 1, {"of"})) {
      Reading none = exactly({at, at + 1}, 0);
      return keep(none, of_group(none).value_or(Counted{at + 1, {}, {}}));
    }
    if (is(at, {"not"}) && is(at + 1, {"one", "a"})) {
      const Reading none = exactly({at, at + 2}, 0);
      if (is(at + 1, {"a"}) && words_.currencies_after().longest(words(), at + 2).words == 0) return at;
      if (const auto head = counted_after(none)) return keep(none, *head);
    }
    return at;
  }

  // "a fifth of the quota", "two thirds", "four out of five", "one in three": percent.
  std::uint32_t read_share(std::uint32_t at) {
    double parts = 1;
    std::uint32_t next = at + 1;
    if (!is(at, {"a", "an"})) {
      const auto number = numbers_.read(at, range_.end);
      if (!number || number->ordinal || number->vague || number->value < 1 || number->value > 99) return at;
      parts = number->value;
      next = number->end;
    }
    std::uint32_t end = next;
    const double whole = share_of(next, parts, end);
    if (whole < parts + 1 || blocked(at, end)) return at;
    Reading share = exactly({at, end}, std::round(parts * 100 / whole));
    return keep(share, Counted{end, "percent", {}});
  }

  // What the parts are parts of: 3 of "thirds"; 0 if the words do not say a share. Sets the token behind them.
  double share_of(std::uint32_t next, double parts, std::uint32_t& end) const {
    const bool joined = is_dash(next) && glued(next);
    const NumberWords::Entry entry = number_word(joined ? next + 1 : next);
    end = next + (joined ? 2 : 1);
    if (entry.kind == NumberWordKind::fraction && entry.value > 2) return entry.value;
    if (entry.kind == NumberWordKind::ordinal && parts == 1 && entry.value > 2 && is(end, {"of"})) return entry.value;
    const bool in = is(next, {"in"}) && parts == 1;
    const bool out_of = is(next, {"out"}) && is(next + 1, {"of"});
    if (!in && !out_of) return 0;
    const auto whole = numbers_.read(next + (in ? 1 : 2), range_.end);
    if (!whole || whole->ordinal || whole->vague || whole->value > 100 || in_.taken[whole->end - 1]) return 0;
    end = whole->end;
    return whole->value;
  }
  NumberWords::Entry number_word(std::uint32_t at) const { return tables_.numbers[word(at)]; }

  // The token behind "$" or "Rs" if a number follows.
  std::optional<std::uint32_t> currency_at(std::uint32_t at) const {
    const auto match = words_.currencies_before().longest(words(), at);
    if (!match) return std::nullopt;
    const std::uint32_t after = at + static_cast<std::uint32_t>(match.words);
    return shape(after) == Shape::number ? std::optional<std::uint32_t>(after) : std::nullopt;
  }

  // Part of a time, or of a longer number that was not read from its start.
  bool blocked(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t at = first; at < end; ++at) {
      if (in_.taken[at]) return true;
    }
    return first >= 2 + range_.first && is_dash(first - 1) && glued(first) && glued(first - 1) &&
           shape(first - 2) != Shape::number;
  }

  // "3-1", "152-143": a number for each side.
  std::uint32_t read_score(const Reading& left) {
    const std::uint32_t dash = left.number.end;
    if (!left.digits || left.vague || !is_dash(dash) || !glued(dash) || !glued(dash + 1)) return left.number.first;
    if (shape(dash + 1) != Shape::number || blocked(dash + 1, dash + 2)) return left.number.first;
    const auto right = decimal_value(form(dash + 1));
    if (!right || is_dash(dash + 2) || form(left.number.first - 1) == "-") return left.number.first;
    const Reading other = exactly({dash + 1, dash + 2}, *right);
    if (counted_after(other)) return left.number.first;
    const bool goals = *left.value <= kMostGoals && *right <= kMostGoals && std::floor(*left.value) == *left.value;
    if (!goals && *left.value < *right) return left.number.first;
    std::string unit = last_unit();
    if (goals && unit != "vote") unit = "goal";
    if (!goals && unit.empty()) unit = "vote";
    keep(left, Counted{dash, unit, {}});
    return keep(other, Counted{dash + 2, unit, {}});
  }

  // "10 to 15", "between 10 and 15", "10-15".
  void take_range(Reading& got) const {
    const std::uint32_t link = got.number.end;
    const bool between = inside(got.number.first - 1) && is(got.number.first - 1, {"between"});
    if (!(is(link, {"to", "or"}) || is_dash(link) || (between && is(link, {"and"})))) {
      if (!between || !measure_before_and(link)) return;
    }
    std::uint32_t next = is(link, {"to", "or", "and"}) || is_dash(link) ? link + 1 : link + 2;
    if (const auto money = currency_at(next)) next = *money;
    const auto upper = numbers_.read(next, range_.end);
    if (!upper || upper->ordinal || upper->vague || blocked(next, upper->end) || got.vague) return;
    double low = *got.value;
    if (low < 1000 && upper->value >= 1000 && form(upper->end - 1).find_first_of("0123456789") == std::string::npos) {
      low *= scale_of(next, *upper);  // "two to three million"
    }
    if (upper->value <= low || (is(link, {"to"}) && is(got.number.first - 1, {"from", "by"}) && changes(got))) return;
    got.value.reset();
    got.low = low;
    got.high = upper->value;
    got.number.end = upper->end;
    got.top = upper->end - 1;
    if (between) --got.number.first;
  }

  // "between 19% and 21%".
  bool measure_before_and(std::uint32_t at) const {
    return words_.units().longest(words(), at).words == 1 && is(at + 1, {"and"});
  }

  // By how much the scale words behind the digits of the number multiply them.
  double scale_of(std::uint32_t first, const Number& number) const {
    const auto bare = decimal_value(form(first));
    return bare && *bare > 0 ? number.value / *bare : 1;
  }

  // "rose from 10 to 15": two numbers, not a range.
  bool changes(const Reading& got) const {
    const auto above = governor(got.top);
    for (std::uint32_t at = got.number.first; above && at > range_.first && at + kReach > got.number.first; --at) {
      const Xpos seen = tag(at - 1);
      if (is_noun(seen) && is(at - 1, {"aged", "children", "age"})) return false;
      if (seen == Xpos::vbd || seen == Xpos::vbn || seen == Xpos::vbg || seen == Xpos::vb || seen == Xpos::vbz)
        return true;
    }
    return false;
  }

  // ---- what it counts -----------------------------------------------------------------------------------------------

  struct Counted {
    std::uint32_t end = 0;  // the token behind the phrase
    std::string unit;
    std::string of;
    std::optional<std::size_t> part_of = {};
    bool next_is_whole = false;  // "two of the 16"
  };

  std::uint32_t read_counted(const Reading& got) {
    const std::uint32_t at = got.number.first;
    const std::uint32_t end = got.number.end;
    if (auto part = part_of_former(got)) return keep(got, *part);
    if (auto group = of_group(got)) {
      if (!is(at, {"one"}) || group->next_is_whole || group->part_of) return keep(got, *group);
      return end;
    }
    const bool pronoun = tag(at) == Xpos::prp || (is(at, {"one"}) && is(end, {"another", "by"}));
    if (pronoun) return end;
    if (auto head = counted_after(got)) {
      if (is(at, {"one"}) && is(at - 1, {"the", "this", "that", "which", "each", "every", "any"})) return end;
      return keep(got, *head);
    }
    return read_bare(got);
  }

  std::optional<Counted> counted_after(const Reading& got) const {
    std::uint32_t at = got.number.end;
    if (!got.vague) {
      if (const auto match = words_.currencies_after().longest(words(), at)) {
        return Counted{at + static_cast<std::uint32_t>(match.words), words_.unit(match.value), {}};
      }
    }
    if (form(at) == "(" && shape(at + 1) == Shape::number && form(at + 2) == ")") at += 3;  // "twelve (12) cases"
    if (const auto match = words_.units().longest(words(), at); match && !cuts_unit(at, match.words)) {
      return person_or(Counted{at + static_cast<std::uint32_t>(match.words), words_.unit(match.value), {}}, got);
    }
    if (is_dash(at) && glued(at) && inside(at + 1)) return hyphenated(at + 1);
    if (const std::string& state = fate(at, FateRole::state); !state.empty() && !noun_follows(at)) {
      return Counted{at + 1, "person", state};
    }
    if (has_capital(at) && tables_.names.demonyms().longest(words(), at).words == 1 && !noun_follows(at) &&
        !is_noun(tag(at)) && !is_dash(at + 1)) {
      return person_of(at, got);  // "two Portuguese"
    }
    if (got.vague && is(at, {"of"})) ++at;
    if (got.vague && is(at, {"the", "their", "its", "his", "her"})) ++at;
    return noun(at, got);
  }

  // "m" and the like only right behind digits; "10 in Angoche" is no inch.
  bool cuts_unit(std::uint32_t at, std::size_t length) const {
    return length == 1 && form(at).size() == 1 && shape(at) != Shape::symbol && shape(at - 1) != Shape::number;
  }

  bool noun_follows(std::uint32_t at) const { return is_noun(tag(at + 1)) || describes(tag(at + 1)); }

  // "a 30-metre crater", "the 15-member council", "the 34-year-old".
  std::optional<Counted> hyphenated(std::uint32_t at) const {
    if (!glued(at) || shape(at) == Shape::symbol || shape(at) == Shape::number) return std::nullopt;
    if (is(at, {"year"}) && is_dash(at + 1) && is(at + 2, {"old", "olds"})) return Counted{at + 3, "year", "age"};
    const auto match = words_.units().longest(words(), at);
    if (match) return Counted{at + static_cast<std::uint32_t>(match.words), words_.unit(match.value), {}};
    if (tables_.function_words.has(word(at)) || shape(at) != Shape::lower ||
        is(at,
           {"old", "time", "times", "fold", "point", "way", "step", "wheeler", "storey", "story", "party", "part"})) {
      return std::nullopt;
    }
    return Counted{at + 1, lemma(at), {}};
  }

  // The noun over the number in the tree, if it stands within the words behind the number that can belong to it; else
  // the last noun of these.
  std::optional<Counted> noun(std::uint32_t from, const Reading& got) const {
    std::uint32_t last = from;  // the noun so far
    bool any = false;
    std::uint32_t at = from;
    for (; inside(at) && at < from + kReach && !in_.taken[at]; ++at) {
      if (is_dash(at) && glued(at) && glued(at + 1) && at > from) continue;
      if (is(at, {"others"})) return std::nullopt;
      if (is(at, {"more", "other", "most", "such", "further", "additional"})) continue;
      const Xpos seen = tag(at);
      if (is_noun(seen) && !is(at, {"percent"})) {
        if (any && is_name(at) && !is_name(last)) break;
        if (const auto match = words_.units().longest(words(), at); match.words > 1) {
          return Counted{at + static_cast<std::uint32_t>(match.words), words_.unit(match.value), {}};
        }
        last = at;
        any = true;
        continue;
      }
      if (seen == Xpos::pos && any) {
        any = false;  // "the firm's lorries"
        continue;
      }
      if (any && describes(seen) && !is_plural(tag(last)) && got.value && *got.value > 1) {
        any = false;  // "16 short-range ballistic missiles"
        continue;
      }
      if (any || !(describes(seen) || (seen == Xpos::rb && describes(tag(at + 1))))) break;
    }
    const auto above = reading(got.top).relation == Relation::nummod ? governor(got.top) : std::nullopt;
    const bool tree = above && *above >= from && *above < at && is_noun(tag(*above));
    if (tree) last = *above;
    if (!any && !tree) return std::nullopt;
    if (plural_follows(last, got)) return described(last + 1, got);
    if (!fits(last, got, tree)) return std::nullopt;
    return described(last, got);
  }

  // "22 missile launches", where the last word was taken for a verb: of several a verb in the singular cannot be said.
  bool plural_follows(std::uint32_t noun, const Reading& got) const {
    const std::uint32_t next = noun + 1;
    return !is_plural(tag(noun)) && got.value && *got.value > 1 && tag(next) == Xpos::vbz &&
           shape(next) == Shape::lower && form(next).ends_with('s') && !tables_.function_words.has(word(next));
  }

  // A single thing counts by any noun, more than one by a plural, or by a noun that the tree gives.
  bool fits(std::uint32_t at, const Reading& got, bool tree) const {
    if (is_plural(tag(at))) return true;
    if (tag(at) == Xpos::nnp) return words_.people().has(word(at)) || !words_.singular(word(at)).empty();
    if (got.value && (*got.value == 1 || *got.value == 0)) return true;
    return tree || words_.people().has(word(at)) || !words_.singular(word(at)).empty() ||
           words_.units().longest(words(), at);
  }

  Counted described(std::uint32_t head, const Reading& got) const {
    Counted out{head + 1, {}, {}};
    if (const std::string& done = fate(head, FateRole::noun); !done.empty()) return {head + 1, "person", done};
    if (const auto match = words_.units().longest(words(), head); match.words == 1) {
      out.unit = words_.unit(match.value);
    } else {
      out.unit = lemma(head);
    }
    return person_or(out, got);
  }

  // People to whom something was done are persons, whatever they were.
  Counted person_or(Counted counted, const Reading& got) const {
    const std::uint32_t head = counted.end - 1;
    const bool people = counted.unit == "person" || words_.people().has(word(head)) || is_people(head);
    if (!people) return counted;
    counted.of = fate_of(head, got);
    if (!counted.of.empty() || is_people(head) || is(head, {"nationals", "citizens"})) counted.unit = "person";
    return counted;
  }

  Counted person_of(std::uint32_t head, const Reading& got) const {
    return Counted{head + 1, "person", fate_of(head, got)};
  }

  // "Eritreans".
  bool is_people(std::uint32_t at) const {
    return has_capital(at) && is_plural(tag(at)) && static_cast<bool>(tables_.names.demonyms().longest(words(), at));
  }

  std::string lemma(std::uint32_t at) const {
    if (const std::string_view singular = words_.singular(word(at)); !singular.empty()) return std::string(singular);
    std::string out;
    tables_.lemmas.find(form(at), Upos::noun, is_plural(tag(at)) || tag(at) == Xpos::vbz ? Xpos::nns : Xpos::nn, out);
    std::string scratch;
    return std::string(word_key(out, scratch));
  }

  // What befell those who are counted, from the verb over their noun or from the word behind it.
  std::string fate_of(std::uint32_t head, const Reading& got) const {
    if (const std::string& state = fate(head + 1, FateRole::state); !state.empty()) return state;
    for (std::uint32_t at : {head, got.top}) {
      std::optional<std::uint32_t> below = at;
      for (int steps = 0; below && steps < 3; ++steps) {
        const Relation relation = reading(*below).relation;
        const auto above = governor(*below);
        if (!above) break;
        if (relation == Relation::nsubj_pass || relation == Relation::obj) {
          if (!fate(*above, FateRole::patient).empty()) return fate(*above, FateRole::patient);
        }
        if (relation == Relation::nsubj || relation == Relation::nsubj_pass || relation == Relation::obj) {
          if (!fate(*above, FateRole::agent).empty()) return fate(*above, FateRole::agent);
          if (!fate(*above, FateRole::state).empty() && relation == Relation::nsubj && tag(*above) != Xpos::vbd) {
            return fate(*above, FateRole::state);
          }
        }
        if (relation != Relation::conj && relation != Relation::nummod) break;
        below = above;
      }
    }
    return {};
  }

  // ---- parts of a whole ---------------------------------------------------------------------------------------------

  // "11 of which", "two of them officers"; "including two", "among them four".
  std::optional<Counted> part_of_former(const Reading& got) const {
    const std::uint32_t end = got.number.end;
    const auto whole = last_whole();
    if (is(end, {"of"}) && is(end + 1, {"which", "whom", "them", "these", "those", "us"})) {
      Counted out{end + 2, {}, {}, whole, false};
      if (is_plural(tag(end + 2))) {
        out = described(end + 2, got);
      } else if (whole) {
        take_unit(*whole, out);
        if (const std::string done = fate_of(got.top, got); !done.empty()) out.of = done;
      }
      out.part_of = whole;
      return out;
    }
    const std::uint32_t at = got.number.first;
    const bool named =
        is(at - 1, {"including"}) || (is(at - 2, {"of", "among"}) && is(at - 1, {"them", "whom", "those"}));
    if (!named || found_.size() == in_sentence_ || !whole) return std::nullopt;
    if (found_[*whole].tokens.end + kPartReach < at) return std::nullopt;
    Counted out = counted_after(got).value_or(Counted{end, {}, {}});
    if (out.unit.empty()) take_unit(*whole, out);
    out.part_of = whole;
    return out;
  }

  // "two of the 16 rockets", "one of the guards", "26 of our houses".
  std::optional<Counted> of_group(const Reading& got) const {
    if (got.vague || !is(got.number.end, {"of"})) return std::nullopt;
    std::uint32_t at = got.number.end + 1;
    const bool pointed = is(at, {"the", "these", "those", "our", "my", "your", "their", "its", "his", "her", "all"});
    if (!pointed && (shape(at) != Shape::number || in_.taken[at])) return std::nullopt;
    if (pointed) ++at;
    const auto whole = numbers_.read(at, range_.end);
    if (whole && !whole->ordinal && !whole->vague) {
      Counted out{got.number.end, {}, {}};
      out.next_is_whole = true;
      return out;
    }
    if (!fate(at, FateRole::state).empty() && !noun_follows(at))
      return Counted{at + 1, "person", fate(at, FateRole::state)};
    if (is(got.number.first, {"one"})) return Counted{got.number.end, {}, {}};
    Reading group = got;
    group.value = 2;
    group.top = got.number.first;
    auto out = noun(at, group);
    if (!out) return std::nullopt;
    if (out->of.empty() && words_.people().has(word(out->end - 1))) {
      out->of = fate_of(got.top, got);
      if (!out->of.empty()) out->unit = "person";
    }
    return out;
  }

  // The last number before this one that can be a whole: none of percent or money.
  std::optional<std::size_t> last_whole() const {
    for (std::size_t i = found_.size(); i > 0 && found_.size() - i < 3; --i) {
      const Quantity& quantity = found_[i - 1].quantity;
      if (quantity.part_of || quantity.unit == "percent" || quantity.of == "age") continue;
      return i - 1;
    }
    return std::nullopt;
  }

  void take_unit(std::size_t from, Counted& counted) const {
    counted.unit = found_[from].quantity.unit;
    counted.of = found_[from].quantity.of;
  }

  std::string last_unit() const { return found_.empty() ? std::string{} : found_.back().quantity.unit; }

  // ---- numbers alone ------------------------------------------------------------------------------------------------

  std::uint32_t read_bare(const Reading& got) {
    const std::uint32_t at = got.number.first;
    const std::uint32_t end = got.number.end;
    if (!is(at, {"one"}) || is(end, {"that", "which", "who"})) {
      if (is(end, {"others"})) return keep(got, like_last(end + 1, got, "person"));
      if (is(at - 1, {"the"}) && !got.digits && told_of(got).empty() && !like_it(got)) return end;
      if (is_age(got)) return keep(got, Counted{end, "year", "age"});
      if (is(at - 1, {"magnitude"})) return keep(got, Counted{end, "magnitude", {}});
      if (counts_nothing(got)) {
        left_out_end_ = end;
        return end;
      }
      const std::uint32_t behind = keep(got, like_last(end, got, {}));
      found_.back().bare = true;
      return behind;
    }
    const std::string done = fate_of(got.top, got);
    return done.empty() ? end : keep(got, Counted{end, "person", done});
  }

  // What a number before counts; of people, what the verb says of these.
  Counted like_last(std::uint32_t end, const Reading& got, std::string_view otherwise) const {
    Counted out{end, std::string(otherwise), {}};
    if (follows_age(got.number.first)) return {end, "year", "age"};
    if (const std::string done = told_of(got); !done.empty()) return {end, "person", done};
    const auto former = like_it(got);
    if (former && (otherwise.empty() || *former >= in_sentence_)) take_unit(*former, out);
    if (is(end, {"more", "fewer", "less"})) ++out.end;
    return out;
  }

  // "the death toll rose to 17", "11 drown", "six had died".
  std::string told_of(const Reading& got) const {
    if (const std::string done = fate_of(got.top, got); !done.empty()) return done;
    const std::uint32_t end = got.number.end;
    for (std::uint32_t at = end; inside(at) && at < end + 3; ++at) {
      if (at == end + 2 && !is(at - 1, {"been", "being", "now", "also"})) break;
      const FateRole role = at == end || tag(at) != Xpos::vbn ? FateRole::agent : FateRole::patient;
      if (!fate(at, role).empty()) return fate(at, role);
      if (!is(at, {"were", "was", "are", "is", "have", "has", "had", "been", "being"})) break;
    }
    const std::uint32_t first = got.number.first;
    if (!is(first - 1, {"to", "at", "from", "by", "number", "reached", "hit", "passed", "stands"})) return {};
    for (std::uint32_t at = first - 1; at > range_.first && at + kReach > first; --at) {
      if (is(at - 1, {"toll"})) return "killed";
      if (!fate(at - 1, FateRole::state).empty() && tag(at - 1) != Xpos::vbd) return fate(at - 1, FateRole::state);
    }
    return {};
  }

  // "men of 19 and 23".
  bool follows_age(std::uint32_t at) const {
    return found_.size() > in_sentence_ && found_.back().quantity.of == "age" && found_.back().tokens.end + 1 == at &&
           is(at - 1, {"and", "or"});
  }

  // The number before that the reader has in mind: right before "and", of the same value behind "the", else the last
  // one of much the same size, or simply the last one.
  std::optional<std::size_t> like_it(const Reading& got) const {
    const std::size_t behind = waiting_ && *waiting_ + 1 == found_.size() ? 2 : 1;
    if (found_.size() < behind) return std::nullopt;
    const std::size_t last = found_.size() - behind;
    const std::uint32_t at = got.number.first;
    if (found_[last].text == index_ && found_[last].tokens.end + 1 == at && is(at - 1, {"and", "or", "to", ","}))
      return last;
    const std::size_t oldest = last > kMemory ? last - kMemory : 0;
    if (is(at - 1, {"the"})) {
      if (const auto same = former_within(oldest, last, got, 1)) return same;
    }
    if (const auto close = former_within(oldest, last, got, kSameSize)) return close;
    return found_[last].quantity.of == "age" ? std::nullopt : std::optional(last);
  }
  static constexpr std::size_t kMemory = 5;  // numbers looked back at; not tuned
  static constexpr double kSameSize = 5;     // as many times greater or smaller; not tuned

  std::optional<std::size_t> former_within(std::size_t oldest, std::size_t last, const Reading& got,
                                           double times) const {
    if (!got.value) return std::nullopt;
    for (std::size_t i = last + 1; i > oldest; --i) {
      const Quantity& former = found_[i - 1].quantity;
      if (former.unit.empty() || former.of == "age" || !former.value || *former.value == 0) continue;
      const double a = std::abs(*former.value);
      const double b = std::abs(*got.value);
      if (a <= b * times && b <= a * times) return i - 1;
    }
    return std::nullopt;
  }

  // "Ada Lund, 45, left", "Lund (45)", "aged 45", "a man of 45", "he is 45", "men over 50".
  bool is_age(const Reading& got) const {
    const std::uint32_t at = got.number.first;
    const std::uint32_t end = got.number.end;
    if (!got.value || *got.value > kOldest || std::floor(*got.value) != *got.value) return false;
    if (is(at - 1, {"aged", "age"})) return true;
    const auto someone = [&](std::uint32_t token) {
      return is_name(token) || words_.people().has(word(token)) || is(token, {"man", "woman", "boy", "girl"});
    };
    const bool apart = form(at - 1) == "," && (form(end) == "," || form(end) == "." || form(end) == ")" ||
                                               form(end) == ";" || end >= range_.end);
    if ((apart || (form(at - 1) == "(" && form(end) == ")")) && got.digits && someone(at - 2)) return true;
    if (is(at - 1, {"of", "over", "under"}) && someone(at - 2) && !is_name(at - 2)) return true;
    return got.digits && is(at - 1, {"is", "was", "turned", "turns"}) && is(at - 2, {"he", "she", "who"}) &&
           !inside_phrase(end);
  }
  bool inside_phrase(std::uint32_t at) const { return is_noun(tag(at)) || describes(tag(at)); }

  // "Article 51", "Boeing 737", "No. 5", "+258 26 218", "at six", "20.40 The doors close".
  bool counts_nothing(const Reading& got) const {
    const std::uint32_t at = got.number.first;
    const std::uint32_t end = got.number.end;
    if (is_dash(end) || form(end) == "/" || (is_dash(at - 1) && glued(at)) || form(at - 1) == "/" ||
        form(at - 1) == "#" || form(at - 1) == "+" || form(at - 1) == "'") {
      return true;
    }
    if (shape(at) == Shape::number && (shape(at - 1) == Shape::number || shape(end) == Shape::number)) return true;
    if (at == left_out_end_ + 1 && at > range_.first + 1 && is(at - 1, {"and", "or", ",", "to"})) return true;
    if (at >= range_.first + 2 && in_.taken[at - 2] && is(at - 1, {"and", "or", "to", "-"})) return true;
    if (end < range_.end && in_.taken[end] && glued(end)) return true;
    const bool grouped = form(at).find(',') != std::string_view::npos;
    if (got.digits && at > range_.first && is_noun(tag(at - 1)) && !in_.taken[at - 1] && !grouped &&
        (is_name(at - 1) || tag(at - 1) == Xpos::nn)) {
      return true;
    }
    if (is(at - 1, {"no.", "nos.", "number", "day", "page", "chapter", "section", "article", "channel", "version",
                    "half", "past"})) {
      return true;
    }
    if (is_hour(got)) return true;
    if (form(at - 1) == "(" && form(end) == ")") return true;
    if (at == range_.first && got.digits && form(end) == "." && end + 1 < range_.end)
      return true;  // "1. Wash the rice"
    return shape(at) == Shape::number && form(at).find_first_of(":/") != std::string_view::npos;
  }

  // "at six that evening", "from six", "ten past", "20.40 The doors close".
  bool is_hour(const Reading& got) const {
    const std::uint32_t at = got.number.first;
    const std::uint32_t end = got.number.end;
    if (is(end, {"past", "to"}) &&
        (number_word(end + 1).kind == NumberWordKind::unit || is(end + 1, {"midnight", "noon"}))) {
      const bool told = is(end, {"past"}) || is(at - 1, {"at", "by", "around", "until", "till", "from"});
      return told && !got.digits && got.value && *got.value < 60;
    }
    const std::size_t stop = form(at).find('.');
    if (at == range_.first && got.digits && stop != std::string_view::npos && form(at).size() == stop + 3 &&
        stop <= 2 && end < range_.end && has_capital(end)) {
      return true;
    }
    if (got.digits || !got.value || *got.value > 12 || *got.value < 1) return false;
    if (!is(at - 1, {"at", "till", "until", "by", "from", "before", "after"})) return false;
    if (is(at - 1, {"at", "till", "until"})) return !measured_above(at - 1);
    return is(end, {"on", "this", "that", "each", "every"}) || (end < range_.end && in_.taken[end]);
  }

  // "stands at six", "put the toll at six".
  bool measured_above(std::uint32_t preposition) const {
    const std::uint32_t first = preposition > range_.first + kReach ? preposition - kReach : range_.first;
    for (std::uint32_t at = preposition; at > first; --at) {
      if (is(at - 1, {"put", "puts", "stands", "stood", "set", "estimated", "remained", "remains", "toll", "number",
                      "count", "kept", "ended", "closed", "priced", "valued", "measured"})) {
        return true;
      }
    }
    return false;
  }

  // "from 27.50 to 26 per cent", "8, against 5 votes": a number alone that the next one explains.
  void borrow_from_next() {
    for (std::size_t i = found_.size(); i > in_sentence_ + 1; --i) {
      FoundQuantity& one = found_[i - 2];
      const FoundQuantity& next = found_[i - 1];
      if (!one.bare || next.quantity.unit.empty()) continue;
      const std::uint32_t between = one.tokens.end;
      if (next.tokens.first != between + 1 || !is(between, {"to", "or", "and", ",", "against"})) continue;
      if (next.quantity.of == "age") continue;
      one.quantity.unit = next.quantity.unit;
      one.quantity.of = next.quantity.of;
    }
  }

  // ---- putting it together ------------------------------------------------------------------------------------------

  std::uint32_t keep(Reading got, Counted counted) {
    FoundQuantity out;
    out.text = index_;
    out.tokens = {std::max(got.number.first, floor()), std::max(counted.end, got.number.end)};
    take_hundredths(got, out.tokens, counted);
    const Bound bound = bound_before(out.tokens.first, counted);
    bound_after(out.tokens, got);
    apply(bound, got);
    out.quantity.value = got.value;
    out.quantity.low = got.low;
    out.quantity.high = got.high;
    out.quantity.unit = std::move(counted.unit);
    out.quantity.of = std::move(counted.of);
    if (counted.part_of) out.quantity.part_of = static_cast<std::uint32_t>(*counted.part_of);
    join_to_part(out);
    found_.push_back(std::move(out));
    if (counted.next_is_whole) waiting_ = found_.size() - 1;
    return found_.back().tokens.end;
  }

  // Words before it belong to the quantity before.
  std::uint32_t floor() const {
    return found_.size() > in_sentence_ ? std::max(range_.first, found_.back().tokens.end) : range_.first;
  }

  // "two of the 16 rockets": the 16 is the whole of the two, and says what they are.
  void join_to_part(FoundQuantity& whole) {
    if (!waiting_) return;
    Quantity& part = found_[*waiting_].quantity;
    const std::uint32_t gap = whole.tokens.first - found_[*waiting_].tokens.end;
    if (found_[*waiting_].text == index_ && gap <= 3) {
      part.part_of = static_cast<std::uint32_t>(found_.size());
      part.unit = whole.quantity.unit;
      part.of = whole.quantity.of;
    }
    waiting_.reset();
  }

  // "73 cents": of the currency told before, else the dollar.
  void take_hundredths(Reading& got, TokenRange& tokens, Counted& counted) const {
    const auto match = words_.small_money().longest(words(), got.number.end);
    if (!match || !got.currency.empty()) return;
    counted.unit = words_.unit(match.value);
    if (counted.unit == "?") counted.unit = last_currency();
    counted.of.clear();
    tokens.end = got.number.end + static_cast<std::uint32_t>(match.words);
    for (std::optional<double>* number : {&got.value, &got.low, &got.high}) {
      if (*number) *number = std::round(**number * 100) / 10000;
    }
  }

  std::string last_currency() const {
    for (std::size_t i = found_.size(); i > 0; --i) {
      const std::string& unit = found_[i - 1].quantity.unit;
      if (unit.size() == 3 && unit.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos) return unit;
    }
    return "USD";
  }

  // Steps back over "at least" and the like, and takes it in.
  Bound bound_before(std::uint32_t& first, const Counted& counted) const {
    for (const BoundPhrase& phrase : kBoundsBefore) {
      std::uint32_t length = 0;
      while (length < phrase.words.size() && !phrase.words[length].empty()) ++length;
      if (first < floor() + length) continue;
      bool same = true;
      for (std::uint32_t i = 0; i < length && same; ++i) same = spells(form(first - length + i), phrase.words[i]);
      if (!same || in_.taken[first - 1] || is_no_bound(first - length, counted)) continue;
      first -= length;
      return phrase.bound;
    }
    return Bound::exact;
  }

  // "over two seasons" goes on as long; "woke up to 212 messages"; "talks about three more".
  bool is_no_bound(std::uint32_t at, const Counted& counted) const {
    if (is(at, {"over"})) return is_season(counted.unit) || tag(at) == Xpos::rp;
    if (is(at, {"up"})) return at > range_.first && is(at - 1, {"woke", "wakes", "wake"});
    if (is(at, {"about", "around"})) {
      return at > range_.first &&
             is(at - 1, {"quiet", "talk", "talks", "talking", "talked", "know", "knew", "worried", "asked"});
    }
    return false;
  }
  static bool is_season(const std::string& unit) {
    return unit == "season" || unit == "match" || unit == "game" || unit == "round" || unit == "session";
  }

  // "22 or more", "22 at most", "50 or so", "seventy, more or less".
  void bound_after(TokenRange& tokens, Reading& got) const {
    for (const std::uint32_t at : {got.number.end, tokens.end}) {
      std::uint32_t length = 2;
      if (is(at, {"or"}) && is(at + 1, {"more"})) {
        got.high.reset();
      } else if (is(at, {"or"}) && is(at + 1, {"fewer", "less"})) {
        got.low.reset();
      } else if (is(at, {"or"}) && is(at + 1, {"so"})) {
        apply(Bound::about, got);
      } else if (is(at, {"at"}) && is(at + 1, {"most", "least"})) {
        apply(is(at + 1, {"most"}) ? Bound::at_most : Bound::at_least, got);
      } else if (is(at, {","}) && is(at + 1, {"more"}) && is(at + 2, {"or"}) && is(at + 3, {"less"})) {
        apply(Bound::about, got);
        length = 4;
      } else {
        continue;
      }
      tokens.end = std::max(tokens.end, at + length);
      return;
    }
  }

  static void apply(Bound bound, Reading& got) {
    if (bound == Bound::at_least || bound == Bound::about) got.high.reset();
    if (bound == Bound::at_most || bound == Bound::about) got.low.reset();
  }

  const QuantityText& in_;
  std::size_t index_;
  const QuantityFinder::Tables& tables_;
  const QuantityWords& words_;
  std::vector<FoundQuantity>& found_;
  NumberReader numbers_;
  TokenRange range_;
  std::size_t in_sentence_ = 0;         // the first of found_ that this sentence has
  std::uint32_t left_out_end_ = 0;      // behind the last number that counts nothing
  std::optional<std::size_t> waiting_;  // a part whose whole comes next
};

}  // namespace

std::vector<FoundQuantity> QuantityFinder::quantities(std::span<const QuantityText> texts) const {
  std::vector<FoundQuantity> found;
  for (std::size_t i = 0; i < texts.size(); ++i) Finder(texts[i], i, tables_, found).run();
  return found;
}

}  // namespace crossread::language
