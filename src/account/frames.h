// Which words tell of which events: frames, each a lemma with what must stand beside it, the kind of event that it then
// names, and who plays which part (data/lexicon/<lang>/event_frames.tsv); and the words that say whether a deed was
// done, planned, denied (event_words.tsv).
//
//   const EventFrames frames(data / "lexicon/en");
//   for (const Frame& frame : frames.of("launch", WordClass::verb)) ...   // those with most conditions first
//
// Guarded by tests/account/frames_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.h"
#include "types/account.h"

namespace crossread::account {

enum class WordClass : std::uint8_t { verb, noun, adjective };

// A part that somebody plays. `both`: an actor beside the subject ("met with").
enum class FrameRole : std::uint8_t { actor, recipient, instrument, place, none };

// Where in the clause a word stands: the slots have short names in the table.
//   s subject (of a noun: of its light verb), o object, poss possessor, mod modifier before a noun, prt particle,
//   inf infinitive or clause that is governed; anything else is a preposition: "against".
struct FrameCondition {
  std::string slot;
  std::vector<std::string> words;  // lemmas, sorted; empty: any word
  friend bool operator==(const FrameCondition&, const FrameCondition&) = default;
};

struct SlotRole {
  std::string slot;
  FrameRole role = FrameRole::none;
  friend bool operator==(const SlotRole&, const SlotRole&) = default;
};

struct Frame {
  std::optional<EventType> type;  // empty: this use of the word is no event
  std::optional<EventMode> mode;
  std::vector<FrameCondition> conditions;  // all must hold
  std::vector<SlotRole> roles;             // those not listed are the default of the word class
  std::uint16_t confidence = 0;            // thousandths
};

// What a word above a deed says of it.
enum class Cue : std::uint8_t { promise, refuse, plan, threat, maybe, request, allege, deny, fail, light };

class EventFrames {
 public:
  // Throws BrokenWorld, naming the line, if a table cannot be read or a row is bad.
  explicit EventFrames(const std::filesystem::path& language_folder);

  // In order of trial: most conditions first, then as in the table. Empty for a word that is not listed.
  std::span<const Frame> of(std::string_view lemma, WordClass word_class) const;

  std::optional<Cue> cue(std::string_view lemma, WordClass word_class) const;

  // The mode of an ASSAULT that a weapon's name shows: "drone".
  std::optional<EventMode> mode_of_weapon(std::string_view lemma) const;

  // Whether the word is listed in class:NAME.
  bool in_class(std::string_view name, std::string_view lemma) const;

  // Calls take(lemma, frame) for the frames without conditions of verbs, in order of lemma.
  template <typename Take>
  void each_plain_verb(const Take& take) const {
    for (const std::string& lemma : verbs_) {
      const Frame& frame = frames_[0].find(lemma)->second.back();
      if (frame.conditions.empty() && frame.type) take(std::string_view(lemma), frame);
    }
  }

 private:
  void read_words(const std::filesystem::path& file);
  void read_frames(const std::filesystem::path& file);
  std::vector<std::string> words_of(std::string_view cell) const;

  StringMap<std::vector<Frame>> frames_[3];
  std::vector<std::string> verbs_;  // those with frames, sorted
  StringMap<Cue> cues_[3];
  StringMap<EventMode> weapons_;
  StringMap<StringSet> classes_;
};

}  // namespace crossread::account
