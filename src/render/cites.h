// The citations of one story's page: each a link to its words in the report in full, which stands in the page once.
//
// Colour and letter stand for an origin, the number for a report: A2 is report 2 telling in the words of origin A.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "render/html.h"
#include "text/unicode.h"
#include "types/brief.h"

namespace crossread {

class Cites {
 public:
  // `prefix` keeps the element ids of stories apart. The brief must outlive it.
  Cites(const Brief& brief, std::string prefix);

  const Brief& brief() const { return brief_; }
  const std::string& prefix() const { return prefix_; }
  const Report& report(std::uint32_t index) const { return brief_.reports[index].report; }
  std::string report_id(std::uint32_t index) const;

  std::size_t origin_of(std::uint32_t report) const { return origin_of_.at(report); }
  std::size_t origin_at(const Citation& place) const;  // whose words these are: a lender's, if they were lifted

  // A citation: opens the report at its words. `words`: what it shows, escaped; "" for letter and number.
  std::string chip(const Citation& place, const std::string& words = "");
  std::string chips(const std::vector<Citation>& places);

  // "2 origins, 5 reports"; of one origin its name, unless its words go by two letters. Behind it whose outlets all
  // are.
  std::string support(const std::vector<Citation>& places, std::uint32_t origins) const;
  std::string support(const BriefLine& line) const { return support(line.citations, line.origins); }

  // The line; what others tell of it apart from what they do not.
  std::string words(const BriefLine& line) const;

  // All tellers side by side, with the words that no other of them has marked; "" of one.
  std::string tellers(const BriefLine& line);

  // What was cited so far.
  const std::vector<Mark>& marks(std::uint32_t report) const { return marks_[report]; }
  const CodePoints& points(std::uint32_t report) const { return points_[report]; }

 private:
  const Brief& brief_;
  const std::string prefix_;
  std::vector<std::vector<Mark>> marks_;  // by report
  std::vector<CodePoints> points_;        // by report
  std::map<std::uint32_t, std::size_t> origin_of_;
  std::map<Citation, std::string> ids_;  // of the places cited
};

// The number of an origin's colour, 0 of those beyond the last.
std::size_t colour(std::size_t origin);

// The beginning of a part of a story: a section with its heading.
std::string section_start(const Cites& cites, std::string_view name, std::string_view heading);

}  // namespace crossread
