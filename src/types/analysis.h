// What every word of a report is: sentences, tokens, names, times, quantities. All positions are bytes into the
// report's text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "types/date.h"
#include "types/span.h"
#include "types/tags.h"

namespace crossread {

struct Sentence {
  ByteSpan span;
  std::uint32_t first_token = 0;  // tokens [first_token, end_token) of Analysis::tokens
  std::uint32_t end_token = 0;
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

inline constexpr std::int32_t kRootHead = -1;

struct Token {
  ByteSpan span;
  std::string lemma;  // "go" of "went"; names keep their capitals
  Upos upos = Upos::x;
  Xpos xpos = Xpos::fw;
  Relation relation = Relation::dep;
  std::int32_t head = kRootHead;  // index of the governor in Analysis::tokens, within the same sentence
  friend bool operator==(const Token&, const Token&) = default;
};

enum class EntityKind : std::uint8_t {
  person,
  organisation,
  place,
  group,
  facility,
  vehicle,
  weapon,
  law,
  product,
  event,
  other
};
inline constexpr std::size_t kEntityKinds = 11;
enum class MentionLevel : std::uint8_t { name, nominal, pronoun };

// Words that stand for a thing. `entity` numbers the things of this report from 0: equal numbers, the same thing.
struct Mention {
  ByteSpan span;
  EntityKind kind = EntityKind::other;
  MentionLevel level = MentionLevel::name;
  std::uint32_t entity = 0;
  friend bool operator==(const Mention&, const Mention&) = default;
};

enum class TimeType : std::uint8_t { date, time, duration, set };  // TimeML's TIMEX3 types

struct TimeExpression {
  ByteSpan span;
  TimeType type = TimeType::date;
  std::string value;  // TimeML value: "2020-01-08", "2020-01-08TEV", "P3D", "XXXX-WXX-3" when not resolved
  Date date;          // resolved, or with empty ends
  friend bool operator==(const TimeExpression&, const TimeExpression&) = default;
};

// A number with what it counts: `at least 11 missiles` is 11, low 11, high without bound; `about 200` is 200 without
// bounds; `dozens` has no value, low 24.
struct Quantity {
  ByteSpan span;
  std::optional<double> value;  // empty: only bounds are told
  std::optional<double> low;    // empty: no bound
  std::optional<double> high;
  std::string unit;     // head noun as a lemma where known ("missile"), currency code, "percent"; "" when unknown
  std::string of = {};  // what befell people ("killed"), "age"; "" when neither
  std::optional<std::uint32_t> part_of = {};  // index in Analysis::quantities of the whole: 11 of which
  friend bool operator==(const Quantity&, const Quantity&) = default;
};

struct Analysis {
  std::vector<Sentence> sentences;    // in order of text
  std::vector<Token> tokens;          // in order of text
  std::vector<Mention> mentions;      // in order of text
  std::vector<TimeExpression> times;  // in order of text
  std::vector<Quantity> quantities;   // in order of text
  friend bool operator==(const Analysis&, const Analysis&) = default;
};

}  // namespace crossread
