// Every line against every report: who tells it, which side of a parting it takes, who has nothing like it. Where
// reports are many, a column is an origin.
#include <fmt/format.h>

#include <algorithm>

#include "render/brief_sections.h"
#include "render/outlet_phrases.h"
#include "render/phrases.h"

namespace crossread {
namespace {

constexpr std::size_t kMostReports = 14;  // that have a column each

// The reports of a column; all of one origin.
struct Column {
  std::size_t origin = 0;
  std::vector<std::uint32_t> reports;
};

std::vector<Column> columns_of(const Brief& brief) {
  std::vector<Column> columns;
  const bool apart = brief.reports.size() <= kMostReports;
  for (std::size_t i = 0; i < brief.origins.size(); ++i) {
    for (const CopyNode& node : brief.origins[i].tree) {
      if (apart || columns.empty() || columns.back().origin != i) columns.push_back({i, {}});
      columns.back().reports.push_back(node.report);
    }
  }
  return columns;
}

class Matrix {
 public:
  explicit Matrix(Cites& cites) : cites_(cites), brief_(cites.brief()), columns_(columns_of(cites.brief())) {}

  std::string written() {
    out_ = section_start(cites_, "matrix", "Who tells what, who differs, who leaves it out");
    out_ +=
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Lines against reports\"><table>\n<thead>";
    heads();
    out_ += "</thead>\n";
    std::optional<BriefPart> part;
    for (const MatrixRow& row : brief_.matrix) {
      if (part != row.part) group(row.part, part.has_value());
      part = row.part;
      line(row);
    }
    out_ +=
        "</tbody></table></div>\n<p class=\"legend\">A mark opens the words that tell the line. "
        "<span class=\"near\">≈</span>: has a sentence with a good part of its words, and whether that tells the same "
        "cannot be said. "
        "·: nothing like it was found.</p></section>\n";
    return std::move(out_);
  }

 private:
  void heads() {
    out_ += "<tr><td></td>";
    for (std::size_t i = 0; i < columns_.size();) {
      std::size_t end = i;
      while (end < columns_.size() && columns_[end].origin == columns_[i].origin) ++end;
      const std::size_t origin = columns_[i].origin;
      out_ += fmt::format("<th scope=\"colgroup\" colspan=\"{}\" class=\"o{}\"><span class=\"badge\">{}</span> {}</th>",
                          end - i, colour(origin), letters(origin), escaped(brief_.origins[origin].label));
      i = end;
    }
    out_ += "</tr>\n<tr><td></td>";
    for (const Column& column : columns_) {
      out_ += fmt::format("<th scope=\"col\" class=\"o{}\">{}</th>", colour(column.origin), head_of(column));
    }
    out_ += "</tr>";
  }

  std::string head_of(const Column& column) const {
    if (column.reports.size() > 1) return count_phrase(column.reports.size(), "report");
    const std::uint32_t index = column.reports.front();
    const std::optional<OutletFacts>& facts = brief_.outlets[index];
    const std::string about = facts ? fmt::format("<small>{}</small>", escaped(outlet_phrase(*facts))) : "";
    return fmt::format("<b>{}</b> {}{}", index + 1, escaped(outlet_name(cites_.report(index))), about);
  }

  void group(BriefPart part, bool within) {
    out_ += fmt::format("{}<tbody><tr class=\"group\"><th scope=\"colgroup\" colspan=\"{}\">{}</th></tr>\n",
                        within ? "</tbody>\n" : "", columns_.size() + 1, part_phrase(part));
  }

  void line(const MatrixRow& row) {
    out_ += fmt::format("<tr><th scope=\"row\">{}</th>", escaped(row_phrase(brief_, row)));
    for (const Column& column : columns_) out_ += fmt::format("<td>{}</td>", cell(row, column));
    out_ += "</tr>\n";
  }

  std::string cell(const MatrixRow& row, const Column& column) {
    const std::uint32_t best =
        *std::ranges::max_element(column.reports, {}, [&](std::uint32_t report) { return row.cells[report].stance; });
    const MatrixCell& cell = row.cells[best];
    const auto tellers = std::ranges::count_if(
        column.reports, [&](std::uint32_t report) { return row.cells[report].stance == Stance::tells; });
    const std::string more = tellers > 1 ? fmt::format(" <small>+{}</small>", tellers - 1) : "";
    switch (cell.stance) {
      case Stance::tells:
        return cites_.chip(*cell.words, escaped(side_phrase(brief_, row, cell))) + more;
      case Stance::near:
        return cites_.chip(*cell.words, "≈");
      case Stance::silent:
        return "<span class=\"silent\"><span aria-hidden=\"true\">·</span><span class=\"unseen\">nothing like "
               "it</span></span>";
    }
    return "";
  }

  Cites& cites_;
  const Brief& brief_;
  const std::vector<Column> columns_;
  std::string out_;
};

}  // namespace

std::string matrix_html(Cites& cites) {
  return cites.brief().matrix.empty() || cites.brief().reports.size() < 2 ? "" : Matrix(cites).written();
}

}  // namespace crossread
