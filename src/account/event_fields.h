// What words tell of events before any report is read (data/lexicon/<lang>/event_fields.tsv): the types of deeds that a
// word may name and how surely, and how its parties stand to it. Wider than frames, and never enough for an event by
// itself. A row may have several words: "call off" the verb with its particle, object or what hangs on it by a
// preposition, "car-bomb" a noun with the one before it.
//
//   fields.of("strike", FieldWord::verb)      ASSAULT likely, PROTEST possible ...
//   fields.phrases_of("call")                 {"off"}: REJECT sure ...
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.h"
#include "types/account.h"

namespace crossread::account {

// A type of event by its number, or a kind of verb that mostly tells of none: of speech, of state, of every day.
using EventField = std::uint8_t;
inline constexpr EventField kSpeechField = kEventTypeCount;
inline constexpr EventField kStateField = kEventTypeCount + 1;
inline constexpr EventField kEverydayField = kEventTypeCount + 2;

// How surely a word that stands alone tells of a deed of the type.
enum class Surety : std::uint8_t { possible, likely, sure };

struct KnownField {
  EventField field = 0;
  Surety surety = Surety::likely;
  bool operator==(const KnownField&) const = default;
};

// How a verb stands to its parties: whom it befalls is its subject; both sides do it; its object is spoken to; it tells
// that a deed took place; it carries a noun that names the deed.
enum class VerbTrait : std::uint8_t { undergo, mutual, address, happen, light };
inline constexpr std::size_t kVerbTraits = 5;

enum class FieldWord : std::uint8_t { verb, noun, adjective, field };

struct FieldPhrase {
  std::vector<std::string> rest;  // the words beside the first, in order of the row
  std::vector<KnownField> fields;
};

class EventFields {
 public:
  // Throws BrokenWorld, naming the line, if the table cannot be read or a row is bad.
  explicit EventFields(const std::filesystem::path& language_folder);

  // In order of the types' numbers; empty for a word that is not listed.
  const std::vector<KnownField>& of(std::string_view lemma, FieldWord word) const;
  // Those that begin with the verb or adjective, in the table's order.
  const std::vector<FieldPhrase>& phrases_of(std::string_view lemma) const;
  bool has(std::string_view verb, VerbTrait trait) const;
  // The single verbs and nouns that surely name a deed of the type, in order of the table.
  const std::vector<std::string>& sure_words(EventField type) const { return sure_words_[type]; }

 private:
  void add(std::string_view lemma, FieldWord word, KnownField known);

  std::array<StringMap<std::vector<KnownField>>, 4> fields_;
  StringMap<std::vector<FieldPhrase>> phrases_;
  StringMap<std::array<bool, kVerbTraits>> traits_;
  std::array<std::vector<std::string>, kEventTypeCount> sure_words_;
};

}  // namespace crossread::account
