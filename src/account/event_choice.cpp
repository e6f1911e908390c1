#include "account/event_choice.h"

#include <algorithm>
#include <map>

namespace crossread::account {
namespace {

// A deed that the model alone sees.
Draft deed_of(TokenIndex trigger, const DeedReading& reading) {
  Draft deed;
  deed.trigger = trigger;
  deed.type = reading.type;
  deed.mode = reading.mode;
  deed.standing.status = reading.status;
  deed.confidence = reading.confidence;
  deed.background = reading.background;
  return deed;
}

// What the frames drafted, with what the model adds and says otherwise. Its parties, status and confidence stand.
Draft with_reading(const Draft& draft, const DeedReading& reading) {
  Draft deed = draft;
  deed.background = reading.background;
  if (deed.type != reading.type) {
    deed.type = reading.type;
    deed.mode = reading.mode;
  }
  if (!deed.mode && reading.mode && has_mode(deed.type, *reading.mode)) deed.mode = reading.mode;
  return deed;
}

// Parties that the frames found stand; the model finds those of deeds without a frame, and those that frames miss.
void add_parties(const EventLooks& looks, const EventModel& model, Draft& deed) {
  Draft found;
  const Clause clause = looks.clause_of(deed.trigger);
  for (const TokenIndex token : looks.party_candidates(deed.trigger)) {
    switch (model.read_party(looks.party(deed.trigger, clause, deed.type, token))) {
      case PartyRole::actor:
        found.actors.push_back(token);
        break;
      case PartyRole::recipient:
        found.recipients.push_back(token);
        break;
      case PartyRole::instrument:
        if (found.instrument < 0) found.instrument = token;
        break;
      case PartyRole::place:
        if (found.place < 0) found.place = token;
        break;
      case PartyRole::none:
        break;
    }
  }
  if (deed.actors.empty()) deed.actors = found.actors;
  if (deed.recipients.empty()) deed.recipients = found.recipients;
  if (deed.instrument < 0) deed.instrument = found.instrument;
  if (deed.place < 0) deed.place = found.place;
}

// "Launched a raid" is one deed, though both words tell of it.
void join_light_verbs(const EventText& text, std::vector<Draft>& deeds) {
  for (Draft& noun : deeds) {
    if (text.tree().is_verb(noun.trigger)) continue;
    const TokenIndex above = text.tree().head(noun.trigger);
    const Relation relation = text.tree().at(noun.trigger).relation;
    if (relation != Relation::obj && relation != Relation::nsubj_pass && relation != Relation::obl) continue;
    for (Draft& verb : deeds) {
      if (verb.trigger != above || verb.dropped || verb.type != noun.type) continue;
      noun.dropped = true;
      add_all(verb.actors, noun.actors);
      add_all(verb.recipients, noun.recipients);
    }
  }
  std::erase_if(deeds, [](const Draft& deed) { return deed.dropped; });
}

}  // namespace

std::vector<Draft> chosen_deeds(const EventText& text, const EventLooks& looks, const EventModel& model,
                                const std::vector<Draft>& drafts) {
  std::vector<Draft> deeds;
  std::vector<bool> swallowed(static_cast<std::size_t>(text.tree().size()));
  std::map<TokenIndex, const Draft*> drafted;
  for (const Draft& draft : drafts) {
    if (draft.dropped) continue;
    drafted.emplace(draft.trigger, &draft);
    if (draft.light >= 0) swallowed[static_cast<std::size_t>(draft.light)] = true;
  }
  for (TokenIndex token = 0; token < text.tree().size(); ++token) {
    if (!looks.is_candidate(token) || swallowed[static_cast<std::size_t>(token)]) continue;
    const auto found = drafted.find(token);
    const Draft* draft = found == drafted.end() ? nullptr : found->second;
    const std::optional<DeedReading> reading = model.read_deed(looks.deed(token), draft);
    if (!reading) continue;
    deeds.push_back(draft == nullptr ? deed_of(token, *reading) : with_reading(*draft, *reading));
    add_parties(looks, model, deeds.back());
  }
  join_light_verbs(text, deeds);
  return deeds;
}

}  // namespace crossread::account
