#include "lexicon/speech_words.h"

#include <algorithm>
#include <vector>

#include "lexicon/table.h"

namespace crossread {
namespace {

const std::vector<std::string_view>& kinds() {
  static const std::vector<std::string_view> kKinds = {"verb", "noun", "teller", "document", "light", "figure"};
  return kKinds;
}

const std::vector<std::string_view>& patterns() {
  static const std::vector<std::string_view> kPatterns = {
      "none", "that", "clause", "infinitive", "object", "name", "figure", "number", "person", "about", "against",
      "as",   "at",   "for",    "of",         "on",     "out",  "over",   "to",     "with",   "by",    "from"};
  return kPatterns;
}

std::string key_of(std::string_view lemma, std::string_view kind, std::string_view pattern = {}) {
  std::string key(lemma);
  key.append(" ").append(kind);
  if (!pattern.empty()) key.append(" ").append(pattern);
  return key;
}

std::vector<std::string_view> split(std::string_view cell) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const std::size_t blank = std::min(cell.find(' '), cell.size());
    parts.push_back(cell.substr(0, blank));
    cell.remove_prefix(std::min(blank + 1, cell.size()));
  }
  return parts;
}

}  // namespace

SpeechWords::SpeechWords(const std::filesystem::path& lexicon_folder) {
  const Table table(lexicon_folder / "speech_acts.tsv", 4);
  for (const Table::Row& row : table.rows()) {
    const std::string_view kind = kinds()[table.choice(row, 1, kinds())];
    const std::optional<Act> act = act_named(row[2]);
    if (!act) table.refuse(row, "no act of the dossier");
    acts_.emplace(key_of(row[0], kind), *act);
    for (const std::string_view pattern : split(row[3])) {
      if (std::find(patterns().begin(), patterns().end(), pattern) == patterns().end())
        table.refuse(row, "no pattern of this table");
      if (!acts_.emplace(key_of(row[0], kind, pattern), *act).second) table.refuse(row, "a pattern twice");
    }
  }
}

std::optional<Act> SpeechWords::act(std::string_view lemma, SpeechKind kind, std::string_view pattern) const {
  const auto found = acts_.find(key_of(lemma, kinds()[static_cast<std::size_t>(kind)], pattern));
  return found == acts_.end() ? std::nullopt : std::optional(found->second);
}

bool SpeechWords::has(std::string_view lemma, SpeechKind kind) const {
  return acts_.contains(key_of(lemma, kinds()[static_cast<std::size_t>(kind)]));
}

}  // namespace crossread
