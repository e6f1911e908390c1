#include "chronicle/told.h"

#include <algorithm>

namespace crossread {

Told::Told(const StoryFile& file) : file_(file), accounts_(file.members.size(), nullptr) {
  for (std::uint32_t i = 0; i < file.members.size(); ++i) reports_[file.members[i].entry.report.id] = i;
  for (const AccountEntry& entry : file.told.accounts) {
    const auto at = reports_.find(entry.account.report);
    if (at == reports_.end()) continue;
    accounts_[at->second] = &entry;
    for (const Event& event : entry.account.events) events_[event_id(at->first, event)] = {at->second, &event};
    for (const Statement& statement : entry.account.statements)
      statements_[statement_id(at->first, statement)] = {at->second, &statement};
  }
  for (const Entity& entity : file.told.entities) entities_[entity.id] = &entity;
}

std::optional<Citation> Told::citation(const Evidence& evidence) const {
  const auto at = reports_.find(evidence.report);
  if (at == reports_.end()) return std::nullopt;
  const bool in_body =
      std::ranges::any_of(report(at->second).body, [&](ByteSpan range) { return range.contains(evidence.span); });
  return in_body ? std::optional(Citation{at->second, evidence.span}) : std::nullopt;
}

std::optional<Told::AnEvent> Told::find(EventId id) const {
  const auto at = events_.find(id);
  return at == events_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<Told::AStatement> Told::find(StatementId id) const {
  const auto at = statements_.find(id);
  return at == statements_.end() ? std::nullopt : std::optional(at->second);
}

const Entity* Told::entity(EntityId id) const {
  const auto at = entities_.find(id);
  return at == entities_.end() ? nullptr : at->second;
}

const Entity* Told::entity(std::uint32_t report, EntityIndex entity_index) const {
  const AccountEntry* entry = accounts_[report];
  if (entry == nullptr || entity_index >= entry->entity_of.size()) return nullptr;
  return entity(entry->entity_of[entity_index]);
}

}  // namespace crossread
