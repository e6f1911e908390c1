// Marks become elements. They may nest and even cross (a time that begins within a name); a mark that crosses another
// is cut where the other ends, and only its last piece has the label. What a mark says stands in an attribute that the
// style prints behind it, so that the text of a sentence is the report's, character for character.
#include "render/analysis_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "render/assets.h"
#include "render/dependency_svg.h"
#include "render/html.h"
#include "render/names.h"
#include "render/told_html.h"

namespace crossread {
namespace {

constexpr std::uint32_t kLinkedEntities = 200;  // entities of a report whose mentions light up together

struct Marked {
  ByteSpan span;
  std::string classes;
  std::string label;
  std::string title;
};

std::string bound(const std::optional<double>& value, std::string_view without) {
  return value ? fmt::format("{}", *value) : std::string(without);
}

std::string quantity_label(const Quantity& quantity) {
  std::string label = bound(quantity.value, "?");
  if (quantity.low != quantity.value || quantity.high != quantity.value) {
    label += fmt::format(" ({}…{})", bound(quantity.low, ""), bound(quantity.high, ""));
  }
  return quantity.unit.empty() ? label : label + " " + quantity.unit;
}

std::string days(const Date& date) {
  if (!date.start || !date.end) return "not resolved";
  return date.start == date.end ? iso(*date.start) : iso(*date.start) + " to " + iso(*date.end);
}

Marked marked(const Mention& mention) {
  const std::string_view kind = word_of(mention.kind);
  const std::string_view level = word_of(mention.level);
  const std::string entity = mention.entity < kLinkedEntities ? fmt::format(" e{}", mention.entity) : std::string();
  return {mention.span, fmt::format("m {} {}{}", kind, level, entity), fmt::format("{} {}", kind, mention.entity),
          fmt::format("{}, entity {}, {}", kind, mention.entity, level)};
}

Marked marked(const TimeExpression& time) {
  return {time.span, "t", time.value, fmt::format("{}: {}", word_of(time.type), days(time.date))};
}

Marked marked(const Quantity& quantity) {
  return {quantity.span, "q", quantity_label(quantity), "quantity"};
}

Marked cue_of(const Statement& statement, StatementIndex index) {
  return {*statement.cue, "cue", fmt::format("{} {}", statement_label(index), name_of(statement.act)), "cue"};
}

Marked trigger_of(const Event& event, EventIndex index) {
  return {event.trigger, "did", fmt::format("{} {}", event_label(index), name_of(event.type)), "event"};
}

bool before(const Marked& a, const Marked& b) {
  return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
}

// What is said may run over sentences; each has its own piece of the mark.
void mark_said(ByteSpan span, const Analysis& analysis, std::vector<Marked>& marks) {
  for (const Sentence& sentence : analysis.sentences) {
    const ByteSpan piece{std::max(span.begin, sentence.span.begin), std::min(span.end, sentence.span.end)};
    if (!piece.empty()) marks.push_back({piece, "said", "", ""});
  }
}

// All marks of a report in order of text, the longer first.
std::vector<Marked> marks_of(const Analysis& analysis, const Account& account) {
  std::vector<Marked> marks;
  for (StatementIndex i = 0; i < account.statements.size(); ++i) {
    const Statement& statement = account.statements[i];
    for (const ByteSpan span : statement.content) mark_said(span, analysis, marks);
    if (statement.cue) marks.push_back(cue_of(statement, i));
  }
  for (EventIndex i = 0; i < account.events.size(); ++i) marks.push_back(trigger_of(account.events[i], i));
  for (const Mention& mention : account.mentions) marks.push_back(marked(mention));
  for (const TimeExpression& time : analysis.times) marks.push_back(marked(time));
  for (const Quantity& quantity : analysis.quantities) marks.push_back(marked(quantity));
  std::stable_sort(marks.begin(), marks.end(), before);
  return marks;
}

// The words of one sentence with its marks around them.
class MarkedText {
 public:
  MarkedText(std::string_view text, ByteSpan sentence, std::vector<Marked> marks)
      : text_(text), sentence_(sentence), at_(sentence.begin), marks_(std::move(marks)) {}

  std::string html() {
    for (std::size_t i = 0; i < marks_.size(); ++i) open(i);
    close_up_to(sentence_.end);
    write_up_to(sentence_.end);
    return std::move(out_);
  }

 private:
  void open(std::size_t i) {
    close_up_to(marks_[i].span.begin);
    write_up_to(marks_[i].span.begin);
    if (!ends_.empty() && marks_[i].span.end > ends_.back()) cut(i, ends_.back());
    const Marked& mark = marks_[i];
    out_ += fmt::format("<span class=\"{}\"", mark.classes);
    if (!mark.label.empty()) {
      out_ += fmt::format(" data-says=\"{}\" title=\"{}\" tabindex=\"0\"", escaped(mark.label), escaped(mark.title));
    }
    out_ += '>';
    ends_.push_back(mark.span.end);
  }

  // The mark ends at `where`; the rest of it becomes a mark of its own.
  void cut(std::size_t i, std::uint32_t where) {
    Marked rest = marks_[i];
    rest.span.begin = where;
    marks_[i].span.end = where;
    marks_[i].label.clear();
    const auto behind =
        std::upper_bound(marks_.begin() + static_cast<std::ptrdiff_t>(i) + 1, marks_.end(), rest, before);
    marks_.insert(behind, std::move(rest));
  }

  void close_up_to(std::uint32_t place) {
    while (!ends_.empty() && ends_.back() <= place) {
      write_up_to(ends_.back());
      ends_.pop_back();
      out_ += "</span>";
    }
  }

  void write_up_to(std::uint32_t place) {
    out_ += escaped(ByteSpan{at_, place}.in(text_));
    at_ = place;
  }

  std::string_view text_;
  ByteSpan sentence_;
  std::uint32_t at_;
  std::vector<Marked> marks_;
  std::vector<std::uint32_t> ends_;  // of the open marks, outermost first
  std::string out_;
};

class Section {
 public:
  Section(const Report& report, const Analysis& analysis, const Account& account)
      : report_(report), analysis_(analysis), account_(account), marks_(marks_of(analysis, account)) {}

  std::string html() {
    put("<article>\n");
    head();
    put("<ol>\n");
    for (const Sentence& sentence : analysis_.sentences) add(sentence);
    put("</ol>\n</article>\n");
    return std::move(out_);
  }

 private:
  template <class... Args>
  void put(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
  }

  void head() {
    put("<h2>{}</h2>\n<p class=\"meta\">{}", escaped(report_.title.empty() ? report_.source_id : report_.title),
        escaped(report_.source_id));
    if (report_.outlet) put(" · {}", escaped(*report_.outlet));
    if (report_.published) put(" · {} (from {})", days(*report_.published), word_of(report_.published_from));
    put(" · {} sentences, {} words, {} mentions, {} times, {} quantities, {} statements, {} events</p>\n",
        analysis_.sentences.size(), analysis_.tokens.size(), account_.mentions.size(), analysis_.times.size(),
        analysis_.quantities.size(), account_.statements.size(), account_.events.size());
  }

  void add(const Sentence& sentence) {
    put("<li><p>");
    if (const Furniture* piece = furniture_at(sentence.span)) put("<small>{}</small> ", word_of(piece->kind));
    put("{}</p>\n", MarkedText(report_.text, sentence.span, marks_within(sentence.span)).html());
    out_ += told_html(report_, account_, sentence.span);
    const std::string tree = dependency_svg(report_.text, analysis_, sentence);
    const std::uint32_t words = sentence.end_token - sentence.first_token;
    if (tree.empty()) {
      put("<p class=\"meta\">{} words: too many to draw their tree.</p>", words);
    } else {
      put("<details><summary>tree, {} word{}</summary><div class=\"scroll\" tabindex=\"0\">{}</div></details>", words,
          words == 1 ? "" : "s", tree);
    }
    put("</li>\n");
  }

  const Furniture* furniture_at(ByteSpan span) const {
    const auto found =
        std::ranges::find_if(report_.furniture, [&](const Furniture& piece) { return piece.span.contains(span); });
    return found == report_.furniture.end() ? nullptr : &*found;
  }

  // Those that begin there, and no further than it goes; called for one sentence after the other.
  std::vector<Marked> marks_within(ByteSpan span) {
    std::vector<Marked> within;
    while (next_mark_ < marks_.size() && marks_[next_mark_].span.begin < span.begin) ++next_mark_;
    while (next_mark_ < marks_.size() && marks_[next_mark_].span.begin < span.end) {
      within.push_back(std::move(marks_[next_mark_++]));
      within.back().span.end = std::min(within.back().span.end, span.end);
    }
    return within;
  }

  const Report& report_;
  const Analysis& analysis_;
  const Account& account_;
  std::vector<Marked> marks_;
  std::size_t next_mark_ = 0;
  std::string out_;
};

// Pointing at one mention, or coming to it with the keyboard or a finger, lights up the others of its entity.
std::string linking_rules() {
  std::string rules;
  for (std::uint32_t entity = 0; entity < kLinkedEntities; ++entity) {
    rules += fmt::format("article:has(.e{0}:is(:hover,:focus)) .e{0}{{outline:2px solid var(--k)}}\n", entity);
  }
  return rules;
}

std::string legend() {
  std::string kinds;
  for (std::size_t kind = 0; kind <= static_cast<std::size_t>(EntityKind::other); ++kind) {
    const std::string_view name = word_of(static_cast<EntityKind>(kind));
    kinds += fmt::format("<span class=\"m {0} name\">{0}</span> ", name);
  }
  return fmt::format(
      "<p class=\"legend\">{}<span class=\"m other nominal\">nominal</span> <span class=\"m other "
      "pronoun\">pronoun</span> <span class=\"t\">time</span> <span class=\"q\">quantity</span> <span "
      "class=\"cue\">cue</span> "
      "<span class=\"said\">what is said</span> <span class=\"did\">what is done</span></p>\n"
      "<p class=\"meta\">Behind a name stands its kind and the number of its entity in the report. Point at a mention "
      "or tap it to see the others of its entity.</p>\n",
      kinds);
}

}  // namespace

std::string analysis_html_head() {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri "
      "'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<title>Analysis</title>\n<style>\n{}{}</style>\n</head>\n<body>\n<header>\n<h1>Analysis</h1>\n{}</header>\n"
      "<main>\n",
      analysis_css(), linking_rules(), legend());
}

std::string analysis_html_section(const Report& report, const Analysis& analysis, const Account& account) {
  return Section(report, analysis, account).html();
}

std::string analysis_html_foot() {
  return "</main>\n</body>\n</html>\n";
}

}  // namespace crossread
