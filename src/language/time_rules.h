// The rules by which TimeReader finds what a sentence says about time. Each rule reads from one token on and gives the
// phrase that it finds there, or nothing; the grammar stands in time_phrases.cpp. The rules are told apart by what they
// read: dates and weekdays (time_rules_date.cpp), the clock (time_rules_clock.cpp), years and their parts
// (time_rules_year.cpp), units and stretches (time_rules_unit.cpp).
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "language/numbers.h"
#include "language/text_tokens.h"
#include "language/time_phrases.h"
#include "lexicon/calendar_words.h"
#include "lexicon/number_words.h"

namespace crossread::language {

// Whether `form`, without regard to the case of ASCII letters, spells `small`.
inline bool spells(std::string_view form, std::string_view small) {
  if (form.size() != small.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const char c = form[i] >= 'A' && form[i] <= 'Z' ? static_cast<char>(form[i] | 0x20) : form[i];
    if (c != small[i]) return false;
  }
  return true;
}

bool is_plain_year(int year);  // 1000 to 2999

class TimeRules {
 public:
  TimeRules(std::string_view text, const TokenList& list, TokenRange sentence, const CalendarWords& calendar,
            const NumberWords& numbers)
      : text_(text),
        list_(list),
        range_(sentence),
        calendar_(calendar),
        words_(numbers),
        numbers_(text, list, numbers) {}

  // The longest phrase that begins at the token.
  std::optional<TimePhrase> phrase_at(std::uint32_t at) const;

 private:
  using Maybe = std::optional<TimePhrase>;
  using Forms = std::initializer_list<std::string_view>;

  // looking at tokens
  bool inside(std::uint32_t at) const { return at >= range_.first && at < range_.end; }
  std::string_view form(std::uint32_t at) const {
    return inside(at) ? list_.tokens[at].span.in(text_) : std::string_view{};
  }
  Shape shape(std::uint32_t at) const { return inside(at) ? list_.tokens[at].shape : Shape::symbol; }
  bool capital(std::uint32_t at) const { return shape(at) == Shape::capital || shape(at) == Shape::upper; }
  bool glued(std::uint32_t at) const { return inside(at) && list_.tokens[at].glued; }
  const CalendarWord& word(std::uint32_t at) const { return calendar_[inside(at) ? list_.words[at] : kNoWord]; }
  NumberWords::Entry number_word(std::uint32_t at) const {
    return inside(at) ? words_[list_.words[at]] : NumberWords::Entry{};
  }
  bool is(std::uint32_t at, std::string_view small) const { return spells(form(at), small); }
  bool is(std::uint32_t at, Forms forms) const {
    return std::any_of(forms.begin(), forms.end(), [&](std::string_view small) { return is(at, small); });
  }
  // 1 if the token is one of the forms, else 0: how far to step.
  std::uint32_t skip(std::uint32_t at, Forms forms) const { return is(at, forms) ? 1 : 0; }
  bool hyphen(std::uint32_t at) const { return form(at) == "-" && glued(at) && glued(at + 1); }
  bool previous_is(std::uint32_t at, Forms forms) const { return at > range_.first && is(at - 1, forms); }
  bool previous_is(std::uint32_t at, std::string_view small) const { return at > range_.first && is(at - 1, small); }
  static TimePhrase made(TimeForm kind, std::uint32_t first, std::uint32_t end) {
    TimePhrase phrase;
    phrase.form = kind;
    phrase.tokens = {first, end};
    return phrase;
  }
  static void keep_longer(Maybe& best, Maybe other) {
    if (other && (!best || other->tokens.end > best->tokens.end)) best = std::move(other);
  }

  // the rules in turn
  Maybe core(std::uint32_t at) const;
  // "nearly two years ago", "at least 72 hours"; but "about" stays outside, as annotators leave it.
  Maybe with_approximation(std::uint32_t at) const;
  // "early 1990", "late last week", "later that year", "earlier in the year", "mid-July"; of "earlier this week" only
  // "this week" tells the time.
  Maybe with_stage(std::uint32_t at) const;
  // "the year" after "earlier in".
  Maybe loose_unit(std::uint32_t at) const;
  // "mid-July", "mid-1980s", "post-1959", which are one token each.
  Maybe joined_stage(std::uint32_t at) const;
  // "the end of 1990", "the beginning of the week".
  Maybe with_edge(std::uint32_t at) const;
  Maybe reference(std::uint32_t at) const;

  // dates
  // "2020-01-08", "8/1/2020" (only where it cannot be read in two ways).
  Maybe iso_date(std::uint32_t at) const;
  Maybe slashed_date(std::uint32_t at) const;
  // Steps over ", 1998", "1998" or "'98" and fills the year.
  std::uint32_t year_after(std::uint32_t at, std::optional<int>& year) const;
  // 1 to 31 in digits or as an ordinal.
  std::optional<int> day_number(std::uint32_t at) const;
  // A month's name that cannot be another word here.
  bool is_month(std::uint32_t at) const;
  bool any_month(std::uint32_t at) const { return word(at).month > 0 && capital(at); }
  // A weekday before a date: "Friday, Oct. 23".
  std::uint32_t date_weekday(std::uint32_t at, std::optional<int>& weekday) const;
  // "[Friday ,] Oct. 23 [, 1998]", "March 2020", "last June".
  Maybe month_first(std::uint32_t at) const;
  // "Jan. 3" but not "Jan. 3.5 percent", "May 10 percent".
  bool day_fits(std::uint32_t at) const;
  // "[Friday ,] [the] 23 [rd of] October [1998]".
  Maybe day_first(std::uint32_t at) const;
  // "last", "this", "the previous": the relation and the token after it. At a token that is none: Relation::none.
  Relation relation_word(std::uint32_t at, std::uint32_t& next) const;

  // weekdays and parts of the day
  bool is_weekday(std::uint32_t at) const;
  // "[last] Friday [evening]", "Friday's".
  Maybe weekday(std::uint32_t at) const;
  void take_day_part(TimePhrase& phrase) const;
  // "overnight on Wednesday", "the early hours of Friday", "the night of March 3", "the morning of Jan. 2, 2019".
  Maybe night_of(std::uint32_t at) const;
  // "today", "yesterday morning", "tonight", "mid-afternoon yesterday", "the day before yesterday".
  Maybe deictic(std::uint32_t at) const;

  // parts of the day that is told of
  // "in the afternoon", "before dawn", "overnight", "at the weekend".
  Maybe bare_part(std::uint32_t at) const;
  Maybe bare_weekend(std::uint32_t at) const;
  // "on the 13th".
  Maybe bare_day(std::uint32_t at) const;
  bool stands_alone(std::uint32_t next) const;

  // the clock
  // "10:35 a.m.", "5 p.m. EST", "15:30 GMT", "noon", "10 o'clock", "4 in the morning"; then a day: "noon Thursday".
  Maybe clock(std::uint32_t at) const;
  // Hour and minute of "10:35", "10.35", "10" or "ten".
  bool clock_digits(std::uint32_t at, TimePhrase& phrase) const;
  // "1520 GMT", "at 0840", and "20.40" where it heads an entry of a live blog: four digits.
  bool heads_entry(std::uint32_t at) const;
  bool military_digits(std::uint32_t at) const;
  // "ten past four", "half past seven", "twenty to nine".
  bool clock_past(std::uint32_t at, TimePhrase& phrase) const;
  // "Friday at 16:12", "yesterday at 4 in the afternoon".
  void take_clock(TimePhrase& phrase) const;
  // "Monday next week", "April last year": how many steps; nothing if the words are not there.
  std::optional<int> step_after(std::uint32_t at, std::string_view unit) const;
  // What makes a number a time of day: "p.m.", "o'clock", "in the morning", a zone, or "15:30" itself.
  bool clock_marker(std::uint32_t next, int hour, int minute, TimePhrase& phrase) const;
  void part_after_clock(int& hour, TimePhrase& phrase) const;
  bool part_after_clock_at(std::uint32_t next, int& hour, TimePhrase& phrase) const;
  void take_zone(TimePhrase& phrase) const;
  // A day that follows the clock at once: "9 a.m. Tuesday", "5 p.m. EST, Nov. 6", "noon today".
  void take_day(TimePhrase& phrase) const;

  // units pointed at
  // "last month", "this week", "the previous night", "the next five years" (a duration), "recent weeks", "last summer".
  Maybe pointed_unit(std::uint32_t at) const;
  Maybe pointed(TimePhrase& phrase, TimeUnit unit, bool article) const;
  // "the past two months", "the next several days", "the first nine months": a duration.
  Maybe span_of_units(std::uint32_t at, std::uint32_t next, Relation relation) const;
  // "recent weeks", "coming years", "past months", "weeks", "the first nine months".
  Maybe vague_units(std::uint32_t at) const;
  // "the latest quarter", "the year-ago period".
  Maybe reporting_period(std::uint32_t at, std::uint32_t next) const;
  static Maybe vague_duration(std::uint32_t first, std::uint32_t end, TimeUnit unit);

  // quarters, seasons, years
  // "[the] [fiscal] third quarter [of 1990]", "the 1988 second quarter", "third-quarter", "Q3 2019", "the first half".
  Maybe quarter(std::uint32_t at) const;
  Maybe quarter_core(std::uint32_t at) const;
  // "last summer", "the summer of 2019", "this fall", "in winter".
  Maybe season(std::uint32_t at) const;
  Maybe holiday(std::uint32_t at) const;
  // "1998" where nothing says that it counts something else.
  Maybe year(std::uint32_t at) const;
  bool year_fits(std::uint32_t at, int year) const;
  // A small plural word follows: "2000 people", "1500 troops".
  bool counts_something(std::uint32_t at) const;
  // "nineteen ninety-seven", "the year two thousand".
  Maybe spelt_year(std::uint32_t at) const;
  // "the 1980s", "the '90s", "the nineties".
  Maybe decade(std::uint32_t at) const;
  // "the 20th century", "the nineteenth century".
  Maybe century(std::uint32_t at) const;

  // sets
  // "every Tuesday", "each year", "every two weeks", "daily", "Sundays".
  Maybe set(std::uint32_t at) const;
  Maybe repeated(std::uint32_t at) const;

  // stretches of time
  // A duration, or a shift when "ago", "later" and the like follow.
  Maybe measured(std::uint32_t at) const;
  bool ends_clause(std::uint32_t at) const;
  // "the year-ago quarter", "year-earlier".
  Maybe year_ago(std::uint32_t at) const;
  // "10 days", "a year", "several months", "three-year", "half an hour", "a year and a half", "a couple of weeks".
  Maybe duration(std::uint32_t at) const;
  // "two to three weeks", "12 to 18 months", "two or three days": how many is open.
  std::uint32_t range_after(std::uint32_t next, TimePhrase& phrase) const;
  Maybe with_unit(TimePhrase& phrase, std::uint32_t next) const;
  // "day-long", "decades-long", "years".
  Maybe compound(std::uint32_t at) const;

  std::string_view text_;
  const TokenList& list_;
  TokenRange range_;
  const CalendarWords& calendar_;
  const NumberWords& words_;
  NumberReader numbers_;
};

}  // namespace crossread::language
