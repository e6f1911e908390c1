// What the reports of a storyline jointly say: one proposition with all its tellers, and where they part, slot by slot.
// Made by the stage `claim` from accounts, identities and origins.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.h"
#include "types/account.h"
#include "types/date.h"
#include "types/span.h"

namespace crossread {

enum class ClaimKind : std::uint8_t { event, statement };
inline constexpr std::size_t kClaimKindCount = 2;

enum class SlotKind : std::uint8_t {
  count,
  casualties,
  date,
  place,
  actor,
  recipient,
  instrument,
  cause,
  status,
  wording
};
inline constexpr std::size_t kSlotKindCount = 10;

// agreed: equal within bounds, two or more origins. compatible: neither excludes the other. revised: a later position
// of the same holder, or one that names what it replaces or admits what was alleged. disputed: they exclude each other
// and none replaces the other. single: one origin.
enum class Verdict : std::uint8_t { agreed, disputed, revised, compatible, single };
inline constexpr std::size_t kVerdictCount = 5;

enum class DissentKind : std::uint8_t { denied, corrected, doubted };
inline constexpr std::size_t kDissentKindCount = 3;

std::string_view name_of(ClaimKind kind);
std::string_view name_of(SlotKind slot);
std::string_view name_of(Verdict verdict);
std::string_view name_of(DissentKind why);
std::optional<SlotKind> slot_kind_named(std::string_view name);
std::optional<Verdict> verdict_named(std::string_view name);

// The statement or event of a report that tells it.
using ToldBy = std::variant<EventId, StatementId>;

struct Support {
  Evidence evidence;
  ToldBy by;
  OriginId origin;
  std::optional<EntityId> root;  // the outermost source named, if any
  friend bool operator==(const Support&, const Support&) = default;
};

struct Dissent {
  Evidence evidence;
  ToldBy by;
  OriginId origin;
  DissentKind why = DissentKind::denied;
  friend bool operator==(const Dissent&, const Dissent&) = default;
};

// One value of a slot, with those who hold it.
struct Position {
  std::variant<std::string, double, Date> value;  // a number for counts, a date, else a name or words
  std::optional<double> low;                      // of a number; empty: no bound
  std::optional<double> high;
  std::vector<EntityId> holders;            // on whose word, in order of evidence; none: the reports themselves
  std::vector<OriginId> origins;            // in order of evidence; never empty
  std::optional<Date> held;                 // when it was first held
  std::optional<std::uint32_t> supersedes;  // place in Slot::positions of the one that it replaces
  std::vector<Evidence> evidence;           // in canonical order; never empty
  friend bool operator==(const Position&, const Position&) = default;
};

struct Slot {
  SlotKind slot = SlotKind::count;
  std::string unit;  // of counts and casualties, "" of others
  std::string of;
  std::vector<Position> positions;  // in order of their first evidence; never empty
  Verdict verdict = Verdict::single;
  friend bool operator==(const Slot&, const Slot&) = default;
};

struct Claim {
  ClaimId id;  // of its first support
  StorylineId storyline;
  std::vector<StoryId> stories;  // of its supporting reports, in order of story
  ClaimKind kind = ClaimKind::event;
  std::string summary;  // words of its first telling; never empty
  std::optional<Date> date;
  std::vector<Support> support;  // in canonical order of report, then of text; never empty
  std::vector<Dissent> dissent;  // so too
  std::uint32_t reports = 0;     // reports that carry it
  std::uint32_t origins = 0;     // independent acts of reporting
  std::uint32_t roots = 0;       // named first sources
  std::vector<Slot> slots;       // in order of SlotKind, unit, of
  friend bool operator==(const Claim&, const Claim&) = default;
};

}  // namespace crossread
