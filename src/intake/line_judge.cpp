#include "intake/line_judge.h"

#include <algorithm>
#include <array>

#include "intake/written_date.h"

namespace crossread::intake {
namespace {

using Words = std::vector<LineToken>;

// Shapes; none of these is tuned, they are what newspapers print.
constexpr std::uint32_t kMostLabelWords = 5;
constexpr std::uint32_t kMostPartsWords = 20;  // of a line that is a row of small items
constexpr std::uint32_t kMostCaptionWords = 45;
constexpr std::uint32_t kMostBylineWords = 16;
constexpr std::size_t kMostCreditWords = 14;
constexpr std::uint32_t kMostAppealWords = 30;
constexpr std::uint32_t kMostHeaderWords = 4;  // of what stands above a list of links: "More stories from Africa"

LineVerdict of_kind(FurnitureKind kind) {
  return {kind, std::nullopt, std::nullopt, false};
}

// An address of electronic mail or the name of an account: the mark touches the letters behind it.
bool is_contact(const Line& line) {
  if (!line.open || line.words > 14) return false;
  for (std::size_t i = 0; i + 1 < line.tokens.size(); ++i) {
    if (line.tokens[i].form == "@" && line.tokens[i].span.end == line.tokens[i + 1].span.begin) return true;
  }
  return false;
}

// The items between marks.
std::vector<Words> parts_of(const Words& words) {
  std::vector<Words> parts(1);
  for (const LineToken& word : words) {
    if (word.form == "|") {
      parts.emplace_back();
    } else {
      parts.back().push_back(word);
    }
  }
  std::erase_if(parts, [](const Words& part) { return part.empty(); });
  return parts;
}

// Without marks and without the small words that lead a credit.
Words credited_words(const Words& tokens) {
  Words words;
  for (const LineToken& token : tokens) {
    const bool leads = token.form == "with" || token.form == "from" || token.form == "via" || token.form == "by";
    if (token.kind == LineToken::Kind::mark || (leads && words.empty())) continue;
    words.push_back(token);
  }
  return words;
}

// "Share this:", "Loading...", ">> Also see": the marks around do not count.
Words without_marks_around(const Words& tokens) {
  auto begin = tokens.begin();
  auto end = tokens.end();
  while (begin != end && begin->form == "|") ++begin;
  while (begin != end && ((end - 1)->form == ":" || (end - 1)->form == "..." || (end - 1)->form == "|")) --end;
  return {begin, end};
}

// A colon or three dots at the end are no end of a sentence here.
bool ends_like_sentence(std::string_view text, const Line& line) {
  if (line.open) return false;
  const std::string_view shown = line.span.in(text);
  return !shown.ends_with(':') && !shown.ends_with("...") && !shown.ends_with("…");
}

// The bytes of the last sentence of a line that has two or more; empty: it has one.
std::optional<ByteSpan> last_sentence(std::string_view text, const Line& line) {
  const std::string_view shown = line.span.in(text);
  std::size_t at = std::string_view::npos;
  for (const std::string_view end : {". ", "? ", "! "}) {
    const std::size_t found = shown.rfind(end);
    if (found != std::string_view::npos && (at == std::string_view::npos || found > at)) at = found;
  }
  if (at == std::string_view::npos) return std::nullopt;
  return ByteSpan{line.span.begin + static_cast<std::uint32_t>(at) + 2, line.span.end};
}

// "#Kindu #floods"
bool is_hashtags(std::string_view shown) {
  for (std::size_t at = 0; at < shown.size();) {
    const std::size_t end = std::min(shown.find(' ', at), shown.size());
    if (end > at && (shown[at] != '#' || end == at + 1)) return false;
    at = end + 1;
  }
  return true;
}

// ">>> What the river took", "► What the river took": a pointer, and no bullet of a list.
bool points_elsewhere(std::string_view shown) {
  static constexpr std::array<std::string_view, 7> kPointers = {">", "»", "›", "►", "▶", "→", "☞"};
  return std::any_of(kPointers.begin(), kPointers.end(),
                     [&](std::string_view mark) { return shown.starts_with(mark); });
}

// Where a caption must be cut so that what follows is the credit at `begin`: there has to be a mark, or the end of a
// sentence. Empty: a sentence runs on into the credit.
std::optional<std::uint32_t> cut_before(std::string_view line, std::uint32_t begin) {
  static constexpr std::array<std::string_view, 10> kMarks = {"(", "[", "|", "-", "/", "–", "—", "•", "·", "©"};
  static constexpr std::array<std::string_view, 9> kEnds = {".", "!", "?", "\"", "'", ")", "]", "”", "’"};
  std::uint32_t cut = begin;
  bool marked = false;
  for (bool moved = true; moved && cut > 0;) {
    moved = line[cut - 1] == ' ';
    if (moved) --cut;
    for (const std::string_view mark : kMarks) {
      if (cut == 0 || !line.substr(0, cut).ends_with(mark)) continue;
      cut -= static_cast<std::uint32_t>(mark.size());
      marked = moved = true;
    }
  }
  const std::string_view before = line.substr(0, cut);
  const bool ended =
      std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return before.ends_with(end); });
  if (cut > 0 && !marked && !ended) return std::nullopt;
  while (cut < begin && line[cut] == ' ') ++cut;
  return cut;
}

}  // namespace

std::optional<LineVerdict> LineJudge::by_tables(const Line& line, LinePlace place, bool first_line) const {
  if (auto found = by_tables(line, line.tokens, place, first_line)) return found;
  Words words = without_marks_around(line.tokens);
  if (words.size() == line.tokens.size() || words.empty()) return std::nullopt;
  return by_tables(line, words, place, first_line);
}

std::optional<LineVerdict> LineJudge::by_tables(const Line& line, const Words& words, LinePlace place,
                                                bool first_line) const {
  const LineView view{words, place, !ends_like_sentence(text_, line), line.quoted};
  if (const auto notice = tables_.furniture.notice(view)) {
    return LineVerdict{FurnitureKind::notice, notice, std::nullopt, false};
  }
  const auto found = tables_.furniture.furniture(view);
  if (!found) return std::nullopt;
  if (first_line && found->wildcard && found->kind == FurnitureKind::related) return std::nullopt;
  if (found->kind == FurnitureKind::byline && found->wildcard) {
    if (!names_somebody(line)) return std::nullopt;
    if (std::any_of(words.begin(), words.end(), [](const LineToken& w) { return w.form == "contributed"; })) {
      const auto kind = contributed(line);
      return kind ? std::optional<LineVerdict>(of_kind(*kind)) : std::nullopt;
    }
  }
  return LineVerdict{found->kind, std::nullopt, std::nullopt, line.words <= kMostHeaderWords};
}

// "Written by Ana Silva", not "written by hand".
bool LineJudge::names_somebody(const Line& line) const {
  static constexpr std::array<std::string_view, 7> kOfOurs = {"our", "staff", "the", "web", "a", "an", "agencies"};
  const auto by =
      std::find_if(line.tokens.begin(), line.tokens.end(), [](const LineToken& w) { return w.form == "by"; });
  if (by == line.tokens.end()) return true;
  const auto name =
      std::find_if(by + 1, line.tokens.end(), [](const LineToken& w) { return w.kind == LineToken::Kind::word; });
  if (name == line.tokens.end()) return line.open;
  return title_case(text_, {*name}) || std::find(kOfOurs.begin(), kOfOurs.end(), name->form) != kOfOurs.end();
}

// "Reuters and AFP contributed to this report.", "Staff writer Ana Silva in Porto contributed reporting.": names stand
// before the verb; "Heavy rain contributed to this report's delay" and whole paragraphs do not count.
std::optional<FurnitureKind> LineJudge::contributed(const Line& line) const {
  static constexpr std::array<std::string_view, 14> kWriters = {
      "also",     "colleague", "correspondent", "correspondents", "editor", "editors", "news",
      "reporter", "reporters", "researcher",    "special",        "staff",  "writer",  "writers"};
  const auto verb =
      std::find_if(line.tokens.begin(), line.tokens.end(), [](const LineToken& w) { return w.form == "contributed"; });
  Words names(line.tokens.begin(), verb);
  if (only_agencies(names)) return FurnitureKind::credit;
  std::erase_if(
      names, [](const LineToken& w) { return std::find(kWriters.begin(), kWriters.end(), w.form) != kWriters.end(); });
  const bool one_sentence = line.span.in(text_).find(". ") == std::string_view::npos || line.words <= kMostPartsWords;
  const bool people = names.empty() || title_case(text_, names);
  return people && one_sentence ? std::optional<FurnitureKind>(FurnitureKind::byline) : std::nullopt;
}

// "10:05", "23.12", "71'", "90+3'": the time of an entry of a live report, alone on its line.
bool is_clock(std::string_view shown) {
  const auto digits = [&] {
    std::size_t count = 0;
    while (count < shown.size() && shown[count] >= '0' && shown[count] <= '9') ++count;
    shown.remove_prefix(count);
    return count;
  };
  const std::size_t first = digits();
  if (first == 0 || first > 3) return false;
  if (shown.starts_with(':') || shown.starts_with('.')) {
    shown.remove_prefix(1);
    return first <= 2 && digits() == 2 && shown.empty();
  }
  if (shown.starts_with('+')) {
    shown.remove_prefix(1);
    if (digits() == 0) return false;
  }
  return shown == "'" || shown == "’" || shown == "′";
}

std::optional<LineVerdict> LineJudge::anywhere(const Line& line, bool first_line) const {
  if (line.tokens.empty()) return of_kind(FurnitureKind::navigation);  // a rule of stars or hyphens
  if (const auto found = by_tables(line, LinePlace::middle, first_line)) return found;
  if (line.words <= kMostPartsWords) {
    if (line.open && tables_.furniture.share_bar(line.tokens)) return of_kind(FurnitureKind::share);
    if (const auto kind = kind_of_parts(line)) return of_kind(*kind);
    if (only_agencies(credited_words(line.tokens))) return of_kind(FurnitureKind::credit);
    const DateLine date = date_line(text_, line.tokens, tables_.dates);
    if (date == DateLine::published || date == DateLine::updated) return of_kind(FurnitureKind::dateline);
    if (is_contact(line)) return of_kind(FurnitureKind::byline);
    const std::string_view shown = line.span.in(text_);
    if (is_clock(shown)) return of_kind(FurnitureKind::navigation);
    if (is_hashtags(shown) || shown.starts_with("(c) ") || shown.starts_with("(C) "))
      return of_kind(FurnitureKind::navigation);
    if (line.open && points_elsewhere(shown)) return of_kind(FurnitureKind::related);
  }
  if (const auto found = by_last_sentence(line)) return found;
  return caption(line);
}

// "Want to know more? Subscribe to our newsletter.": short, and its last sentence asks for something.
std::optional<LineVerdict> LineJudge::by_last_sentence(const Line& line) const {
  if (line.words > kMostAppealWords || line.quoted) return std::nullopt;
  const auto sentence = last_sentence(text_, line);
  if (!sentence) return std::nullopt;
  const Words words = line_tokens(text_, *sentence);
  const auto found = tables_.furniture.furniture({words, LinePlace::middle, line.open, false});
  if (!found) return std::nullopt;
  const bool asks = found->kind == FurnitureKind::advert || found->kind == FurnitureKind::share ||
                    (found->kind == FurnitureKind::navigation && words.size() >= 3);
  return asks ? std::optional<LineVerdict>(of_kind(found->kind)) : std::nullopt;
}

std::optional<LineVerdict> LineJudge::at_edge(const Line& line, LinePlace place) const {
  if (const auto found = by_tables(line, place, false)) return found;
  if (is_byline(line)) return of_kind(FurnitureKind::byline);
  if (date_line(text_, line.tokens, tables_.dates) != DateLine::none || says_when_published(line)) {
    return of_kind(FurnitureKind::dateline);
  }
  const bool any_word = std::any_of(line.tokens.begin(), line.tokens.end(), [](const LineToken& t) {
    return t.kind == LineToken::Kind::word && t.span.size() > 1;
  });
  if (!any_word) return of_kind(FurnitureKind::navigation);  // counts: "438.3K", "6"
  return std::nullopt;
}

// "Published Wed, Nov 20 20194:29 AM ESTUpdated an hour ago": words of time follow, however they run together.
bool LineJudge::says_when_published(const Line& line) const {
  const Words& words = line.tokens;
  if (!line.open || words.size() < 2 || words.size() > kMostPartsWords) return false;
  const std::string& first = words.front().form;
  if (first != "published" && first != "updated" && first != "posted" && first != "modified") return false;
  return std::any_of(
      words.begin() + 1, words.begin() + std::min<std::ptrdiff_t>(5, std::ssize(words)),
      [&](const LineToken& w) { return tables_.dates.month(w.form) != 0 || tables_.dates.weekday(w.form); });
}

// "Maria Silva | 3 comments", "Lagos · Published: 4 May 2025": one item is known and the others are short.
std::optional<FurnitureKind> LineJudge::kind_of_parts(const Line& line) const {
  if (line.quoted || !line.open) return std::nullopt;
  const std::vector<Words> parts = parts_of(line.tokens);
  if (parts.size() < 2) return std::nullopt;
  std::optional<FurnitureKind> kind;
  for (const Words& part : parts) {
    const auto found = kind_of_part(part);
    if (!found && part.size() > kMostLabelWords) return std::nullopt;
    if (!kind) kind = found;
  }
  return kind ? kind : menu_kind(parts);
}

std::optional<FurnitureKind> LineJudge::kind_of_part(const Words& part) const {
  if (tables_.furniture.share_bar(part)) return FurnitureKind::share;
  const auto found = tables_.furniture.furniture({part, LinePlace::top, true, false});
  if (found && (!found->wildcard || found->kind != FurnitureKind::related)) return found->kind;
  const DateLine date = date_line(text_, part, tables_.dates);
  if (date == DateLine::published || date == DateLine::updated) return FurnitureKind::dateline;
  if (part.size() > 1 && part.front().form == "by" && title_case(text_, {part.begin() + 1, part.end()})) {
    return FurnitureKind::byline;
  }
  return std::nullopt;
}

// "City | Gujarat | Nation | Business", "Economy » Mining": short items, one of them a section.
std::optional<FurnitureKind> LineJudge::menu_kind(const std::vector<Words>& parts) const {
  bool section = false;
  for (const Words& part : parts) {
    const bool known = tables_.furniture.section(part);
    if (part.size() > 4 || part.front().kind != LineToken::Kind::word) return std::nullopt;
    if (!known && !title_case(text_, part)) return std::nullopt;
    section = section || known;
  }
  if (!section) return std::nullopt;
  return parts.size() >= 3 ? FurnitureKind::navigation : FurnitureKind::section;
}

bool LineJudge::only_agencies(const Words& words) const {
  std::size_t at = 0;
  while (at < words.size()) {
    if (at > 0 && (words[at].form == "and" || words[at].form == "agencies")) {
      ++at;
      continue;
    }
    std::size_t size = std::min<std::size_t>(words.size() - at, 6);
    while (size > 0 && !is_agency(words, at, size)) --size;
    if (size == 0) return false;
    at += size;
  }
  return !words.empty();
}

// Short names are agencies in capitals only: "TAP" is, "tap" is not.
bool LineJudge::is_agency(const Words& words, std::size_t at, std::size_t size) const {
  const auto begin = words.begin() + static_cast<std::ptrdiff_t>(at);
  const Words name(begin, begin + static_cast<std::ptrdiff_t>(size));
  if (!tables_.names.agency(name)) return false;
  return size > 1 || name.front().form.size() > 4 || all_capitals(text_, name) || name.front().form == "dpa";
}

// "By Ana Silva in Porto", "BY ANA SILVA AND JOÃO REIS, STAFF WRITERS": no verb, so nothing in small letters.
bool LineJudge::is_byline(const Line& line) const {
  if (line.words < 2 || line.words > kMostBylineWords || line.tokens.front().form != "by") return false;
  const Words names(line.tokens.begin() + 1, line.tokens.end());
  const auto is_day = [&](const LineToken& w) {
    return tables_.dates.weekday(w.form) || tables_.dates.month(w.form) != 0;
  };
  if (is_day(names.front())) return false;
  if (title_case(text_, names)) return true;
  // "By Sentinel Reporter and agencies"
  return title_case(text_, {names.front()}) && line.open && line.words <= 7;
}

// "REUTERS/Ana Silva", "EPA-EFE/ANA SILVA": up to two words of agencies, a slash, a name.
bool LineJudge::agency_and_name(const Words& words) const {
  if (words.size() < 2 || words.size() > 7 || !title_case(text_, words)) return false;
  for (std::size_t size = 1; size <= 2 && size < words.size(); ++size) {
    const bool slash = text_[words[size - 1].span.end] == '/' && words[size].span.begin == words[size - 1].span.end + 1;
    if (slash && only_agencies(Words(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(size)))) return true;
  }
  return false;
}

std::optional<LineVerdict> LineJudge::caption(const Line& line) const {
  if (line.words > kMostCaptionWords || line.quoted) return std::nullopt;
  const std::string_view shown = line.span.in(text_);
  Words words = line.tokens;
  std::erase_if(words, [](const LineToken& word) { return word.form == "|"; });
  const std::size_t first = words.size() > kMostCreditWords ? words.size() - kMostCreditWords : 0;
  for (std::size_t at = first; at < words.size(); ++at) {
    const Words rest(words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
    if (!tables_.furniture.picture_credit(rest) && !agency_and_name(rest)) continue;
    const auto cut = cut_before(shown, rest.front().span.begin - line.span.begin);
    if (!cut) continue;
    LineVerdict verdict = of_kind(FurnitureKind::caption);
    if (*cut > 0) verdict.credit = ByteSpan{line.span.begin + *cut, line.span.end};
    return verdict;
  }
  return std::nullopt;
}

}  // namespace crossread::intake
