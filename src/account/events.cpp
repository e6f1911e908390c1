#include "account/events.h"

#include <algorithm>

#include "account/event_choice.h"
#include "account/event_model.h"
#include "account/events_drafts.h"
#include "account/events_settle.h"

namespace crossread::account {

Account account_of(const Report& report, const Analysis& analysis, FoundEvents found) {
  Account account;
  account.report = report.id;
  account.mentions = analysis.mentions;
  for (const Mention& mention : analysis.mentions) {
    if (mention.entity >= account.entities.size()) account.entities.resize(mention.entity + 1);
    LocalEntity& entity = account.entities[mention.entity];
    const std::string_view words = mention.span.in(report.text);
    const bool name = mention.level == MentionLevel::name;
    if (!entity.name.empty() && !(name && (entity.nameless || words.size() > entity.name.size()))) continue;
    entity.kind = mention.kind;
    entity.name = words;
    entity.nameless = !name;
  }
  account.entities.insert(account.entities.end(), found.entities.begin(), found.entities.end());
  account.mentions.insert(account.mentions.end(), found.mentions.begin(), found.mentions.end());
  std::ranges::stable_sort(account.mentions, {}, [](const Mention& mention) { return mention.span; });
  for (const Quantity& quantity : analysis.quantities) {
    StatedQuantity& stated = account.quantities.emplace_back();
    stated.span = quantity.span;
    stated.value = quantity.value;
    stated.low = quantity.low;
    stated.high = quantity.high;
    stated.unit = quantity.unit;
  }
  account.events = std::move(found.events);
  return account;
}

struct EventFinder::Parts {
  explicit Parts(const std::filesystem::path& data_folder)
      : frames(data_folder / "lexicon/en"),
        vectors(data_folder / "models"),
        tables(data_folder / "lexicon/en", vectors),
        near(frames, vectors),
        model(data_folder / "models", vectors) {}
  EventFrames frames;
  MeaningVectors vectors;
  EventTables tables;
  NearVerbs near;
  EventModel model;
};

EventFinder::EventFinder(const std::filesystem::path& data_folder)
    : parts_(std::make_unique<const Parts>(data_folder)) {}
EventFinder::~EventFinder() = default;
EventFinder::EventFinder(EventFinder&&) noexcept = default;
EventFinder& EventFinder::operator=(EventFinder&&) noexcept = default;

FoundEvents EventFinder::find(const Report& report, const Analysis& analysis) const {
  const EventText text(parts_->frames, report, analysis);
  const std::vector<Draft> drafts = drafts_of(text, parts_->near);
  const EventLooks looks(text, parts_->tables, parts_->vectors, drafts);
  return settled(text, chosen_deeds(text, looks, parts_->model, drafts));
}

}  // namespace crossread::account
