// A quantity is a bound, a number and the noun that is counted: [at least] 11 [missiles]. The noun is the first plural
// within reach behind the number; there is no parser yet to say more. Numbers that count nothing are left out: dates
// (taken by the times), "Article 51", ages between commas, scores.
#include "language/quantities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace crossread::language {
namespace {

using Forms = std::initializer_list<std::string_view>;

enum class Bound : std::uint8_t { exact, at_least, at_most, nearly, about };

// How far "nearly" and "about" may lie from the number, as a share of it. Not tuned.
constexpr double kRoughShare = 0.1;

// Tokens between a number and the noun that it counts. Not tuned.
constexpr std::uint32_t kReach = 7;

struct BoundPhrase {
  std::array<std::string_view, 3> words;
  Bound bound;
};

constexpr std::array<BoundPhrase, 30> kBoundsBefore = {{
    {{"at", "least", ""}, Bound::at_least},     {{"more", "than", ""}, Bound::at_least},
    {{"not", "less", "than"}, Bound::at_least}, {{"no", "less", "than"}, Bound::at_least},
    {{"no", "fewer", "than"}, Bound::at_least}, {{"minimum", "of", ""}, Bound::at_least},
    {{"over", "", ""}, Bound::at_least},        {{"upwards", "of", ""}, Bound::at_least},
    {{"well", "over", ""}, Bound::at_least},    {{"above", "", ""}, Bound::at_least},
    {{"at", "most", ""}, Bound::at_most},       {{"no", "more", "than"}, Bound::at_most},
    {{"not", "more", "than"}, Bound::at_most},  {{"up", "to", ""}, Bound::at_most},
    {{"as", "many", "as"}, Bound::at_most},     {{"as", "much", "as"}, Bound::at_most},
    {{"fewer", "than", ""}, Bound::at_most},    {{"less", "than", ""}, Bound::at_most},
    {{"under", "", ""}, Bound::at_most},        {{"maximum", "of", ""}, Bound::at_most},
    {{"nearly", "", ""}, Bound::nearly},        {{"almost", "", ""}, Bound::nearly},
    {{"close", "to", ""}, Bound::nearly},       {{"about", "", ""}, Bound::about},
    {{"around", "", ""}, Bound::about},         {{"some", "", ""}, Bound::about},
    {{"roughly", "", ""}, Bound::about},        {{"approximately", "", ""}, Bound::about},
    {{"an", "estimated", ""}, Bound::about},    {{"estimated", "", ""}, Bound::about},
}};

bool spells(std::string_view form, std::string_view small) {
  return form.size() == small.size() && std::equal(form.begin(), form.end(), small.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a | 0x20 : a) == b;
         });
}

bool is_plural_form(std::string_view form) {
  return form.size() > 3 && form.ends_with('s') && !form.ends_with("ss") && !form.ends_with("us") &&
         !form.ends_with("is") && !form.ends_with("'s");
}

// "missiles" to "missile", "launches" to "launch", "countries" to "country".
std::string regular_singular(std::string_view plural) {
  if (plural.ends_with("ies") && plural.size() > 4) return std::string(plural.substr(0, plural.size() - 3)) + "y";
  for (const std::string_view ending : {"ches", "shes", "xes", "sses", "zes"}) {
    if (plural.ends_with(ending)) return std::string(plural.substr(0, plural.size() - 2));
  }
  return std::string(plural.substr(0, plural.size() - 1));
}

class Finder {
 public:
  Finder(std::string_view text, const TokenList& list, TokenRange sentence, const std::vector<bool>& taken,
         const QuantityFinder::Tables& tables)
      : text_(text),
        list_(list),
        range_(sentence),
        taken_(taken),
        tables_(tables),
        numbers_(text, list, tables.numbers) {}

  std::vector<FoundQuantity> run() {
    for (std::uint32_t at = range_.first; at < range_.end;) {
      const std::uint32_t end = taken_[at] ? at : read(at);
      at = std::max(end, at + 1);
    }
    return std::move(found_);
  }

 private:
  bool inside(std::uint32_t at) const { return at >= range_.first && at < range_.end; }
  std::string_view form(std::uint32_t at) const {
    return inside(at) ? list_.tokens[at].span.in(text_) : std::string_view{};
  }
  WordId word(std::uint32_t at) const { return inside(at) ? list_.words[at] : kNoWord; }
  Shape shape(std::uint32_t at) const { return inside(at) ? list_.tokens[at].shape : Shape::symbol; }
  bool is(std::uint32_t at, Forms forms) const {
    return std::any_of(forms.begin(), forms.end(), [&](std::string_view small) { return spells(form(at), small); });
  }
  bool has_capital(std::uint32_t at) const { return shape(at) == Shape::capital || shape(at) == Shape::upper; }
  bool is_dash(std::uint32_t at) const { return form(at) == "-" || form(at) == "\u2013"; }
  std::span<const WordId> words() const { return {list_.words.data(), range_.end}; }

  // ---- the number ---------------------------------------------------------------------------------------------------

  struct Reading {
    TokenRange number;  // with its second half in a range
    double value = 0;
    std::optional<double> low;
    std::optional<double> high;
    bool vague = false;
    std::string currency;
  };

  // Reads a quantity whose number begins at the token; the token behind it, or `at` if there is none.
  std::uint32_t read(std::uint32_t at) {
    const std::optional<std::uint32_t> money = currency_at(at);
    const std::uint32_t first = money ? *money : at;
    auto number = numbers_.read(first, range_.end);
    if (!number || number->ordinal || blocked(at, number->end)) return at;
    Reading reading{{at, number->end}, number->value, number->value, number->value, number->vague, {}};
    if (money) reading.currency = tables_.words.unit(tables_.words.currencies_before().longest(words(), at).value);
    if (number->vague) {
      reading.value *= 2;  // "dozens": two dozen at the least
      reading.low = reading.value;
      reading.high.reset();
    }
    take_range(reading);
    if (!money && counts_nothing(reading)) return reading.number.end;
    return keep(reading);
  }

  // The token behind "$" or "Rs" if a number follows.
  std::optional<std::uint32_t> currency_at(std::uint32_t at) const {
    const auto match = tables_.words.currencies_before().longest(words(), at);
    if (!match) return std::nullopt;
    const std::uint32_t after = at + static_cast<std::uint32_t>(match.words);
    return shape(after) == Shape::number ? std::optional<std::uint32_t>(after) : std::nullopt;
  }

  // Part of a time, or of a longer number that was not read from its start.
  bool blocked(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t at = first; at < end; ++at) {
      if (taken_[at]) return true;
    }
    return is_dash(first - 1) && list_.tokens[first].glued && shape(first - 2) != Shape::number &&
           first >= 2 + range_.first && list_.tokens[first - 1].glued;
  }

  // "10 to 15", "between 10 and 15", "10-15".
  void take_range(Reading& reading) const {
    const std::uint32_t link = reading.number.end;
    const bool between = inside(reading.number.first - 1) && is(reading.number.first - 1, {"between"});
    if (!(is(link, {"to", "or"}) || is_dash(link) || (between && is(link, {"and"})))) return;
    std::uint32_t next = link + 1;
    if (const auto money = currency_at(next)) next = *money;
    const auto upper = numbers_.read(next, range_.end);
    if (!upper || upper->ordinal || upper->vague || blocked(next, upper->end)) return;
    if (upper->value <= reading.value) return;
    if (is(link, {"or"}) && is(link + 1, {"more"})) return;
    reading.high = upper->value;
    reading.low = reading.value;
    reading.value = (reading.value + upper->value) / 2;
    reading.number.end = upper->end;
    if (between) --reading.number.first;
  }

  // "Article 51", "Boeing 737", an age, a score, "one of the".
  bool counts_nothing(const Reading& reading) const {
    const std::uint32_t at = reading.number.first;
    const std::uint32_t end = reading.number.end;
    const bool counted = head_after(reading).has_value();
    if (is(at, {"one"}))
      return !counted && !is(end, {"that", "which", "who"}) &&
             !(is(end, {"of"}) && is(end + 1, {"which", "whom", "them"}));
    if (counted) return false;
    if (is_dash(end) || form(end) == "/" || is_dash(at - 1) || form(at - 1) == "/" || form(at - 1) == "#") return true;
    if (at > range_.first && has_capital(at - 1) && !taken_[at - 1]) return true;
    if (is(at - 1,
           {"no.", "nos.", "number", "page", "chapter", "section", "article", "aged", "age", "channel", "version"}))
      return true;
    const bool age = form(at - 1) == "," && (form(end) == "," || form(end) == "." || form(end) == ")");
    if (age || (form(at - 1) == "(" && form(end) == ")")) return true;
    return shape(at) == Shape::number && form(at).find_first_of(":/") != std::string_view::npos;
  }

  // ---- what it counts
  // -------------------------------------------------------------------------------------------------

  struct Head {
    std::uint32_t end = 0;  // the token behind the noun
    std::string unit;
  };

  std::optional<Head> head_after(const Reading& reading) const {
    std::uint32_t at = reading.number.end;
    if (const auto match = tables_.words.currencies_after().longest(words(), at); match && !reading.vague) {
      return Head{at + static_cast<std::uint32_t>(match.words), tables_.words.unit(match.value)};
    }
    if (is_dash(at) && list_.tokens[at].glued && inside(at + 1)) return hyphenated(at + 1);
    if (reading.vague && is(at, {"of"})) ++at;
    if (reading.vague && is(at, {"the", "their", "its", "his", "her"})) ++at;
    return noun(at, reading.value == 1);
  }

  // "a 30-metre crater", "the 15-member council".
  std::optional<Head> hyphenated(std::uint32_t at) const {
    if (shape(at) != Shape::lower || !list_.tokens[at].glued) return std::nullopt;
    const auto match = tables_.words.units().longest(words(), at);
    if (match) return Head{at + static_cast<std::uint32_t>(match.words), tables_.words.unit(match.value)};
    if (tables_.function_words.has(word(at)) || is(at, {"old", "time", "times", "fold", "point", "on", "way", "up"})) {
      return std::nullopt;
    }
    return Head{at + 1, std::string(form(at))};
  }

  // The first plural behind the number, over adjectives, nouns and demonyms; for one thing the word that ends the run.
  std::optional<Head> noun(std::uint32_t from, bool single) const {
    std::optional<Head> last;
    for (std::uint32_t at = from; inside(at) && at < from + kReach; ++at) {
      if (taken_[at]) break;
      if (const auto match = tables_.words.units().longest(words(), at); match && unit_fits(at, match, from)) {
        return Head{at + static_cast<std::uint32_t>(match.words), tables_.words.unit(match.value)};
      }
      if (form(at) == "-" && list_.tokens[at].glued && at > from) continue;
      if (is(at, {"more", "other", "and"}) && at > from && is(at, {"and"})) break;
      if (is(at, {"more", "other", "most", "such", "further", "additional"})) continue;
      if (shape(at) == Shape::symbol || shape(at) == Shape::number || tables_.function_words.has(word(at))) break;
      if (const Head plural = plural_at(at); plural.end > 0) {
        const Head next = plural_at(at + 1);
        return next.end > 0 && shape(at + 1) == Shape::lower && at + 1 < from + kReach ? next : plural;
      }
      if (has_capital(at) && !is_demonym(at)) {
        if (!single) continue;
        break;
      }
      if (single && shape(at) == Shape::lower && !form(at).ends_with("ed") && !form(at).ends_with("ly")) {
        last = Head{at + 1, std::string(form(at))};
        if (at >= from + 2) break;
      }
    }
    return single ? last : std::nullopt;
  }

  // "22 killed": a state counts only right behind the number. "m" and the like only behind digits.
  bool unit_fits(std::uint32_t at, const Phrases::Match& match, std::uint32_t from) const {
    if (at == from) return true;
    const std::string& unit = tables_.words.unit(match.value);
    return plural_at(at).end > 0 && unit != "other" && unit != "percent";
  }

  bool is_demonym(std::uint32_t at) const { return static_cast<bool>(tables_.names.demonyms().longest(words(), at)); }

  Head plural_at(std::uint32_t at) const {
    if (!inside(at) || shape(at) == Shape::symbol || shape(at) == Shape::number) return {};
    if (const std::string_view singular = tables_.words.singular(word(at)); !singular.empty()) {
      return {at + 1, std::string(singular)};
    }
    const std::string_view written = form(at);
    if (tables_.function_words.has(word(at)) || !is_plural_form(written)) return {};
    if (has_capital(at) && !is_demonym(at)) return {};
    std::string scratch;
    return {at + 1, regular_singular(word_key(written, scratch))};
  }

  // ---- putting it together
  // --------------------------------------------------------------------------------------------

  std::uint32_t keep(Reading reading) {
    FoundQuantity out;
    out.tokens = reading.number;
    if (const auto head = head_after(reading); head && reading.currency.empty()) {
      out.tokens.end = head->end;
      out.quantity.unit = head->unit;
    } else if (!reading.currency.empty()) {
      out.quantity.unit = reading.currency;
    } else if (const std::uint32_t end = part_of_former(out.tokens.end); end > out.tokens.end && !found_.empty()) {
      out.quantity.unit = found_.back().quantity.unit;  // "16 missiles, 11 of which"
    }
    const Bound bound = bound_before(out.tokens.first);
    bound_after(out.tokens, reading);
    apply(bound, reading);
    out.quantity.value = reading.value;
    out.quantity.low = reading.low;
    out.quantity.high = reading.high;
    found_.push_back(std::move(out));
    return found_.back().tokens.end;
  }

  std::uint32_t part_of_former(std::uint32_t end) const {
    if (is(end, {"of"}) && is(end + 1, {"which", "whom", "them", "these", "those"})) return end + 2;
    return is(end, {"that", "which"}) ? end + 1 : end;
  }

  // Moves `first` back over the words that bound the number.
  Bound bound_before(std::uint32_t& first) const {
    for (const BoundPhrase& phrase : kBoundsBefore) {
      std::uint32_t length = 0;
      while (length < phrase.words.size() && !phrase.words[length].empty()) ++length;
      if (first < range_.first + length) continue;
      bool same = true;
      for (std::uint32_t i = 0; i < length; ++i) same = same && spells(form(first - length + i), phrase.words[i]);
      if (!same || taken_[first - 1]) continue;
      first -= length;
      if (is(first - 1, {"a"}) && is(first, {"minimum", "maximum"})) --first;
      return phrase.bound;
    }
    return Bound::exact;
  }

  // "22 or more", "22 at most".
  void bound_after(TokenRange& tokens, Reading& reading) const {
    const std::uint32_t at = tokens.end;
    if (is(at, {"or"}) && is(at + 1, {"more"})) {
      reading.high.reset();
      tokens.end = at + 2;
    } else if (is(at, {"or"}) && is(at + 1, {"fewer", "less"})) {
      reading.low.reset();
      tokens.end = at + 2;
    }
  }

  static void apply(Bound bound, Reading& reading) {
    switch (bound) {
      case Bound::exact:
        return;
      case Bound::at_least:
        reading.high.reset();
        return;
      case Bound::at_most:
        reading.low.reset();
        return;
      case Bound::nearly:
        if (reading.low) reading.low = std::round(*reading.low * (1 - kRoughShare) * 100) / 100;
        return;
      case Bound::about:
        if (reading.low) reading.low = std::round(*reading.low * (1 - kRoughShare) * 100) / 100;
        if (reading.high) reading.high = std::round(*reading.high * (1 + kRoughShare) * 100) / 100;
        return;
    }
  }

  std::string_view text_;
  const TokenList& list_;
  TokenRange range_;
  const std::vector<bool>& taken_;
  const QuantityFinder::Tables& tables_;
  NumberReader numbers_;
  std::vector<FoundQuantity> found_;
};

}  // namespace

std::vector<FoundQuantity> QuantityFinder::quantities(std::string_view text, const TokenList& list, TokenRange sentence,
                                                      const std::vector<bool>& taken) const {
  return Finder(text, list, sentence, taken, tables_).run();
}

}  // namespace crossread::language
