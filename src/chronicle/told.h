// What a storyline tells, seen from the reports of one brief: its accounts by report, its events, statements and
// entities by id.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "types/brief.h"

namespace crossread {

class Told {
 public:
  struct AnEvent {
    std::uint32_t report = 0;  // place in StoryFile::members
    const Event* event = nullptr;
  };
  struct AStatement {
    std::uint32_t report = 0;
    const Statement* statement = nullptr;
  };

  // The file must outlive it.
  explicit Told(const StoryFile& file);

  // The place as a citation; empty when its report is not of the brief or the words lie outside the report's body.
  std::optional<Citation> citation(const Evidence& evidence) const;

  // Empty when no report of the brief tells it.
  std::optional<AnEvent> find(EventId id) const;
  std::optional<AStatement> find(StatementId id) const;

  const std::vector<Claim>& claims() const { return file_.told.claims; }
  std::size_t reports() const { return accounts_.size(); }
  const Report& report(std::uint32_t report) const { return file_.members[report].entry.report; }

  // Null when the report was not read.
  const AccountEntry* account(std::uint32_t report) const { return accounts_[report]; }

  // Null when nobody knows it.
  const Entity* entity(EntityId id) const;
  const Entity* entity(std::uint32_t report, EntityIndex entity) const;

 private:
  const StoryFile& file_;
  std::map<ReportId, std::uint32_t> reports_;
  std::vector<const AccountEntry*> accounts_;  // by report
  std::map<EventId, AnEvent> events_;
  std::map<StatementId, AStatement> statements_;
  std::map<EntityId, const Entity*> entities_;
};

}  // namespace crossread
