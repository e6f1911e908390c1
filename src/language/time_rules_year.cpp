// Years, their parts and their groups: "the third quarter of 1990", "last summer", "1998", "the nineties".
#include "language/time_rules.h"

#include <array>

namespace crossread::language {

// "[the] [fiscal] third quarter [of 1990]", "the 1988 second quarter", "third-quarter", "Q3 2019", "the first half".
std::optional<TimePhrase> TimeRules::quarter(std::uint32_t at) const {
  std::uint32_t next = at + skip(at, {"the"});
  const bool article = next > at;
  const auto leading_year = form(next).size() == 4 ? plain_integer(form(next), 4) : std::nullopt;
  const bool with_year = leading_year && is_plain_year(*leading_year);
  if (with_year) ++next;
  Maybe phrase = quarter_core(next);
  if (!phrase && with_year && is(next, {"quarter", "period"}) && article) {
    phrase = made(TimeForm::unit, at, next + 1);
    phrase->relation = Relation::same;
    phrase->unit = TimeUnit::quarter;
  }
  if (!phrase && is(next, "quarter") && article && !is(next + 1, {"of", "-", "century", "mile"})) {
    phrase = made(TimeForm::unit, at, next + 1);
    phrase->relation = Relation::same;
    phrase->unit = TimeUnit::quarter;
  }
  if (!phrase) return std::nullopt;
  if (with_year && !phrase->year) phrase->year = leading_year;
  if (article && hyphen(phrase->tokens.end - 2)) return std::nullopt;  // "the | third-quarter | loss"
  phrase->tokens.first = at;
  return phrase;
}

std::optional<TimePhrase> TimeRules::quarter_core(std::uint32_t at) const {
  std::uint32_t next = at;
  TimePhrase phrase = made(TimeForm::calendar, at, at);
  if (is(next, "fiscal")) {
    phrase.fiscal = true;
    ++next;
    if (hyphen(next)) ++next;
  }
  if (is(next, {"q1", "q2", "q3", "q4"})) {
    phrase.quarter = form(next)[1] - '0';
    phrase.tokens.end = year_after(next + 1, phrase.year);
    return phrase;
  }
  const NumberWords::Entry ordinal = number_word(next);
  std::optional<int> which;
  if (ordinal.kind == NumberWordKind::ordinal) which = ordinal.value;
  if (!which) which = ordinal_value(form(next));
  if (!which || *which < 1 || *which > 4) return std::nullopt;
  ++next;
  if (hyphen(next)) ++next;
  const bool half = is(next, "half") && *which <= 2;
  if (!is(next, {"quarter", "quarters"}) && !half) return std::nullopt;
  if (half && !is(next + 1, "of")) return std::nullopt;
  (half ? phrase.half : phrase.quarter) = which;
  phrase.tokens.end = next + 1;
  const std::uint32_t of = next + 1 + skip(next + 1, {"of", "in", ","});
  std::uint32_t after = of + skip(of, {"fiscal", "the"});
  const auto four = form(after).size() == 4 ? plain_integer(form(after), 4) : std::nullopt;
  if (four && is_plain_year(*four)) {
    phrase.year = four;
    phrase.tokens.end = after + 1;
  } else if (is(of, {"this", "last", "next"}) && is(of + 1, "year")) {
    std::uint32_t ignored = 0;
    phrase.relation = relation_word(of, ignored);
    phrase.unit = TimeUnit::year;
    phrase.tokens.end = of + 2;
  } else if (half) {
    return std::nullopt;
  }
  return phrase;
}

// "last summer", "the summer of 2019", "this fall", "in winter".
std::optional<TimePhrase> TimeRules::season(std::uint32_t at) const {
  TimePhrase phrase = made(TimeForm::calendar, at, at);
  std::uint32_t next = at;
  phrase.relation = relation_word(at, next);
  if (phrase.relation == Relation::none) next = at + skip(at, {"the"});
  if (word(next).season.empty() || word(next).plural) return std::nullopt;
  phrase.season = word(next).season;
  phrase.tokens.end = year_after(next + 1, phrase.year);
  const bool safe = phrase.relation != Relation::none || phrase.year || is(next, {"summer", "winter", "autumn"});
  if (!safe && !(is(next, {"spring", "fall"}) && (next > at || previous_is(at, {"in", "by", "until", "since"})))) {
    return std::nullopt;
  }
  if (!phrase.year && is(next, {"fall", "spring"}) && is(next + 1, "of")) return std::nullopt;
  return phrase;
}

std::optional<TimePhrase> TimeRules::holiday(std::uint32_t at) const {
  if (!capital(at) && !is(at, {"last", "this", "next"})) return std::nullopt;
  TimePhrase phrase = made(TimeForm::calendar, at, at);
  std::uint32_t next = at;
  phrase.relation = relation_word(at, next);
  if (phrase.relation == Relation::none) next = at;
  if (!capital(next)) return std::nullopt;
  const auto match = calendar_.holidays().longest({list_.words.data(), range_.end}, next);
  if (!match) return std::nullopt;
  phrase.holiday = &calendar_.holiday(match.value);
  phrase.tokens.end = year_after(next + static_cast<std::uint32_t>(match.words), phrase.year);
  if (is(next, "independence") && match.words == 2) return std::nullopt;  // every country has its own
  return phrase;
}

// "1998" where nothing says that it counts something else.
std::optional<TimePhrase> TimeRules::year(std::uint32_t at) const {
  TimePhrase phrase = made(TimeForm::calendar, at, at + 1);
  std::uint32_t next = at;
  if (is(at, "the") && is(at + 1, "year")) {
    next = at + 2;
  } else if (is(at, "fiscal")) {
    next = at + 1 + skip(at + 1, {"year"});
    phrase.fiscal = true;
  }
  const auto four =
      form(next).size() == 4 && shape(next) == Shape::number ? plain_integer(form(next), 4) : std::nullopt;
  if (!four || !is_plain_year(*four)) return std::nullopt;
  if (next == at && !year_fits(at, *four)) return std::nullopt;
  phrase.year = four;
  phrase.tokens.end = next + 1;
  return phrase;
}

bool TimeRules::year_fits(std::uint32_t at, int year) const {
  if (glued(at) && at > range_.first) {
    if (!is(at - 1, {"-", "\u2013", "(", "/", "\u201C", "\"", "'"})) return false;
  }
  if (is(at + 1, {"percent", "%", "people", "million", "billion", "-", "feet", "miles", "km", "points", "others"}) &&
      !(form(at + 1) == "-" && (shape(at + 2) == Shape::number || !glued(at + 1) || is(at + 2, {"era"})))) {
    if (form(at + 1) != "-" || word(at + 2).unit != TimeUnit::none) return false;
  }
  if (word(at + 1).unit != TimeUnit::none && word(at + 1).plural) return false;
  if (previous_is(at, {"in",      "since", "until",  "till",   "by",     "from",   "during", "before", "after", "of",
                       "between", "year",  "spring", "summer", "fall",   "autumn", "winter", "early",  "late",  "mid",
                       "through", "to",    "and",    "the",    "around", "circa",  "for",    "("})) {
    return year >= 1400 && year <= 2199 && !counts_something(at);
  }
  return year >= 1800 && year <= 2099 && !counts_something(at);
}

// A small plural word follows: "2000 people", "1500 troops".
bool TimeRules::counts_something(std::uint32_t at) const {
  if (is(at - 1, {"in", "since", "until", "during"})) return false;
  const std::string_view next = form(at + 1);
  return shape(at + 1) == Shape::lower && next.size() > 3 && next.ends_with('s') && !next.ends_with("ss") &&
         !is(at + 1, {"was", "elections", "olympics", "sales", "earnings", "results", "profits", "championships"});
}

// "nineteen ninety-seven", "the year two thousand".
std::optional<TimePhrase> TimeRules::spelt_year(std::uint32_t at) const {
  const bool named = is(at, "the") && is(at + 1, "year");
  const std::uint32_t begin = named ? at + 2 : at;
  const NumberWords::Entry first = number_word(begin);
  if (first.kind != NumberWordKind::unit) return std::nullopt;
  if (first.value == 19 || first.value == 18) {
    const NumberWords::Entry tens = number_word(begin + 1);
    if (tens.kind != NumberWordKind::ten) return std::nullopt;
    int value = first.value * 100 + tens.value;
    std::uint32_t end = begin + 2;
    const std::uint32_t unit_at = hyphen(end) ? end + 1 : end;
    const NumberWords::Entry units = number_word(unit_at);
    if (units.kind == NumberWordKind::unit && units.value >= 1 && units.value <= 9) {
      value += units.value;
      end = unit_at + 1;
    }
    TimePhrase phrase = made(TimeForm::calendar, at, end);
    phrase.year = value;
    return phrase;
  }
  if (!named) return std::nullopt;
  const auto number = numbers_.read(begin, range_.end);
  if (!number || number->value < 2000 || number->value > 2099) return std::nullopt;
  TimePhrase phrase = made(TimeForm::calendar, at, number->end);
  phrase.year = static_cast<int>(number->value);
  return phrase;
}

// "the 1980s", "the '90s", "the nineties".
std::optional<TimePhrase> TimeRules::decade(std::uint32_t at) const {
  std::uint32_t next = at + skip(at, {"the"});
  const bool article = next > at;
  if (is(next, {"early", "late", "mid"})) {
    next += 1;
    if (hyphen(next)) ++next;
  }
  const bool apostrophe = form(next) == "'" || form(next) == "\u2019" || form(next) == "\u2018";
  if (apostrophe) ++next;
  const std::string_view written = form(next);
  TimePhrase phrase = made(TimeForm::calendar, at, next + 1);
  if (shape(next) == Shape::number && written.ends_with('s')) {
    const auto number = plain_integer(written.substr(0, written.size() - 1), 4);
    if (!number || *number % 10 != 0) return std::nullopt;
    if (*number >= 1000) {
      phrase.decade = *number / 10;
    } else if (*number >= 20 && *number < 100 && (apostrophe || article)) {
      phrase.decade = 190 + *number / 10;
    } else {
      return std::nullopt;
    }
    return phrase;
  }
  static constexpr std::array<std::string_view, 7> kSpelt = {"thirties",  "forties",  "fifties", "sixties",
                                                             "seventies", "eighties", "nineties"};
  if (!article) return std::nullopt;
  for (std::size_t i = 0; i < kSpelt.size(); ++i) {
    if (spells(written, kSpelt[i])) {
      phrase.decade = 193 + static_cast<int>(i);
      return phrase;
    }
  }
  return std::nullopt;
}

// "the 20th century", "the nineteenth century".
std::optional<TimePhrase> TimeRules::century(std::uint32_t at) const {
  std::uint32_t next = at + skip(at, {"the"});
  next += skip(next, {"early", "late"});
  std::optional<int> which = ordinal_value(form(next));
  std::uint32_t end = next + 1;
  if (!which) {
    const auto number = numbers_.read(next, range_.end);
    if (!number || !number->ordinal) return std::nullopt;
    which = static_cast<int>(number->value);
    end = number->end;
  }
  if (hyphen(end)) ++end;
  if (!is(end, "century") || *which < 2 || *which > 30) return std::nullopt;
  TimePhrase phrase = made(TimeForm::calendar, at, end + 1);
  phrase.century = *which - 1;
  return phrase;
}

}  // namespace crossread::language
