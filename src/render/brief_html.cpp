// The HTML brief: one file, an index and a section a story. Every report's text stands in the page once, in full; the
// script (assets/brief.js) only points into it. Without the script a citation is a link to the marked words.
//
// Colour and letter stand for an origin, the number for a report: A2 is report 2 telling in the words of origin A.
// Everything that comes from a report passes escaped(); the content security policy lets nothing load and only our own
// script run. Guarded by tests/render/brief_html_test.cpp and tests/render/browser_test.py.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/hash.h"
#include "render/assets.h"
#include "render/brief.h"
#include "render/differing_words.h"
#include "render/html.h"
#include "render/names.h"
#include "render/phrases.h"
#include "text/unicode.h"

namespace crossread {
namespace {

constexpr std::size_t kColours = 8;       // origins beyond share one
constexpr std::size_t kMostChips = 12;    // citations shown behind a line; the rest are counted
constexpr std::size_t kMostBlocks = 120;  // reports drawn one by one in a story's head

// One story's section. `prefix` keeps the element ids of stories apart.
class Section {
 public:
  Section(const Brief& brief, std::string prefix, const std::set<StoryId>& stories_here)
      : brief_(brief), prefix_(std::move(prefix)), stories_here_(stories_here), marks_(brief.reports.size()) {
    for (const ReportEntry& entry : brief_.reports) points_.emplace_back(entry.report.text);
    for (std::size_t i = 0; i < brief_.origins.size(); ++i) {
      for (const CopyNode& node : brief_.origins[i].tree) origin_of_[node.report] = i;
    }
  }

  std::string written() {
    write("<section class=\"story\" id=\"{}\" aria-labelledby=\"{}-title\">\n", brief_.id.str(), prefix_);
    head();
    write("<div class=\"columns\">\n");
    write("<div class=\"told\">\n");
    listed("agreed", "Agreed", brief_.agreed);
    partings("disputed", "Disputed", brief_.disputed);
    partings("revised", "Revised", brief_.revised);
    listed("single", brief_.origins.size() > 1 ? "On one origin only" : "What it says", brief_.single);
    if (brief_.agreed.empty() && brief_.single.empty()) write("<p class=\"none\">No whole sentence to show.</p>\n");
    speakers();
    write("</div>\n<div class=\"beside\">\n");
    moments();
    advisories();
    origins();
    if (brief_.moments.empty()) dates();
    write("</div></div>\n");
    reports();
    links();
    write("</section>\n");
    return std::move(out_);
  }

 private:
  template <class... Parts>
  void write(fmt::format_string<Parts...> format, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Parts>(parts)...);
  }

  const Report& report(std::uint32_t index) const { return brief_.reports[index].report; }
  std::string report_id(std::uint32_t index) const { return fmt::format("{}r{}", prefix_, index + 1); }

  static std::size_t colour(std::size_t origin) { return origin < kColours ? origin + 1 : 0; }

  // The origin whose words these are: a lender's, if they were lifted.
  std::size_t origin_at(const Citation& place) const {
    for (std::size_t i = 0; i < brief_.origins.size(); ++i) {
      for (const Citation& lent : brief_.origins[i].lent) {
        if (lent.report == place.report && lent.span.overlaps(place.span) && mostly(lent.span, place.span)) return i;
      }
    }
    return origin_of_.at(place.report);
  }
  static bool mostly(ByteSpan lent, ByteSpan words) {
    const std::uint32_t common = std::min(lent.end, words.end) - std::max(lent.begin, words.begin);
    return 2 * common > words.size();
  }

  void head() {
    write("<header>\n<p class=\"kicker\">{}</p>\n<h2 id=\"{}-title\">{}</h2>\n",
          escaped(period_phrase(brief_.start, brief_.end)), prefix_, escaped(story_title(brief_)));
    write("<div class=\"tally\"><p class=\"count\"><b>{}</b> <span>independent<br>{}</span></p>\n",
          grouped(brief_.origins.size()), brief_.origins.size() == 1 ? "origin" : "origins");
    blocks();
    write("</div>\n");
    neighbours("Grows out of", brief_.follows);
    neighbours("Goes on in", brief_.followed_by);
    write("</header>\n");
  }

  // Every report as a block, those of one origin together.
  void blocks() {
    write("<div class=\"spread\"><div class=\"blocks\" aria-hidden=\"true\">");
    std::size_t drawn = 0;
    for (std::size_t i = 0; i < brief_.origins.size() && drawn < kMostBlocks; ++i) {
      write("<span class=\"o{}\">", colour(i));
      for (std::size_t k = 0; k < brief_.origins[i].tree.size() && drawn < kMostBlocks; ++k, ++drawn) write("<i></i>");
      write("</span>");
    }
    write("</div><p>{}. {}</p></div>\n", count_phrase(brief_.reports.size(), "report"), undated());
  }

  std::string undated() const {
    const auto without = std::ranges::count_if(brief_.reports, [](const ReportEntry& entry) {
      return !entry.report.published || !entry.report.published->start;
    });
    if (without > 0) return fmt::format("{} without a date.", without);
    return brief_.origins.size() < brief_.reports.size() ? "A reprint adds a report, not an origin." : "";
  }

  void neighbours(std::string_view words, const std::vector<StoryFile::Neighbour>& stories) {
    for (const auto& story : stories) {
      const bool here = stories_here_.contains(story.id);
      write("<p class=\"neighbour\">{} ", words);
      if (here) write("<a href=\"#{}\">", story.id.str());
      write("{}{}", escaped(story.title.empty() ? story.id.str() : story.title), here ? "</a>" : "");
      if (story.start) write(", {}", escaped(date_phrase(story.start)));
      write("</p>\n");
    }
  }

  // A citation: opens the report at its words.
  std::string chip(const Citation& place) {
    const std::string id = fmt::format("{}c{}", prefix_, ++chips_);
    const Report& source = report(place.report);
    const std::size_t origin = origin_at(place);
    marks_[place.report].push_back({place.span, id});
    const bool lifted = origin != origin_of_.at(place.report);
    const std::string lender = lifted ? fmt::format(" data-lender=\"{}\"", escaped(brief_.origins[origin].label)) : "";
    return fmt::format(
        "<a class=\"cite o{}\" href=\"#{}\" data-report=\"{}\" data-from=\"{}\" data-to=\"{}\"{} "
        "aria-label=\"{}, {}, origin {}: show the words\" title=\"{}\">{}{}</a>",
        colour(origin), id, report_id(place.report), points_[place.report].at(place.span.begin),
        points_[place.report].at(place.span.end), lender, escaped(outlet_name(source)),
        escaped(date_phrase(source.published)), letters(origin), escaped(outlet_name(source)), letters(origin),
        place.report + 1);
  }

  std::string chips(const std::vector<Citation>& places) {
    std::string html = "<span class=\"cites\">";
    for (std::size_t i = 0; i < std::min(places.size(), kMostChips); ++i) html += (i == 0 ? "" : " ") + chip(places[i]);
    if (places.size() > kMostChips)
      html += fmt::format(" <span class=\"more\">+{}</span>", grouped(places.size() - kMostChips));
    return html + "</span>";
  }

  // "2 origins, 5 reports"; of one origin its name, unless its words go by two letters.
  std::string support(const std::vector<Citation>& places, std::uint32_t origins) const {
    const std::string reports = places.size() > 1 ? ", " + count_phrase(places.size(), "report") : "";
    const std::string counted = count_phrase(origins, "origin");
    if (origins > 1) return fmt::format("<span class=\"support\"><b>{}</b>{}</span>", counted, reports);
    const std::size_t first = origin_at(places.front());
    const bool one = std::ranges::all_of(places, [&](const Citation& place) { return origin_at(place) == first; });
    return fmt::format("<span class=\"support\">{}{}</span>", one ? escaped(brief_.origins[first].label) : counted,
                       reports);
  }

  void open_section(std::string_view name, std::string_view heading) {
    write("<section class=\"{1}\" aria-labelledby=\"{0}-{1}\"><h3 id=\"{0}-{1}\">{2}</h3>\n", prefix_, name, heading);
  }

  void listed(std::string_view name, std::string_view heading, const std::vector<BriefLine>& lines) {
    if (lines.empty()) return;
    open_section(name, heading);
    write("<ol class=\"lines\">\n");
    for (const BriefLine& line : lines) {
      write("<li><p>{} {}</p>{}{}</li>\n", with_core(line), chips(line.citations), support(line), tellers(line));
    }
    write("</ol></section>\n");
  }

  std::string support(const BriefLine& line) const { return support(line.citations, line.origins); }

  // The line; what others tell of it apart from what they do not.
  std::string with_core(const BriefLine& line) const {
    const Citation& place = line.citations.front();
    if (!line.core || *line.core == place.span) return escaped(line.text);
    const std::string& text = report(place.report).text;
    const auto part = [&](std::uint32_t begin, std::uint32_t end) { return escaped(ByteSpan{begin, end}.in(text)); };
    return fmt::format("{}<b class=\"core\">{}</b>{}", part(place.span.begin, line.core->begin),
                       part(line.core->begin, line.core->end), part(line.core->end, place.span.end));
  }

  // All tellers side by side, with the words that no other of them has marked.
  std::string tellers(const BriefLine& line) {
    if (line.citations.size() < 2) return "";
    std::vector<std::string_view> texts;
    for (const Citation& place : line.citations) texts.push_back(place.span.in(report(place.report).text));
    const std::vector<std::vector<ByteSpan>> apart = differing_words(texts);
    std::string html = fmt::format("<details class=\"tellers\"><summary>all {}</summary><ul>",
                                   count_phrase(line.citations.size(), "telling"));
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const Citation& place = line.citations[i];
      html += fmt::format(
          "<li class=\"o{}\"><p class=\"source\"><span class=\"badge\">{}{}</span> <b>{}</b> {}</p><p>{} {}</p></li>",
          colour(origin_at(place)), letters(origin_at(place)), place.report + 1,
          escaped(outlet_name(report(place.report))), escaped(date_phrase(report(place.report).published)),
          marked(texts[i], apart[i]), chip(place));
    }
    return html + "</ul></details>";
  }

  static std::string marked(std::string_view text, const std::vector<ByteSpan>& words) {
    std::string html;
    std::uint32_t at = 0;
    for (const ByteSpan word : words) {
      html += escaped(text.substr(at, word.begin - at)) + "<i class=\"apart\">" + escaped(word.in(text)) + "</i>";
      at = word.end;
    }
    return html + escaped(text.substr(at));
  }

  void partings(std::string_view name, std::string_view heading, const std::vector<BriefParting>& partings) {
    if (partings.empty()) return;
    open_section(name, heading);
    write("<ol class=\"partings\">\n");
    for (const BriefParting& parting : partings) {
      write("<li><h4>{}</h4><dl>", escaped(parting_phrase(parting)));
      for (const BriefSide& side : parting.sides) {
        write("<div><dt>{} {}</dt><dd>{} {}{}</dd></div>", escaped(side.value), chips(side.values),
              escaped(side.line.text), chips(side.line.citations), support(side.line));
      }
      write("</dl></li>\n");
    }
    write("</ol></section>\n");
  }

  void speakers() {
    if (brief_.speakers.empty()) return;
    open_section("said", "Who said what");
    for (const BriefSpeaker& speaker : brief_.speakers) {
      write("<div class=\"speaker\"><h4>{} {}", escaped(speaker.name), chip(speaker.named));
      if (speaker.role) write(" <small>{} {}</small>", escaped(*speaker.role), chip(*speaker.office));
      write("</h4><ul>\n");
      for (const BriefSaying& saying : speaker.sayings) {
        write("<li><p><i class=\"cue\">{}</i> {} {}</p><span class=\"support\">{}</span>{}{}</li>\n",
              escaped(saying.cue), escaped(saying.line.text), chips(saying.line.citations),
              escaped(through_phrase(saying)), support(saying.line), tellers(saying.line));
      }
      write("</ul></div>\n");
    }
    write("</section>\n");
  }

  void moments() {
    if (brief_.moments.empty()) return;
    open_section("moments", "Timeline");
    write("<ol>\n");
    for (const BriefMoment& moment : brief_.moments) {
      write("<li><time>{}</time>{}<p>{} {}</p></li>\n", escaped(weekday_phrase(moment.date)),
            time_of_phrase(moment.time_of), escaped(moment.line.text), chips(moment.line.citations));
    }
    write("</ol></section>\n");
  }

  void advisories() {
    if (brief_.advisories.empty()) return;
    open_section("advisories", "Bans, closures, warnings, advice");
    write("<ul>\n");
    for (const BriefAdvisory& advisory : brief_.advisories) {
      write("<li><b>{}</b> <p>{} {}</p></li>\n", name_of(advisory.what), escaped(advisory.line.text),
            chips(advisory.line.citations));
    }
    write("</ul></section>\n");
  }

  void dates() {
    if (brief_.dates.empty()) return;
    write("<section class=\"dates\" aria-labelledby=\"{0}-dates\"><h3 id=\"{0}-dates\">Days they speak of</h3>\n<ol>\n",
          prefix_);
    for (const BriefDate& date : brief_.dates) {
      write("<li><time>{}</time> {}<span class=\"words\">{} {}</span></li>\n", escaped(weekday_phrase(date.date)),
            support(date.citations, date.origins), escaped(quoted_words(date)), chips(date.citations));
    }
    write("</ol></section>\n");
  }

  // The different words by which the reports name a day: “Wednesday”, “January 8”.
  std::string quoted_words(const BriefDate& date) const {
    std::vector<std::string> words;
    for (const Citation& place : date.citations) {
      const std::string said = "“" + std::string(place.span.in(report(place.report).text)) + "”";
      if (words.size() < 4 && std::ranges::find(words, said) == words.end()) words.push_back(said);
    }
    return fmt::format("{}", fmt::join(words, ", "));
  }

  void origins() {
    write(
        "<section class=\"origins\" aria-labelledby=\"{0}-origins\"><h3 id=\"{0}-origins\">Who wrote from whom</h3>\n",
        prefix_);
    for (std::size_t i = 0; i < brief_.origins.size(); ++i) {
      const BriefOrigin& origin = brief_.origins[i];
      write("<div class=\"origin o{}\"><h4><span class=\"badge\">{}</span> {} <small>{}</small></h4>\n", colour(i),
            letters(i), escaped(origin.label), count_phrase(origin.tree.size(), "report"));
      tree(origin);
      ties(origin);
      write("</div>\n");
    }
    write("</section>\n");
  }

  void tree(const BriefOrigin& origin) {
    const std::vector<CopyNode>& nodes = origin.tree;
    write("<ul class=\"tree\">");
    std::uint32_t depth = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      for (; depth > nodes[i].depth; --depth) write("</li></ul>");
      if (nodes[i].depth > depth) {
        write("<ul>");
        ++depth;
      } else if (i > 0) {
        write("</li>");
      }
      write("<li>");
      node(nodes[i], origin.label);
    }
    for (; depth > 0; --depth) write("</li></ul>");
    write("</li></ul>\n");
  }

  void node(const CopyNode& node, std::string_view label) {
    write("<div class=\"node\">{}", opener(node.report));
    const Report& shown = report(node.report);
    const std::string outlet = outlet_name(shown);
    write("<p class=\"when\">{}{}{}{}</p>", outlet == label ? "" : escaped(outlet), outlet == label ? "" : ", ",
          escaped(date_phrase(shown.published)), version(brief_.reports[node.report]));
    if (node.source && node.link) {
      write(
          "<p class=\"share\"><span class=\"bar\"><i style=\"width:{}.{}%\"></i></span> <span>{} of it {} {}, {}; "
          "{}</span></p>",
          node.share / 10, node.share % 10, percent_phrase(node.share), node.told ? "from" : "also in",
          *node.source + 1, kind_phrase(brief_.links[*node.link].kind), compare_button(*node.link));
    }
    write("</div>");
  }

  // Number and title of a report; opens its text.
  std::string opener(std::uint32_t index) const {
    return fmt::format(
        "<a class=\"open\" href=\"#{0}\" data-report=\"{0}\"><b>{1}</b> <span class=\"title\">{2}</span></a>",
        report_id(index), index + 1, escaped(title_phrase(report(index))));
  }

  static std::string version(const ReportEntry& entry) {
    if (!entry.version_of) return "";
    return entry.version ? fmt::format(", version {}", *entry.version) : ", another version";
  }

  static std::string compare_button(std::uint32_t link) {
    return fmt::format("<button type=\"button\" class=\"compare\" data-link=\"{}\">side by side</button>", link);
  }

  // What the reports of an origin share with those of others.
  void ties(const BriefOrigin& origin) {
    std::string items;
    for (std::uint32_t i = 0; i < brief_.links.size(); ++i) {
      const auto taker = index_of(brief_.links[i].report);
      const auto source = index_of(brief_.links[i].other);
      if (brief_.reports[taker].origin != origin.id || brief_.reports[source].origin == origin.id) continue;
      items += fmt::format("<li><b>{}</b> shares {} with <b>{}</b> {} {}</li>", taker + 1,
                           count_phrase(brief_.links[i].passages.size(), "passage"), source + 1,
                           escaped(outlet_name(report(source))), compare_button(i));
    }
    if (!items.empty()) write("<ul class=\"ties\">{}</ul>\n", items);
  }

  std::uint32_t index_of(ReportId id) const {
    const auto found = std::ranges::find(brief_.reports, id, [](const ReportEntry& entry) { return entry.report.id; });
    return static_cast<std::uint32_t>(found - brief_.reports.begin());
  }

  void reports() {
    write(
        "<section class=\"reports\" aria-labelledby=\"{0}-reports\"><h3 id=\"{0}-reports\">The reports in full</h3>\n",
        prefix_);
    for (std::uint32_t i = 0; i < brief_.reports.size(); ++i) article(i);
    write("</section>\n");
  }

  void article(std::uint32_t index) {
    const Report& shown = report(index);
    const std::size_t origin = origin_of_.at(index);
    write("<article class=\"report o{}\" id=\"{}\" data-number=\"{}\" data-letter=\"{}\"{}>", colour(origin),
          report_id(index), index + 1, letters(origin),
          shown.language.empty() ? "" : fmt::format(" lang=\"{}\"", escaped(shown.language)));
    write(
        "<details><summary><b class=\"number\">{}</b> <span class=\"outlet\">{}</span> <span class=\"title\">{}</span> "
        "<span class=\"when\">{}</span></summary>",
        index + 1, escaped(outlet_name(shown)), escaped(title_phrase(shown)), escaped(date_phrase(shown.published)));
    write("<p class=\"facts\">{}</p>", facts(shown));
    write("<div class=\"text\">{}</div></details></article>\n", text_html(shown, marks_[index]));
  }

  static std::string facts(const Report& shown) {
    std::vector<std::string> parts = {fmt::format("<code>{}</code>", shown.id.str())};
    if (shown.byline) parts.push_back(escaped(*shown.byline));
    if (shown.published) parts.push_back(fmt::format("date from {}", word_of(shown.published_from)));
    for (const Credit& credit : shown.credits) parts.push_back("credits " + escaped(credit.name));
    for (const Notice& notice : shown.notices) {
      std::string kind(word_of(notice.kind));
      std::ranges::replace(kind, '_', ' ');
      parts.push_back(kind);
    }
    const std::string link = shown.url ? safe_link(*shown.url) : "";
    if (!link.empty())
      parts.push_back(fmt::format("<a href=\"{}\" rel=\"noopener noreferrer\">original page</a>", link));
    return fmt::format("{}", fmt::join(parts, " · "));
  }

  // Numbers and words of our own only, so nothing in it can end the script element.
  void links() {
    write("<script type=\"application/json\" class=\"links\">[");
    for (std::size_t i = 0; i < brief_.links.size(); ++i) {
      const CopyLink& link = brief_.links[i];
      const std::uint32_t taker = index_of(link.report);
      const std::uint32_t source = index_of(link.other);
      write("{}{{\"report\":\"{}\",\"other\":\"{}\",\"kind\":\"{}\",\"direction\":\"{}\",\"words\":{},\"passages\":[",
            i == 0 ? "" : ",", report_id(taker), report_id(source), kind_phrase(link.kind), word_of(link.direction),
            link.shared_words);
      for (std::size_t k = 0; k < link.passages.size(); ++k) {
        const Passage& passage = link.passages[k];
        write("{}[{},{},{},{}]", k == 0 ? "" : ",", points_[taker].at(passage.report.begin),
              points_[taker].at(passage.report.end), points_[source].at(passage.other.begin),
              points_[source].at(passage.other.end));
      }
      write("]}}");
    }
    write("]</script>\n");
  }

  const Brief& brief_;
  const std::string prefix_;
  const std::set<StoryId>& stories_here_;
  std::vector<std::vector<Mark>> marks_;  // by report
  std::vector<CodePoints> points_;        // by report
  std::map<std::uint32_t, std::size_t> origin_of_;
  std::size_t chips_ = 0;
  std::string out_;
};

std::string index_html(std::span<const Brief> briefs) {
  std::string html =
      "<nav class=\"index\" aria-label=\"Stories\"><table>\n<thead><tr><th scope=\"col\">Story</th>"
      "<th scope=\"col\">Published</th><th scope=\"col\">Origins</th><th "
      "scope=\"col\">Reports</th></tr></thead>\n<tbody>\n";
  for (const Brief& brief : briefs) {
    fmt::format_to(std::back_inserter(html),
                   "<tr><th scope=\"row\"><a href=\"#{}\">{}</a></th><td>{}</td><td><b>{}</b></td><td>{}</td></tr>\n",
                   brief.id.str(), escaped(story_title(brief)), escaped(period_phrase(brief.start, brief.end)),
                   grouped(brief.origins.size()), grouped(brief.reports.size()));
  }
  return html + "</tbody></table></nav>\n";
}

std::string body_html(std::span<const Brief> briefs, const Producer& producer) {
  std::set<StoryId> here;
  for (const Brief& brief : briefs) here.insert(brief.id);
  std::string html =
      "<a class=\"skip\" href=\"#main\">Skip to the stories</a>\n"
      "<header class=\"masthead\"><p class=\"name\">Crossread</p>"
      "<p class=\"motto\">What is told, and on whose word</p></header>\n<main id=\"main\">\n";
  if (briefs.empty()) html += "<p class=\"none\">There is no story to show.</p>\n";
  if (briefs.size() > 1) html += index_html(briefs);
  for (std::size_t i = 0; i < briefs.size(); ++i) html += Section(briefs[i], fmt::format("s{}", i + 1), here).written();
  if (briefs.size() > 1) html += "<p class=\"up\"><a href=\"#main\">All stories</a></p>\n";
  html +=
      "</main>\n<footer><p>Every line is in the words of a report; what stands in bold is what the other tellers bear "
      "out. "
      "A mark such as <b class=\"sample\">A2</b> is report 2 "
      "in the "
      "words of origin A, and opens them. An origin is one independent act of reporting.</p>\n";
  return html + fmt::format("<p>Crossread {} · tables <code>{}</code></p></footer>\n", escaped(producer.crossread),
                            escaped(producer.tables));
}

}  // namespace

std::string brief_html(std::span<const Brief> briefs, const Producer& producer) {
  const std::string body = body_html(briefs, producer);
  const std::string nonce = digest_hex(body);  // no text in the body can foretell it
  const std::string title = briefs.size() == 1 ? story_title(briefs.front()) : grouped(briefs.size()) + " stories";
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "script-src 'nonce-{0}'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<title>{1}</title>\n<style>\n{2}</style>\n</head>\n<body>\n{3}<script "
      "nonce=\"{0}\">\n{4}</script>\n</body>\n</html>\n",
      nonce, escaped(title), brief_css(), body, brief_js());
}

}  // namespace crossread
