#include "account/party_kinds.h"

#include <algorithm>

#include "lexicon/table.h"

namespace crossread::account {
namespace {

// Part of the keys of the trained weights by their numbers: new ones go behind.
const std::vector<std::string_view> kNames = {
    "state", "official", "legislator", "party",     "police",   "army",     "armed",      "crowd",     "union",
    "firm",  "boss",     "court",      "defendant", "prisoner", "criminal", "team",       "athlete",   "patient",
    "medic", "rescuer",  "scientist",  "artist",    "cleric",   "media",    "family",     "people",    "group",
    "igo",   "vessel",   "vehicle",    "aircraft",  "weather",  "disease",  "market",     "structure", "weapon",
    "money", "goods",    "law",        "document",  "place",    "animal",   "sportthing", "work"};

}  // namespace

PartyKinds::PartyKinds(const std::filesystem::path& language_folder) {
  const Table table(language_folder / "party_kinds.tsv", 2);
  for (const Table::Row& row : table.rows()) {
    const auto kind = static_cast<PartyKind>(table.choice(row, 1, kNames));
    std::vector<PartyKind>& kinds = kinds_[std::string(row[0])];
    kinds.insert(std::ranges::lower_bound(kinds, kind), kind);
  }
}

const std::vector<PartyKind>& PartyKinds::of(std::string_view lemma) const {
  static const std::vector<PartyKind> kNone;
  const auto found = kinds_.find(lemma);
  return found == kinds_.end() ? kNone : found->second;
}

}  // namespace crossread::account
