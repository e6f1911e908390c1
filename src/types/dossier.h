// What the store knows, as values: all that the export (the dossier) shows. Every list is in canonical order before it
// comes here; an export writes it as it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "types/account.h"
#include "types/change.h"
#include "types/claim.h"
#include "types/entity.h"
#include "types/lineage.h"
#include "types/report.h"
#include "types/story.h"
#include "types/timeline.h"

namespace crossread {

// What made the results: the program, its shipped tables and its models.
struct Producer {
  struct Model {
    std::string name;  // "language"
    std::string digest;
    friend bool operator==(const Model&, const Model&) = default;
  };
  std::string crossread;      // the program's version, "0.1.0"
  std::string tables;         // digest of data/lexicon
  std::vector<Model> models;  // in order of name
  friend bool operator==(const Producer&, const Producer&) = default;
};

// A report and what the stages across reports settled about it.
struct ReportEntry {
  Report report;
  OriginId origin;                           // of the bulk of its body
  std::optional<ReportId> version_of;        // the article's first version, when this is a later one
  std::optional<std::uint32_t> version = 1;  // 1, 2, ... by known time; empty: versions that cannot be put in order
  friend bool operator==(const ReportEntry&, const ReportEntry&) = default;
};

// What a report says, with the identity of each of its things.
struct AccountEntry {
  Account account;
  std::vector<EntityId> entity_of;  // of each LocalEntity
  friend bool operator==(const AccountEntry&, const AccountEntry&) = default;
};

struct Dossier {
  Producer producer;
  std::vector<ReportEntry> reports;     // in order of CanonicalKey
  std::vector<Rejection> rejections;    // by source id, stage, fault, detail
  std::vector<Origin> origins;          // in order of their first reports
  std::vector<CopyLink> lineage;        // in order of `report`, then `other` (their CanonicalKeys)
  std::vector<Story> stories;           // in order of their first reports
  std::vector<Entity> entities;         // by storyline, in order of their first mentions
  std::vector<AccountEntry> accounts;   // by storyline, in canonical order of their reports
  std::vector<Claim> claims;            // by storyline, in order of their first supports
  std::vector<TimelineEntry> timeline;  // by date, then claim
  std::vector<Advisory> advisories;     // by storyline, in order of report, then of text
  std::vector<SituationRow> situation;  // by day, actor, recipient
  std::vector<Change> changes;          // by batch, kind, from, to
  friend bool operator==(const Dossier&, const Dossier&) = default;
};

}  // namespace crossread
