// The dateline at the head of a report: where, when and for whom it was written.
//
//   UNITED NATIONS (Dunya News) –      KINDU, Congo, 4 May (CWS) -      Daily Herald, Lagos:      TEHRAN:
//
//   dateline := item {(',' | '/') item} {'(' words ')'} separator
//   item     := place | outlet | date        separator := ':' | ':-' | '-' | '--' | '–' | '—'
//
// It must show itself: a place in capitals, a name in brackets, a date, or an outlet before the place. A place in small
// letters counts only before a colon and only if no other line begins like that, for so do interviews.
// Guarded by tests/intake/dateline_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/layout.h"
#include "types/date.h"
#include "types/span.h"

namespace crossread::intake {

struct DatelineName {
  std::string name;
  ByteSpan span;
};

struct Dateline {
  ByteSpan span;                    // from the first word to the separator, with it
  std::string place;                // "UNITED NATIONS", "KINDU, Congo"; "" if it gives none
  std::vector<DatelineName> names;  // in brackets, or before the place: agencies, outlets
  std::optional<Date> date;         // if whole
};

// The dateline with which `paragraph` of `text` begins. In a paragraph that is not the first of the report, a place and
// a colon alone are more often a speaker: there a long sentence must follow.
std::optional<Dateline> read_dateline(std::string_view text, ByteSpan paragraph, bool first,
                                      const LayoutTables& tables);

}  // namespace crossread::intake
