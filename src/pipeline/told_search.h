// Finds what somebody said and what was done, by the index of what reports tell: names of speakers by their sounds,
// types of events.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/name_likeness.h"
#include "store/store.h"
#include "types/account.h"

namespace crossread {

inline constexpr const char* kToldIndex = "told";

// What the index keeps of an account, in order, each once: for each speaker every word of each of its names by its
// sounds (name_key()), and the types of events.
std::vector<std::uint64_t> told_keys(const Account& account, std::string_view text);

struct ToldQuery {
  std::string speaker;            // "": anybody; a name in any spelling, or a part of it
  std::optional<EventType> type;  // events of this type; none: statements
  SearchQuery reports;            // of these reports: words ("": any), outlet, time; `limit` reports
};

struct ToldHit {
  Report report;
  Account account;
  std::vector<StatementIndex> statements;  // in order of text; empty when events were asked for
  std::vector<EventIndex> events;          // of somebody's word only, when a speaker was named too
};

// Newest first, as the word search.
std::vector<ToldHit> find_told(const StoreReader& store, const ToldQuery& query, const NameLikeness& names);

}  // namespace crossread
