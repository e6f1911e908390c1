#include "render/cites.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/differing_words.h"
#include "render/outlet_phrases.h"
#include "render/phrases.h"

namespace crossread {
namespace {

constexpr std::size_t kColours = 8;     // origins beyond share one
constexpr std::size_t kMostChips = 12;  // citations shown behind a line; the rest are counted

bool mostly(ByteSpan lent, ByteSpan words) {
  const std::uint32_t common = std::min(lent.end, words.end) - std::max(lent.begin, words.begin);
  return 2 * common > words.size();
}

std::string marked(std::string_view text, const std::vector<ByteSpan>& words) {
  std::string html;
  std::uint32_t at = 0;
  for (const ByteSpan word : words) {
    html += escaped(text.substr(at, word.begin - at)) + "<i class=\"apart\">" + escaped(word.in(text)) + "</i>";
    at = word.end;
  }
  return html + escaped(text.substr(at));
}

}  // namespace

Cites::Cites(const Brief& brief, std::string prefix)
    : brief_(brief), prefix_(std::move(prefix)), marks_(brief.reports.size()) {
  for (const ReportEntry& entry : brief_.reports) points_.emplace_back(entry.report.text);
  for (std::size_t i = 0; i < brief_.origins.size(); ++i) {
    for (const CopyNode& node : brief_.origins[i].tree) origin_of_[node.report] = i;
  }
}

std::string Cites::report_id(std::uint32_t index) const {
  return fmt::format("{}r{}", prefix_, index + 1);
}

std::size_t Cites::origin_at(const Citation& place) const {
  for (std::size_t i = 0; i < brief_.origins.size(); ++i) {
    for (const Citation& lent : brief_.origins[i].lent) {
      if (lent.report == place.report && lent.span.overlaps(place.span) && mostly(lent.span, place.span)) return i;
    }
  }
  return origin_of_.at(place.report);
}

std::string Cites::chip(const Citation& place, const std::string& words) {
  const auto [id, is_new] = ids_.try_emplace(place, fmt::format("{}c{}", prefix_, ids_.size() + 1));
  if (is_new) marks_[place.report].push_back({place.span, id->second});
  const Report& source = report(place.report);
  const std::size_t origin = origin_at(place);
  const std::string name = fmt::format("{}{}", letters(origin), place.report + 1);
  const bool lifted = origin != origin_of_.at(place.report);
  const std::string lender = lifted ? fmt::format(" data-lender=\"{}\"", escaped(brief_.origins[origin].label)) : "";
  return fmt::format(
      "<a class=\"cite o{}\" href=\"#{}\" data-report=\"{}\" data-from=\"{}\" data-to=\"{}\"{} "
      "aria-label=\"{}{}{}, {}, origin {}: show the words\" title=\"{}\">{}</a>",
      colour(origin), id->second, report_id(place.report), points_[place.report].at(place.span.begin),
      points_[place.report].at(place.span.end), lender, words, words.empty() ? "" : ", ", escaped(outlet_name(source)),
      escaped(date_phrase(source.published)), letters(origin), escaped(outlet_name(source)),
      words.empty() ? name : words);
}

std::string Cites::chips(const std::vector<Citation>& places) {
  std::string html = "<span class=\"cites\">";
  for (std::size_t i = 0; i < std::min(places.size(), kMostChips); ++i) html += (i == 0 ? "" : " ") + chip(places[i]);
  if (places.size() > kMostChips)
    html += fmt::format(" <span class=\"more\">+{}</span>", grouped(places.size() - kMostChips));
  return html + "</span>";
}

std::string Cites::support(const std::vector<Citation>& places, std::uint32_t origins) const {
  const std::string reports = places.size() > 1 ? ", " + count_phrase(places.size(), "report") : "";
  const std::string company = escaped(company_phrase(brief_, places));
  const std::string behind = company.empty() ? "" : fmt::format(" · <em>{}</em>", company);
  const std::string counted = count_phrase(origins, "origin");
  if (origins > 1) return fmt::format("<span class=\"support\"><b>{}</b>{}{}</span>", counted, reports, behind);
  const std::size_t first = origin_at(places.front());
  const bool one = std::ranges::all_of(places, [&](const Citation& place) { return origin_at(place) == first; });
  return fmt::format("<span class=\"support\">{}{}{}</span>", one ? escaped(brief_.origins[first].label) : counted,
                     reports, behind);
}

std::string Cites::words(const BriefLine& line) const {
  const Citation& place = line.citations.front();
  if (!line.core || *line.core == place.span) return escaped(line.text);
  const std::string& text = report(place.report).text;
  const auto part = [&](std::uint32_t begin, std::uint32_t end) { return escaped(ByteSpan{begin, end}.in(text)); };
  return fmt::format("{}<b class=\"core\">{}</b>{}", part(place.span.begin, line.core->begin),
                     part(line.core->begin, line.core->end), part(line.core->end, place.span.end));
}

std::string Cites::tellers(const BriefLine& line) {
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

std::size_t colour(std::size_t origin) {
  return origin < kColours ? origin + 1 : 0;
}

std::string section_start(const Cites& cites, std::string_view name, std::string_view heading) {
  return fmt::format("<section class=\"{1}\" aria-labelledby=\"{0}-{1}\"><h3 id=\"{0}-{1}\">{2}</h3>\n", cites.prefix(),
                     name, heading);
}

}  // namespace crossread
