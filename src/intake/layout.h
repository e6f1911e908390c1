// What of a text is the report and what is furniture. Each line of the text is told apart by the shipped tables, by its
// shape and by its place; what is left over, and every doubt, is the report.
//
// Worked example (kind on the left):
//   section   World
//   headline  Rains cut road to Kindu
//   byline    By Aline Mputu
//   dateline  KINDU, 4 May (CWS) -
//   body      Heavy rains have cut the only road to Kindu, officials said on Sunday.
//   related   Read also: Bridge at Kasongo to open in June
//   credit    - CWS
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/date_words.h"
#include "lexicon/furniture.h"
#include "lexicon/town_names.h"
#include "types/report.h"

namespace crossread::intake {

// What the page or record says of itself, in so far as it helps to read the text.
struct Sayings {
  std::optional<std::string> title;
  std::optional<std::string> outlet;
  std::optional<std::string> byline;
};

// A line of which the page itself tells what it is (`figcaption`); `report`: the page says that it is a paragraph.
struct KnownLine {
  ByteSpan span;
  std::optional<FurnitureKind> kind;
};

struct Layout {
  std::string title;  // "" if no line is one
  std::optional<std::string> outlet;
  std::optional<std::string> byline;
  std::optional<std::string> dateline;
  std::optional<Date> published;
  std::vector<ByteSpan> body;
  std::vector<Furniture> furniture;
  std::vector<Credit> credits;
  std::vector<Notice> notices;
};

struct LayoutTables {
  const FurnitureLexicon& furniture;
  const PressNames& names;
  const DateWords& dates;
  const TownNames& towns;
};

// `text` is normalised. `known` in order of place. Every byte that is not blank ends up in `body` or in `furniture`,
// and in one of them only. Guarded by tests/intake/layout_test.cpp and fuzz/intake.
Layout lay_out(std::string_view text, const Sayings& sayings, const std::vector<KnownLine>& known,
               const LayoutTables& tables);

}  // namespace crossread::intake
