#include "account/event_fields.h"

#include <algorithm>

#include "lexicon/table.h"

namespace crossread::account {
namespace {

const std::vector<std::string_view> kWordNames = {"verb", "noun", "adjective", "field"};

}  // namespace

EventFields::EventFields(const std::filesystem::path& language_folder) {
  const Table table(language_folder / "event_fields.tsv", 3);
  for (const Table::Row& row : table.rows()) {
    const auto word = table.choice(row, 1, kWordNames);
    const std::optional<EventType> type = event_type_named(row[2]);
    if (!type && row[2] != "SPEECH" && row[2] != "STATE") table.refuse(row, "no such type");
    const EventField field = type ? static_cast<EventField>(*type) : row[2] == "SPEECH" ? kSpeechField : kStateField;
    std::vector<EventField>& fields = fields_[word][std::string(row[0])];
    fields.insert(std::ranges::lower_bound(fields, field), field);
  }
}

const std::vector<EventField>& EventFields::of(std::string_view lemma, FieldWord word) const {
  const auto& fields = fields_[static_cast<std::size_t>(word)];
  const auto found = fields.find(lemma);
  return found == fields.end() ? none_ : found->second;
}

}  // namespace crossread::account
