// The reports in full, each once, with the cited words marked; and for the script what they share.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "render/brief_sections.h"
#include "render/names.h"
#include "render/outlet_phrases.h"
#include "render/phrases.h"

namespace crossread {
namespace {

class Articles {
 public:
  explicit Articles(const Cites& cites) : cites_(cites), brief_(cites.brief()) {}

  std::string written() {
    out_ += section_start(cites_, "reports", "The reports in full");
    for (std::uint32_t i = 0; i < brief_.reports.size(); ++i) article(i);
    write("</section>\n");
    links();
    return std::move(out_);
  }

 private:
  template <class... Parts>
  void write(fmt::format_string<Parts...> format, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Parts>(parts)...);
  }

  void article(std::uint32_t index) {
    const Report& shown = cites_.report(index);
    const std::size_t origin = cites_.origin_of(index);
    write("<article class=\"report o{}\" id=\"{}\" data-number=\"{}\" data-letter=\"{}\"{}>", colour(origin),
          cites_.report_id(index), index + 1, letters(origin),
          shown.language.empty() ? "" : fmt::format(" lang=\"{}\"", escaped(shown.language)));
    write(
        "<details><summary><b class=\"number\">{}</b> <span class=\"outlet\">{}</span> <span class=\"title\">{}</span> "
        "<span class=\"when\">{}</span></summary>",
        index + 1, escaped(outlet_name(shown)), escaped(title_phrase(shown)), escaped(date_phrase(shown.published)));
    write("<p class=\"facts\">{}</p>", facts(shown, brief_.outlets[index]));
    write("<div class=\"text\">{}</div></details></article>\n", text_html(shown, cites_.marks(index)));
  }

  static std::string facts(const Report& shown, const std::optional<OutletFacts>& outlet) {
    std::vector<std::string> parts = {fmt::format("<code>{}</code>", shown.id.str())};
    if (outlet) parts.push_back(escaped(outlet_phrase(*outlet)));
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
      const std::uint32_t taker = place_of(brief_, link.report);
      const std::uint32_t source = place_of(brief_, link.other);
      write("{}{{\"report\":\"{}\",\"other\":\"{}\",\"kind\":\"{}\",\"direction\":\"{}\",\"words\":{},\"passages\":[",
            i == 0 ? "" : ",", cites_.report_id(taker), cites_.report_id(source), kind_phrase(link.kind),
            word_of(link.direction), link.shared_words);
      for (std::size_t k = 0; k < link.passages.size(); ++k) {
        const Passage& passage = link.passages[k];
        write("{}[{},{},{},{}]", k == 0 ? "" : ",", cites_.points(taker).at(passage.report.begin),
              cites_.points(taker).at(passage.report.end), cites_.points(source).at(passage.other.begin),
              cites_.points(source).at(passage.other.end));
      }
      write("]}}");
    }
    write("]</script>\n");
  }

  const Cites& cites_;
  const Brief& brief_;
  std::string out_;
};

}  // namespace

std::string reports_html(const Cites& cites) {
  return Articles(cites).written();
}

}  // namespace crossread
