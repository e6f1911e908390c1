#include "chronicle/naming.h"

#include <algorithm>

#include "chronicle/sentences.h"

namespace crossread {
namespace {

BriefNaming naming_at(const Citation& place, const Told& told) {
  return {blanks_joined(place.span.in(told.report(place.report).text)), place};
}

}  // namespace

bool may_act(const Entity& entity, const CountryNames& countries) {
  if (entity.nameless) return false;
  if (entity.kind == EntityKind::place) return !countries.country(entity.name).empty();
  return entity.kind == EntityKind::person || entity.kind == EntityKind::organisation ||
         entity.kind == EntityKind::group;
}

std::optional<BriefNaming> name_in(const Entity& entity, const Told& told) {
  std::optional<BriefNaming> best;
  for (const EntityMention& mention : entity.mentions) {
    const std::optional<Citation> place = told.citation(mention.place);
    if (!place || mention.level != MentionLevel::name) continue;
    BriefNaming naming = naming_at(*place, told);
    if (best && (naming.name.size() <= best->name.size() || best->name == entity.name)) continue;
    best = std::move(naming);
  }
  return best;
}

std::optional<BriefNaming> office_in(const Entity& entity, const Told& told) {
  for (const EntityRole& role : entity.roles) {
    const std::optional<Citation> place = role.evidence ? told.citation(*role.evidence) : std::nullopt;
    if (place) return naming_at(*place, told);
  }
  return std::nullopt;
}

bool names_another(const Entity& entity, const Told& told, const Citation& words) {
  const AccountEntry* entry = told.account(words.report);
  return entry != nullptr && std::ranges::any_of(entry->account.mentions, [&](const Mention& mention) {
           if (mention.level != MentionLevel::name || !words.span.contains(mention.span)) return false;
           const Entity* named = told.entity(words.report, mention.entity);
           return named != nullptr && named->kind == EntityKind::person && named->id != entity.id;
         });
}

std::optional<BriefNaming> name_near(const Entity& entity, const Told& told, const Citation& words) {
  std::optional<BriefNaming> first;
  for (const EntityMention& mention : entity.mentions) {
    const std::optional<Citation> place = told.citation(mention.place);
    if (!place || mention.level != MentionLevel::name || place->report != words.report) continue;
    if (words.span.contains(place->span)) return naming_at(*place, told);
    if (!first) first = naming_at(*place, told);
  }
  return first;
}

}  // namespace crossread
