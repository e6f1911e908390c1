#include "render/situation_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <span>

#include "render/brief.h"
#include "render/html.h"
#include "render/phrases.h"

namespace crossread {
namespace {

constexpr int kLeft = 44;
constexpr int kRight = 24;
constexpr int kTop = 34;
constexpr int kBottom = 26;
constexpr std::int32_t kMost = 10000;    // of the scale, either way
constexpr std::size_t kMostLabels = 8;   // days written below the axis
constexpr std::size_t kMostWords = 160;  // bytes of a claim's words in the hint of a point

// The style of a picture that stands alone; a page has it in its own (assets/brief.css).
constexpr std::string_view kStyle =
    "<style>text{font:12px sans-serif;fill:#17191c}.soft{fill:#5b6169}.axis{stroke:#b9b4a9}.grid{stroke:#e4e0d8}"
    ".d1{--d:#1f5fa8}.d2{--d:#b3501a}.curve{fill:none;stroke:var(--d);stroke-width:2}.dot{fill:var(--d);stroke:var(--d)"
    ";"
    "stroke-width:2}.open{fill:#fcfbf8}.weak{stroke-dasharray:5 4}svg{background:#fcfbf8}"
    "@media(prefers-color-scheme:dark){text{fill:#e9e7e2}.soft{fill:#a2a7ae}.axis{stroke:#5a6067}.grid{stroke:#2c3035}"
    ".d1{--d:#85b6ef}.d2{--d:#eda06c}.open{fill:#141618}svg{background:#141618}}</style>";

struct Days {
  std::int32_t first = INT32_MAX;
  std::int32_t last = INT32_MIN;
};

Days days_of(const Brief& brief) {
  Days days;
  for (const BriefConduct& conduct : brief.conduct) {
    days.first = std::min(days.first, conduct.points.front().day);
    days.last = std::max(days.last, conduct.points.back().day);
  }
  return days;
}

int x_of(Days days, std::int32_t day) {
  constexpr int kInner = kChartWidth - kLeft - kRight;
  if (days.first == days.last) return kLeft + kInner / 2;
  return kLeft + static_cast<int>(static_cast<std::int64_t>(day - days.first) * kInner / (days.last - days.first));
}

int y_of(std::int32_t score) {
  constexpr int kInner = kChartHeight - kTop - kBottom;
  return kTop + static_cast<int>(static_cast<std::int64_t>(kMost - score) * kInner / (2 * kMost));
}

std::string score_text(std::int32_t thousandths) {
  const std::int32_t tenths = (thousandths < 0 ? -thousandths + 50 : thousandths + 50) / 100;
  return fmt::format("{}{}.{}", thousandths < 0 && tenths > 0 ? "−" : "", tenths / 10, tenths % 10);
}

std::string day_text(std::int32_t day) {
  Date date;
  date.start = date.end = CivilTime{day, -1};
  return date_phrase(date);
}

std::string shortened(const std::string& text) {
  if (text.size() <= kMostWords) return text;
  std::size_t end = kMostWords;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not within a character
  return text.substr(0, end) + "…";
}

class Drawing {
 public:
  Drawing(const Brief& brief, const SituationChart& chart, const PointLink& link)
      : brief_(brief), chart_(chart), link_(link), days_(days_of(brief)) {}

  std::string drawn() {
    axes();
    for (std::size_t i = 0; i < chart_.conducts.size(); ++i) {
      legend(i);
      for (const EventStatus status : {EventStatus::asserted, EventStatus::alleged, EventStatus::threatened})
        curve(i, status);
      points(i);
    }
    return std::move(out_);
  }

 private:
  template <class... Parts>
  void write(fmt::format_string<Parts...> format, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Parts>(parts)...);
  }

  const BriefConduct& conduct(std::size_t i) const { return brief_.conduct[chart_.conducts[i]]; }

  void axes() {
    for (const std::int32_t score : {kMost, kMost / 2, 0, -kMost / 2, -kMost}) {
      write("<line class=\"{}\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>", score == 0 ? "axis" : "grid", kLeft,
            kChartWidth - kRight, y_of(score), y_of(score));
      if (score % kMost == 0)
        write("<text class=\"soft\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}{}</text>", kLeft - 8, y_of(score) + 4,
              score < 0 ? "−" : "", std::abs(score) / 1000);
    }
    std::set<std::int32_t> days = {days_.first, days_.last};
    for (const std::size_t place : chart_.conducts) {
      for (const BriefPoint& point : brief_.conduct[place].points) {
        if (days.size() < kMostLabels) days.insert(point.day);
      }
    }
    constexpr int kLabel = 104;  // a day's words are no wider
    int free_from = 0;
    for (const std::int32_t day : days) {
      const int x = x_of(days_, day);
      const bool end = day == days_.first || day == days_.last;
      const int begin = days_.first == days_.last || !end ? x - kLabel / 2 : day == days_.first ? x : x - kLabel;
      const bool last_in_the_way = !end && begin + kLabel > x_of(days_, days_.last) - kLabel;
      if (begin < free_from || last_in_the_way) continue;
      free_from = begin + kLabel;
      write("<text class=\"soft\" x=\"{}\" y=\"{}\">{}</text>", std::max(begin, 0), kChartHeight - 6, day_text(day));
    }
  }

  void legend(std::size_t i) {
    const int x = kLeft + static_cast<int>(i) * 300;
    write("<g class=\"d{}\">", i + 1);
    mark(i, x + 6, 13, false);
    write("</g><text x=\"{}\" y=\"17\">{} → {}</text>", x + 18, escaped(shortened(conduct(i).actor)),
          escaped(shortened(conduct(i).recipient)));
  }

  // A circle for the one direction, a square for the other; empty for what is not told as a fact.
  void mark(std::size_t i, int x, int y, bool open) {
    const std::string_view kind = open ? "dot open" : "dot";
    if (i == 0) {
      write("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"5\"/>", kind, x, y);
    } else {
      write("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"9\" height=\"9\"/>", kind, x - 4, y - 4);
    }
  }

  void curve(std::size_t i, EventStatus status) {
    std::string path;
    std::size_t count = 0;
    for (const BriefPoint& point : conduct(i).points) {
      if (point.status != status) continue;
      path += fmt::format("{}{},{}", count++ == 0 ? "" : " ", x_of(days_, point.day), y_of(point.score));
    }
    if (count < 2) return;
    write("<polyline class=\"curve d{}{}\" points=\"{}\"/>", i + 1, status == EventStatus::asserted ? "" : " weak",
          path);
  }

  void points(std::size_t i) {
    const BriefConduct& shown = conduct(i);
    for (std::size_t k = 0; k < shown.points.size(); ++k) {
      const BriefPoint& point = shown.points[k];
      const std::string about =
          fmt::format("{}: {} → {}, {} ({}, {})", day_text(point.day), shown.actor, shown.recipient,
                      score_text(point.score), name_of(point.status), count_phrase(point.claims.size(), "claim"));
      const std::string link = link_(chart_.conducts[i], k);
      if (!link.empty()) write("<a href=\"{}\" aria-label=\"{}\">", link, escaped(about));
      write("<g class=\"d{}\"><title>{}", i + 1, escaped(about));
      for (const BriefLine& claim : point.claims) write("\n{}", escaped(shortened(claim.text)));
      write("</title>");
      mark(i, x_of(days_, point.day), y_of(point.score), point.status != EventStatus::asserted);
      write("</g>{}", link.empty() ? "" : "</a>");
    }
  }

  const Brief& brief_;
  const SituationChart& chart_;
  const PointLink& link_;
  const Days days_;
  std::string out_;
};

}  // namespace

std::vector<SituationChart> charts_of(const Brief& brief) {
  std::vector<SituationChart> charts;
  std::set<std::size_t> done;
  for (std::size_t i = 0; i < brief.conduct.size(); ++i) {
    if (!done.insert(i).second) continue;
    SituationChart chart{{i}};
    for (std::size_t k = i + 1; k < brief.conduct.size(); ++k) {
      const bool back =
          brief.conduct[k].actor == brief.conduct[i].recipient && brief.conduct[k].recipient == brief.conduct[i].actor;
      if (back && done.insert(k).second) chart.conducts.push_back(k);
    }
    charts.push_back(std::move(chart));
  }
  return charts;
}

std::string chart_svg(const Brief& brief, const SituationChart& chart, const PointLink& link) {
  return Drawing(brief, chart, link).drawn();
}

std::string brief_svg(std::span<const Brief> briefs) {
  constexpr int kTitle = 40;
  std::string inside;
  int y = 0;
  for (const Brief& brief : briefs) {
    if (brief.conduct.empty()) continue;
    inside += fmt::format("<text x=\"{}\" y=\"{}\" font-weight=\"bold\">{}</text>\n", kLeft, y + 26,
                          escaped(story_title(brief)));
    y += kTitle;
    for (const SituationChart& chart : charts_of(brief)) {
      inside += fmt::format("<g transform=\"translate(0 {})\">{}</g>\n", y,
                            chart_svg(brief, chart, [](std::size_t, std::size_t) { return std::string(); }));
      y += kChartHeight;
    }
  }
  if (inside.empty()) {
    inside = fmt::format(
        "<text x=\"{}\" y=\"26\">No party is told to have done anything to another on a known day.</text>\n", kLeft);
    y = kTitle;
  }
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\">\n"
      "<title>How the parties treat one another, day by day: −10 most hostile, 10 most "
      "friendly</title>\n{2}\n{3}</svg>\n",
      kChartWidth, y + 10, kStyle, inside);
}

}  // namespace crossread
