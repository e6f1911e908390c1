// Spans into texts that are asked for once for each run of evidence from one report: a row mostly stays with a report
// for a while.
#pragma once

#include <optional>
#include <string>

#include "render/export_json.h"
#include "render/json_row.h"

namespace crossread {

class EvidenceSpans {
 public:
  EvidenceSpans(Json& json, const TextOf& text_of) : json_(json), text_of_(text_of) {}

  const Shown& text(ReportId report) {
    if (!shown_ || report_ != report) {
      report_ = report;
      text_ = text_of_(report);
      shown_.emplace(text_);
    }
    return *shown_;
  }

  void write(const Evidence& evidence) { json_.span(evidence.report, text(evidence.report), evidence.span); }

 private:
  Json& json_;
  const TextOf& text_of_;
  ReportId report_;
  std::string text_;
  std::optional<Shown> shown_;
};

}  // namespace crossread
