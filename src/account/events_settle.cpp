#include "account/events_settle.h"

#include <algorithm>
#include <map>

namespace crossread::account {
namespace {

// The writer of one report's events.
class Settling {
 public:
  explicit Settling(const EventText& text) : text_(text), tree_(text.tree()) {}

  FoundEvents settle(const std::vector<Draft>& drafts);

 private:
  Event event_of(const Draft& draft);
  Party party_of(TokenIndex token);
  void describe(const Mention& mention, TokenIndex head);
  std::vector<Party> parties_of(const std::vector<TokenIndex>& tokens);
  void add_circumstances(const std::vector<Draft>& drafts, std::vector<Event>& events) const;
  std::optional<std::size_t> event_over(TokenIndex token, const std::map<TokenIndex, std::size_t>& by_trigger) const;
  bool is_told_then(TokenIndex trigger, TokenIndex governor) const;
  void add_lone_dates(const std::vector<Draft>& drafts, std::vector<Event>& events) const;
  void add_dates_told_elsewhere(const std::vector<Draft>& drafts, std::vector<Event>& events) const;
  void add_days_of_report(std::vector<Event>& events) const;
  ByteSpan trigger_span(const Draft& draft) const;

  const EventText& text_;
  const Tree& tree_;
  FoundEvents found_;
  std::map<std::string, EntityIndex, std::less<>> met_;
  EntityIndex next_entity_ = 0;
};

Party Settling::party_of(TokenIndex token) {
  if (const Mention* mention = text_.mention_at(token)) {
    if (mention->level == MentionLevel::nominal && text_.mention_headed(token) == mention) describe(*mention, token);
    return {mention->entity, mention->span};
  }
  const ByteSpan span = tree_.phrase(token);
  const std::string words(span.in(text_.report().text));
  const auto known = met_.find(words);
  EntityIndex entity = known != met_.end() ? known->second : 0;
  if (known == met_.end()) {
    entity = next_entity_++;
    met_.emplace(words, entity);
    LocalEntity& met = found_.entities.emplace_back();
    met.name = words;
    met.nameless = true;
  }
  const Mention mention{span, EntityKind::other, MentionLevel::nominal, entity};
  if (std::ranges::find(found_.mentions, mention) == found_.mentions.end()) found_.mentions.push_back(mention);
  return {entity, span};
}

// Whom a noun alone stands for is told by all that hangs on it: "the directors of Arara".
void Settling::describe(const Mention& mention, TokenIndex head) {
  ByteSpan phrase = tree_.phrase(head);
  for (const TokenIndex each : tree_.children(head))
    if (tree_.at(each).relation == Relation::nmod && tree_.preposition(each) == "of")
      phrase.end = std::max(phrase.end, tree_.phrase(each).end);
  if (phrase.begin > mention.span.begin || phrase.end < mention.span.end || phrase == mention.span) return;
  const Mention whole{phrase, mention.kind, MentionLevel::nominal, mention.entity};
  if (std::ranges::find(found_.mentions, whole) == found_.mentions.end()) found_.mentions.push_back(whole);
}

std::vector<Party> Settling::parties_of(const std::vector<TokenIndex>& tokens) {
  std::vector<Party> parties;
  for (const TokenIndex token : tokens) {
    const Party party = party_of(token);
    if (std::ranges::none_of(parties, [&](const Party& each) { return each.entity == party.entity; }))
      parties.push_back(party);
  }
  return parties;
}

ByteSpan Settling::trigger_span(const Draft& draft) const {
  ByteSpan span = tree_.at(draft.trigger).span;
  if (draft.light >= 0 && draft.light < draft.trigger && draft.trigger - draft.light <= 4)
    span.begin = tree_.at(draft.light).span.begin;
  for (const TokenIndex each : tree_.children(draft.trigger)) {
    const Relation relation = tree_.at(each).relation;
    if (relation == Relation::compound_prt && each == draft.trigger + 1) span.end = tree_.at(each).span.end;
    if (relation == Relation::compound && each + 1 == draft.trigger && tree_.at(each).upos == Upos::noun)
      span.begin = std::min(span.begin, tree_.at(each).span.begin);
  }
  return span;
}

std::optional<std::size_t> Settling::event_over(TokenIndex token,
                                                const std::map<TokenIndex, std::size_t>& by_trigger) const {
  for (TokenIndex up = token; up >= 0; up = tree_.head(up)) {
    if (const auto found = by_trigger.find(up); found != by_trigger.end()) return found->second;
    if (const Relation relation = tree_.at(up).relation; relation == Relation::acl_relcl || relation == Relation::ccomp)
      break;
  }
  return std::nullopt;
}

// Times and quantities go to the nearest event above them in the tree.
void Settling::add_circumstances(const std::vector<Draft>& drafts, std::vector<Event>& events) const {
  std::map<TokenIndex, std::size_t> by_trigger;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    by_trigger.emplace(drafts[i].trigger, i);
    if (drafts[i].light >= 0) by_trigger.emplace(drafts[i].light, i);
  }
  for (const TimeExpression& time : text_.analysis().times) {
    if (time.type != TimeType::date && time.type != TimeType::time) continue;
    const TokenIndex head = text_.head_token(time.span);
    if (head < 0) continue;
    const auto over = event_over(head, by_trigger);
    if (over && !events[*over].date) events[*over].date = StatedDate{time.date, time.span};
  }
  for (std::size_t i = 0; i < text_.analysis().quantities.size(); ++i) {
    const TokenIndex head = text_.head_token(text_.analysis().quantities[i].span);
    if (head < 0) continue;
    if (const auto over = event_over(head, by_trigger))
      events[*over].quantities.push_back(static_cast<QuantityIndex>(i));
  }
}

// Whether the governor only tells of the deed: "said on Monday that soldiers had fired".
bool Settling::is_told_then(TokenIndex trigger, TokenIndex governor) const {
  for (TokenIndex at = trigger; tree_.head(at) >= 0; at = tree_.head(at)) {
    const Relation relation = tree_.at(at).relation;
    if ((relation == Relation::ccomp || relation == Relation::parataxis) && tree_.head(at) == governor) return true;
  }
  return false;
}

// The only date of a sentence goes to its deeds, wherever the tree hangs it: unless it is that of the telling.
void Settling::add_lone_dates(const std::vector<Draft>& drafts, std::vector<Event>& events) const {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (events[i].date) continue;
    const TimeExpression* only = nullptr;
    int count = 0;
    for (const TimeExpression& time : text_.analysis().times) {
      const bool dated = time.type == TimeType::date || time.type == TimeType::time;
      if (!dated || !time.date.end || !events[i].sentence.contains(time.span)) continue;
      only = &time;
      ++count;
    }
    if (count != 1) continue;
    const TokenIndex head = text_.head_token(only->span);
    if (head < 0 || is_told_then(drafts[i].trigger, tree_.head(head))) continue;
    events[i].date = StatedDate{only->date, only->span};
  }
}

bool share_party(const Event& a, const Event& b) {
  const auto in = [](const std::vector<Party>& list, const Party& party) {
    return std::ranges::find(list, party.entity, &Party::entity) != list.end();
  };
  return std::ranges::any_of(a.actors, [&](const Party& party) { return in(b.actors, party); }) ||
         std::ranges::any_of(a.recipients, [&](const Party& party) { return in(b.recipients, party); });
}

// A deed told again has the date that it was first told with: one of its type and status, by the same word or with a
// party in common.
void Settling::add_dates_told_elsewhere(const std::vector<Draft>& drafts, std::vector<Event>& events) const {
  std::vector<std::optional<StatedDate>> dates;
  for (const Event& event : events) dates.push_back(event.date);
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (dates[i] || events[i].background) continue;
    for (std::size_t j = 0; j < events.size(); ++j) {
      if (!dates[j] || events[j].background || events[j].type != events[i].type || events[j].status != events[i].status)
        continue;
      const bool same_word = tree_.lemma(drafts[i].trigger) == tree_.lemma(drafts[j].trigger);
      if (!same_word && !share_party(events[i], events[j])) continue;
      events[i].date = dates[j];
      break;
    }
  }
}

// The day of a time, if it is one alone and of the ten days up to publication.
std::optional<std::int32_t> recent_day(const Report& report, const TimeExpression& time) {
  constexpr std::int32_t kRecent = 10;
  if (time.type != TimeType::date && time.type != TimeType::time) return std::nullopt;
  if (!time.date.start || !time.date.end || time.date.start->day != time.date.end->day) return std::nullopt;
  const std::int32_t day = time.date.start->day;
  const std::int32_t published = report.published->start->day;
  if (day > published || day < published - kRecent) return std::nullopt;
  return day;
}

// A deed told as done, with no date of its own, took place on the day that was named last before it, or first after
// it. That is reckoned, not read: such a date has no words. In the training stories of the corpus it is right for 95 of
// 143 such deeds, the first day of the report for 82, that of publication for 61 (November 2026).
void Settling::add_days_of_report(std::vector<Event>& events) const {
  if (!text_.report().published || !text_.report().published->start) return;
  std::vector<std::pair<std::uint32_t, std::int32_t>> days;  // where it is named, the day; in order of text
  for (const TimeExpression& time : text_.analysis().times)
    if (const auto day = recent_day(text_.report(), time)) days.emplace_back(time.span.begin, *day);
  if (days.empty()) return;
  for (Event& event : events) {
    const bool is_done = event.status == EventStatus::asserted || event.status == EventStatus::alleged;
    if (event.date || event.background || !is_done) continue;
    std::int32_t day = days.front().second;
    for (const auto& [named_at, named] : days)
      if (named_at < event.trigger.begin) day = named;
    event.date.emplace();
    event.date->date.start = event.date->date.end = CivilTime{day, -1};
    event.date->date.anchor = Anchor::text;
  }
}

// A month or more before publication.
bool is_old(const Report& report, const Date& date) {
  constexpr std::int64_t kMonth = 30LL * 24 * 60;
  if (!report.published) return false;
  Date last = date;
  last.start = last.end;
  const auto then = minutes_of(last);
  const auto now = minutes_of(*report.published);
  return then && now && *then + kMonth < *now;
}

// An event with an old date is background, and one without a date among nothing but old dates.
void mark_background(const Report& report, const Analysis& analysis, Event& event) {
  if (event.date && event.date->date.end) {
    event.background = is_old(report, event.date->date);
    return;
  }
  bool any = false;
  for (const TimeExpression& time : analysis.times) {
    if (!event.sentence.contains(time.span) || !time.date.end) continue;
    any = true;
    if (!is_old(report, time.date)) return;
  }
  event.background = any;
}

FoundEvents Settling::settle(const std::vector<Draft>& drafts) {
  for (const Mention& mention : text_.analysis().mentions) next_entity_ = std::max(next_entity_, mention.entity + 1);
  std::vector<Event> events;
  for (const Draft& draft : drafts) {
    Event event;
    event.type = draft.type;
    event.mode = draft.mode;
    event.actors = parties_of(draft.actors);
    event.recipients = parties_of(draft.recipients);
    std::erase_if(event.recipients, [&](const Party& party) {
      return std::ranges::any_of(event.actors, [&](const Party& each) { return each.entity == party.entity; });
    });
    if (draft.instrument >= 0) event.instrument = party_of(draft.instrument);
    if (draft.place >= 0) event.place = party_of(draft.place);
    event.trigger = trigger_span(draft);
    if (const Sentence* sentence = text_.sentence_of(draft.trigger)) event.sentence = sentence->span;
    event.status = draft.standing.status;
    event.confidence = draft.confidence;
    event.background = draft.background;
    events.push_back(std::move(event));
  }
  add_circumstances(drafts, events);
  add_lone_dates(drafts, events);
  for (Event& event : events)
    if (!event.background) mark_background(text_.report(), text_.analysis(), event);
  add_dates_told_elsewhere(drafts, events);
  add_days_of_report(events);
  std::ranges::sort(found_.mentions, {}, [](const Mention& mention) { return mention.span; });
  std::ranges::stable_sort(events, {}, [](const Event& event) { return event.trigger; });
  found_.events = std::move(events);
  return std::move(found_);
}

}  // namespace

FoundEvents settled(const EventText& text, const std::vector<Draft>& drafts) {
  return Settling(text).settle(drafts);
}

}  // namespace crossread::account
