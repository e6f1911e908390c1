#include "account/event_fields.h"

#include <algorithm>

#include "lexicon/table.h"

namespace crossread::account {
namespace {

const std::vector<std::string_view> kWordNames = {"verb", "noun", "adjective", "field"};
const std::vector<std::string_view> kSureties = {"possible", "likely", "sure"};
const std::vector<std::string_view> kTraitNames = {"UNDERGO", "MUTUAL", "ADDRESS", "HAPPEN", "LIGHT"};
const std::vector<std::string_view> kQuietNames = {"SPEECH", "STATE", "EVERYDAY"};

std::vector<std::string> words_of(std::string_view lemma) {
  std::vector<std::string> words;
  while (!lemma.empty()) {
    const std::size_t end = std::min(lemma.find(' '), lemma.size());
    words.emplace_back(lemma.substr(0, end));
    lemma.remove_prefix(std::min(end + 1, lemma.size()));
  }
  return words;
}

void insert(std::vector<KnownField>& fields, KnownField known) {
  fields.insert(std::ranges::lower_bound(fields, known.field, {}, &KnownField::field), known);
}

template <typename Map>
const typename Map::mapped_type& found_in(const Map& map, std::string_view word) {
  static const typename Map::mapped_type kNothing{};
  const auto found = map.find(word);
  return found == map.end() ? kNothing : found->second;
}

}  // namespace

EventFields::EventFields(const std::filesystem::path& language_folder) {
  const Table table(language_folder / "event_fields.tsv", 4);
  for (const Table::Row& row : table.rows()) {
    const auto word = static_cast<FieldWord>(table.choice(row, 1, kWordNames));
    const auto surety = static_cast<Surety>(table.choice(row, 3, kSureties));
    const auto trait = std::ranges::find(kTraitNames, row[2]);
    if (trait != kTraitNames.end()) {
      const auto place = static_cast<std::size_t>(trait - kTraitNames.begin());
      traits_[std::string(row[0])][place] = true;
      continue;
    }
    const std::optional<EventType> type = event_type_named(row[2]);
    const auto quiet = std::ranges::find(kQuietNames, row[2]);
    if (!type && quiet == kQuietNames.end()) table.refuse(row, "no such type");
    const std::size_t field =
        type ? static_cast<std::size_t>(*type) : kSpeechField + static_cast<std::size_t>(quiet - kQuietNames.begin());
    add(row[0], word, {static_cast<EventField>(field), surety});
  }
}

void EventFields::add(std::string_view lemma, FieldWord word, KnownField known) {
  std::vector<std::string> words = words_of(lemma);
  const bool deed = word == FieldWord::verb || word == FieldWord::noun;
  if (words.size() == 1 && deed && known.surety == Surety::sure && known.field < kEventTypeCount)
    sure_words_[known.field].push_back(words[0]);
  if (words.size() == 1) return insert(fields_[static_cast<std::size_t>(word)][words[0]], known);
  std::vector<FieldPhrase>& phrases = phrases_[words[0]];
  words.erase(words.begin());
  auto place = std::ranges::find(phrases, words, &FieldPhrase::rest);
  if (place == phrases.end()) place = phrases.insert(place, {std::move(words), {}});
  insert(place->fields, known);
}

const std::vector<KnownField>& EventFields::of(std::string_view lemma, FieldWord word) const {
  return found_in(fields_[static_cast<std::size_t>(word)], lemma);
}

const std::vector<FieldPhrase>& EventFields::phrases_of(std::string_view lemma) const {
  return found_in(phrases_, lemma);
}

bool EventFields::has(std::string_view verb, VerbTrait trait) const {
  return found_in(traits_, verb)[static_cast<std::size_t>(trait)];
}

}  // namespace crossread::account
