// Whatever a report's text holds, and wherever its furniture and citations stand: its row is JSON with that text and
// its words at their code points, and the HTML of the text is the text once tags are taken away.
#include <rapidjson/document.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "render/export_json.h"
#include "render/html.h"
#include "text/unicode.h"

namespace {

using namespace crossread;

std::uint32_t border(const std::string& text, std::uint8_t at) {
  auto byte = static_cast<std::uint32_t>(std::min<std::size_t>(at, text.size()));
  while (byte > 0 && byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) --byte;
  return byte;
}

std::string without_tags(const std::string& html) {
  std::string text;
  bool inside = false;
  for (const char c : html) {
    inside = inside || c == '<';
    if (!inside) text += c;
    inside = inside && c != '>';
  }
  return text;
}

void require(bool promise) {
  if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (size < 4 || !is_utf8(std::string_view(bytes).substr(4))) return 0;
  Report report;
  report.text = normalised(std::string_view(bytes).substr(4));
  const auto span = [&](std::uint8_t a, std::uint8_t b) {
    const auto [begin, end] = std::minmax({border(report.text, a), border(report.text, b)});
    return ByteSpan{begin, end};
  };
  report.body = {{0, static_cast<std::uint32_t>(report.text.size())}};
  report.credits.push_back({"c", span(data[0], data[1])});
  report.furniture.push_back({span(data[2], data[3]), FurnitureKind::advert});

  rapidjson::Document row;
  const std::string json = report_row({report, {}, {}, 1});
  row.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  require(!row.HasParseError());
  require(std::string_view(row["text"].GetString(), row["text"].GetStringLength()) == report.text);
  const auto& exact = row["credits"][0]["span"]["exact"];
  require(std::string_view(exact.GetString(), exact.GetStringLength()) == report.credits[0].span.in(report.text));

  const std::vector<Mark> marks = {{report.credits[0].span, "a"}, {report.furniture[0].span, "b"}};
  require(without_tags(text_html(report, marks)) == escaped(report.text));
  return 0;
}
