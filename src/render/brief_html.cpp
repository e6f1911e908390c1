// The HTML brief: one file, an index and a section a story. Every report's text stands in the page once, in full; the
// script (assets/brief.js) only points into it. Without the script a citation is a link to the marked words.
//
// Everything that comes from a report passes escaped(); the content security policy lets nothing load and only our own
// script run. Guarded by tests/render/brief_html_test.cpp and tests/render/browser_test.py.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "base/hash.h"
#include "render/assets.h"
#include "render/brief.h"
#include "render/brief_sections.h"
#include "render/phrases.h"

namespace crossread {
namespace {

constexpr std::size_t kMostBlocks = 120;  // reports drawn one by one in a story's head

// One story's section. `prefix` keeps the element ids of stories apart.
class Section {
 public:
  Section(const Brief& brief, std::string prefix, const std::set<StoryId>& stories_here)
      : brief_(brief), cites_(brief, std::move(prefix)), stories_here_(stories_here) {}

  std::string written() {
    write("<section class=\"story\" id=\"{}\" aria-labelledby=\"{}-title\">\n", brief_.id.str(), cites_.prefix());
    head();
    const std::size_t body = out_.size();
    out_ += news_html(cites_);
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
    out_ += copies_html(cites_);
    if (brief_.moments.empty()) dates();
    write("</div></div>\n");
    out_ += situation_html(cites_);
    out_ += people_html(cites_);
    out_ += matrix_html(cites_);
    out_ += reports_html(cites_);
    write("</section>\n");
    out_.insert(body, contents(std::string_view(out_).substr(body)));
    return std::move(out_);
  }

 private:
  template <class... Parts>
  void write(fmt::format_string<Parts...> format, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Parts>(parts)...);
  }

  // Links to the parts that the page has.
  std::string contents(std::string_view page) const {
    static constexpr std::pair<std::string_view, std::string_view> kParts[] = {
        {"news", "New"},          {"agreed", "Agreed"},       {"disputed", "Disputed"}, {"revised", "Revised"},
        {"single", "One origin"}, {"said", "Who said what"},  {"moments", "Timeline"},  {"advisories", "Advisories"},
        {"origins", "Copies"},    {"situation", "Situation"}, {"people", "People"},     {"matrix", "Who tells what"},
        {"reports", "Reports"}};
    std::string links;
    for (const auto& [name, words] : kParts) {
      const std::string id = fmt::format("{}-{}", cites_.prefix(), name);
      if (page.find(fmt::format("<h3 id=\"{}\">", id)) == std::string_view::npos) continue;
      links += fmt::format("<a href=\"#{}\">{}</a>", id, words);
    }
    return fmt::format("<nav class=\"parts\" aria-label=\"Parts of this story\">{}</nav>\n", links);
  }

  void head() {
    write("<header>\n<p class=\"kicker\">{}</p>\n<h2 id=\"{}-title\">{}</h2>\n",
          escaped(period_phrase(brief_.start, brief_.end)), cites_.prefix(), escaped(story_title(brief_)));
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

  void open_section(std::string_view name, std::string_view heading) { out_ += section_start(cites_, name, heading); }

  void listed(std::string_view name, std::string_view heading, const std::vector<BriefLine>& lines) {
    if (lines.empty()) return;
    open_section(name, heading);
    write("<ol class=\"lines\">\n");
    for (const BriefLine& line : lines) {
      write("<li><p>{} {}</p>{}{}</li>\n", cites_.words(line), cites_.chips(line.citations), cites_.support(line),
            cites_.tellers(line));
    }
    write("</ol></section>\n");
  }

  void partings(std::string_view name, std::string_view heading, const std::vector<BriefParting>& partings) {
    if (partings.empty()) return;
    open_section(name, heading);
    write("<ol class=\"partings\">\n");
    for (const BriefParting& parting : partings) {
      write("<li><h4>{}</h4><dl>", escaped(parting_phrase(parting)));
      for (const BriefSide& side : parting.sides) {
        write("<div><dt>{} {}</dt><dd>{} {}{}</dd></div>", escaped(side.value), cites_.chips(side.values),
              escaped(side.line.text), cites_.chips(side.line.citations), cites_.support(side.line));
      }
      write("</dl></li>\n");
    }
    write("</ol></section>\n");
  }

  void speakers() {
    if (brief_.speakers.empty()) return;
    open_section("said", "Who said what");
    for (const BriefSpeaker& speaker : brief_.speakers) {
      write("<div class=\"speaker\"><h4>{} {}", name_of_speaker(speaker), cites_.chip(speaker.named));
      if (speaker.role) write(" <small>{} {}</small>", escaped(*speaker.role), cites_.chip(*speaker.office));
      write("</h4><ul>\n");
      for (const BriefSaying& saying : speaker.sayings) {
        write("<li><p><i class=\"cue\">{}</i> {} {}</p><span class=\"support\">{}</span>{}{}</li>\n",
              escaped(saying.cue), escaped(saying.line.text), cites_.chips(saying.line.citations),
              escaped(through_phrase(saying)), cites_.support(saying.line), cites_.tellers(saying.line));
      }
      write("</ul></div>\n");
    }
    write("</section>\n");
  }

  // The name, as a link to the person's page where there is one.
  std::string name_of_speaker(const BriefSpeaker& speaker) const {
    const auto at = std::ranges::find(brief_.people, speaker.entity, &BriefPerson::entity);
    if (at == brief_.people.end()) return escaped(speaker.name);
    return fmt::format("<a href=\"#{}\">{}</a>",
                       person_id(cites_, static_cast<std::size_t>(at - brief_.people.begin())), escaped(speaker.name));
  }

  void moments() {
    if (brief_.moments.empty()) return;
    open_section("moments", "Timeline");
    write("<ol>\n");
    for (const BriefMoment& moment : brief_.moments) {
      write("<li><time>{}</time>{}<p>{} {}</p></li>\n", escaped(weekday_phrase(moment.date)),
            time_of_phrase(moment.time_of), escaped(moment.line.text), cites_.chips(moment.line.citations));
    }
    write("</ol></section>\n");
  }

  void advisories() {
    if (brief_.advisories.empty()) return;
    open_section("advisories", "Bans, closures, warnings, advice");
    write("<ul>\n");
    for (const BriefAdvisory& advisory : brief_.advisories) {
      write("<li><b>{}</b>{} <p>{} {}</p>{}{}</li>\n", name_of(advisory.what), circumstances(advisory),
            escaped(advisory.line.text), cites_.chips(advisory.line.citations), cites_.support(advisory.line),
            cites_.tellers(advisory.line));
    }
    write("</ul></section>\n");
  }

  // " by the Selda roads office A1, at Orlo A1, on 3 March 2031 A1", as far as it is known.
  std::string circumstances(const BriefAdvisory& advisory) {
    std::string words;
    if (advisory.issuer)
      words += fmt::format(" by {} {}", escaped(advisory.issuer->name), cites_.chip(advisory.issuer->words));
    for (const BriefNaming& place : advisory.places)
      words += fmt::format("{} {} {}", words.empty() ? " at" : ", at", escaped(place.name), cites_.chip(place.words));
    if (advisory.date)
      words += fmt::format("{} {} {}", words.empty() ? " on" : ", on", escaped(weekday_phrase(*advisory.date)),
                           cites_.chip(*advisory.dated_by));
    return words;
  }

  void dates() {
    if (brief_.dates.empty()) return;
    write("<section class=\"dates\" aria-labelledby=\"{0}-dates\"><h3 id=\"{0}-dates\">Days they speak of</h3>\n<ol>\n",
          cites_.prefix());
    for (const BriefDate& date : brief_.dates) {
      write("<li><time>{}</time> {}<span class=\"words\">{} {}</span></li>\n", escaped(weekday_phrase(date.date)),
            cites_.support(date.citations, date.origins), escaped(quoted_words(date)), cites_.chips(date.citations));
    }
    write("</ol></section>\n");
  }

  // The different words by which the reports name a day: “Wednesday”, “January 8”.
  std::string quoted_words(const BriefDate& date) const {
    std::vector<std::string> words;
    for (const Citation& place : date.citations) {
      const std::string said = "“" + std::string(place.span.in(cites_.report(place.report).text)) + "”";
      if (words.size() < 4 && std::ranges::find(words, said) == words.end()) words.push_back(said);
    }
    return fmt::format("{}", fmt::join(words, ", "));
  }

  const Brief& brief_;
  Cites cites_;
  const std::set<StoryId>& stories_here_;
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
