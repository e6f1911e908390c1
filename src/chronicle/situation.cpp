#include "chronicle/situation.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

#include "lexicon/table.h"

namespace crossread {
namespace {

bool has_happened(EventStatus status) {
  return status == EventStatus::asserted || status == EventStatus::alleged || status == EventStatus::threatened;
}

// An event with the account that tells it.
struct Told {
  const AccountEntry* entry = nullptr;
  const Event* event = nullptr;
};

class Gathering {
 public:
  Gathering(const StorylineFile& file, const PloverScores& scores) : file_(file), scores_(scores) {
    for (const AccountEntry& entry : file.accounts) {
      for (const Event& event : entry.account.events) told_[event_id(entry.account.report, event)] = {&entry, &event};
    }
    for (const Entity& entity : file.entities) entities_[entity.id] = &entity;
  }

  std::vector<SituationRow> rows() {
    for (const Claim& claim : file_.claims) take(claim);
    std::vector<SituationRow> rows;
    for (auto& [key, cell] : cells_) {
      const auto& [day, actor, recipient] = key;
      const auto count = static_cast<std::int64_t>(cell.claims.size());
      rows.push_back({day, actor, recipient, static_cast<std::int32_t>(cell.sum / count), std::move(cell.claims)});
    }
    return rows;
  }

 private:
  struct Cell {
    std::int64_t sum = 0;
    std::vector<ClaimId> claims;
  };

  // The first telling that says it happened and names both sides speaks for the claim.
  void take(const Claim& claim) {
    if (claim.kind != ClaimKind::event || !claim.date || !claim.date->start || claim.date->grain > Grain::day) return;
    for (const Support& support : claim.support) {
      const EventId* id = std::get_if<EventId>(&support.by);
      const auto at = id == nullptr ? told_.end() : told_.find(*id);
      if (at == told_.end() || !has_happened(at->second.event->status)) continue;
      const Event& event = *at->second.event;
      const std::optional<std::int32_t> score = scores_.score(event.type, event.mode);
      const std::set<std::string> actors = sides(*at->second.entry, event.actors);
      const std::set<std::string> recipients = sides(*at->second.entry, event.recipients);
      if (!score || actors.empty() || recipients.empty()) continue;
      for (const std::string& actor : actors) {
        for (const std::string& recipient : recipients) add(claim, actor, recipient, *score);
      }
      return;
    }
  }

  void add(const Claim& claim, const std::string& actor, const std::string& recipient, std::int32_t score) {
    if (actor == recipient) return;
    Cell& cell = cells_[{claim.date->start->day, actor, recipient}];
    cell.sum += score;
    cell.claims.push_back(claim.id);
  }

  // The countries of parties; the name of one that has none.
  std::set<std::string> sides(const AccountEntry& entry, const std::vector<Party>& parties) const {
    std::set<std::string> sides;
    for (const Party& party : parties) {
      const auto at = entities_.find(entry.entity_of[party.entity]);
      if (at == entities_.end()) continue;
      const Entity& entity = *at->second;
      if (!entity.country.empty()) {
        sides.insert(entity.country);
      } else if (!entity.nameless) {
        sides.insert(entity.name);
      }
    }
    return sides;
  }

  const StorylineFile& file_;
  const PloverScores& scores_;
  std::unordered_map<EventId, Told> told_;
  std::unordered_map<EntityId, const Entity*> entities_;
  std::map<std::tuple<std::int32_t, std::string, std::string>, Cell> cells_;
};

}  // namespace

PloverScores::PloverScores(const std::filesystem::path& file) {
  const Table table(file, 3);
  for (const Table::Row& row : table.rows()) {
    const std::optional<EventType> type = event_type_named(row[0]);
    if (!type || !is_plover(*type)) table.refuse(row, "no type of PLOVER");
    std::optional<EventMode> mode;
    if (row[1] != "-") {
      mode = event_mode_named(row[1]);
      if (!mode || !has_mode(*type, *mode)) table.refuse(row, "the type has no such mode");
    }
    scores_[{*type, mode}] = table.number(row, 2, -10000, 10000);
  }
}

std::optional<std::int32_t> PloverScores::score(EventType type, std::optional<EventMode> mode) const {
  auto at = scores_.find({type, mode});
  if (at == scores_.end()) at = scores_.find({type, std::nullopt});
  return at == scores_.end() ? std::nullopt : std::optional(at->second);
}

std::vector<SituationRow> situation_of(const StorylineFile& file, const PloverScores& scores) {
  return Gathering(file, scores).rows();
}

}  // namespace crossread
