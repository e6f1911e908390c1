#include "identity/thing.h"

#include <algorithm>
#include <array>

#include "text/stem.h"
#include "text/words.h"

namespace crossread::identity {
namespace {

using namespace std::string_view_literals;

// Words that begin a description and tell nothing of what is described.
constexpr std::array kDeterminers = {"the"sv, "a"sv,    "an"sv,   "his"sv,   "her"sv,   "its"sv,  "their"sv,  "our"sv,
                                     "my"sv,  "this"sv, "that"sv, "these"sv, "those"sv, "some"sv, "another"sv};

// Words that end the noun of a description.
constexpr std::array kAfterNoun = {"of"sv,   "in"sv, "at"sv,   "on"sv,   "for"sv, "from"sv, "who"sv,   "which"sv,
                                   "that"sv, "to"sv, "with"sv, "near"sv, "by"sv,  "and"sv,  "under"sv, "whose"sv};

template <class List>
bool has(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// A government is called by its country or its seat; a city that does nothing is the city.
std::string country_of(const LocalEntity& entity, const Thing& thing, const CountryNames& countries, bool acts,
                       const std::vector<std::string>& names) {
  if (entity.kind == EntityKind::person) return {};
  if (thing.kind != EntityKind::place && thing.kind != EntityKind::organisation && thing.kind != EntityKind::group)
    return {};
  for (const std::string& name : names) {
    if (const auto code = countries.country(name); !code.empty()) return std::string(code);
  }
  if (!acts || names.empty()) return {};
  const auto code = countries.capital(names.front());
  return std::ranges::all_of(names, [&](const auto& name) { return countries.capital(name) == code; })
             ? std::string(code)
             : std::string();
}

// What is done to a town and not to the government that sits in it.
bool is_done_to_places(EventType type) {
  switch (type) {
    case EventType::assault:
    case EventType::protest:
    case EventType::accident:
    case EventType::disaster:
    case EventType::health:
    case EventType::crime:
    case EventType::death:
    case EventType::sport:
    case EventType::culture:
      return true;
    default:
      return false;
  }
}

// The things that speak or do something in the report, or are dealt with.
std::vector<bool> acting(const Account& account) {
  std::vector<bool> acts(account.entities.size());
  for (const Statement& statement : account.statements) {
    for (const Party& speaker : statement.speakers) acts[speaker.entity] = true;
    if (statement.addressee) acts[statement.addressee->entity] = true;
  }
  for (const Event& event : account.events) {
    for (const Party& party : event.actors) acts[party.entity] = true;
    if (is_done_to_places(event.type)) continue;
    for (const Party& party : event.recipients) acts[party.entity] = true;
  }
  return acts;
}

}  // namespace

NameWords name_words(std::string_view text) {
  NameWords out;
  for (const Word& word : words(text, {0, static_cast<std::uint32_t>(text.size())})) {
    std::string part = folded(word.span.in(text));
    if (out.empty() && has(kDeterminers, part)) continue;
    out.push_back(std::move(part));
  }
  return out;
}

std::string head_of(const NameWords& description) {
  std::size_t end = 1;
  while (end < description.size() && !has(kAfterNoun, description[end])) ++end;
  return stem(description[end - 1]);
}

std::vector<Thing> things_of(const ReadReport& read, std::uint32_t place, const CountryNames& countries) {
  const Account& account = *read.account;
  std::vector<Thing> things(account.entities.size());
  std::vector<std::vector<std::string>> names(account.entities.size());
  for (const Mention& mention : account.mentions) {
    Thing& thing = things[mention.entity];
    const std::string_view text = mention.span.in(read.report->text);
    NameWords parts = name_words(text);
    if (parts.empty() || mention.level == MentionLevel::pronoun) continue;
    if (mention.level == MentionLevel::name) {
      names[mention.entity].emplace_back(text);
      thing.names.emplace(std::move(parts), text);
    } else if (countries.demonym(text).empty()) {
      thing.described.insert(std::move(parts));
    } else {
      names[mention.entity].emplace_back(countries.demonym(text));
    }
  }
  const std::vector<bool> acts = acting(account);
  for (std::size_t i = 0; i < things.size(); ++i) {
    Thing& thing = things[i];
    const LocalEntity& entity = account.entities[i];
    thing.report = place;
    thing.local = static_cast<EntityIndex>(i);
    thing.kind = entity.kind;
    thing.nameless = thing.names.empty();
    for (const Role& role : entity.roles) {
      if (NameWords parts = name_words(role.role); !parts.empty()) thing.described.insert(std::move(parts));
    }
    thing.country = country_of(entity, thing, countries, acts[i], names[i]);
  }
  return things;
}

}  // namespace crossread::identity
