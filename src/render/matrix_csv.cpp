// The matrix for spreadsheets: a row for each line and report.
#include <fmt/format.h>

#include "render/brief.h"
#include "render/csv_row.h"
#include "render/phrases.h"
#include "text/unicode.h"

namespace crossread {
namespace {

std::optional<ClaimId> claim_of(const Brief& brief, const MatrixRow& row) {
  switch (row.part) {
    case BriefPart::agreed:
      return brief.agreed[row.place].claim;
    case BriefPart::disputed:
      return brief.disputed[row.place].claim;
    case BriefPart::revised:
      return brief.revised[row.place].claim;
    case BriefPart::single:
      return brief.single[row.place].claim;
    case BriefPart::said:
      return brief.speakers[row.place].sayings[row.saying].line.claim;
  }
  return std::nullopt;
}

// By report, the place of its origin.
std::vector<std::size_t> origins_of(const Brief& brief) {
  std::vector<std::size_t> origin_of(brief.reports.size());
  for (std::size_t i = 0; i < brief.origins.size(); ++i) {
    for (const CopyNode& node : brief.origins[i].tree) origin_of[node.report] = i;
  }
  return origin_of;
}

std::string rows_of(const Brief& brief) {
  const std::vector<std::size_t> origin_of = origins_of(brief);
  std::vector<CodePoints> points;
  for (const ReportEntry& entry : brief.reports) points.emplace_back(entry.report.text);
  std::string rows;
  for (std::size_t line = 0; line < brief.matrix.size(); ++line) {
    const MatrixRow& row = brief.matrix[line];
    const std::optional<ClaimId> claim = claim_of(brief, row);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const MatrixCell& cell = row.cells[i];
      const Report& report = brief.reports[i].report;
      const std::optional<OutletFacts>& facts = brief.outlets[i];
      const bool tells = cell.stance == Stance::tells;
      rows +=
          csv_row({brief.id.str(), std::to_string(line + 1), std::string(name_of(row.part)), claim ? claim->str() : "",
                   row_phrase(brief, row), letters(origin_of[i]), brief.origins[origin_of[i]].label, report.id.str(),
                   outlet_name(report), facts ? facts->country : "", facts ? std::string(name_of(facts->kind)) : "",
                   facts ? std::string(name_of(facts->control)) : "", facts ? facts->owner : "",
                   std::string(name_of(cell.stance)),
                   tells && (row.part == BriefPart::disputed || row.part == BriefPart::revised)
                       ? side_phrase(brief, row, cell)
                       : "",
                   cell.words ? std::string(cell.words->span.in(report.text)) : "",
                   cell.words ? std::to_string(points[i].at(cell.words->span.begin)) : "",
                   cell.words ? std::to_string(points[i].at(cell.words->span.end)) : ""}) +
          "\n";
    }
  }
  return rows;
}

}  // namespace

std::string brief_csv(std::span<const Brief> briefs) {
  std::string text =
      "story,line,part,claim,text,origin,origin_label,report,outlet,country,kind,control,owner,stance,side,words,start,"
      "end\n";
  for (const Brief& brief : briefs) text += rows_of(brief);
  return text;
}

}  // namespace crossread
