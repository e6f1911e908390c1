// A text is cut wherever a mark or a piece of furniture begins or ends; between two cuts everything is covered by the
// same things, so overlapping marks never make crossing tags.
#include "render/html.h"

#include <algorithm>
#include <set>

namespace crossread {
namespace {

bool starts_with_scheme(std::string_view url, std::string_view scheme) {
  if (url.size() < scheme.size()) return false;
  return std::ranges::equal(url.substr(0, scheme.size()), scheme, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a | 0x20) : a) == b;
  });
}

std::set<std::uint32_t> cuts(const Report& report, std::span<const Mark> marks) {
  std::set<std::uint32_t> found = {0, static_cast<std::uint32_t>(report.text.size())};
  for (const Furniture& piece : report.furniture) found.insert({piece.span.begin, piece.span.end});
  for (const Mark& mark : marks) found.insert({mark.span.begin, mark.span.end});
  return found;
}

std::string piece_html(const Report& report, std::span<const Mark> marks, ByteSpan piece) {
  const auto covers = [&](const auto& layer) { return layer.span.contains(piece); };
  const bool furniture = std::ranges::any_of(report.furniture, covers);
  const bool marked = std::ranges::any_of(marks, covers);
  std::string html = escaped(piece.in(report.text));
  if (marked) html = "<mark>" + html + "</mark>";
  if (furniture) html = "<span class=\"fur\">" + html + "</span>";
  return html;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      case '\r':
        safe += "&#13;";  // a parser would read it as a line end
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

std::string safe_link(std::string_view url) {
  const bool web = starts_with_scheme(url, "http://") || starts_with_scheme(url, "https://");
  return web ? escaped(url) : "";
}

std::string text_html(const Report& report, std::span<const Mark> marks) {
  std::string html;
  const std::set<std::uint32_t> at = cuts(report, marks);
  for (auto cut = at.begin(); cut != at.end(); ++cut) {
    for (const Mark& mark : marks) {
      if (mark.span.begin == *cut) html += "<a id=\"" + mark.id + "\"></a>";
    }
    const auto next = std::next(cut);
    if (next != at.end()) html += piece_html(report, marks, {*cut, *next});
  }
  return html;
}

}  // namespace crossread
