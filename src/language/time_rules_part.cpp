// Parts of a day or week that are told of without the day: "in the afternoon", "before dawn", "overnight", "at the
// weekend", "the 13th". They belong to the day that the report tells of.
#include "language/time_rules.h"

namespace crossread::language {

// Behind such a phrase comes the end of the clause or a small word, never the noun that it would be part of: "in the
// evening news", "by night train", "the 13th floor".
bool TimeRules::stands_alone(std::uint32_t next) const {
  if (!inside(next)) return true;
  const Shape how = shape(next);
  if (how != Shape::lower && how != Shape::capital && how != Shape::upper && how != Shape::number) return true;
  return is(next,
            {"a",      "after",  "all",  "an",      "and",   "as",    "at",   "because", "before",  "both",  "but",
             "by",     "for",    "from", "he",      "her",   "his",   "i",    "in",      "it",      "near",  "no",
             "no-one", "nobody", "not",  "nothing", "on",    "one",   "or",   "our",     "over",    "she",   "since",
             "some",   "that",   "the",  "their",   "there", "these", "they", "this",    "to",      "until", "was",
             "we",     "were",   "when", "where",   "which", "while", "who",  "with",    "without", "you"});
}

std::optional<TimePhrase> TimeRules::bare_part(std::uint32_t at) const {
  // "the overnight attacks" are those told of elsewhere: which night it was, the word does not say.
  if (is(at, "overnight") && stands_alone(at + 1)) {
    TimePhrase phrase = made(TimeForm::calendar, at, at + 1);
    phrase.day_part = "NI";
    phrase.overnight = true;
    return phrase;
  }
  if (Maybe weekend = bare_weekend(at)) return weekend;
  const bool article = is(at, "the");
  const std::uint32_t next = at + (article ? 1 : 0);
  const CalendarWord& part = word(next);
  if (part.day_part.empty() || part.plural || shape(next) != Shape::lower || !stands_alone(next + 1)) return {};
  const bool led = article ? previous_is(at, {"in", "during", "through", "throughout", "by", "before", "until", "till",
                                              "since", "into", "after"})
                           : previous_is(at, {"by", "before", "until", "till", "since", "after"}) ||
                                 (previous_is(at, "at") && part.day_part != "NI");
  if (!led || is(next + 1, "of")) return {};
  TimePhrase phrase = made(TimeForm::calendar, at, next + 1);
  phrase.day_part = part.day_part;
  return phrase;
}

std::optional<TimePhrase> TimeRules::bare_weekend(std::uint32_t at) const {
  const bool led = previous_is(at, {"at", "over", "during", "until", "till", "by", "beyond", "through", "for"});
  if (!led || !is(at, "the") || !is(at + 1, "weekend") || !stands_alone(at + 2)) return {};
  TimePhrase phrase = made(TimeForm::unit, at, at + 2);
  phrase.unit = TimeUnit::weekend;
  return phrase;
}

// "on the 13th," of the month that is told of.
std::optional<TimePhrase> TimeRules::bare_day(std::uint32_t at) const {
  if (!is(at, "the") || !previous_is(at, {"on", "by", "until", "till", "since"})) return {};
  const std::string_view written = form(at + 1);
  const std::optional<int> day = day_number(at + 1);
  const bool ordinal = day && !written.empty() && written.front() <= '9' && written.size() > 2;
  if (!ordinal || !stands_alone(at + 2) || is(at + 2, "of")) return {};
  TimePhrase phrase = made(TimeForm::calendar, at, at + 2);
  phrase.day = day;
  return phrase;
}

}  // namespace crossread::language
