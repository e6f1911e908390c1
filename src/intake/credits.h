// Whose copy a report is: the names of agencies and outlets in lines and line ends that credit somebody.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "intake/layout.h"
#include "intake/line_judge.h"
#include "intake/lines.h"
#include "types/report.h"

namespace crossread::intake {

// What stands behind the last sentence of a line: "... sources said. – AFP", "... he said. (Reuters)".
struct CreditedEnd {
  ByteSpan span;
  std::vector<LineToken> names;
  bool agencies = false;  // known ones; else it is a word in capitals
};

// Equal words, whatever their case.
bool same_name(const std::vector<LineToken>& words, std::string_view name);

// Where behind the last sentence of a line a dash, a bracket or "Source:" begins what may be a credit.
bool ends_sentence(std::string_view before);

class CreditReader {
 public:
  // All must outlive it. `outlet`: who publishes, if known; it does not credit itself.
  CreditReader(std::string_view text, const LayoutTables& tables, const LineJudge& judge,
               const std::optional<std::string>& outlet)
      : text_(text), tables_(tables), judge_(judge), outlet_(outlet) {}

  // The names in a line that is a credit: "Source: AFP", "Reuters contributed to this report".
  std::vector<Credit> of_credit(const Line& line) const;

  // Those in a line that says who wrote: only what looks like the press, for most names there are people's.
  std::vector<Credit> of_byline(const Line& line) const;

  std::optional<CreditedEnd> at_end(ByteSpan line) const;
  std::optional<Credit> of_end(const CreditedEnd& end) const;

  // A line below the report that is nothing but names of the press and the small words around them: "– Kestrel News",
  // "(GLPA)", "with Kestrel News", "KNW, Daybreak". `right_below`: no line stands between it and the last paragraph.
  bool is_lone(const Line& line, bool right_below) const;

  // "Mediterranean Wire Service", "Dakshin News Service, 2030 hrs IST, 15 October 2024": a name that ends like those of
  // the press, and at most a date.
  bool names_press(const Line& line) const;

 private:
  using Words = std::vector<LineToken>;
  std::vector<Words> names_of(const Line& line) const;
  bool is_credited(const Words& words) const;
  bool like_press(const Words& words) const;
  Credit credit_of(const Words& words) const;

  std::string_view text_;
  const LayoutTables& tables_;
  const LineJudge& judge_;
  const std::optional<std::string>& outlet_;
};

}  // namespace crossread::intake
