// What one report says: the things that it speaks of, who said what in it, who did what, how many. The words of each
// are bytes of the report's text; statements, events, quantities and things point at one another by their places in the
// lists of the account. Made from a Report and its Analysis by the stage `account`, complete when built.
//
//   "Police fired on growers, the prefect told radio; 16 were hurt."
//   entities    0 police, 1 growers, 2 the prefect, 3 radio
//   statements  0 {speakers {2 "the prefect"}, addressee 3, act say, cue "told", content {"Police fired on growers"}}
//   quantities  0 {value 16, unit "person", of "injured", span "16"}
//   events      0 {type assault, mode firearms, actors {0}, recipients {1}, trigger "fired", source 0, quantities {0}}
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "types/analysis.h"
#include "types/date.h"
#include "types/report.h"
#include "types/span.h"

namespace crossread {

// The values are stored and modelled: a new one goes to the end of its enumeration.
// clang-format off

// What a speaker does by saying it: `say` where the words are neutral, else the most telling one.
enum class Act : std::uint8_t {
  say, announce, report, confirm, admit, deny, accuse, condemn, praise, threaten, warn, demand, order, offer, promise,
  accept, reject, ask, advise,
};
inline constexpr std::size_t kActCount = 19;

// PLOVER's sixteen types in the order of its manual (draft 2.0, 2024), then what is not political.
enum class EventType : std::uint8_t {
  agree, consult, support, concede, cooperate, aid, retreat, request, accuse, reject, threaten, protest, sanction,
  mobilize, coerce, assault,
  accident, disaster, health, crime, trial, election, economy, business, science, sport, culture, death,
};
inline constexpr std::size_t kPloverTypeCount = 16;
inline constexpr std::size_t kEventTypeCount = 28;

// PLOVER's modes, each word once; which type may have which says has_mode().
enum class EventMode : std::uint8_t {
  visit, third_party, multilateral, phone,
  withdraw, release, disarm, ceasefire, access, resign,
  assist, change, yield, meet,
  disapprove, investigate, allege,
  restrict, arrest, relations, expel, territory, violence,
  demo, riot, strike, hunger, boycott, obstruct, vandalize,
  convict, discontinue,
  troops, weapons, police, militia,
  seize, censor, curfew, martial_law, deport, withhold, misinformation, cyber,
  abduct, beat, torture, sexual, targeted, destroy, primitive, firearms, explosives, suicide_attack, aerial, drone,
  heavy_weapons, crowd_control, unconventional,
};
inline constexpr std::size_t kEventModeCount = 59;

// PLOVER's contexts: what an event is about.
enum class EventContext : std::uint8_t {
  military, intelligence, executive, legislative, election, political_institutions, pro_democracy, pro_autocracy,
  economic, legal, reparations, human_rights, rights_freedoms, repression, human_security, gender, lgbt,
  religion_ethnicity, inequality, diplomatic, territory, peacekeeping, health, asylum, migration, disasters,
  natural_resource, environment, technology, terrorism, cbrn, cyber, misinformation, crime, corruption, illegal_drugs,
  trafficking,
};
inline constexpr std::size_t kEventContextCount = 37;

// Whether it happened, as the report has it: told as fact (also inside a plain "X said"), as somebody's mere claim,
// denied by somebody, negated by the narrator, or not yet or never there.
enum class EventStatus : std::uint8_t {
  asserted, alleged, denied, negated, planned, threatened, hypothetical, requested,
};
inline constexpr std::size_t kEventStatusCount = 8;
// clang-format on

// The words of the dossier: "say", "ASSAULT", "heavy-weapons", "illegal_drugs", "asserted".
std::string_view name_of(Act act);
std::string_view name_of(EventType type);
std::string_view name_of(EventMode mode);
std::string_view name_of(EventContext context);
std::string_view name_of(EventStatus status);
std::optional<Act> act_named(std::string_view name);
std::optional<EventType> event_type_named(std::string_view name);
std::optional<EventMode> event_mode_named(std::string_view name);
std::optional<EventContext> event_context_named(std::string_view name);
std::optional<EventStatus> event_status_named(std::string_view name);

bool is_plover(EventType type);
bool has_mode(EventType type, EventMode mode);

// An office or role that a report gives to somebody: "prefect of the Atsinanana region".
struct Role {
  std::string role;
  std::optional<ByteSpan> span;  // empty: it comes from a shipped table
  friend bool operator==(const Role&, const Role&) = default;
};

// A thing of this report. Its number is its place in Account::entities, and Mention::entity says which words stand for
// it.
struct LocalEntity {
  EntityKind kind = EntityKind::other;
  std::string name;         // its fullest name in the report, else the words that describe it; never empty
  bool nameless = false;    // `name` only describes it: "the police", "two neighbours"
  std::vector<Role> roles;  // in order of text, those of a table last
  std::string country;      // ISO 3166-1 alpha-3 of the country that it is or belongs to, "" when not known
  std::string sector;       // PLOVER's three letters, "" when not known
  friend bool operator==(const LocalEntity&, const LocalEntity&) = default;
};

using EntityIndex = std::uint32_t;     // into Account::entities
using StatementIndex = std::uint32_t;  // into Account::statements
using EventIndex = std::uint32_t;      // into Account::events
using QuantityIndex = std::uint32_t;   // into Account::quantities

// Somebody or something that takes a part, with the words that stand for it there.
struct Party {
  EntityIndex entity = 0;
  std::optional<ByteSpan> span;  // "he", "the minister"; empty: clear from the paragraph alone
  friend bool operator==(const Party&, const Party&) = default;
};

// A date with its words.
struct StatedDate {
  Date date;
  std::optional<ByteSpan> span;
  friend bool operator==(const StatedDate&, const StatedDate&) = default;
};

// Who passed a statement on. Without `entity` nobody is named: "it was reported".
struct Passer {
  std::optional<EntityIndex> entity;
  ByteSpan span;
  friend bool operator==(const Passer&, const Passer&) = default;
};

// Somebody says something.
struct Statement {
  std::vector<Party> speakers;           // several when they say it jointly; none: the text names nobody
  std::optional<ByteSpan> speaker_text;  // "Trade Minister Edgard Mamiharisoa"
  std::optional<Party> addressee;
  Act act = Act::say;
  std::optional<ByteSpan> cue;              // "told", "according to"; none in a bare continuation
  std::vector<ByteSpan> content;            // the words attributed, in order; never empty
  std::vector<ByteSpan> quotes;             // in order, without their quotation marks
  bool translated = false;                  // given in translation by the text's own word
  std::optional<StatementIndex> within;     // the statement that passes this one on
  std::vector<Passer> via;                  // the same as a list, innermost first
  bool carrier = false;                     // says nothing of its own: "state TV quoted him as saying"
  bool anonymous = false;                   // unnamed on purpose: "a security source"
  bool negated = false;                     // "did not say whether"
  std::optional<StatedDate> date;           // of the saying, not of what is said
  std::optional<std::uint16_t> confidence;  // thousandths; empty: a rule was certain
  friend bool operator==(const Statement&, const Statement&) = default;
};

// A number with what it counts and of what it is a part. `at least 11 of the 16 missiles`: value 11, low 11, no high,
// unit "missile", part_of the 16.
struct StatedQuantity {
  ByteSpan span;
  std::optional<double> value;  // empty: "dozens", whose bounds may still be known
  std::optional<double> low;    // empty: no bound
  std::optional<double> high;
  std::string unit;  // a noun in the singular, a currency's code, "percent"; "person" of dead and hurt; "" not known
  std::string of;    // what was done or is measured: "killed", "launched", "price"; "" when not known
  std::optional<QuantityIndex> part_of;
  friend bool operator==(const StatedQuantity&, const StatedQuantity&) = default;
};

// Somebody does something.
struct Event {
  EventType type = EventType::assault;
  std::optional<EventMode> mode;       // one that has_mode() allows
  std::vector<EventContext> contexts;  // in order of the enumeration
  std::vector<Party> actors;
  std::vector<Party> recipients;
  std::optional<Party> instrument;
  std::optional<Party> place;
  ByteSpan trigger;                // the fewest words that name it: "fired", "drone strike"
  ByteSpan sentence;               // where it stands
  std::optional<StatedDate> date;  // when the text gives one for it
  EventStatus status = EventStatus::asserted;
  std::optional<StatementIndex> source;     // the statement it is told in, when it is somebody's word
  std::vector<EventIndex> causes;           // what brought it about
  bool background = false;                  // before the story began
  std::vector<QuantityIndex> quantities;    // in order of text
  std::optional<std::uint16_t> confidence;  // thousandths; empty: a rule was certain
  friend bool operator==(const Event&, const Event&) = default;
};

struct Account {
  ReportId report;
  std::vector<LocalEntity> entities;       // those of the analysis under their numbers there, then those met since
  std::vector<Mention> mentions;           // in order of text; of every entity at least one
  std::vector<StatedQuantity> quantities;  // in order of text
  std::vector<Statement> statements;       // in order of their first content, an outer one before what it holds
  std::vector<Event> events;               // in order of trigger
  friend bool operator==(const Account&, const Account&) = default;
};

// Derived from the report and the spans, so that the same words keep their id whatever else the report holds.
StatementId statement_id(ReportId report, const Statement& statement);
EventId event_id(ReportId report, const Event& event);
QuantityId quantity_id(ReportId report, const StatedQuantity& quantity);

// What is wrong with an account, one line a fault, empty when whole: every index and span within its list and text,
// contents not empty, modes of their types, every entity with a mention, chains without rings.
std::vector<std::string> faults_of(const Account& account, std::string_view text);

// A report with its account, as the stages across reports take them. Both must outlive it.
struct ReadReport {
  const Report* report = nullptr;
  const Account* account = nullptr;
};

}  // namespace crossread
