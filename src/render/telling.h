// A storyline's statements and events with the names of who takes part, for rows that name rather than number.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "types/storyline.h"

namespace crossread {

// One report of a storyline with its account and the storyline's entities.
class Telling {
 public:
  Telling(const Report& report, const AccountEntry& entry, const std::map<EntityId, const Entity*>& entities)
      : report_(report), entry_(entry), entities_(entities) {}

  const Report& report() const { return report_; }
  const Account& account() const { return entry_.account; }
  const Entity& entity(EntityIndex local) const { return *entities_.at(entry_.entity_of[local]); }

  std::vector<std::string> names(const std::vector<Party>& parties) const;
  std::vector<std::string> countries(const std::vector<Party>& parties) const;  // each once, in order
  std::string name(const std::optional<Party>& party) const;                    // "" when there is none
  std::string words(const std::vector<ByteSpan>& spans) const;                  // with " … " between them
  std::string words(const std::optional<ByteSpan>& span) const;

 private:
  const Report& report_;
  const AccountEntry& entry_;
  const std::map<EntityId, const Entity*>& entities_;
};

// Every report of the storyline, in order.
void for_each_telling(const StorylineFile& file, const std::function<void(const Telling&)>& visit);

// "2020-01-08", "" when not known.
std::string day_of(const std::optional<CivilTime>& time);

}  // namespace crossread
