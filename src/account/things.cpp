#include "account/things.h"

#include <algorithm>

namespace crossread::account {
namespace {

std::string lowered(std::string_view words) {
  std::string key(words);
  for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return key;
}

}  // namespace

std::optional<EntityIndex> Things::known(ByteSpan phrase, ByteSpan head) const {
  const Mention* best = nullptr;
  bool best_inside = false;
  for (const Mention& mention : account_.mentions) {
    if (!mention.span.overlaps(head)) continue;
    const bool inside = phrase.contains(mention.span);
    if (best && (best_inside > inside || (best_inside == inside && best->span.size() >= mention.span.size()))) continue;
    best = &mention;
    best_inside = inside;
  }
  return best ? std::optional(best->entity) : std::nullopt;
}

EntityIndex Things::of(ByteSpan phrase, ByteSpan head, EntityKind kind_if_new) {
  if (const std::optional<EntityIndex> entity = known(phrase, head)) return *entity;
  const auto [place, is_new] =
      described_.emplace(lowered(phrase.in(text_)), static_cast<EntityIndex>(account_.entities.size()));
  if (is_new) {
    LocalEntity entity;
    entity.kind = kind_if_new;
    entity.name = phrase.in(text_);
    entity.nameless = true;
    account_.entities.push_back(std::move(entity));
  }
  add_mention({phrase, kind_if_new, MentionLevel::nominal, place->second});
  return place->second;
}

std::optional<EntityIndex> Things::outlet(ByteSpan words) {
  if (outlet_.empty()) return {};
  auto& all = account_.entities;
  const auto same = [&](const LocalEntity& entity) { return lowered(entity.name) == lowered(outlet_); };
  const auto found = std::find_if(all.begin(), all.end(), same);
  const auto index = static_cast<EntityIndex>(found - all.begin());
  if (found == all.end()) {
    LocalEntity entity;
    entity.kind = EntityKind::organisation;
    entity.name = outlet_;
    all.push_back(std::move(entity));
  }
  std::erase_if(account_.mentions, [&](const Mention& mention) { return mention.span == words; });
  add_mention({words, EntityKind::organisation, MentionLevel::pronoun, index});
  return index;
}

void Things::add_mention(const Mention& mention) {
  const auto at = std::lower_bound(account_.mentions.begin(), account_.mentions.end(), mention,
                                   [](const Mention& a, const Mention& b) { return a.span < b.span; });
  account_.mentions.insert(at, mention);
}

}  // namespace crossread::account
