// Lines are judged in the order of how sure the sign is: what the page itself says, what the tables know anywhere, then
// title and dateline, and last what only the place of a line tells (a short line above the first paragraph is a section
// or a name; the same line between two paragraphs is a subheading and stays). A line is left alone unless a sign is
// found.
#include "intake/layout.h"

#include <algorithm>
#include <array>

#include "intake/credits.h"
#include "intake/dateline.h"
#include "intake/line_judge.h"
#include "intake/lines.h"
#include "intake/written_date.h"

namespace crossread::intake {
namespace {

using Words = std::vector<LineToken>;

// Shapes; none of these is tuned, they are what newspapers print.
constexpr std::uint32_t kProseWords = 12;      // a line of so many words that ends like a sentence is a paragraph
constexpr std::uint32_t kLongProseWords = 25;  // of so many, however it ends
constexpr std::uint32_t kSentenceWords = 4;
constexpr std::uint32_t kMostTitleWords = 30;
constexpr std::uint32_t kLeastTitleWords = 4;  // a shorter line above a longer one is a section
constexpr std::uint32_t kMostLabelWords = 5;
constexpr std::uint32_t kMostStandfirstWords = 45;
constexpr std::size_t kMostHeadLines = 16;
constexpr std::size_t kMostTitleLines = 40;  // above the title, menus of one word a line included
constexpr std::size_t kLinesToHeadFurniture = 4;
constexpr std::size_t kMostListLines = 12;
constexpr std::size_t kDatelineParagraphs = 3;

struct Judged {
  Line line;
  std::optional<LineVerdict> verdict;
  bool paragraph = false;          // the page says so
  ByteSpan dateline;               // at its beginning, if not empty
  std::optional<ByteSpan> credit;  // at its end
  ByteSpan body() const {
    return {dateline.empty() ? line.span.begin : dateline.end, credit ? credit->begin : line.span.end};
  }
};

class PageLayout {
 public:
  PageLayout(std::string_view text, const Sayings& sayings, const LayoutTables& tables)
      : text_(text),
        sayings_(sayings),
        tables_(tables),
        judge_(text, tables),
        credits_(text, tables, judge_, sayings.outlet) {
    for (Line& line : lines_of(text)) lines_.push_back({std::move(line), {}, false, {}, {}});
  }

  Layout read(const std::vector<KnownLine>& known) {
    take_known(known);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].verdict) lines_[i].verdict = judge_.anywhere(lines_[i].line, i == 0);
    }
    find_body();
    find_title();
    find_dateline();
    for (std::size_t i = 0; i < lines_.size(); ++i) judge_by_place(i);
    judge_lists();
    keep_something(!known.empty());
    find_credits();
    find_byline();
    find_published();
    assemble();
    return std::move(layout_);
  }

 private:
  // ---- what the page says ----

  void take_known(const std::vector<KnownLine>& known) {
    std::size_t at = 0;
    for (const KnownLine& row : known) {
      while (at < lines_.size() && lines_[at].line.span.end <= row.span.begin) ++at;
      for (std::size_t i = at; i < lines_.size() && lines_[i].line.span.begin < row.span.end; ++i) {
        if (row.kind) lines_[i].verdict = LineVerdict{*row.kind, std::nullopt, std::nullopt, false};
        lines_[i].paragraph = !row.kind;
      }
    }
  }

  // ---- where the report begins and ends ----

  bool is_prose(std::size_t i) const {
    const Judged& judged = lines_[i];
    if (judged.verdict) return false;
    const Line& line = judged.line;
    if (line.words >= kLongProseWords && (i > 0 || line.stop)) return true;
    if (i == 0 && !line.stop) return false;  // headlines ask and shout, they do not come to a full stop
    return line.words >= kProseWords && !is_open(judged);
  }

  // A credit behind the last sentence does not open it again.
  bool is_open(const Judged& judged) const { return judged.line.open && !credits_.at_end(judged.line.span); }

  bool is_sentence(std::size_t i) const {
    return is_prose(i) || (!lines_[i].verdict && !is_open(lines_[i]) && lines_[i].line.words >= kSentenceWords);
  }

  static bool opens_report(FurnitureKind kind) {
    return kind == FurnitureKind::byline || kind == FurnitureKind::dateline || kind == FurnitureKind::reading_time ||
           kind == FurnitureKind::share;
  }

  // A standfirst may be a sentence: where byline or date still come, the report has not begun.
  std::optional<std::size_t> head_furniture_after(std::size_t i) const {
    std::optional<std::size_t> last;
    for (std::size_t j = i; j < std::min({lines_.size(), i + 1 + kLinesToHeadFurniture, kMostHeadLines}); ++j) {
      if (lines_[j].line.words > kMostStandfirstWords) break;
      if (lines_[j].verdict && opens_report(lines_[j].verdict->kind)) last = j;
    }
    return last;
  }

  void find_body() {
    const auto prose_from = [this](std::size_t i) {
      while (i < lines_.size() && !is_prose(i)) ++i;
      return i;
    };
    begin_ = prose_from(0);
    for (auto at = begin_ < lines_.size() ? head_furniture_after(begin_) : std::nullopt; at;) {
      const std::size_t later = prose_from(*at);
      if (later == lines_.size()) break;
      begin_ = later;
      at = head_furniture_after(begin_);
    }
    if (begin_ == lines_.size()) begin_ = first_sentence();
    end_ = lines_.size();
    while (end_ > begin_ + 1 && !ends_body(end_ - 1)) --end_;
  }

  bool ends_body(std::size_t i) const { return is_sentence(i) && !judge_.at_edge(lines_[i].line, LinePlace::bottom); }

  // A text without a single paragraph: a list, a flash, a poem.
  std::size_t first_sentence() const {
    std::size_t i = 0;
    while (i < lines_.size() && !is_sentence(i)) ++i;
    return i < lines_.size() ? i : std::min<std::size_t>(lines_.size(), 1);
  }

  LinePlace place_of(std::size_t i) const {
    if (i < begin_) return LinePlace::top;
    return i >= end_ ? LinePlace::bottom : LinePlace::middle;
  }

  // ---- title ----

  void find_title() {
    if (sayings_.title) {
      const std::vector<Line> given = lines_of(*sayings_.title);
      if (!given.empty()) mark_headlines(given.front().tokens);
      return;
    }
    for (std::size_t i = 0; i < std::min(begin_, kMostTitleLines); ++i) {
      Judged& judged = lines_[i];
      if (judged.verdict) continue;
      if (is_label_above(i)) {
        judged.verdict = LineVerdict{FurnitureKind::section, std::nullopt, std::nullopt, false};
        continue;
      }
      if (judged.line.words > kMostTitleWords || judged.line.words < 2) return;
      layout_.title = std::string(judged.line.span.in(text_));
      mark_headlines(Words(judged.line.tokens));
      return;
    }
  }

  // The title and its doubles, in the head of the text.
  void mark_headlines(const Words& title) {
    for (std::size_t i = 0; i < std::min({lines_.size(), kMostHeadLines, std::max<std::size_t>(begin_ + 1, 3)}); ++i) {
      Judged& judged = lines_[i];
      const bool free = !judged.verdict || judged.verdict->kind == FurnitureKind::related;
      if (free && judged.line.words <= kMostTitleWords + 10 && same_words(judged.line.tokens, title)) {
        judged.verdict = LineVerdict{FurnitureKind::headline, std::nullopt, std::nullopt, false};
      }
    }
  }

  // Above the headline stand section, outlet and the like: a known section, or a line too short for a headline where a
  // longer one follows.
  bool is_label_above(std::size_t i) const {
    const Line& line = lines_[i].line;
    const auto from = lines_.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    const auto to = lines_.begin() + static_cast<std::ptrdiff_t>(std::min(begin_, kMostTitleLines));
    const bool longer_follows = from < to && std::any_of(from, to, [](const Judged& other) {
                                  return !other.verdict && other.line.words >= kLeastTitleWords;
                                });
    if (tables_.furniture.section(line.tokens)) return longer_follows || line.words <= 2;
    if (!line.open || line.words >= kLeastTitleWords || !longer_follows) return false;
    return line.words <= 2 || all_capitals(text_, line.tokens) ||
           (tables_.names.outlet_like(line.tokens) && title_case(text_, line.tokens));
  }

  // ---- dateline ----

  void find_dateline() {
    for (std::size_t i = 0; i < std::min(end_, begin_ + kDatelineParagraphs); ++i) {
      Judged& judged = lines_[i];
      if (judged.verdict) continue;
      const auto found = read_dateline(text_, judged.line.span, i <= begin_, tables_);
      if (!found) continue;
      take_dateline(*found, judged);
      return;
    }
  }

  void take_dateline(const Dateline& found, Judged& judged) {
    judged.dateline = found.span;
    while (judged.dateline.end < judged.line.span.end && text_[judged.dateline.end] == ' ') ++judged.dateline.end;
    if (judged.dateline.end == judged.line.span.end) {
      judged.verdict = LineVerdict{FurnitureKind::dateline, std::nullopt, std::nullopt, false};
      judged.dateline = {};
    }
    if (!found.place.empty()) layout_.dateline = found.place;
    if (found.date) dateline_date_ = found.date;
    for (const DatelineName& name : found.names) take_dateline_name(name);
  }

  // An agency is whom the text was taken from; an outlet that names itself at the top is who published it.
  void take_dateline_name(const DatelineName& name) {
    const Words words = line_tokens(text_, name.span);
    if (sayings_.outlet && same_name(words, *sayings_.outlet)) return;
    const bool agency = judge_.only_agencies(words) || (words.size() == 1 && all_capitals(text_, words));
    const bool stands_above = std::any_of(
        lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(begin_),
        [&](const Judged& j) { return j.line.words <= kMostLabelWords && same_words(j.line.tokens, words); });
    const bool own = !sayings_.outlet &&
                     (stands_above || (!agency && tables_.names.outlet_like(words)) || (!agency && words.size() >= 3));
    if (own && !(agency && !stands_above)) {
      layout_.outlet = name.name;
    } else if (tables_.names.outlet_like(words) || agency) {
      layout_.credits.push_back({name.name, name.span});
    }
  }

  // ---- signs that hold at the edges ----

  void judge_by_place(std::size_t i) {
    Judged& judged = lines_[i];
    const LinePlace place = place_of(i);
    if (judged.verdict || place == LinePlace::middle || !judged.dateline.empty()) return;
    judged.verdict = judge_.at_edge(judged.line, place);
    if (judged.verdict) return;
    if (place == LinePlace::top && judge_caption_above(judged)) return;
    const auto kind = place == LinePlace::top ? kind_above(judged.line) : kind_below(judged.line, i);
    if (kind) judged.verdict = LineVerdict{*kind, std::nullopt, std::nullopt, false};
  }

  // A few words in capitals above the report: section, outlet, a writer's name.
  std::optional<FurnitureKind> kind_above(const Line& line) const {
    if (!line.open || line.words > kMostLabelWords) return std::nullopt;
    if (sayings_.byline && same_name(line.tokens, *sayings_.byline)) return FurnitureKind::byline;
    if (tables_.furniture.section(line.tokens)) return FurnitureKind::section;
    // Under a known outlet another one's name is whom it printed; else it may be the outlet itself.
    if (sayings_.outlet && !same_name(line.tokens, *sayings_.outlet) && credits_.names_press(line))
      return FurnitureKind::credit;
    const bool service = tables_.names.outlet_like(line.tokens) && title_case(text_, {line.tokens.front()});
    if (service) return FurnitureKind::section;
    if (!title_case(text_, line.tokens) || line.tokens.front().kind != LineToken::Kind::word) return std::nullopt;
    const bool name = line.words >= 2 && line.words <= 4 && !all_capitals(text_, line.tokens) &&
                      !tables_.names.outlet_like(line.tokens);
    return name ? FurnitureKind::byline : FurnitureKind::section;
  }

  // Above the report, a sentence or less that ends with an agency belongs to a picture.
  bool judge_caption_above(Judged& judged) const {
    if (judged.line.words > kMostStandfirstWords) return false;
    const auto end = credits_.at_end(judged.line.span);
    std::optional<std::uint32_t> cut;
    if (end && end->agencies) cut = end->span.begin;
    if (!cut) cut = dash_and_agencies(judged.line);
    if (!cut) cut = bracketed_name(judged.line);
    if (!cut || *cut == judged.line.span.begin) return false;
    judged.verdict = LineVerdict{FurnitureKind::caption, std::nullopt, ByteSpan{*cut, judged.line.span.end}, false};
    return true;
  }

  // "... the flooded district. [Ana Silva, Karonga Courier]"
  std::optional<std::uint32_t> bracketed_name(const Line& line) const {
    const std::string_view shown = line.span.in(text_);
    const std::size_t at = shown.rfind('[');
    if (!shown.ends_with(']') || at == std::string_view::npos || !ends_sentence(shown.substr(0, at)))
      return std::nullopt;
    const auto begin = line.span.begin + static_cast<std::uint32_t>(at);
    const Words words = line_tokens(text_, {begin, line.span.end});
    return words.size() >= 2 && words.size() <= 7 && title_case(text_, words) ? std::optional<std::uint32_t>(begin)
                                                                              : std::nullopt;
  }

  // "... in New York — AFP"
  std::optional<std::uint32_t> dash_and_agencies(const Line& line) const {
    const std::string_view shown = line.span.in(text_);
    for (const std::string_view dash : {" – ", " — ", " - ", " | "}) {
      const std::size_t at = shown.rfind(dash);
      if (at == std::string_view::npos) continue;
      const auto begin = line.span.begin + static_cast<std::uint32_t>(at);
      if (judge_.only_agencies(line_tokens(text_, {begin + static_cast<std::uint32_t>(dash.size()), line.span.end})))
        return begin;
    }
    return std::nullopt;
  }

  std::optional<FurnitureKind> kind_below(const Line& line, std::size_t i) {
    if (!line.open || line.words > 2 * kMostLabelWords) return std::nullopt;
    if (sayings_.byline && same_name(line.tokens, *sayings_.byline)) return FurnitureKind::byline;
    if (ends_report(line)) return FurnitureKind::navigation;
    if (is_desk_line(line)) return FurnitureKind::byline;
    if (credits_.is_lone(line, i == end_)) return FurnitureKind::credit;
    if (credits_.names_press(line)) return FurnitureKind::credit;
    if (is_lone_name(line, i)) return FurnitureKind::byline;
    if (below_strong(i)) return line.words >= 3 ? FurnitureKind::related : FurnitureKind::navigation;
    return std::nullopt;
  }

  static bool ends_report(const Line& line) {
    static constexpr std::array<std::string_view, 5> kEnds = {"end", "ends", "more", "eom", "xxx"};
    return line.words == 1 && std::find(kEnds.begin(), kEnds.end(), line.tokens.front().form) != kEnds.end();
  }

  // "PTI KVR SSN": an agency that is credited or known, and the letters of its editors.
  bool is_desk_line(const Line& line) const {
    if (line.words < 2 || line.words > 5 || !all_capitals(text_, line.tokens)) return false;
    const bool short_words =
        std::all_of(line.tokens.begin(), line.tokens.end(), [](const LineToken& t) { return t.span.size() <= 6; });
    const Words first = {line.tokens.front()};
    const bool credited = std::any_of(layout_.credits.begin(), layout_.credits.end(),
                                      [&](const Credit& credit) { return same_name(first, credit.name); });
    return short_words && (credited || judge_.only_agencies(first));
  }

  // Two to four words in capitals right below the last paragraph: whoever wrote it.
  bool is_lone_name(const Line& line, std::size_t i) const {
    if (line.words < 2 || line.words > 4 || !title_case(text_, line.tokens) || i != end_) return false;
    return std::all_of(line.tokens.begin(), line.tokens.end(),
                       [](const LineToken& t) { return t.kind == LineToken::Kind::word; });
  }

  // Whether furniture that only stands below reports has come before, below the last paragraph. Lines are judged in
  // order, so one look back is enough.
  bool below_strong(std::size_t i) {
    for (; strong_looked_ < i; ++strong_looked_) {
      const auto& verdict = lines_[strong_looked_].verdict;
      if (!verdict || strong_looked_ < end_) continue;
      const FurnitureKind kind = verdict->kind;
      strong_below_ = strong_below_ || kind == FurnitureKind::related || kind == FurnitureKind::navigation ||
                      kind == FurnitureKind::share || kind == FurnitureKind::advert;
    }
    return strong_below_;
  }

  // ---- lists under "Related stories" ----

  void judge_lists() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto& verdict = lines_[i].verdict;
      if (!verdict || verdict->kind != FurnitureKind::related || !verdict->header) continue;
      std::size_t end = i + 1;
      while (end < lines_.size() && end <= i + kMostListLines && is_list_item(end)) ++end;
      const bool ended = end == lines_.size() || lines_[end].verdict || is_sentence(end);
      for (std::size_t j = i + 1; ended && j < end; ++j) {
        lines_[j].verdict = LineVerdict{FurnitureKind::related, std::nullopt, std::nullopt, false};
      }
    }
  }

  bool is_list_item(std::size_t i) const {
    const Judged& judged = lines_[i];
    return !judged.verdict && !judged.paragraph && judged.dateline.empty() && judged.line.open && !is_prose(i);
  }

  // ---- credits, byline, time ----

  // Whatever comes in, a text has a body: a page of captions, a lone headline. Of a page that tells its furniture
  // itself only what might be prose or a headline is taken back.
  void keep_something(bool told) {
    const auto is_body = [](const Judged& judged) { return !judged.verdict; };
    if (std::any_of(lines_.begin(), lines_.end(), is_body)) return;
    bool kept = false;
    for (Judged& judged : lines_) {
      const bool prose = judged.line.words >= kProseWords && judged.verdict->kind != FurnitureKind::notice;
      if (prose) judged.verdict.reset();
      kept = kept || prose;
    }
    for (Judged& judged : lines_) {
      const FurnitureKind kind = judged.verdict->kind;
      if (!kept && (kind == FurnitureKind::headline || kind == FurnitureKind::section)) judged.verdict.reset();
    }
    if (told || std::any_of(lines_.begin(), lines_.end(), is_body)) return;
    for (Judged& judged : lines_) judged.verdict.reset();
  }

  void find_credits() {
    std::size_t last = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].verdict) last = i;
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].verdict) {
        const FurnitureKind kind = lines_[i].verdict->kind;
        if (kind == FurnitureKind::credit) take(credits_.of_credit(lines_[i].line));
        const bool writers = kind == FurnitureKind::byline || kind == FurnitureKind::caption;
        if (writers && i >= end_) take(credits_.of_byline(lines_[i].line));
      } else if (i >= begin_) {
        credit_at_end(lines_[i], i == last);
      }
    }
  }

  void take(const std::vector<Credit>& found) {
    layout_.credits.insert(layout_.credits.end(), found.begin(), found.end());
  }

  // Agencies behind any paragraph, other names in capitals behind the last.
  void credit_at_end(Judged& judged, bool last_paragraph) {
    const auto end = credits_.at_end(judged.line.span);
    if (!end || end->span.begin <= judged.body().begin || !(end->agencies || last_paragraph)) return;
    judged.credit = end->span;
    if (const auto credit = credits_.of_end(*end)) layout_.credits.push_back(*credit);
  }

  // "By Ana Silva", "Author: Ana Silva"
  void find_byline() {
    for (const Judged& judged : lines_) {
      if (layout_.byline || !judged.verdict || judged.verdict->kind != FurnitureKind::byline) continue;
      const Words& tokens = judged.line.tokens;
      if (tokens.size() < 2 || (tokens.front().form != "by" && tokens.front().form != "author")) continue;
      std::size_t first = 1;
      if (tokens[first].form == ":") ++first;
      std::size_t end = first;
      while (end < tokens.size() && tokens[end].form != "|") ++end;
      if (end == first) continue;
      layout_.byline = std::string(ByteSpan{tokens[first].span.begin, tokens[end - 1].span.end}.in(text_));
    }
  }

  // A line that dates the report goes before the dateline, first publication before a change.
  void find_published() {
    std::optional<Date> updated;
    for (const Judged& judged : lines_) {
      if (!judged.verdict || judged.line.words > kMostStandfirstWords) continue;
      const FurnitureKind kind = judged.verdict->kind;
      if (kind != FurnitureKind::dateline && kind != FurnitureKind::byline && kind != FurnitureKind::reading_time)
        continue;
      const auto date = written_date(text_, judged.line.tokens, tables_.dates);
      if (!date) continue;
      if (date_line(text_, judged.line.tokens, tables_.dates) == DateLine::updated) {
        if (!updated) updated = date;
      } else if (!layout_.published) {
        layout_.published = date;
      }
    }
    if (!layout_.published) layout_.published = dateline_date_ ? dateline_date_ : updated;
  }

  // ---- the whole ----

  void add_furniture(ByteSpan span, FurnitureKind kind) {
    while (!span.empty() && text_[span.end - 1] == ' ') --span.end;
    while (!span.empty() && text_[span.begin] == ' ') ++span.begin;
    if (!span.empty()) layout_.furniture.push_back({span, kind});
  }

  void assemble() {
    for (const Judged& judged : lines_) {
      const ByteSpan line = judged.line.span;
      if (judged.verdict) {
        const LineVerdict& verdict = *judged.verdict;
        if (verdict.notice) layout_.notices.push_back({*verdict.notice, line});
        add_furniture({line.begin, verdict.credit ? verdict.credit->begin : line.end}, verdict.kind);
        if (verdict.credit) add_furniture(*verdict.credit, FurnitureKind::credit);
        continue;
      }
      if (!judged.dateline.empty()) add_furniture(judged.dateline, FurnitureKind::dateline);
      ByteSpan body = judged.body();
      while (!body.empty() && text_[body.end - 1] == ' ') --body.end;
      layout_.body.push_back(body);
      if (judged.credit) add_furniture(*judged.credit, FurnitureKind::credit);
    }
    std::sort(layout_.credits.begin(), layout_.credits.end(),
              [](const Credit& a, const Credit& b) { return a.span < b.span; });
  }

  std::string_view text_;
  const Sayings& sayings_;
  const LayoutTables& tables_;
  LineJudge judge_;
  CreditReader credits_;
  std::vector<Judged> lines_;
  std::size_t begin_ = 0;  // the first line of the report proper
  std::size_t end_ = 0;    // behind its last
  std::size_t strong_looked_ = 0;
  bool strong_below_ = false;
  std::optional<Date> dateline_date_;
  Layout layout_;
};

}  // namespace

Layout lay_out(std::string_view text, const Sayings& sayings, const std::vector<KnownLine>& known,
               const LayoutTables& tables) {
  return PageLayout(text, sayings, tables).read(known);
}

}  // namespace crossread::intake
