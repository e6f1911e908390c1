// Writes the dossier (docs/design/export.md; schema/dossier.schema.json): the public, versioned interface. Positions
// become code points here, shares get three decimals and other numbers at most four; the same values give the same
// bytes.
//
//   write_json(dossier, std::cout);                       // a dossier that fits in memory
//
//   DossierWriter writer(out, producer);                  // one that does not
//   writer.section("reports");
//   store.each_report([&](const ReportEntry& entry) { writer.row(report_row(entry)); });
//   writer.finish();
#pragma once

#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "types/account.h"
#include "types/analysis.h"
#include "types/dossier.h"
#include "types/given_words.h"
#include "types/storyline.h"

namespace crossread {

inline constexpr std::string_view kSchemaVersion = "1.0.0";

// The arrays of the document in their order: "reports", "rejections", ... "changes".
std::span<const std::string_view> dossier_keys();

// The text of a report, for spans into reports that are not at hand. Must know every report that it is asked for.
using TextOf = std::function<std::string(ReportId)>;

// One row as a JSON object on one line, without line end.
std::string report_row(const ReportEntry& entry);
std::string rejection_row(const Rejection& rejection);
std::string origin_row(const Origin& origin, const TextOf& text_of);
std::string lineage_row(const CopyLink& link, std::string_view report_text, std::string_view other_text);
std::string story_row(const Story& story);
std::string change_row(const Change& change);
std::string entity_row(const Entity& entity, const TextOf& text_of);
std::vector<std::string> statement_rows(const AccountEntry& entry, std::string_view text);
std::vector<std::string> event_rows(const AccountEntry& entry, std::string_view text);
std::string claim_row(const Claim& claim, const TextOf& text_of);
std::string timeline_row(const TimelineEntry& entry);
std::string advisory_row(const Advisory& advisory, const TextOf& text_of);
std::string situation_row(const SituationRow& row);

// The rows of what a storyline's reports say, under one of "entities", "statements", "events", "claims", "timeline",
// "advisories" and "situation", each with the id that a cursor names it by ("" where it has none).
using RowTaker = std::function<void(const std::string& id, const std::string& row)>;
void storyline_rows(const StorylineFile& file, std::string_view key, const RowTaker& take);

// What `extract` and `analyze` print of a report.
std::string extract_row(const Report& report);
std::string analysis_row(const Report& report, const Analysis& analysis, const Account& account);

// CoNLL-U; ends with an empty line. Where words are given, their forms, ids of sentences and words written as one are
// kept, and the analysis must be of them.
std::string analysis_conllu(const Report& report, const Analysis& analysis);
std::string analysis_conllu(const Report& report, const Analysis& analysis, const GivenWords& given);

// The whole document.
void write_json(const Dossier& dossier, std::ostream& out);

// One of dossier_keys(), an object a line; false if there is no such key.
bool write_rows(const Dossier& dossier, std::string_view key, std::ostream& out);

// The whole document row by row, in little memory.
class DossierWriter {
 public:
  DossierWriter(std::ostream& out, const Producer& producer);
  // Begins one of dossier_keys(); those before it that were not begun are written empty. Order is that of the keys.
  void section(std::string_view key);
  void row(std::string_view json);
  void finish();

 private:
  void close_section();
  std::ostream& out_;
  std::size_t next_ = 0;  // of dossier_keys(), the first not yet begun
  bool open_ = false;
  bool empty_ = true;
};

}  // namespace crossread
