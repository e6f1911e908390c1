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

  std::vector<Treatment> treatments() {
    for (const Claim& claim : file_.claims) take(claim);
    std::ranges::stable_sort(found_, {}, key_of);
    return std::move(found_);
  }

  static std::tuple<std::int32_t, std::string_view, std::string_view> key_of(const Treatment& treatment) {
    return {treatment.day, treatment.actor, treatment.recipient};
  }

 private:
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
        for (const std::string& recipient : recipients) {
          if (actor == recipient) continue;
          found_.push_back({claim.date->start->day, actor, recipient, event.status, *score, &claim});
        }
      }
      return;
    }
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
  std::vector<Treatment> found_;
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

std::vector<Treatment> treatments_of(const StorylineFile& file, const PloverScores& scores) {
  return Gathering(file, scores).treatments();
}

std::vector<SituationRow> situation_of(const StorylineFile& file, const PloverScores& scores) {
  const std::vector<Treatment> all = treatments_of(file, scores);
  std::vector<SituationRow> rows;
  for (auto first = all.begin(); first != all.end();) {
    const auto end = std::find_if(first, all.end(), [&](const Treatment& treatment) {
      return Gathering::key_of(treatment) != Gathering::key_of(*first);
    });
    SituationRow row{first->day, first->actor, first->recipient, 0, {}};
    std::int64_t sum = 0;
    for (auto at = first; at != end; ++at) {
      sum += at->score;
      row.claims.push_back(at->claim->id);
    }
    row.score = static_cast<std::int32_t>(sum / (end - first));
    rows.push_back(std::move(row));
    first = end;
  }
  return rows;
}

}  // namespace crossread
