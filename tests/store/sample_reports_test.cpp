#include "store/sample_reports.h"

#include <unistd.h>

#include <vector>

namespace crossread::test {
namespace {

// Of one to four bytes a character, so that spans have borders to miss.
constexpr std::string_view kWords[] = {"the",   "minister", "said", "Zürich", "naïve",  "воды",
                                       "東京",  "flood",    "🚒",   "1,200",  "people", "U.S.",
                                       "don’t", "river",    "rose", "again",  "on",     "Friday"};

std::uint32_t below(std::mt19937_64& random, std::size_t bound) {
  return static_cast<std::uint32_t>(random() % bound);
}

bool often(std::mt19937_64& random) {
  return random() % 3 != 0;
}

bool on_border(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

Date random_date(std::mt19937_64& random) {
  Date date;
  if (often(random)) {
    date.start = CivilTime{static_cast<std::int32_t>(below(random, 40000)) - 10000,
                           static_cast<std::int16_t>(static_cast<int>(below(random, 1441)) - 1)};
    date.end = date.start;
  }
  date.grain = static_cast<Grain>(below(random, 9));
  if (often(random)) date.zone_minutes = static_cast<std::int16_t>(static_cast<int>(below(random, 1600)) - 800);
  date.text = random_text(random, below(random, 3));
  date.anchor = static_cast<Anchor>(below(random, 3));
  return date;
}

// Cuts the text into pieces and makes each of them body, furniture or neither.
void add_parts(std::mt19937_64& random, Report& report) {
  std::uint32_t at = 0;
  const auto size = static_cast<std::uint32_t>(report.text.size());
  while (at < size) {
    std::uint32_t end = std::min(size, at + 1 + below(random, 60));
    while (!on_border(report.text, end)) ++end;
    const ByteSpan span{at, end};
    const std::uint32_t kind = below(random, 4);
    if (kind == 0) report.furniture.push_back({span, static_cast<FurnitureKind>(below(random, 12))});
    if (kind >= 2) report.body.push_back(span);
    at = end;
  }
  for (std::uint32_t i = below(random, 3); i > 0; --i) {
    report.credits.push_back({random_text(random, 1), random_span(random, report.text)});
    report.notices.push_back({static_cast<NoticeKind>(below(random, 5)), random_span(random, report.text)});
  }
}

}  // namespace

TempFolder::TempFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "crossread-store-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw BrokenWorld("no temporary folder");
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;  // what is left is only a temporary folder
  std::filesystem::remove_all(path_, ignored);
}

std::string random_text(std::mt19937_64& random, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    if (!text.empty()) text += i % 40 == 0 ? "\n\n" : " ";
    text += kWords[below(random, std::size(kWords))];
  }
  return text;
}

ByteSpan random_span(std::mt19937_64& random, std::string_view text) {
  if (text.empty()) return {};
  std::size_t begin = below(random, text.size());
  while (!on_border(text, begin)) --begin;
  std::size_t end = begin + 1 + below(random, text.size() - begin);
  while (!on_border(text, end)) ++end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Report simple_report(std::string source_id, std::string title, std::string text, std::string_view day) {
  Report report;
  report.source_id = std::move(source_id);
  report.title = std::move(title);
  report.text = std::move(text);
  report.body = {{0, static_cast<std::uint32_t>(report.text.size())}};
  report.published = parse_timestamp(day);
  report.id = report_id(report);
  return report;
}

Report random_report(std::mt19937_64& random) {
  Report report;
  report.source_id = "day" + std::to_string(random() % 1000000) + ".jsonl:7";
  if (often(random)) report.outlet = "Outlet " + std::to_string(below(random, 20));
  if (often(random)) report.url = "https://news.example/" + std::to_string(random() % 1000000);
  report.title = random_text(random, below(random, 12));
  if (often(random)) report.byline = random_text(random, 2);
  if (often(random)) report.dateline = random_text(random, 1);
  if (often(random)) report.published = random_date(random);
  report.published_from = static_cast<PublishedFrom>(below(random, 6));
  report.language = often(random) ? "en" : "";
  report.text = random_text(random, below(random, 200));
  add_parts(random, report);
  report.id = report_id(report);
  return report;
}

}  // namespace crossread::test
