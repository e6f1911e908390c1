// Who wrote from whom: the reports of each origin as a tree of copies, and what they share with others.
#include <fmt/format.h>

#include <iterator>

#include "render/brief_sections.h"
#include "render/outlet_phrases.h"
#include "render/phrases.h"

namespace crossread {
namespace {

class Trees {
 public:
  explicit Trees(Cites& cites) : cites_(cites), brief_(cites.brief()) {}

  std::string written() {
    out_ += section_start(cites_, "origins", "Who wrote from whom");
    for (std::size_t i = 0; i < brief_.origins.size(); ++i) {
      const BriefOrigin& origin = brief_.origins[i];
      write("<div class=\"origin o{}\"><h4><span class=\"badge\">{}</span> {} <small>{}</small></h4>\n", colour(i),
            letters(i), escaped(origin.label), count_phrase(origin.tree.size(), "report"));
      tree(origin);
      ties(origin);
      write("</div>\n");
    }
    write("</section>\n");
    return std::move(out_);
  }

 private:
  template <class... Parts>
  void write(fmt::format_string<Parts...> format, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Parts>(parts)...);
  }

  void tree(const BriefOrigin& origin) {
    const std::vector<CopyNode>& nodes = origin.tree;
    write("<ul class=\"tree\">");
    std::uint32_t depth = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      for (; depth > nodes[i].depth; --depth) write("</li></ul>");
      if (nodes[i].depth > depth) {
        write("<ul>");
        ++depth;
      } else if (i > 0) {
        write("</li>");
      }
      write("<li>");
      node(nodes[i], origin.label);
    }
    for (; depth > 0; --depth) write("</li></ul>");
    write("</li></ul>\n");
  }

  void node(const CopyNode& node, std::string_view label) {
    write("<div class=\"node\">{}", opener(node.report));
    const Report& shown = cites_.report(node.report);
    const std::string outlet = outlet_name(shown);
    write("<p class=\"when\">{}{}{}{}</p>", outlet == label ? "" : escaped(outlet), outlet == label ? "" : ", ",
          escaped(date_phrase(shown.published)), version(brief_.reports[node.report]));
    if (node.source && node.link) {
      write(
          "<p class=\"share\"><span class=\"bar\"><i style=\"width:{}.{}%\"></i></span> <span>{} of it {} {}, {}; "
          "{}</span></p>",
          node.share / 10, node.share % 10, percent_phrase(node.share), node.told ? "from" : "also in",
          *node.source + 1, kind_phrase(brief_.links[*node.link].kind), compare_button(*node.link));
    }
    if (const std::optional<OutletFacts>& facts = brief_.outlets[node.report])
      write("<p class=\"when\">{}</p>", escaped(outlet_phrase(*facts)));
    write("</div>");
  }

  // Number and title of a report; opens its text.
  std::string opener(std::uint32_t index) const {
    return fmt::format(
        "<a class=\"open\" href=\"#{0}\" data-report=\"{0}\"><b>{1}</b> <span class=\"title\">{2}</span></a>",
        cites_.report_id(index), index + 1, escaped(title_phrase(cites_.report(index))));
  }

  static std::string version(const ReportEntry& entry) {
    if (!entry.version_of) return "";
    return entry.version ? fmt::format(", version {}", *entry.version) : ", another version";
  }

  static std::string compare_button(std::uint32_t link) {
    return fmt::format("<button type=\"button\" class=\"compare\" data-link=\"{}\">side by side</button>", link);
  }

  // What the reports of an origin share with those of others.
  void ties(const BriefOrigin& origin) {
    std::string items;
    for (std::uint32_t i = 0; i < brief_.links.size(); ++i) {
      const auto taker = place_of(brief_, brief_.links[i].report);
      const auto source = place_of(brief_, brief_.links[i].other);
      if (brief_.reports[taker].origin != origin.id || brief_.reports[source].origin == origin.id) continue;
      items += fmt::format("<li><b>{}</b> shares {} with <b>{}</b> {} {}</li>", taker + 1,
                           count_phrase(brief_.links[i].passages.size(), "passage"), source + 1,
                           escaped(outlet_name(cites_.report(source))), compare_button(i));
    }
    if (!items.empty()) write("<ul class=\"ties\">{}</ul>\n", items);
  }

  Cites& cites_;
  const Brief& brief_;
  std::string out_;
};

}  // namespace

std::string copies_html(Cites& cites) {
  return Trees(cites).written();
}

}  // namespace crossread
