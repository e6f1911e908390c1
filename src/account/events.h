// What is done in a report: a pure function of the report, its words and the shipped frames. A word that a frame names
// (a verb, a noun of doing, a light verb with its noun) is an event where the frame's conditions hold; its clause says
// who did it to whom, with what, where, when and how many; the moods, negations and cues above it say whether it was
// done at all. Types after PLOVER (draft 2.0, 2024): a promised COOPERATE is AGREE, a threatened ASSAULT is THREATEN.
//
//   "Soldiers arrested two fishermen on Monday."   {COERCE/arrest "arrested", soldiers -> two fishermen, Monday}
//   "The union threatened to strike."              {THREATEN "threatened"}, and no PROTEST
//
// Guarded by tests/account/events_test.cpp.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "types/account.h"
#include "types/analysis.h"
#include "types/report.h"

namespace crossread::account {

// Entity n is the analysis' n as long as there is one, then `entities[n - count]`. Quantities are those of the
// analysis, one for one. Events are in order of trigger and without source.
struct FoundEvents {
  std::vector<LocalEntity> entities;  // met here: unnamed parties that no mention of the analysis covers
  std::vector<Mention> mentions;      // of these
  std::vector<Event> events;
};

// The account of a report about which nothing but its words and events is known.
Account account_of(const Report& report, const Analysis& analysis, FoundEvents found);

class EventFinder {
 public:
  // Reads data_folder/lexicon/en/event_*.tsv and maps data_folder/models/meaning.bin. Throws BrokenWorld if one is
  // missing or bad.
  explicit EventFinder(const std::filesystem::path& data_folder);
  ~EventFinder();
  EventFinder(EventFinder&&) noexcept;
  EventFinder& operator=(EventFinder&&) noexcept;

  // Safe to call from many threads; never fails.
  FoundEvents find(const Report& report, const Analysis& analysis) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace crossread::account
