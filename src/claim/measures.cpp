#include "claim/measures.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "base/hash.h"
#include "claim/numbers.h"
#include "text/stem.h"
#include "text/words.h"

namespace crossread::claim {
namespace {

using namespace std::string_view_literals;

// Thousandths of log odds from which on two numbers are of one thing. Unequal ones, from -700 to -1800, text to
// dossier, disagreements and false disputes over claims of two origins: dev 0.151 to 0.199, 0.23 to 0.31; train 0.209
// to 0.236, 0.15 to 0.19; a third of the shorts 0.128 to 0.112, 0.05 to 0.08; the 22 missiles of one real report
// against the 16 of another are found at -1800 alone (2026-11-23).
constexpr std::int32_t kEqual = -200;
constexpr std::int32_t kUnequal = -1800;
// Two ships and three: a report counts many things up to nine, and a false dispute costs more than a missed one. Not
// tolls.
constexpr std::int32_t kUnequalSmall = 200;
constexpr double kSmall = 9;
// Cosine of the meanings of two words from which on one may count what the other does. Not tuned.
constexpr std::int32_t kKinOfUnits = 350;
constexpr std::int32_t kCeiling = 3000;
constexpr std::uint32_t kAround = 60;  // bytes on each side of a number that are the words around it
constexpr std::size_t kBucket = 200;   // counts of a unit that are compared with one another

constexpr std::array<std::string_view, kNumberSigns> kNames = {"bias",         "of_same",         "of_missing",
                                                               "of_other",     "common_unit",     "near",
                                                               "far",          "one_claim",       "words_near",
                                                               "words_alike",  "words_mean",      "parties_shared",
                                                               "same_report",  "same_telling",    "background_other",
                                                               "date_other",   "published_apart", "harm",
                                                               "part_other",   "unit_other",      "part_worded",
                                                               "toll_falls",   "moved",           "voices_same",
                                                               "voices_other", "close",           "few",
                                                               "near_mean",    "around_alike",    "unit_alone",
                                                               "unit_missing", "unit_mean",       "one_thing",
                                                               "kin",          "trigger_means"};

constexpr std::array kHarm = {"killed"sv, "injured"sv, "missing"sv, "wounded"sv, "dead"sv, "hurt"sv, "died"sv};
constexpr std::array kCommonUnits = {"person"sv, "percent"sv, "day"sv, "year"sv,   "hour"sv,  "minute"sv,
                                     "month"sv,  "week"sv,    "USD"sv, "second"sv, "metre"sv, "kilometre"sv};

std::int32_t thousandths(bool yes) {
  return yes ? 1000 : 0;
}

bool same_word(std::string_view a, std::string_view b) {
  return a == b || stem(folded(a)) == stem(folded(b));
}

// Money is told by three capitals.
bool is_money(std::string_view unit) {
  return unit.size() == 3 && std::ranges::all_of(unit, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_common(std::string_view unit) {
  return is_money(unit) || std::ranges::find(kCommonUnits, unit) != kCommonUnits.end();
}

double size_of(const StatedQuantity& quantity) {
  return std::abs(quantity.value.value_or(quantity.high.value_or(quantity.low.value_or(0))));
}

ByteSpan around(std::string_view text, ByteSpan span, ByteSpan within) {
  std::uint32_t begin = std::max(within.begin, span.begin - std::min(span.begin, kAround));
  std::uint32_t end = std::min(within.end, span.end + kAround);
  const auto inner = [&](std::uint32_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  while (begin < span.begin && inner(begin)) ++begin;
  while (end > span.end && end < text.size() && inner(end)) --end;
  return {begin, end};
}

// The line of the text that a number stands in.
ByteSpan line_of(std::string_view text, ByteSpan number) {
  const std::size_t before = number.begin == 0 ? std::string_view::npos : text.rfind('\n', number.begin - 1);
  const std::size_t behind = text.find('\n', number.end);
  return {static_cast<std::uint32_t>(before == std::string_view::npos ? 0 : before + 1),
          static_cast<std::uint32_t>(std::min(behind, text.size()))};
}

bool is_missing(const StatedQuantity& quantity) {
  return quantity.of == "missing";
}

// Whether of two tolls the one that is told later is the lower.
bool falls(const Item& x, const StatedQuantity& p, const Item& y, const StatedQuantity& q) {
  if (!is_harm(p) || !is_harm(q) || is_missing(p) || is_missing(q)) return false;
  if (x.published_minutes == y.published_minutes) return false;
  if (x.published_minutes == CanonicalKey::kUndated || y.published_minutes == CanonicalKey::kUndated) return false;
  return (x.published_minutes < y.published_minutes) == (size_of(q) < size_of(p)) && size_of(p) != size_of(q);
}

// Whether an amount of money or a share is told on two days.
bool moves(const Item& x, const StatedQuantity& p, const Item& y) {
  return (is_money(p.unit) || p.unit == "percent") && published_apart(x, y) > 0;
}

// "58", "the 41-year-old": how old somebody is, no measure of what happened.
bool is_age(const StatedQuantity& quantity, std::string_view text) {
  if (quantity.of == "age") return true;
  const std::string_view words = quantity.span.in(text);
  const bool bare = std::ranges::all_of(words, [](char c) { return c >= '0' && c <= '9'; });
  return quantity.unit == "year" && (bare || words.ends_with("old"));
}

std::uint64_t unit_key(const std::string& unit) {
  return hash64(stem(folded(unit)));
}

using Homes = std::map<std::pair<std::uint32_t, QuantityIndex>, std::uint32_t>;  // report, quantity -> item

// Gives numbers that have no home to the nearest item that may have them.
void adopt(const StorylineReports& storyline, const std::vector<Item>& items, Homes& homes,
           bool (*may_have)(std::string_view text, const Item& item, ByteSpan number)) {
  std::map<std::pair<std::uint32_t, QuantityIndex>, std::pair<std::uint32_t, std::uint32_t>> nearest;  // bytes, item
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const ReadReport& read = storyline.reports[items[i].report];
    for (QuantityIndex quantity = 0; quantity < read.account->quantities.size(); ++quantity) {
      const std::pair key(items[i].report, quantity);
      const ByteSpan number = read.account->quantities[quantity].span;
      if (homes.contains(key) || !may_have(read.report->text, items[i], number)) continue;
      const auto [first, last] = std::minmax(items[i].evidence.begin, number.begin);
      const std::pair found(last - first, i);
      const auto [known, fresh] = nearest.emplace(key, found);
      if (!fresh) known->second = std::min(known->second, found);
    }
  }
  for (const auto& [key, found] : nearest) homes.emplace(key, found.second);
}

// The item that gives a number: the event it belongs to, else the statement it is told in, else the event nearest to it
// in its sentence, else the nearest item of its paragraph, else of its report.
Homes homes_of(const StorylineReports& storyline, const std::vector<Item>& items) {
  Homes homes;
  for (const bool events : {true, false}) {
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      if (items[i].is_event != events) continue;
      for (const QuantityIndex quantity : items[i].quantities) homes.emplace(std::pair(items[i].report, quantity), i);
    }
  }
  adopt(storyline, items, homes, [](std::string_view, const Item& item, ByteSpan number) {
    return item.is_event && item.sentence.contains(number);
  });
  adopt(storyline, items, homes, [](std::string_view text, const Item& item, ByteSpan number) {
    const auto [first, last] = std::minmax(item.evidence.begin, number.begin);
    return text.substr(first, last - first).find('\n') == std::string_view::npos;
  });
  adopt(storyline, items, homes, [](std::string_view, const Item&, ByteSpan) { return true; });
  return homes;
}

constexpr std::int32_t kNever = -1'000'000;

// How far above that. One sentence that gives two unequal numbers speaks of two things: three dead and 17 hurt, eight
// events and eleven; so does one voice of one report.
std::int32_t score(const Count& a, const Count& b, const CountComparison& comparison, const NumberWeights& weights) {
  const NumberSigns signs = comparison.signs(a, b);
  const bool equal = comparison.is_equal(a, b);
  if (!equal && signs[static_cast<std::size_t>(NumberSign::same_telling)] > 0) return kNever;
  if (!equal && comparison.of_one_voice(a, b)) return kNever;
  const auto& table = equal ? weights.equal : weights.unequal;
  const bool toll = signs[static_cast<std::size_t>(NumberSign::harm)] > 0;
  const bool small = !toll && comparison.is_small(a) && comparison.is_small(b);
  const std::int32_t threshold = equal ? kEqual : small ? kUnequalSmall : kUnequal;
  std::int64_t total = 0;
  for (std::size_t i = 0; i < kNumberSigns; ++i) total += std::int64_t{signs[i]} * table[i];
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(total / 1000 - threshold, -kCeiling, kCeiling));
}

}  // namespace

bool is_harm(const StatedQuantity& quantity) {
  return quantity.unit == "person" && std::ranges::find(kHarm, quantity.of) != kHarm.end();
}

std::string_view name_of(NumberSign sign) {
  return kNames[static_cast<std::size_t>(sign)];
}

std::vector<Count> counts_of(const StorylineReports& storyline, const std::vector<Item>& items,
                             const WordTables& tables, const PartWords& parts) {
  const Homes homes = homes_of(storyline, items);
  std::vector<Count> counts;
  for (const auto& [key, item] : homes) {
    const StatedQuantity& quantity = storyline.reports[key.first].account->quantities[key.second];
    if (!quantity.value && !quantity.low && !quantity.high) continue;
    const std::string_view text = storyline.reports[key.first].report->text;
    if (is_age(quantity, text)) continue;
    const ByteSpan line = line_of(text, quantity.span);
    const ByteSpan near = around(text, quantity.span, line);
    const auto meant = [&](std::string_view of, ByteSpan span) {
      return meaning_of(of, words(of, span), tables.vectors, tables.background);
    };
    counts.push_back({item, key.second, bag_of(text, std::array{near}, tables.background), meant(text, near),
                      meant(quantity.unit, {0, static_cast<std::uint32_t>(quantity.unit.size())}),
                      parts.is_part(text, quantity.span, line)});
  }
  std::ranges::sort(counts, {}, [](const Count& count) { return std::pair(count.item, count.quantity); });
  return counts;
}

CountComparison::CountComparison(const StorylineReports& storyline, const std::vector<Item>& items,
                                 const std::vector<std::uint32_t>& group_of, const std::vector<Count>& counts,
                                 const PairModel& same)
    : storyline_(storyline), items_(items), group_of_(group_of), same_(same), comparison_(storyline, items) {
  for (const Count& count : counts) ++units_[{items[count.item].report, unit_key(unit_of(count))}];
}

const std::string& CountComparison::unit_of(const Count& count) const {
  return quantity_of(storyline_, items_[count.item], count.quantity).unit;
}

// Of people a report may say "persons", "women", "villagers"; of boxes "crates".
bool CountComparison::comparable(const Count& a, const Count& b) const {
  const std::string& x = unit_of(a);
  const std::string& y = unit_of(b);
  if (same_word(x, y)) return true;
  if (x.empty() || y.empty()) return !is_common(x) && !is_common(y);
  if (x == "person" || y == "person") return !is_common(x == "person" ? y : x);
  return !is_common(x) && !is_common(y) && likeness(a.unit_meaning, b.unit_meaning) >= kKinOfUnits;
}

bool CountComparison::is_small(const Count& count) const {
  const StatedQuantity& quantity = quantity_of(storyline_, items_[count.item], count.quantity);
  return quantity.value && *quantity.value <= kSmall;
}

bool CountComparison::is_equal(const Count& a, const Count& b) const {
  return equal(range_of(quantity_of(storyline_, items_[a.item], a.quantity)),
               range_of(quantity_of(storyline_, items_[b.item], b.quantity)));
}

bool CountComparison::of_one_voice(const Count& a, const Count& b) const {
  const Item& x = items_[a.item];
  const Item& y = items_[b.item];
  return x.report == y.report && x.speakers == y.speakers;
}

// What the two say.
void CountComparison::sizes(const Count& a, const Count& b, NumberSigns& signs) const {
  const auto set = [&](NumberSign sign, std::int32_t value) { signs[static_cast<std::size_t>(sign)] = value; };
  const Item& x = items_[a.item];
  const Item& y = items_[b.item];
  const StatedQuantity& p = quantity_of(storyline_, x, a.quantity);
  const StatedQuantity& q = quantity_of(storyline_, y, b.quantity);
  const bool told = !p.of.empty() && !q.of.empty();
  const bool same = is_equal(a, b);
  const double low = std::min(size_of(p), size_of(q));
  const double high = std::max(size_of(p), size_of(q));
  const bool missing = p.unit.empty() || q.unit.empty();
  const bool other = !missing && !same_word(p.unit, q.unit);
  set(NumberSign::of_same, thousandths(told && same_word(p.of, q.of)));
  set(NumberSign::of_missing, thousandths(!told));
  set(NumberSign::of_other, thousandths(told && !same_word(p.of, q.of)));
  set(NumberSign::common_unit, thousandths(is_common(p.unit)));
  set(NumberSign::near, thousandths(!same && high < 2 * low));
  set(NumberSign::far, thousandths(high > 3 * low));
  set(NumberSign::close, thousandths(!same && high - low <= high / 5));
  set(NumberSign::few, thousandths(high <= kSmall));
  set(NumberSign::harm, thousandths(is_harm(p) && is_harm(q)));
  set(NumberSign::part_other, thousandths(p.part_of.has_value() != q.part_of.has_value()));
  set(NumberSign::unit_other, thousandths(other));
  set(NumberSign::unit_missing, thousandths(missing));
  set(NumberSign::unit_mean, other ? likeness(a.unit_meaning, b.unit_meaning) : 0);
  set(NumberSign::unit_alone, loneliness(a, b));
  set(NumberSign::part_worded, thousandths(a.part != b.part));
  set(NumberSign::toll_falls, thousandths(falls(x, p, y, q)));
  set(NumberSign::moved, thousandths(moves(x, p, y)));
}

// What they are told with.
void CountComparison::tellings(const Count& a, const Count& b, NumberSigns& signs) const {
  const auto set = [&](NumberSign sign, std::int32_t value) { signs[static_cast<std::size_t>(sign)] = value; };
  const Item& x = items_[a.item];
  const Item& y = items_[b.item];
  set(NumberSign::one_claim, thousandths(group_of_[a.item] == group_of_[b.item]));
  set(NumberSign::one_thing, a.item == b.item ? 1000 : likelihood(same_.score(comparison_.signs(x, y))));
  set(NumberSign::words_near, likeness(a.near, b.near));
  set(NumberSign::near_mean, likeness(a.near_meaning, b.near_meaning));
  set(NumberSign::words_alike, likeness(x.words, y.words));
  set(NumberSign::words_mean, likeness(x.meaning, y.meaning));
  set(NumberSign::around_alike, likeness(x.around, y.around));
  set(NumberSign::parties_shared, dice(x.mentioned, y.mentioned));
  set(NumberSign::same_report, thousandths(x.report == y.report));
  set(NumberSign::same_telling, thousandths(x.report == y.report && x.sentence.overlaps(y.sentence)));
  if (x.is_event && y.is_event) {
    const Event& deed = event_of(storyline_, x);
    const Event& other = event_of(storyline_, y);
    set(NumberSign::background_other, thousandths(deed.background != other.background));
    set(NumberSign::kin, thousandths(are_kin(deed.type, other.type)));
    set(NumberSign::trigger_means, likeness(x.trigger_meaning, y.trigger_meaning));
  }
  set(NumberSign::date_other, thousandths(x.dated && y.dated && gap(x.days, y.days) > 1));
  set(NumberSign::published_apart, published_apart(x, y));
  EntitySet both;
  std::ranges::set_intersection(x.speakers, y.speakers, std::back_inserter(both));
  set(NumberSign::voices_same, thousandths(!both.empty()));
  set(NumberSign::voices_other, thousandths(!x.speakers.empty() && !y.speakers.empty() && both.empty()));
}

// 1000 where one report gives one number of the unit, or two reports one each.
std::int32_t CountComparison::loneliness(const Count& a, const Count& b) const {
  const auto numbers = [&](const Count& count) {
    return units_.at({items_[count.item].report, unit_key(unit_of(count))});
  };
  const bool once = items_[a.item].report == items_[b.item].report && same_word(unit_of(a), unit_of(b));
  return 2000 / std::max(2, once ? numbers(a) : numbers(a) + numbers(b));
}

NumberSigns CountComparison::signs(const Count& a, const Count& b) const {
  NumberSigns signs{};
  signs[static_cast<std::size_t>(NumberSign::bias)] = 1000;
  sizes(a, b, signs);
  tellings(a, b, signs);
  return signs;
}

std::vector<Measure> measures_of(const std::vector<Count>& counts, const CountComparison& comparison,
                                 const NumberWeights& weights) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int32_t> scores;
  const auto score_of = [&](std::uint32_t a, std::uint32_t b) {
    const auto pair = std::minmax(a, b);
    const auto [at, fresh] = scores.emplace(pair, -kCeiling);
    if (fresh && comparison.comparable(counts[pair.first], counts[pair.second])) {
      at->second = score(counts[pair.first], counts[pair.second], comparison, weights);
    }
    return at->second;
  };
  std::vector<std::tuple<std::int32_t, std::uint32_t, std::uint32_t>> edges;
  for (std::uint32_t b = 0; b < counts.size(); ++b) {
    for (std::uint32_t a = b > kBucket ? b - static_cast<std::uint32_t>(kBucket) : 0; a < b; ++a) {
      if (const std::int32_t value = score_of(a, b); value > 0) edges.emplace_back(-value, a, b);
    }
  }
  std::ranges::sort(edges);
  std::vector<std::uint32_t> home(counts.size());
  std::vector<std::vector<std::uint32_t>> members;
  for (std::uint32_t i = 0; i < counts.size(); ++i) {
    home[i] = i;
    members.push_back({i});
  }
  for (const auto& [value, first, second] : edges) {
    const std::uint32_t a = std::min(home[first], home[second]);
    const std::uint32_t b = std::max(home[first], home[second]);
    if (a == b) continue;
    std::int64_t sum = 0;
    for (const std::uint32_t x : members[a]) {
      for (const std::uint32_t y : members[b]) sum += score_of(x, y);
    }
    if (sum < 0) continue;
    for (const std::uint32_t member : members[b]) home[member] = a;
    members[a].insert(members[a].end(), members[b].begin(), members[b].end());
    members[b].clear();
  }
  std::vector<Measure> measures;
  for (auto& counted : members) {
    if (counted.empty()) continue;
    std::ranges::sort(counted);
    measures.push_back({std::move(counted)});
  }
  return measures;
}

}  // namespace crossread::claim
