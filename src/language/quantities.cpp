// A quantity is a bound (quantity_bounds.h), a number and what is counted (counted_things.h): [at least] 11 [missiles].
// A number alone (bare_numbers.h) counts what the number before it counts: "61, police said 38". Numbers that count
// nothing are left out: dates (taken by the times), "Article 51", "at six", telephone numbers.
#include "language/quantities.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "language/bare_numbers.h"
#include "language/quantity_bounds.h"

namespace crossread::language {
namespace {

// A whole may stand so many tokens before "including two".
constexpr std::uint32_t kPartReach = 8;

// The most goals of one side: a greater number is not a match's.
constexpr double kMostGoals = 15;

// Finds what one stretch has; what was found in the stretches before stands in `found`.
class Finder : BareNumbers {
 public:
  Finder(const QuantityText& text, std::size_t index, const QuantityFinder::Tables& tables,
         std::vector<FoundQuantity>& found)
      : BareNumbers(text, tables), index_(index), found_(found), numbers_(text.text, text.list, tables.numbers) {}

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
  // ---- the number ---------------------------------------------------------------------------------------------------

  static NumberReading exactly(TokenRange tokens, double value) {
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
    NumberReading got = exactly({at, number->end}, number->value);
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
      const NumberReading none = exactly({at, at + 1}, 0);
      const std::string done = fate_of(at, none);
      return done.empty() ? at : keep(none, Counted{at + 1, "person", done});
    }
    if (is(at, {"none"}) && is(at + 1, {"of"})) {
      NumberReading none = exactly({at, at + 1}, 0);
      return keep(none, of_group(none).value_or(Counted{at + 1, {}, {}}));
    }
    if (is(at, {"not"}) && is(at + 1, {"one", "a"})) {
      const NumberReading none = exactly({at, at + 2}, 0);
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
    NumberReading share = exactly({at, end}, std::round(parts * 100 / whole));
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
  std::uint32_t read_score(const NumberReading& left) {
    const std::uint32_t dash = left.number.end;
    if (!left.digits || left.vague || !is_dash(dash) || !glued(dash) || !glued(dash + 1)) return left.number.first;
    if (shape(dash + 1) != Shape::number || blocked(dash + 1, dash + 2)) return left.number.first;
    const auto right = decimal_value(form(dash + 1));
    if (!right || is_dash(dash + 2) || form(left.number.first - 1) == "-") return left.number.first;
    const NumberReading other = exactly({dash + 1, dash + 2}, *right);
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
  void take_range(NumberReading& got) const {
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
  bool changes(const NumberReading& got) const {
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

  std::uint32_t read_counted(const NumberReading& got) {
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

  // ---- parts of a whole ---------------------------------------------------------------------------------------------

  // "11 of which", "two of them officers"; "including two", "among them four".
  std::optional<Counted> part_of_former(const NumberReading& got) const {
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
  std::optional<Counted> of_group(const NumberReading& got) const {
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
    NumberReading group = got;
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

  std::uint32_t read_bare(const NumberReading& got) {
    const std::uint32_t at = got.number.first;
    const std::uint32_t end = got.number.end;
    if (!is(at, {"one"}) || is(end, {"that", "which", "who"})) {
      if (is(end, {"others"})) return keep(got, like_last(end + 1, got, "person"));
      if (is(at - 1, {"the"}) && !got.digits && told_of(got).empty() && !like_it(got)) return end;
      if (is_age(got)) return keep(got, Counted{end, "year", "age"});
      if (is(at - 1, {"magnitude"})) return keep(got, Counted{end, "magnitude", {}});
      if (counts_nothing(got) || follows_left_out(at)) {
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

  // "Articles 51 and 52".
  bool follows_left_out(std::uint32_t at) const {
    return at == left_out_end_ + 1 && at > range_.first + 1 && is(at - 1, {"and", "or", ",", "to"});
  }

  // What a number before counts; of people, what the verb says of these.
  Counted like_last(std::uint32_t end, const NumberReading& got, std::string_view otherwise) const {
    Counted out{end, std::string(otherwise), {}};
    if (follows_age(got.number.first)) return {end, "year", "age"};
    if (const std::string done = told_of(got); !done.empty()) return {end, "person", done};
    const auto former = like_it(got);
    if (former && (otherwise.empty() || *former >= in_sentence_)) take_unit(*former, out);
    if (is(end, {"more", "fewer", "less"})) ++out.end;
    return out;
  }

  // "men of 19 and 23".
  bool follows_age(std::uint32_t at) const {
    return found_.size() > in_sentence_ && found_.back().quantity.of == "age" && found_.back().tokens.end + 1 == at &&
           is(at - 1, {"and", "or"});
  }

  // The number before that the reader has in mind: right before "and", of the same value behind "the", else the last
  // one of much the same size, or simply the last one.
  std::optional<std::size_t> like_it(const NumberReading& got) const {
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

  std::optional<std::size_t> former_within(std::size_t oldest, std::size_t last, const NumberReading& got,
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

  std::uint32_t keep(NumberReading got, Counted counted) {
    FoundQuantity out;
    out.text = index_;
    out.tokens = {std::max(got.number.first, floor()), std::max(counted.end, got.number.end)};
    take_hundredths(got, out.tokens, counted);
    const Bound bound = bound_before(*this, out.tokens.first, floor(), counted.unit);
    bound_after(*this, out.tokens, got);
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
  void take_hundredths(NumberReading& got, TokenRange& tokens, Counted& counted) const {
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

  std::size_t index_;
  std::vector<FoundQuantity>& found_;
  NumberReader numbers_;
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
