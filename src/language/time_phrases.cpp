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

#include <algorithm>
#include <array>
#include <initializer_list>

#include "types/date.h"

namespace crossread::language {
namespace {

using Forms = std::initializer_list<std::string_view>;

// Whether `form`, without regard to the case of ASCII letters, spells `small`.
bool spells(std::string_view form, std::string_view small) {
  if (form.size() != small.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const char c = form[i] >= 'A' && form[i] <= 'Z' ? static_cast<char>(form[i] | 0x20) : form[i];
    if (c != small[i]) return false;
  }
  return true;
}

bool is_plain_year(int year) {
  return year >= 1000 && year <= 2999;
}

class Reader {
 public:
  Reader(std::string_view text, const TokenList& list, TokenRange sentence, const CalendarWords& calendar,
         const NumberWords& numbers)
      : text_(text),
        list_(list),
        range_(sentence),
        calendar_(calendar),
        words_(numbers),
        numbers_(text, list, numbers) {}

  std::vector<TimePhrase> run() const {
    std::vector<TimePhrase> found;
    for (std::uint32_t at = range_.first; at < range_.end;) {
      std::optional<TimePhrase> phrase = phrase_at(at);
      if (!phrase) {
        ++at;
        continue;
      }
      at = phrase->tokens.end;
      found.push_back(std::move(*phrase));
    }
    return found;
  }

 private:
  using Maybe = std::optional<TimePhrase>;

  // ---- looking at tokens ------------------------------------------------------------------------------------------

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

  static TimePhrase made(TimeForm kind, std::uint32_t first, std::uint32_t end) {
    TimePhrase phrase;
    phrase.form = kind;
    phrase.tokens = {first, end};
    return phrase;
  }

  static void keep_longer(Maybe& best, Maybe other) {
    if (other && (!best || other->tokens.end > best->tokens.end)) best = std::move(other);
  }

  // ---- the rules in turn ------------------------------------------------------------------------------------------

  Maybe phrase_at(std::uint32_t at) const {
    Maybe best = core(at);
    keep_longer(best, with_approximation(at));
    keep_longer(best, with_stage(at));
    keep_longer(best, with_edge(at));
    keep_longer(best, reference(at));
    return best;
  }

  Maybe core(std::uint32_t at) const {
    Maybe best = iso_date(at);
    keep_longer(best, month_first(at));
    keep_longer(best, day_first(at));
    keep_longer(best, weekday(at));
    keep_longer(best, night_of(at));
    keep_longer(best, deictic(at));
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
  Maybe with_approximation(std::uint32_t at) const {
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
  Maybe with_stage(std::uint32_t at) const {
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
  Maybe loose_unit(std::uint32_t at) const {
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
  Maybe joined_stage(std::uint32_t at) const {
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
  Maybe with_edge(std::uint32_t at) const {
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

  Maybe reference(std::uint32_t at) const {
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

  // ---- dates ------------------------------------------------------------------------------------------------------

  // "2020-01-08", "8/1/2020" (only where it cannot be read in two ways).
  Maybe iso_date(std::uint32_t at) const {
    if (shape(at) != Shape::number) return std::nullopt;
    if (form(at).size() == 4 && hyphen(at + 1) && hyphen(at + 3)) {
      const auto year = plain_integer(form(at), 4);
      const auto month = plain_integer(form(at + 2), 2);
      const auto day = plain_integer(form(at + 4), 2);
      if (!year || !month || !day || !valid_day(*year, *month, *day)) return std::nullopt;
      TimePhrase phrase = made(TimeForm::calendar, at, at + 5);
      phrase.year = year;
      phrase.month = month;
      phrase.day = day;
      return phrase;
    }
    return slashed_date(at);
  }

  Maybe slashed_date(std::uint32_t at) const {
    const std::string_view whole = form(at);
    const std::size_t first = whole.find('/');
    const std::size_t second = first == std::string_view::npos ? first : whole.find('/', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    auto a = plain_integer(whole.substr(0, first), 2);
    auto b = plain_integer(whole.substr(first + 1, second - first - 1), 2);
    auto year = plain_integer(whole.substr(second + 1), 4);
    if (!a || !b || !year) return std::nullopt;
    if (*year < 100) *year += *year < 50 ? 2000 : 1900;
    if (!is_plain_year(*year)) return std::nullopt;
    TimePhrase phrase = made(TimeForm::calendar, at, at + 1);
    phrase.year = year;
    const bool month_first = *a <= 12 && (*b > 12 || *a == *b);
    const bool day_first = *b <= 12 && *a > 12;
    if (!month_first && !day_first) return phrase;
    if (day_first) std::swap(a, b);
    if (!valid_day(*year, *a, *b)) return std::nullopt;
    phrase.month = a;
    phrase.day = b;
    return phrase;
  }

  // Steps over ", 1998", "1998" or "'98" and fills the year.
  std::uint32_t year_after(std::uint32_t at, std::optional<int>& year) const {
    std::uint32_t next = at + skip(at, {",", "of"});
    if (form(next) == "'" || form(next) == "\u2019") {
      const auto two = plain_integer(form(next + 1), 2);
      if (!two || form(next + 1).size() != 2 || !glued(next + 1) || next != at) return at;
      year = *two + (*two < 50 ? 2000 : 1900);
      return next + 2;
    }
    const auto four = form(next).size() == 4 ? plain_integer(form(next), 4) : std::nullopt;
    if (!four || !is_plain_year(*four)) return at;
    year = *four;
    return next + 1;
  }

  // 1 to 31 in digits or as an ordinal.
  std::optional<int> day_number(std::uint32_t at) const {
    if (shape(at) != Shape::number) return std::nullopt;
    auto day = plain_integer(form(at), 2);
    if (!day) day = ordinal_value(form(at));
    return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
  }

  // A month's name that cannot be another word here.
  bool is_month(std::uint32_t at) const {
    if (word(at).month == 0 || !capital(at)) return false;
    const std::string_view name = form(at);
    if (name.size() <= 4 && !name.ends_with('.') && !is(at, {"may", "june", "july"})) return false;
    if (!is(at, {"may", "march"})) return true;
    if (at == range_.first) return is(at, "march") ? is(at + 1, {"is", "was"}) : false;
    return previous_is(
        at, {"in",    "last", "next", "this",   "since",   "until",    "till",   "of",     "by",      "from",
             "early", "late", "mid",  "during", "through", "between",  "before", "after",  "each",    "every",
             "to",    "-",    "for",  "and",    "or",      "previous", "past",   "coming", "earlier", "later"});
  }

  bool any_month(std::uint32_t at) const { return word(at).month > 0 && capital(at); }

  // A weekday before a date: "Friday, Oct. 23".
  std::uint32_t date_weekday(std::uint32_t at, std::optional<int>& weekday) const {
    if (word(at).weekday < 0 || !capital(at)) return at;
    weekday = word(at).weekday;
    std::uint32_t next = at + 1;
    if (!word(next).day_part.empty()) ++next;
    next += skip(next, {","});
    next += skip(next, {"the"});
    return next;
  }

  // "[Friday ,] Oct. 23 [, 1998]", "March 2020", "last June".
  Maybe month_first(std::uint32_t at) const {
    TimePhrase phrase = made(TimeForm::calendar, at, at);
    std::uint32_t next = date_weekday(at, phrase.weekday);
    if (next > at && is(next - 1, "the")) return std::nullopt;
    if (next == at) {
      phrase.relation = relation_word(at, next);
      if (phrase.relation == Relation::none) next = at;
    }
    if (!any_month(next)) return std::nullopt;
    phrase.month = word(next).month;
    const std::uint32_t month_at = next++;
    const std::uint32_t day_at = next + skip(next, {"the"});
    if (const auto day = day_number(day_at); day && day_fits(day_at)) {
      phrase.day = day;
      phrase.tokens.end = year_after(day_at + 1, phrase.year);
      if (is(phrase.tokens.end - 1, "of")) return std::nullopt;
      return phrase;
    }
    if (phrase.weekday) return std::nullopt;
    phrase.tokens.end = year_after(next, phrase.year);
    if (const Maybe spelt = spelt_year(next); spelt && !phrase.year) {
      phrase.year = spelt->year;
      phrase.tokens.end = spelt->tokens.end;
    }
    if (phrase.year || is_month(month_at)) return phrase;
    return std::nullopt;
  }

  // "Jan. 3" but not "Jan. 3.5 percent", "May 10 percent".
  bool day_fits(std::uint32_t at) const {
    return !is(at + 1, {"percent", "%", "million", "billion", "per", "points"}) && form(at + 1) != "/";
  }

  // "[Friday ,] [the] 23 [rd of] October [1998]".
  Maybe day_first(std::uint32_t at) const {
    TimePhrase phrase = made(TimeForm::calendar, at, at);
    std::uint32_t next = date_weekday(at, phrase.weekday);
    const bool article = next == at && is(at, "the");
    if (article) ++next;
    const auto day = day_number(next);
    if (!day) return std::nullopt;
    const bool ordinal = ordinal_value(form(next)).has_value();
    if (article && !ordinal) return std::nullopt;
    ++next;
    if (is(next, "of") && ordinal) ++next;
    if (!any_month(next)) {
      if (!phrase.weekday || !ordinal) return std::nullopt;
      phrase.day = day;  // "Tuesday the 3rd"
      phrase.tokens.end = next;
      phrase.day.reset();
      return phrase;
    }
    phrase.day = day;
    phrase.month = word(next).month;
    phrase.tokens.end = year_after(next + 1, phrase.year);
    if (is(phrase.tokens.end - 1, {",", "of"})) phrase.tokens.end = next + 1;
    return phrase;
  }

  // "last", "this", "the previous": the relation and the token after it. At a token that is none: Relation::none.
  Relation relation_word(std::uint32_t at, std::uint32_t& next) const {
    const bool article = is(at, "the");
    const std::uint32_t here = article ? at + 1 : at;
    next = here + 1;
    if (is(here, {"last", "past"})) return Relation::last;
    if (is(here, {"this", "current"})) return Relation::current;
    if (is(here, {"next", "coming", "upcoming"})) return Relation::next;
    if (is(here, "that")) return Relation::same;
    if (is(here, "same") && article) return Relation::same;
    if (is(here, "previous") || (is(here, "preceding") && article)) return Relation::previous;
    if (is(here, "following")) return Relation::following;
    next = at;
    return Relation::none;
  }

  // ---- weekdays and parts of the day --------------------------------------------------------------------------------

  bool is_weekday(std::uint32_t at) const {
    if (word(at).weekday < 0 || !capital(at)) return false;
    return form(at).size() > 5 || is(at - 1, "on") || (form(at).ends_with('.') && inside(at + 1));
  }

  // "[last] Friday [evening]", "Friday's".
  Maybe weekday(std::uint32_t at) const {
    TimePhrase phrase = made(TimeForm::calendar, at, at);
    std::uint32_t next = at;
    phrase.relation = relation_word(at, next);
    if (!is_weekday(next) || word(next).plural) return std::nullopt;
    phrase.weekday = word(next).weekday;
    phrase.tokens.end = next + 1;
    take_day_part(phrase);
    return phrase;
  }

  void take_day_part(TimePhrase& phrase) const {
    std::uint32_t next = phrase.tokens.end;
    if (is(next, {"'s"})) return;
    if (is(next, {"early", "late", "mid"}) && !word(next + 1).day_part.empty()) ++next;
    if (is(next, "overnight")) {
      phrase.overnight = true;
      phrase.day_part = "NI";
      phrase.tokens.end = next + 1;
      return;
    }
    if (word(next).day_part.empty() || word(next).plural) {
      if (word(next).clock >= 0 && !is(next, {"midnight"})) {
        phrase.clock = word(next).clock;
        phrase.tokens.end = next + 1;
      }
      return;
    }
    phrase.day_part = word(next).day_part;
    phrase.tokens.end = next + 1;
  }

  // "overnight on Wednesday", "the early hours of Friday", "the night of March 3", "the morning of Jan. 2, 2019".
  Maybe night_of(std::uint32_t at) const {
    std::uint32_t next = at + skip(at, {"the"});
    TimePhrase head = made(TimeForm::calendar, at, at);
    if (is(next, "overnight")) {
      head.overnight = true;
      head.day_part = "NI";
      next += 1;
      if (is(next, {"on", "into", "to"})) ++next;
    } else {
      const std::uint32_t early = skip(next, {"early", "small", "late"});
      if (early && is(next + 1, "hours")) {
        head.day_part = is(next, "late") ? "NI" : "MO";
        next += 2;
      } else if (!word(next + early).day_part.empty() && !word(next + early).plural) {
        head.day_part = word(next + early).day_part;
        next += early + 1;
      } else {
        return std::nullopt;
      }
      if (!is(next, {"of", "on"})) return std::nullopt;
      ++next;
    }
    Maybe day = weekday(next);
    keep_longer(day, month_first(next));
    keep_longer(day, day_first(next));
    if (!day || (!day->weekday && !day->day) || !day->day_part.empty()) return std::nullopt;
    day->day_part = head.day_part;
    day->overnight = head.overnight;
    day->tokens.first = at;
    return day;
  }

  // "today", "yesterday morning", "tonight", "mid-afternoon yesterday", "the day before yesterday".
  Maybe deictic(std::uint32_t at) const {
    if (is(at, "the") && is(at + 1, "day") && is(at + 2, {"before", "after"}) &&
        is(at + 3, {"yesterday", "tomorrow"})) {
      TimePhrase phrase = made(TimeForm::calendar, at, at + 4);
      phrase.day_shift = is(at + 3, "yesterday") ? -2 : 2;
      return phrase;
    }
    if (!word(at).day_part.empty() && is(at + 1, {"yesterday", "today", "tomorrow"})) {
      TimePhrase phrase = made(TimeForm::calendar, at, at + 2);
      phrase.day_shift = is(at + 1, "yesterday") ? -1 : is(at + 1, "today") ? 0 : 1;
      phrase.day_part = word(at).day_part;
      return phrase;
    }
    TimePhrase phrase = made(TimeForm::calendar, at, at + 1);
    if (is(at, {"today", "tonight"})) {
      phrase.day_shift = 0;
    } else if (is(at, "yesterday")) {
      phrase.day_shift = -1;
    } else if (is(at, "tomorrow")) {
      phrase.day_shift = 1;
    } else {
      return std::nullopt;
    }
    if (is(at, "tonight")) {
      phrase.day_part = "NI";
    } else {
      take_day_part(phrase);
    }
    return phrase;
  }

  // ---- the clock ----------------------------------------------------------------------------------------------------

  // "10:35 a.m.", "5 p.m. EST", "15:30 GMT", "noon", "10 o'clock", "4 in the morning"; then a day: "noon Thursday".
  Maybe clock(std::uint32_t at) const {
    TimePhrase phrase = made(TimeForm::calendar, at, at);
    if (word(at).clock >= 0) {
      phrase.clock = word(at).clock;
      phrase.tokens.end = at + 1;
    } else if (!clock_digits(at, phrase)) {
      return std::nullopt;
    }
    take_zone(phrase);
    take_day(phrase);
    return phrase;
  }

  // Hour and minute of "10:35", "10.35", "10" or "ten".
  bool clock_digits(std::uint32_t at, TimePhrase& phrase) const {
    int hour = -1;
    int minute = 0;
    const std::string_view written = form(at);
    const std::size_t cut = written.find_first_of(":.");
    if (shape(at) == Shape::number && cut != std::string_view::npos) {
      const auto h = plain_integer(written.substr(0, cut), 2);
      const auto m = plain_integer(written.substr(cut + 1), 2);
      if (!h || !m || written.size() - cut != 3 || *h > 24 || *m > 59) return false;
      hour = *h;
      minute = *m;
      phrase.clock_minutes = true;
    } else if (shape(at) == Shape::number) {
      const auto h = plain_integer(written, 2);
      if (!h || *h > 24) return false;
      hour = *h;
    } else if (number_word(at).kind == NumberWordKind::unit && number_word(at).value >= 1 &&
               number_word(at).value <= 12) {
      hour = number_word(at).value;
    } else {
      return false;
    }
    return clock_marker(at + 1, hour, minute, phrase);
  }

  // What makes a number a time of day: "p.m.", "o'clock", "in the morning", a zone, or "15:30" itself.
  bool clock_marker(std::uint32_t next, int hour, int minute, TimePhrase& phrase) const {
    const bool morning = is(next, {"a.m.", "am", "a.m"});
    const bool afternoon = is(next, {"p.m.", "pm", "p.m"});
    if (morning || afternoon) {
      if (hour > 12 || hour == 0) return false;
      hour = hour % 12 + (afternoon ? 12 : 0);
      phrase.tokens.end = next + 1;
    } else if (is(next, "o'clock")) {
      phrase.tokens.end = next + 1;
      part_after_clock(hour, phrase);
    } else if (is(next, {"in", "at"}) && part_after_clock_at(next, hour, phrase)) {
    } else if (phrase.clock_minutes && form(next - 1).find(':') != std::string_view::npos) {
      phrase.tokens.end = next;
      if (is(next, {"hours", "hrs"})) ++phrase.tokens.end;
    } else if (phrase.clock_minutes && word(next).zone) {
      phrase.tokens.end = next;
    } else {
      return false;
    }
    phrase.clock = hour * 60 + minute;
    return true;
  }

  void part_after_clock(int& hour, TimePhrase& phrase) const {
    const std::uint32_t next = phrase.tokens.end;
    if (is(next, {"in", "at"})) part_after_clock_at(next, hour, phrase);
  }

  bool part_after_clock_at(std::uint32_t next, int& hour, TimePhrase& phrase) const {
    const bool in_the = is(next, "in") && is(next + 1, "the");
    const std::uint32_t at = in_the ? next + 2 : next + 1;
    if ((!in_the && !is(next, "at")) || hour > 12) return false;
    const std::string_view part = word(at).day_part;
    if (part.empty() || (is(next, "at") && part != "NI")) return false;
    if (part == "AF" || part == "EV" || (part == "NI" && hour >= 6)) hour = hour % 12 + 12;
    phrase.tokens.end = at + 1;
    return true;
  }

  void take_zone(TimePhrase& phrase) const {
    const std::uint32_t next = phrase.tokens.end;
    if (word(next).zone && shape(next) == Shape::upper) {
      phrase.zone = word(next).zone;
      phrase.tokens.end = next + 1;
    } else if (is(next, {"local", "eastern", "pacific", "central"}) && is(next + 1, "time")) {
      phrase.tokens.end = next + 2;
    } else if (form(next) == "(" && word(next + 1).zone && form(next + 2) == ")") {
      phrase.zone = word(next + 1).zone;
      phrase.tokens.end = next + 3;
    }
  }

  // A day that follows the clock at once: "9 a.m. Tuesday", "5 p.m. EST, Nov. 6", "noon today".
  void take_day(TimePhrase& phrase) const {
    const std::uint32_t next = phrase.tokens.end + skip(phrase.tokens.end, {",", "on"});
    Maybe day = weekday(next);
    keep_longer(day, month_first(next));
    keep_longer(day, day_first(next));
    keep_longer(day, deictic(next));
    if (!day || !day->day_part.empty() || day->clock) return;
    if (next != phrase.tokens.end && !day->day && !(is(next - 1, "on") && day->weekday)) return;
    if (!day->weekday && !day->day && !day->day_shift) return;
    day->tokens.first = phrase.tokens.first;
    day->clock = phrase.clock;
    day->clock_minutes = phrase.clock_minutes;
    day->zone = phrase.zone;
    phrase = std::move(*day);
  }

  // ---- units pointed at
  // -----------------------------------------------------------------------------------------------

  // "last month", "this week", "the previous night", "the next five years" (a duration), "recent weeks", "last summer".
  Maybe pointed_unit(std::uint32_t at) const {
    std::uint32_t next = at;
    Relation relation = relation_word(at, next);
    const bool article = is(at, "the");
    if (relation == Relation::none) return vague_units(at);
    if (Maybe duration = span_of_units(at, next, relation)) return duration;
    TimePhrase phrase = made(TimeForm::unit, at, next + 1);
    phrase.relation = relation;
    if (article && relation == Relation::next) phrase.relation = Relation::following;
    if (is(next, {"fiscal", "calendar", "financial"}) && is(next + 1, {"year", "quarter"})) {
      ++next;
      phrase.tokens.end = next + 1;
    }
    const CalendarWord& unit = word(next);
    if (unit.unit != TimeUnit::none && !unit.plural) return pointed(phrase, unit.unit, article);
    if (!unit.day_part.empty() && !unit.plural) {
      phrase.unit = TimeUnit::day;
      phrase.day_part = unit.day_part;
      if (relation == Relation::last && unit.day_part != "NI" && unit.day_part != "EV") return std::nullopt;
      return phrase;
    }
    return std::nullopt;
  }

  Maybe pointed(TimePhrase& phrase, TimeUnit unit, bool article) const {
    if (unit == TimeUnit::second || unit == TimeUnit::minute || unit == TimeUnit::hour) return std::nullopt;
    phrase.unit = unit;
    const std::uint32_t end = phrase.tokens.end;
    // "the past year", "the last week": the stretch up to now.
    if (article && phrase.relation == Relation::last && is(end - 2, {"past", "last"}) && unit != TimeUnit::quarter) {
      if (is(end - 2, "past") || unit == TimeUnit::decade || unit == TimeUnit::century) {
        phrase.form = TimeForm::duration;
        return phrase;
      }
    }
    if (is(end, "'s") || is(end, "\u2019s")) {
      if (Maybe inner = quarter_core(end + 1); inner && unit == TimeUnit::year && !inner->year) {
        inner->tokens.first = phrase.tokens.first;
        inner->relation = phrase.relation;
        inner->unit = TimeUnit::year;
        return inner;
      }
    }
    return phrase;
  }

  // "the past two months", "the next several days", "the first nine months": a duration.
  Maybe span_of_units(std::uint32_t at, std::uint32_t next, Relation relation) const {
    if (relation == Relation::same || relation == Relation::current) return std::nullopt;
    Maybe inner = measured(next);
    if (!inner || inner->form != TimeForm::duration || is(next, {"a", "an"})) return std::nullopt;
    if (hyphen(inner->tokens.end - 2)) return std::nullopt;
    inner->tokens.first = at;
    return inner;
  }

  // "recent weeks", "coming years", "past months", "weeks", "the first nine months".
  Maybe vague_units(std::uint32_t at) const {
    std::uint32_t next = at + skip(at, {"the"});
    if (is(next, {"recent", "coming", "past"}) && word(next + 1).unit != TimeUnit::none && word(next + 1).plural &&
        shape(next + 1) == Shape::lower) {
      return vague_duration(at, next + 2, word(next + 1).unit);
    }
    if (next > at && is(next, {"first", "latest", "final", "last"})) {
      Maybe inner = measured(next + 1);
      if (inner && inner->form == TimeForm::duration && !is(next + 1, {"a", "an"}) && inner->tokens.end > next + 2 &&
          inner->unit != TimeUnit::minute) {
        inner->tokens.first = at;
        return inner;
      }
    }
    if (next > at && numbers_.read(next, range_.end)) {
      Maybe inner = measured(next);
      if (inner && inner->form == TimeForm::duration && !inner->vague && word(inner->tokens.end - 1).plural &&
          inner->unit == TimeUnit::month) {
        inner->tokens.first = at;
        return inner;
      }
    }
    if (next > at && is(next, {"latest", "year"})) return reporting_period(at, next);
    return std::nullopt;
  }

  // "the latest quarter", "the year-ago period".
  Maybe reporting_period(std::uint32_t at, std::uint32_t next) const {
    if (is(next, "latest") && is(next + 1, {"quarter", "period"})) {
      TimePhrase phrase = made(TimeForm::unit, at, next + 2);
      phrase.relation = Relation::same;
      phrase.unit = TimeUnit::quarter;
      return phrase;
    }
    return std::nullopt;
  }

  static Maybe vague_duration(std::uint32_t first, std::uint32_t end, TimeUnit unit) {
    TimePhrase phrase = made(TimeForm::duration, first, end);
    phrase.unit = unit;
    phrase.vague = true;
    return phrase;
  }

  // ---- quarters, seasons, years -------------------------------------------------------------------------------------

  // "[the] [fiscal] third quarter [of 1990]", "the 1988 second quarter", "third-quarter", "Q3 2019", "the first half".
  Maybe quarter(std::uint32_t at) const {
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

  Maybe quarter_core(std::uint32_t at) const {
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
  Maybe season(std::uint32_t at) const {
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

  Maybe holiday(std::uint32_t at) const {
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
  Maybe year(std::uint32_t at) const {
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

  bool year_fits(std::uint32_t at, int year) const {
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
  bool counts_something(std::uint32_t at) const {
    if (is(at - 1, {"in", "since", "until", "during"})) return false;
    const std::string_view next = form(at + 1);
    return shape(at + 1) == Shape::lower && next.size() > 3 && next.ends_with('s') && !next.ends_with("ss") &&
           !is(at + 1, {"was", "elections", "olympics", "sales", "earnings", "results", "profits", "championships"});
  }

  // "nineteen ninety-seven", "the year two thousand".
  Maybe spelt_year(std::uint32_t at) const {
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
  Maybe decade(std::uint32_t at) const {
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
  Maybe century(std::uint32_t at) const {
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

  // ---- sets
  // -----------------------------------------------------------------------------------------------------------

  // "every Tuesday", "each year", "every two weeks", "daily", "Sundays".
  Maybe set(std::uint32_t at) const {
    if (word(at).period != nullptr) {
      if (capital(at) && (at != range_.first || capital(at + 1))) return std::nullopt;  // "The Daily Telegraph"
      TimePhrase phrase = made(TimeForm::set, at, at + 1);
      phrase.value = *word(at).period;
      return phrase;
    }
    if (word(at).weekday >= 0 && word(at).plural && capital(at) && !is(at + 1, "'s")) {
      TimePhrase phrase = made(TimeForm::set, at, at + 1);
      phrase.weekday = word(at).weekday;
      return phrase;
    }
    if (!is(at, {"every", "each"})) return std::nullopt;
    return repeated(at);
  }

  Maybe repeated(std::uint32_t at) const {
    TimePhrase phrase = made(TimeForm::set, at, at + 2);
    std::uint32_t next = at + 1;
    if (is(next, "other")) {
      phrase.count = 2;
      ++next;
    } else if (is(next, "few")) {
      phrase.vague = true;
      ++next;
    } else if (const auto number = numbers_.read(next, range_.end); number && !number->ordinal) {
      phrase.count = number->value;
      next = number->end;
    }
    phrase.tokens.end = next + 1;
    const CalendarWord& unit = word(next);
    if (unit.unit != TimeUnit::none && unit.unit != TimeUnit::second) {
      phrase.unit = unit.unit;
    } else if (unit.weekday >= 0) {
      phrase.weekday = unit.weekday;
      take_day_part(phrase);
    } else if (unit.month > 0 && capital(next)) {
      phrase.month = unit.month;
    } else if (!unit.season.empty()) {
      phrase.season = unit.season;
    } else if (!unit.day_part.empty()) {
      phrase.day_part = unit.day_part;
    } else {
      return std::nullopt;
    }
    return phrase;
  }

  // ---- stretches of time
  // ----------------------------------------------------------------------------------------------

  // A duration, or a shift when "ago", "later" and the like follow.
  Maybe measured(std::uint32_t at) const {
    Maybe phrase = duration(at);
    if (!phrase) return year_ago(at);
    const std::uint32_t next = phrase->tokens.end;
    const auto shifted = [&](Direction direction, std::uint32_t words) {
      phrase->form = TimeForm::shift;
      phrase->direction = direction;
      phrase->tokens.end = next + words;
    };
    if (is(next, "ago")) {
      shifted(Direction::ago, 1);
    } else if (is(next, "earlier")) {
      shifted(Direction::earlier, 1);
    } else if (is(next, "later") && !is(next + 1, "than")) {
      shifted(Direction::later, 1);
    } else if (is(next, {"from"}) && is(next + 1, {"now", "today"})) {
      shifted(Direction::from_now, 2);
    } else if (is(next, "hence")) {
      shifted(Direction::from_now, 1);
    } else if (is(next, {"before", "after"}) && ends_clause(next + 1) && !phrase->vague) {
      shifted(is(next, "before") ? Direction::earlier : Direction::later, 1);
    }
    return phrase;
  }

  bool ends_clause(std::uint32_t at) const {
    return !inside(at) || (shape(at) == Shape::symbol && is(at, {".", ",", ";", "?", "!", ")"}));
  }

  // "the year-ago quarter", "year-earlier".
  Maybe year_ago(std::uint32_t at) const {
    const std::uint32_t begin = at + skip(at, {"the"});
    if (!is(begin, "year") || !hyphen(begin + 1) || !is(begin + 2, {"ago", "earlier"})) return std::nullopt;
    TimePhrase phrase = made(TimeForm::shift, at, begin + 3);
    phrase.unit = TimeUnit::year;
    phrase.direction = Direction::ago;
    if (Maybe inner = quarter_core(begin + 3)) {
      phrase.tokens.end = inner->tokens.end;
      phrase.quarter = inner->quarter;
    } else if (is(begin + 3, {"quarter", "period"})) {
      phrase.tokens.end = begin + 4;
    }
    if (begin > at && phrase.tokens.end == begin + 3) phrase.tokens.first = begin;
    return phrase;
  }

  // "10 days", "a year", "several months", "three-year", "half an hour", "a year and a half", "a couple of weeks".
  Maybe duration(std::uint32_t at) const {
    TimePhrase phrase = made(TimeForm::duration, at, at);
    std::uint32_t next = at;
    if (is(at, "half") && is(at + 1, {"a", "an"})) {
      phrase.count = 0.5;
      next = at + 2;
    } else if (is(at, {"a", "an", "the"}) && is(at + 1, "couple") && is(at + 2, "of")) {
      phrase.count = 2;
      next = at + 3;
    } else if (is(at, "a") && is(at + 1, "few")) {
      phrase.vague = true;
      next = at + 2;
    } else if (is(at, {"several", "many", "few"})) {
      phrase.vague = true;
      next = at + 1;
    } else if (const auto number = numbers_.read(at, range_.end)) {
      if (number->ordinal) return std::nullopt;
      phrase.count = number->value;
      phrase.vague = number->vague;
      next = number->end;
      next = range_after(next, phrase);
      if (number->vague && is(next, "of")) ++next;
      if (is(next, "and") && is(next + 1, "a") && is(next + 2, "half")) {
        phrase.count += 0.5;
        next += 3;
      }
    } else if (is(at, {"a", "an"})) {
      next = at + 1;
    } else {
      return std::nullopt;
    }
    return with_unit(phrase, next);
  }

  // "two to three weeks", "12 to 18 months", "two or three days": how many is open.
  std::uint32_t range_after(std::uint32_t next, TimePhrase& phrase) const {
    if (!is(next, {"to", "or", "-", "\u2013"})) return next;
    const auto upper = numbers_.read(next + 1, range_.end);
    if (!upper || upper->ordinal || word(upper->end).unit == TimeUnit::none) return next;
    phrase.vague = true;
    return upper->end;
  }

  Maybe with_unit(TimePhrase& phrase, std::uint32_t next) const {
    const bool article = is(phrase.tokens.first, {"a", "an"}) && next == phrase.tokens.first + 1;
    const bool joined = hyphen(next);
    if (joined) {
      ++next;
    } else {
      next += skip(next, {"more", "full", "consecutive", "straight", "long", "trading", "whole", "additional"});
    }
    const CalendarWord& unit = word(next);
    if (unit.unit == TimeUnit::none || unit.unit == TimeUnit::weekend ||
        (unit.unit == TimeUnit::second && !unit.plural)) {
      return std::nullopt;
    }
    if (article && (unit.plural || unit.unit == TimeUnit::quarter || unit.unit == TimeUnit::minute))
      return std::nullopt;
    if (unit.unit == TimeUnit::quarter && (is(next + 1, "of") || phrase.count < 1)) return std::nullopt;
    if (!joined && !article && !unit.plural && phrase.count != 1 && phrase.count != 0.5 && !phrase.vague) {
      if (shape(next) != Shape::lower) return std::nullopt;
    }
    phrase.unit = unit.unit;
    phrase.tokens.end = next + 1;
    if (is(next + 1, "and") && is(next + 2, "a") && is(next + 3, "half")) {
      phrase.count += 0.5;
      phrase.tokens.end = next + 4;
    } else if (is(next + 1, "or") && is(next + 2, {"two", "so"}) && article) {
      phrase.tokens.end = next + 3;
    } else if (joined && hyphen(next + 1) && is(next + 2, {"old", "olds"})) {
      return std::nullopt;  // an age
    } else if (hyphen(next + 1) && is(next + 2, {"ago", "earlier"})) {
      return std::nullopt;  // year_ago()
    } else if (joined && hyphen(next + 1) && is(next + 2, "long")) {
      phrase.tokens.end = next + 3;
    }
    return phrase;
  }

  // "day-long", "decades-long", "years".
  Maybe compound(std::uint32_t at) const {
    const CalendarWord& unit = word(at);
    if (unit.unit == TimeUnit::none || unit.unit == TimeUnit::second || unit.unit == TimeUnit::quarter) {
      return std::nullopt;
    }
    if (hyphen(at + 1) && is(at + 2, "long")) {
      TimePhrase phrase = made(TimeForm::duration, at, at + 3);
      phrase.unit = unit.unit;
      phrase.vague = unit.plural;
      return phrase;
    }
    return std::nullopt;
  }

  std::string_view text_;
  const TokenList& list_;
  TokenRange range_;
  const CalendarWords& calendar_;
  const NumberWords& words_;
  NumberReader numbers_;
};

}  // namespace

std::vector<TimePhrase> TimeReader::phrases(std::string_view text, const TokenList& list, TokenRange sentence) const {
  return Reader(text, list, sentence, calendar_, numbers_).run();
}

}  // namespace crossread::language
