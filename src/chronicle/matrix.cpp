#include "chronicle/matrix.h"

namespace crossread {
namespace {

class Filling {
 public:
  Filling(const Brief& brief, const Sentences& sentences, const Bearers& bearers)
      : brief_(brief), sentences_(sentences), bearers_(bearers) {}

  std::vector<MatrixRow> rows() {
    lines(BriefPart::agreed, brief_.agreed);
    partings(BriefPart::disputed, brief_.disputed);
    partings(BriefPart::revised, brief_.revised);
    lines(BriefPart::single, brief_.single);
    for (std::uint32_t i = 0; i < brief_.speakers.size(); ++i) {
      for (std::uint32_t k = 0; k < brief_.speakers[i].sayings.size(); ++k) {
        MatrixRow& row = begin(BriefPart::said, i);
        row.saying = k;
        tell(row, brief_.speakers[i].sayings[k].line.citations, 0);
        look_near(row, brief_.speakers[i].sayings[k].line.citations.front());
      }
    }
    return std::move(rows_);
  }

 private:
  MatrixRow& begin(BriefPart part, std::uint32_t place) {
    MatrixRow& row = rows_.emplace_back();
    row.part = part;
    row.place = place;
    row.cells.resize(brief_.reports.size());
    return row;
  }

  void lines(BriefPart part, const std::vector<BriefLine>& lines) {
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
      MatrixRow& row = begin(part, i);
      tell(row, lines[i].citations, 0);
      look_near(row, lines[i].citations.front());
      if (lines[i].core) look_near(row, {lines[i].citations.front().report, *lines[i].core});
    }
  }

  void partings(BriefPart part, const std::vector<BriefParting>& partings) {
    for (std::uint32_t i = 0; i < partings.size(); ++i) {
      MatrixRow& row = begin(part, i);
      for (std::uint32_t side = 0; side < partings[i].sides.size(); ++side)
        tell(row, partings[i].sides[side].values, side);
      for (const BriefSide& side : partings[i].sides) look_near(row, side.line.citations.front());
    }
  }

  // The first side that a report takes stands.
  static void tell(MatrixRow& row, const std::vector<Citation>& places, std::uint32_t side) {
    for (const Citation& place : places) {
      MatrixCell& cell = row.cells[place.report];
      if (cell.stance != Stance::tells) cell = {Stance::tells, side, place};
    }
  }

  void look_near(MatrixRow& row, const Citation& words) const {
    for (const std::size_t sentence : bearers_.touching(sentences_.terms_of(words), words.report)) {
      const Citation& place = sentences_[sentence].place;
      MatrixCell& cell = row.cells[place.report];
      if (cell.stance == Stance::silent) cell = {Stance::near, 0, place};
    }
  }

  const Brief& brief_;
  const Sentences& sentences_;
  const Bearers& bearers_;
  std::vector<MatrixRow> rows_;
};

}  // namespace

std::vector<MatrixRow> matrix(const Brief& brief, const Sentences& sentences, const Bearers& bearers) {
  return Filling(brief, sentences, bearers).rows();
}

}  // namespace crossread
