#include "render/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace crossread {
namespace {

using namespace std::string_view_literals;

constexpr std::array kMonths = {"January"sv, "February"sv, "March"sv,     "April"sv,   "May"sv,      "June"sv,
                                "July"sv,    "August"sv,   "September"sv, "October"sv, "November"sv, "December"sv};
constexpr std::array kWeekdays = {"Mon"sv, "Tue"sv, "Wed"sv, "Thu"sv, "Fri"sv, "Sat"sv, "Sun"sv};

std::string_view month_name(const YearMonthDay& date) {
  return kMonths[static_cast<std::size_t>(date.month - 1)];
}

std::string one_day(std::int32_t day) {
  const YearMonthDay date = civil_of(day);
  return fmt::format("{} {} {}", date.day, month_name(date), date.year);
}

std::string days(std::int32_t first, std::int32_t last) {
  if (first == last) return one_day(first);
  const YearMonthDay a = civil_of(first);
  const YearMonthDay b = civil_of(last);
  if (a.year != b.year) return fmt::format("{} – {}", one_day(first), one_day(last));
  if (a.month != b.month) return fmt::format("{} {} – {}", a.day, month_name(a), one_day(last));
  return fmt::format("{}–{}", a.day, one_day(last));
}

std::string clock(CivilTime time, std::optional<std::int16_t> zone_minutes) {
  const int minute = time.minute;
  std::string words = fmt::format(", {:02}:{:02}", minute / 60, minute % 60);
  if (!zone_minutes) return words;
  const int zone = *zone_minutes;
  words += " UTC";
  if (zone == 0) return words;
  return words + fmt::format("{}{:02}:{:02}", zone < 0 ? "−" : "+", std::abs(zone) / 60, std::abs(zone) % 60);
}

// The first words of a text without a title, cut at a border between words.
std::string beginning(std::string_view text) {
  constexpr std::size_t kMost = 80;
  const std::size_t first = text.find_first_not_of(" \n\t");
  if (first == std::string_view::npos) return "(no text)";
  text.remove_prefix(first);
  text = text.substr(0, text.find('\n'));
  if (text.size() <= kMost) return std::string(text);
  std::size_t end = text.rfind(' ', kMost);
  if (end == std::string_view::npos) {
    end = kMost;
    while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not within a character
  }
  return std::string(text.substr(0, end)) + " …";
}

}  // namespace

std::string date_phrase(const std::optional<Date>& date) {
  if (!date || !date->start || !date->end) return "undated";
  const YearMonthDay first = civil_of(date->start->day);
  if (date->grain == Grain::year) return std::to_string(first.year);
  if (date->grain == Grain::month) return fmt::format("{} {}", month_name(first), first.year);
  std::string words = days(date->start->day, date->end->day);
  const bool one_minute = date->grain == Grain::minute && date->start->minute >= 0 && date->start == date->end;
  return one_minute ? words + clock(*date->start, date->zone_minutes) : words;
}

std::string weekday_phrase(const Date& date) {
  std::string words = date_phrase(date);
  if (!date.start || !date.end) return words;
  const std::int32_t day = date.start->day;
  if (date.end->day != day) return words;
  return fmt::format("{} {}", kWeekdays[static_cast<std::size_t>(weekday_of(day))], words);
}

std::string period_phrase(const std::optional<Date>& start, const std::optional<Date>& end) {
  if (!start || !start->start) return "undated";
  const std::int32_t first = start->start->day;
  if (!end || !end->end) return days(first, first);
  return days(first, std::max(first, end->end->day));
}

std::string grouped(std::size_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string count_phrase(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", grouped(count), noun, count == 1 ? "" : "s");
}

std::string percent_phrase(std::uint32_t thousandths) {
  return fmt::format("{}\u00A0%", (thousandths + 5) / 10);
}

std::string outlet_name(const Report& report) {
  if (report.outlet && !report.outlet->empty()) return *report.outlet;
  if (!report.url) return report.source_id;
  const std::string& url = *report.url;
  const std::size_t scheme = url.find("://");
  const std::size_t begin = scheme == std::string::npos ? 0 : scheme + 3;
  const std::string host = url.substr(begin, url.find('/', begin) - begin);
  return host.empty() ? report.source_id : host;
}

std::string title_phrase(const Report& report) {
  return report.title.empty() ? beginning(report.text) : report.title;
}

std::string story_title(const Brief& brief) {
  if (!brief.title.empty()) return brief.title;
  return brief.reports.empty() ? brief.id.str() : title_phrase(brief.reports.front().report);
}

std::uint32_t place_of(const Brief& brief, ReportId id) {
  const auto found = std::ranges::find(brief.reports, id, [](const ReportEntry& entry) { return entry.report.id; });
  return static_cast<std::uint32_t>(found - brief.reports.begin());
}

std::string_view kind_phrase(CopyKind kind) {
  switch (kind) {
    case CopyKind::same:
      return "the same text";
    case CopyKind::near:
      return "nearly the same text";
    case CopyKind::abridged:
      return "abridged";
    case CopyKind::releaded:
      return "a new lead on the same text";
    case CopyKind::part:
      return "a part of the same text";
    case CopyKind::quoted:
      return "the same quotation";
  }
  return "";
}

std::string_view name_of(BriefPart part) {
  static constexpr std::array kNames = {"agreed"sv, "disputed"sv, "revised"sv, "single"sv, "said"sv};
  return kNames[static_cast<std::size_t>(part)];
}

std::string_view name_of(Stance stance) {
  static constexpr std::array kNames = {"silent"sv, "near"sv, "tells"sv};
  return kNames[static_cast<std::size_t>(stance)];
}

std::string_view name_of(ActKind what) {
  static constexpr std::array kNames = {"said"sv, "did"sv, "underwent"sv};
  return kNames[static_cast<std::size_t>(what)];
}

std::string_view part_phrase(BriefPart part) {
  static constexpr std::array kNames = {"Agreed"sv, "Disputed"sv, "Revised"sv, "On one origin only"sv,
                                        "Who said what"sv};
  return kNames[static_cast<std::size_t>(part)];
}

std::string row_phrase(const Brief& brief, const MatrixRow& row) {
  switch (row.part) {
    case BriefPart::agreed:
      return brief.agreed[row.place].text;
    case BriefPart::disputed:
      return parting_phrase(brief.disputed[row.place]);
    case BriefPart::revised:
      return parting_phrase(brief.revised[row.place]);
    case BriefPart::single:
      return brief.single[row.place].text;
    case BriefPart::said: {
      const BriefSpeaker& speaker = brief.speakers[row.place];
      return fmt::format("{}: {}", speaker.name, speaker.sayings[row.saying].line.text);
    }
  }
  return "";
}

std::string side_phrase(const Brief& brief, const MatrixRow& row, const MatrixCell& cell) {
  if (row.part == BriefPart::disputed) return brief.disputed[row.place].sides[cell.side].value;
  if (row.part == BriefPart::revised) return brief.revised[row.place].sides[cell.side].value;
  return "";
}

std::string act_phrase(const BriefAct& act) {
  static constexpr std::array kWords = {"said"sv, "did"sv, "done to them"sv};
  std::string words(kWords[static_cast<std::size_t>(act.what)]);
  if (act.what != ActKind::said && act.status != EventStatus::asserted)
    words += fmt::format(" ({})", name_of(act.status));
  return words;
}

std::string parting_phrase(const BriefParting& parting) {
  switch (parting.slot) {
    case SlotKind::count:
    case SlotKind::casualties: {
      if (parting.unit.empty()) return "How many";
      const std::string of = parting.of.empty() ? "" : " " + parting.of;
      return fmt::format("How many: {}{}", parting.unit, of);
    }
    case SlotKind::date:
      return "When";
    case SlotKind::place:
      return "Where";
    case SlotKind::actor:
      return "Who did it";
    case SlotKind::recipient:
      return "To whom";
    case SlotKind::instrument:
      return "With what";
    case SlotKind::cause:
      return "Why";
    case SlotKind::status:
      return "Whether it is so";
    case SlotKind::wording:
      return "In which words";
  }
  return "";
}

std::string through_phrase(const BriefSaying& saying) {
  return saying.via.empty() ? "" : fmt::format("through {}; ", fmt::join(saying.via, ", "));
}

std::string_view time_of_phrase(TimeOf time_of) {
  return time_of == TimeOf::happening ? "" : " (said)";
}

std::string letters(std::size_t index) {
  std::string name;
  for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return name;
}

}  // namespace crossread
