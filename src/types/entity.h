// Who and what the reports of a storyline speak of: identities, across reports. Made from accounts by the stage
// `identity`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "types/account.h"
#include "types/analysis.h"
#include "types/span.h"

namespace crossread {

struct Alias {
  std::string text;
  std::uint32_t mentions = 0;
  friend bool operator==(const Alias&, const Alias&) = default;
};

// A role with the words that give it, or from a shipped table.
struct EntityRole {
  std::string role;
  std::optional<Evidence> evidence;
  friend bool operator==(const EntityRole&, const EntityRole&) = default;
};

struct EntityMention {
  Evidence place;
  MentionLevel level = MentionLevel::name;
  friend bool operator==(const EntityMention&, const EntityMention&) = default;
};

struct Entity {
  EntityId id;  // of its first mention in canonical order
  EntityKind kind = EntityKind::other;
  std::string name;
  bool nameless = false;                 // `name` only describes it
  std::vector<Alias> aliases;            // its names, most mentions first, then by text
  std::vector<EntityRole> roles;         // in canonical order of the evidence, each role once; those of a table last
  std::string country;                   // ISO 3166-1 alpha-3, "" when not known
  std::string sector;                    // PLOVER's three letters, "" when not known
  std::optional<std::string> authority;  // id in a shipped or given register
  std::vector<EntityMention> mentions;   // in canonical order of the reports, then of text; never empty
  friend bool operator==(const Entity&, const Entity&) = default;
};

// The entities of a storyline, and which one each thing of each report is.
struct Identities {
  std::vector<Entity> entities;                       // in order of their first mentions
  std::vector<std::vector<std::uint32_t>> entity_of;  // [report of the input][LocalEntity] -> place in `entities`
  friend bool operator==(const Identities&, const Identities&) = default;
};

}  // namespace crossread
