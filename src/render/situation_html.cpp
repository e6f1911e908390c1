// How the parties treat one another: a chart a pair, and below it the claims behind each point.
#include <fmt/format.h>

#include <algorithm>

#include "render/brief_sections.h"
#include "render/phrases.h"
#include "render/situation_svg.h"

namespace crossread {
namespace {

std::string point_id(const Cites& cites, std::size_t conduct, std::size_t point) {
  return fmt::format("{}d{}-{}", cites.prefix(), conduct + 1, point + 1);
}

std::string status_phrase(EventStatus status) {
  return status == EventStatus::asserted ? "" : fmt::format(" ({})", name_of(status));
}

std::string point_html(Cites& cites, std::size_t conduct, std::size_t place) {
  const BriefConduct& shown = cites.brief().conduct[conduct];
  const BriefPoint& point = shown.points[place];
  Date date;
  date.start = date.end = CivilTime{point.day, -1};
  std::string html = fmt::format("<li id=\"{}\"><time>{}</time>: {} → {}, <b>{}{}.{}</b>{}<ul>",
                                 point_id(cites, conduct, place), escaped(weekday_phrase(date)), escaped(shown.actor),
                                 escaped(shown.recipient), point.score < 0 ? "−" : "", std::abs(point.score) / 1000,
                                 std::abs(point.score) / 100 % 10, status_phrase(point.status));
  for (std::size_t i = 0; i < point.claims.size(); ++i) {
    const BriefLine& claim = point.claims[i];
    html += fmt::format("<li><p>{} {}</p>{} · day from {}{}</li>", escaped(claim.text), cites.chips(claim.citations),
                        cites.support(claim), cites.chip(point.dated[i]), cites.tellers(claim));
  }
  return html + "</ul></li>\n";
}

// Points of more than one day; others need no picture, but the first of a brief has one.
bool is_curve(const Brief& brief, const SituationChart& chart) {
  const std::int32_t first = brief.conduct[chart.conducts.front()].points.front().day;
  return std::ranges::any_of(chart.conducts, [&](std::size_t conduct) {
    return std::ranges::any_of(brief.conduct[conduct].points, [&](const BriefPoint& one) { return one.day != first; });
  });
}

std::string chart_html(Cites& cites, const SituationChart& chart, bool drawn) {
  const Brief& brief = cites.brief();
  std::string points;
  for (const std::size_t conduct : chart.conducts) {
    for (std::size_t i = 0; i < brief.conduct[conduct].points.size(); ++i) points += point_html(cites, conduct, i);
  }
  if (!drawn) return fmt::format("<div class=\"chart\"><ol>\n{}</ol></div>\n", points);
  const BriefConduct& first = brief.conduct[chart.conducts.front()];
  const PointLink link = [&](std::size_t conduct, std::size_t point) { return "#" + point_id(cites, conduct, point); };
  return fmt::format(
      "<figure class=\"chart\"><svg viewBox=\"0 0 {} {}\" role=\"group\" aria-label=\"{} and {}, by day\">{}</svg>\n"
      "<details><summary>the claims behind the points</summary><ol>\n{}</ol></details></figure>\n",
      kChartWidth, kChartHeight, escaped(first.actor), escaped(first.recipient), chart_svg(brief, chart, link), points);
}

}  // namespace

std::string situation_html(Cites& cites) {
  const Brief& brief = cites.brief();
  if (brief.conduct.empty()) return "";
  std::string html = section_start(cites, "situation", "How they treat one another");
  html +=
      "<p class=\"legend\">The mean of the PLOVER scores of the claims of a day: −10 most hostile, 10 most friendly. "
      "Full marks are told as facts, empty ones alleged or threatened. A mark leads to its claims.</p>\n";
  const std::vector<SituationChart> charts = charts_of(brief);
  std::string of_one_day;
  for (const SituationChart& chart : charts) {
    const bool drawn = is_curve(brief, chart) || &chart == &charts.front();
    (drawn ? html : of_one_day) += chart_html(cites, chart, drawn);
  }
  html += of_one_day;
  return html + "</section>\n";
}

}  // namespace crossread
