// What is new since the reader last looked.
#include <fmt/format.h>

#include "render/brief_sections.h"
#include "render/phrases.h"

namespace crossread {
namespace {

class Items {
 public:
  explicit Items(Cites& cites) : cites_(cites), brief_(cites.brief()), news_(*cites.brief().news) {}

  std::string written() {
    for (const std::uint32_t origin : news_.origins) {
      const BriefOrigin& shown = brief_.origins[origin];
      item("a new origin", fmt::format("<span class=\"badge o{}\">{}</span> {}", colour(origin), letters(origin),
                                       escaped(shown.label)));
    }
    for (const BriefLine& line : news_.lines) said("told for the first time", line);
    for (const std::uint32_t line : news_.confirmed) said("told by a second origin", brief_.agreed[line]);
    for (const std::uint32_t parting : news_.disputed) parted("a new side", brief_.disputed[parting]);
    for (const std::uint32_t parting : news_.revised) parted("revised", brief_.revised[parting]);
    for (const BriefNews::Saying& place : news_.sayings) {
      const BriefSpeaker& speaker = brief_.speakers[place.speaker];
      const BriefSaying& saying = speaker.sayings[place.saying];
      item("said", fmt::format("{} <i class=\"cue\">{}</i> {} {}", escaped(speaker.name), escaped(saying.cue),
                               escaped(saying.line.text), cites_.chips(saying.line.citations)));
    }
    return std::move(out_);
  }

 private:
  void item(std::string_view what, const std::string& html) {
    out_ += fmt::format("<li><b>{}</b> <p>{}</p></li>\n", what, html);
  }

  void said(std::string_view what, const BriefLine& line) {
    item(what, fmt::format("{} {}", cites_.words(line), cites_.chips(line.citations)));
  }

  void parted(std::string_view what, const BriefParting& parting) {
    std::string html = escaped(parting_phrase(parting)) + ":";
    for (const BriefSide& side : parting.sides)
      html += fmt::format("{} {} {}", &side == &parting.sides.front() ? "" : ";", escaped(side.value),
                          cites_.chips(side.values));
    item(what, html);
  }

  Cites& cites_;
  const Brief& brief_;
  const BriefNews& news_;
  std::string out_;
};

}  // namespace

std::string news_html(Cites& cites) {
  if (!cites.brief().news) return "";
  const BriefNews& news = *cites.brief().news;
  std::string html = section_start(cites, "news", "New since " + escaped(news.since));
  html += fmt::format("<p>{} came since, {}.</p>\n<ul>\n", count_phrase(news.reports.size(), "report"),
                      count_phrase(news.origins.size(), "new origin"));
  return html + Items(cites).written() + "</ul></section>\n";
}

}  // namespace crossread
