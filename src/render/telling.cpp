#include "render/telling.h"

#include <algorithm>

namespace crossread {

std::vector<std::string> Telling::names(const std::vector<Party>& parties) const {
  std::vector<std::string> names;
  for (const Party& party : parties) names.push_back(entity(party.entity).name);
  return names;
}

std::vector<std::string> Telling::countries(const std::vector<Party>& parties) const {
  std::vector<std::string> countries;
  for (const Party& party : parties) {
    const std::string& country = entity(party.entity).country;
    if (!country.empty() && std::ranges::find(countries, country) == countries.end()) countries.push_back(country);
  }
  return countries;
}

std::string Telling::name(const std::optional<Party>& party) const {
  return party ? entity(party->entity).name : std::string();
}

std::string Telling::words(const std::vector<ByteSpan>& spans) const {
  std::string words;
  for (const ByteSpan span : spans) {
    if (!words.empty()) words += " … ";
    words += span.in(report_.text);
  }
  return words;
}

std::string Telling::words(const std::optional<ByteSpan>& span) const {
  return span ? std::string(span->in(report_.text)) : std::string();
}

void for_each_telling(const StorylineFile& file, const std::function<void(const Telling&)>& visit) {
  std::map<EntityId, const Entity*> entities;
  for (const Entity& entity : file.entities) entities[entity.id] = &entity;
  for (std::size_t i = 0; i < file.reports.size(); ++i) visit({file.reports[i], file.accounts[i], entities});
}

std::string day_of(const std::optional<CivilTime>& time) {
  return time ? iso(*time) : std::string();
}

}  // namespace crossread
