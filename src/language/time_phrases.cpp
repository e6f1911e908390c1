// A small grammar, read by descent. At each token every rule is tried and the longest phrase wins; then the walk goes
// on behind it.
//
//   phrase   = [about] (duration | shift) | [early] calendar | edge
//   calendar = [weekday ,] month day [, year] | day [of] month [year] | month [year] | weekday [part] | year | ...
//   shift    = duration (ago | earlier | later | from now)
//   duration = (number | a | several | ...) unit | number-unit
//   edge     = the end of calendar
//
// The extents follow the TimeML guidelines: determiners and words like "about" belong to a phrase, prepositions do not.
// Words that also mean something else ("May", "second", "fall") count only in company.
#include "language/time_phrases.h"

#include <array>

#include "language/time_rules.h"

namespace crossread::language {

bool is_plain_year(int year) {
  return year >= 1000 && year <= 2999;
}

std::optional<TimePhrase> TimeRules::phrase_at(std::uint32_t at) const {
  Maybe best = core(at);
  keep_longer(best, with_approximation(at));
  keep_longer(best, with_stage(at));
  keep_longer(best, with_edge(at));
  keep_longer(best, reference(at));
  return best;
}

std::optional<TimePhrase> TimeRules::core(std::uint32_t at) const {
  Maybe best = iso_date(at);
  keep_longer(best, month_first(at));
  keep_longer(best, day_first(at));
  keep_longer(best, weekday(at));
  keep_longer(best, night_of(at));
  keep_longer(best, deictic(at));
  keep_longer(best, bare_part(at));
  keep_longer(best, bare_day(at));
  keep_longer(best, clock(at));
  keep_longer(best, pointed_unit(at));
  keep_longer(best, quarter(at));
  keep_longer(best, season(at));
  keep_longer(best, holiday(at));
  keep_longer(best, year(at));
  keep_longer(best, spelt_year(at));
  keep_longer(best, decade(at));
  keep_longer(best, century(at));
  keep_longer(best, set(at));
  keep_longer(best, measured(at));
  keep_longer(best, compound(at));
  return best;
}

// "nearly two years ago", "at least 72 hours"; but "about" stays outside, as annotators leave it.
std::optional<TimePhrase> TimeRules::with_approximation(std::uint32_t at) const {
  std::uint32_t next = at;
  if (is(at, {"nearly", "almost", "over", "under", "approximately", "roughly", "barely"})) {
    next = at + 1;
  } else if (is(at, {"more", "less", "fewer"}) && is(at + 1, "than")) {
    next = at + 2;
  } else if (is(at, "at") && is(at + 1, {"least", "most"})) {
    next = at + 2;
  } else if (is(at, "up") && is(at + 1, "to")) {
    next = at + 2;
  } else if (is(at, {"no", "not"}) && is(at + 1, {"more", "less"}) && is(at + 2, "than")) {
    next = at + 3;
  } else if (is(at, "just") && is(at + 1, {"over", "under"})) {
    next = at + 2;
  } else {
    return std::nullopt;
  }
  Maybe phrase = measured(next);
  if (!phrase || (phrase->vague && is(at, {"over", "under"}))) return std::nullopt;
  phrase->tokens.first = at;
  return phrase;
}

// "early 1990", "late last week", "later that year", "earlier in the year", "mid-July"; of "earlier this week" only
// "this week" tells the time.
std::optional<TimePhrase> TimeRules::with_stage(std::uint32_t at) const {
  std::uint32_t next = at;
  const std::uint32_t begin = is(at, "the") ? at + 1 : at;
  if (is(begin, {"early", "late", "mid", "earlier", "later"})) {
    next = begin + 1;
    if (hyphen(next)) ++next;
    if (is(begin, {"earlier", "later", "early", "late"}) && is(next, {"in", "on"})) ++next;
    if (is(begin, {"earlier", "later"}) && next == begin + 1 && !is(next, "that")) return std::nullopt;
  } else {
    return begin == at ? joined_stage(at) : std::nullopt;
  }
  if (is(begin, {"early", "late"}) && is(next, {"hours", "morning", "evening"}) && is(next + 1, "of")) {
    return std::nullopt;  // night_of()
  }
  Maybe phrase = core(next);
  if (!phrase || phrase->form == TimeForm::set || phrase->form == TimeForm::duration) {
    phrase = loose_unit(next);
  }
  if (!phrase) return std::nullopt;
  const bool dated = phrase->form == TimeForm::calendar || phrase->form == TimeForm::unit;
  if (!dated || (phrase->clock && !phrase->weekday)) return std::nullopt;
  if (is(next - 1, {"in", "on"}) && phrase->form != TimeForm::unit && !phrase->weekday && !is(next, "the")) {
    return std::nullopt;  // "later in May" is May
  }
  phrase->tokens.first = at;
  return phrase;
}

// "the year" after "earlier in".
std::optional<TimePhrase> TimeRules::loose_unit(std::uint32_t at) const {
  if (!is(at, "the")) return std::nullopt;
  const TimeUnit unit = word(at + 1).unit;
  if (word(at + 1).plural || (unit != TimeUnit::day && unit != TimeUnit::week && unit != TimeUnit::month &&
                              unit != TimeUnit::year && unit != TimeUnit::decade)) {
    return std::nullopt;
  }
  TimePhrase phrase = made(TimeForm::unit, at, at + 2);
  phrase.relation = Relation::current;
  phrase.unit = unit;
  return phrase;
}

// "mid-July", "mid-1980s", "post-1959", which are one token each.
std::optional<TimePhrase> TimeRules::joined_stage(std::uint32_t at) const {
  const std::string_view whole = form(at);
  const std::size_t cut = whole.find('-');
  if (cut == std::string_view::npos || cut + 1 >= whole.size()) return std::nullopt;
  const std::string_view stage = whole.substr(0, cut);
  if (!spells(stage, "mid") && !spells(stage, "post") && !spells(stage, "pre")) return std::nullopt;
  const std::string_view rest = whole.substr(cut + 1);
  TimePhrase phrase = made(TimeForm::calendar, at, at + 1);
  if (const auto number = plain_integer(rest, 4); number && is_plain_year(*number)) {
    phrase.year = *number;
    return phrase;
  }
  if (rest.ends_with('s')) {
    if (const auto number = plain_integer(rest.substr(0, rest.size() - 1), 4); number && *number % 10 == 0) {
      if (*number >= 100 ? !is_plain_year(*number) : *number < 20) return std::nullopt;
      phrase.decade = *number >= 100 ? *number / 10 : 190 + *number / 10;
      return phrase;
    }
  }
  static constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                               "may",       "june",     "july",     "august",
                                                               "september", "october",  "november", "december"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (!spells(rest, kMonths[i])) continue;
    phrase.month = static_cast<int>(i) + 1;
    phrase.tokens.end = year_after(at + 1, phrase.year);
    return phrase;
  }
  return std::nullopt;
}

// "the end of 1990", "the beginning of the week".
std::optional<TimePhrase> TimeRules::with_edge(std::uint32_t at) const {
  std::uint32_t next = at + skip(at, {"the"});
  if (!is(next, {"end", "beginning", "start", "middle"}) || !is(next + 1, "of")) return std::nullopt;
  next += 2;
  Maybe phrase = core(next);
  if (!phrase || phrase->form == TimeForm::duration || phrase->form == TimeForm::set) {
    phrase = with_stage(next) ? with_stage(next) : loose_unit(next);
  }
  if (!phrase) return std::nullopt;
  const bool dated = phrase->form == TimeForm::calendar || phrase->form == TimeForm::unit;
  if (!dated || phrase->clock || phrase->day) return std::nullopt;
  phrase->tokens.first = at;
  return phrase;
}

std::optional<TimePhrase> TimeRules::reference(std::uint32_t at) const {
  if (const auto match = calendar_.references().longest({list_.words.data(), range_.end}, at)) {
    const auto end = at + static_cast<std::uint32_t>(match.words);
    if (is(at, {"future", "current"}) && previous_is(at, {"the", "'s", "no", "its", "their", "his", "her", "our"}) &&
        is(at, "future")) {
      return std::nullopt;
    }
    if (is(at, "the") && is(at + 1, "past") && (word(end).unit != TimeUnit::none || numbers_.read(end, range_.end))) {
      return std::nullopt;
    }
    TimePhrase phrase = made(TimeForm::reference, at, end);
    phrase.value = calendar_.reference(match.value);
    return phrase;
  }
  return std::nullopt;
}

std::vector<TimePhrase> TimeReader::phrases(std::string_view text, const TokenList& list, TokenRange sentence) const {
  const TimeRules rules(text, list, sentence, calendar_, numbers_);
  std::vector<TimePhrase> found;
  for (std::uint32_t at = sentence.first; at < sentence.end;) {
    std::optional<TimePhrase> phrase = rules.phrase_at(at);
    if (!phrase) {
      ++at;
      continue;
    }
    at = phrase->tokens.end;
    found.push_back(std::move(*phrase));
  }
  return found;
}

}  // namespace crossread::language
