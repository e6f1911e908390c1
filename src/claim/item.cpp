#include "claim/item.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <span>
#include <tuple>

#include "text/words.h"

namespace crossread::claim {
namespace {

constexpr std::uint32_t kBeside = 60;  // bytes on each side of a trigger whose words bear on it; not tuned
constexpr double kFew = 2;             // figures up to it are too common to tell anything; not tuned
constexpr std::int32_t kUnknownDay = std::numeric_limits<std::int32_t>::max();

// A day that no words give is a guess, and would keep tellings apart.
std::optional<Days> days_of(const std::optional<StatedDate>& stated) {
  if (!stated || !stated->span || !stated->date.start) return std::nullopt;
  const std::int32_t first = stated->date.start->day;
  return Days{first, stated->date.end ? stated->date.end->day : first};
}

// The items of one report.
class Gathering {
 public:
  Gathering(const StorylineReports& storyline, std::uint32_t report, const WordTables& tables)
      : storyline_(storyline),
        report_(report),
        read_(storyline.reports[report]),
        entity_of_(storyline.identities.entity_of[report]),
        tables_(tables) {}

  std::vector<Item> items() {
    for (std::uint32_t i = 0; i < read_.account->statements.size(); ++i) add_statement(i);
    for (std::uint32_t i = 0; i < read_.account->events.size(); ++i) add_event(i);
    std::ranges::sort(out_, {}, [](const Item& item) { return std::tuple(item.evidence, item.is_event, item.index); });
    return std::move(out_);
  }

 private:
  Item blank(bool is_event, std::uint32_t index, ByteSpan evidence) const {
    Item item;
    item.is_event = is_event;
    item.report = report_;
    item.index = index;
    item.evidence = evidence;
    item.origin = origin_of(storyline_, report_, evidence);
    const auto& published = read_.report->published;
    item.published_minutes = canonical_key(*read_.report).minutes;
    const std::uint32_t top = read_.report->body.empty() ? 0 : read_.report->body.front().begin;
    item.lead = 1000 - static_cast<std::int32_t>(std::min(500u, evidence.begin - std::min(evidence.begin, top))) * 2;
    item.published = published && published->start ? published->start->day : kUnknownDay;
    return item;
  }

  void date(Item& item, const std::optional<StatedDate>& stated) const {
    if (const auto days = days_of(stated)) {
      item.days = *days;
      item.dated = true;
    }
  }

  void add(EntitySet& set, EntityIndex local) const { set.push_back(entity_of_[local]); }
  static void settle(EntitySet& set) {
    std::ranges::sort(set);
    set.erase(std::unique(set.begin(), set.end()), set.end());
  }

  // Words of the text in `spans` that stand in no name.
  std::vector<ByteSpan> plain(std::span<const ByteSpan> spans) const {
    std::vector<ByteSpan> out;
    for (const ByteSpan span : spans) {
      std::uint32_t from = span.begin;
      for (const Mention& mention : read_.account->mentions) {
        if (mention.level != MentionLevel::name || !span.contains(mention.span) || mention.span.begin < from) continue;
        if (mention.span.begin > from) out.push_back({from, mention.span.begin});
        from = mention.span.end;
      }
      if (from < span.end) out.push_back({from, span.end});
    }
    return out;
  }

  // All that is read off the words of an item: a sentence, or what is said.
  void read(Item& item, std::span<const ByteSpan> spans) const {
    const std::string_view text = read_.report->text;
    const std::vector<ByteSpan> unnamed = plain(spans);
    item.words = bag_of(text, spans, tables_.background);
    item.plain = bag_of(text, unnamed, tables_.background);
    item.meaning = meaning(spans);
    item.plain_meaning = meaning(unnamed);
  }

  Meaning meaning(std::span<const ByteSpan> spans) const {
    MeaningSum sum;
    for (const ByteSpan span : spans) {
      for (const Word& word : words(read_.report->text, span)) {
        MeaningVectors::Row made;
        const auto view = tables_.vectors.listed(word.hash);
        const int weight = meaning_weight(tables_.background.rarity(word.hash));
        sum.add(view ? *view : tables_.vectors.of(folded(word.span.in(read_.report->text)), made), weight);
      }
    }
    return sum.mean();
  }

  // Words by which the item stands against another, within each of the spans.
  void add_counters(Item& item, std::span<const ByteSpan> spans) const {
    for (const ByteSpan span : spans) {
      const CounterCounts found = tables_.counters.count(read_.report->text, span);
      for (std::size_t i = 0; i < found.size(); ++i) item.counters[i] += found[i];
    }
  }

  // The words of the sentence about a trigger, whole ones.
  ByteSpan beside(ByteSpan trigger, ByteSpan sentence) const {
    const std::string_view text = read_.report->text;
    ByteSpan span{std::max(sentence.begin, trigger.begin - std::min(trigger.begin, kBeside)),
                  std::min(sentence.end, trigger.end + kBeside)};
    while (span.begin > sentence.begin && span.begin < trigger.begin && text[span.begin - 1] != ' ') ++span.begin;
    while (span.end > trigger.end && span.end < sentence.end && text[span.end] != ' ') --span.end;
    return span;
  }

  void add_named(EntitySet& set, ByteSpan within) const {
    for (const Mention& mention : read_.account->mentions) {
      if (mention.level != MentionLevel::pronoun && within.contains(mention.span)) add(set, mention.entity);
    }
  }

  // The line of the text that the item stands in, and the figures of its sentence.
  void set(Item& item) const {
    const std::string_view text = read_.report->text;
    const std::size_t before = item.evidence.begin == 0 ? text.npos : text.rfind('\n', item.evidence.begin - 1);
    const std::size_t behind = std::min(text.find('\n', item.evidence.end), text.size());
    const ByteSpan line{static_cast<std::uint32_t>(before == text.npos ? 0 : before + 1),
                        static_cast<std::uint32_t>(behind)};
    item.around = bag_of(text, std::array{line}, tables_.background);
    add_named(item.named_around, line);
    for (const StatedQuantity& quantity : read_.account->quantities) {
      if (item.sentence.contains(quantity.span) && quantity.value && *quantity.value > kFew)
        item.figures.push_back(*quantity.value);
    }
    std::ranges::sort(item.figures);
  }

  void add_event(std::uint32_t index) {
    const Event& event = read_.account->events[index];
    Item item = blank(true, index, event.trigger);
    item.sentence = event.sentence;
    date(item, event.date);
    read(item, std::array{event.sentence});
    item.trigger = bag_of(read_.report->text, std::array{event.trigger}, tables_.background);
    item.trigger_meaning = meaning(std::array{event.trigger});
    if (item.sentence.contains(event.trigger)) add_counters(item, std::array{beside(event.trigger, item.sentence)});
    for (const Party& party : event.actors) add(item.actors, party.entity);
    for (const Party& party : event.recipients) add(item.recipients, party.entity);
    item.mentioned = item.actors;
    item.mentioned.insert(item.mentioned.end(), item.recipients.begin(), item.recipients.end());
    if (event.place) {
      item.place = entity_of_[event.place->entity];
      add(item.mentioned, event.place->entity);
    }
    if (event.instrument) add(item.mentioned, event.instrument->entity);
    item.quantities = event.quantities;
    finish(item);
  }

  void add_statement(std::uint32_t index) {
    const Statement& statement = read_.account->statements[index];
    if (statement.carrier) return;
    Item item = blank(false, index, statement.content.front());
    item.sentence = {statement.content.front().begin, statement.content.back().end};
    date(item, statement.date);
    read(item, statement.content);
    item.trigger = bag_of(read_.report->text, statement.quotes, tables_.background);
    add_counters(item, statement.content);
    for (const Party& party : statement.speakers) add(item.actors, party.entity);
    item.speakers = item.actors;
    if (statement.addressee) add(item.recipients, statement.addressee->entity);
    for (const ByteSpan piece : statement.content) add_named(item.mentioned, piece);
    for (std::uint32_t i = 0; i < read_.account->quantities.size(); ++i) {
      const ByteSpan span = read_.account->quantities[i].span;
      if (std::ranges::any_of(statement.content, [&](ByteSpan piece) { return piece.contains(span); }))
        item.quantities.push_back(i);
    }
    finish(item);
  }

  void finish(Item& item) {
    set(item);
    settle(item.named_around);
    settle(item.actors);
    settle(item.speakers);
    settle(item.recipients);
    settle(item.mentioned);
    out_.push_back(std::move(item));
  }

  const StorylineReports& storyline_;
  std::uint32_t report_;
  const ReadReport& read_;
  const std::vector<std::uint32_t>& entity_of_;
  const WordTables& tables_;
  std::vector<Item> out_;
};

// Ties events to the statements that they are told in.
void tie(std::vector<Item>& items, const StorylineReports& storyline) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> statements;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (!items[i].is_event) statements.emplace(std::pair(items[i].report, items[i].index), i);
  }
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (!items[i].is_event) continue;
    const auto source = event_of(storyline, items[i]).source;
    if (!source) continue;
    const auto told = statements.find({items[i].report, *source});
    if (told == statements.end()) continue;
    items[i].statement = told->second;
    items[i].speakers = items[told->second].speakers;
    items[told->second].inner.push_back(i);
  }
}

}  // namespace

std::int32_t dice(const EntitySet& a, const EntitySet& b) {
  EntitySet both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  const std::size_t all = a.size() + b.size();
  return all == 0 ? 0 : static_cast<std::int32_t>(2000 * both.size() / all);
}

std::int32_t gap(const Days& a, const Days& b) {
  return std::max({0, b.first - a.last, a.first - b.last});
}

std::int32_t published_apart(const Item& a, const Item& b) {
  if (a.published == INT32_MAX || b.published == INT32_MAX) return 0;
  return std::min(1000, 100 * std::abs(a.published - b.published));
}

std::int32_t likeness(const Meaning& a, const Meaning& b) {
  return static_cast<std::int32_t>(std::lround(1000 * std::max(0.0, cosine(a, b))));
}

std::vector<Item> items_of(const StorylineReports& storyline, const WordTables& tables) {
  std::vector<Item> items;
  for (std::uint32_t report = 0; report < storyline.reports.size(); ++report)
    std::ranges::move(Gathering(storyline, report, tables).items(), std::back_inserter(items));
  tie(items, storyline);
  return items;
}

}  // namespace crossread::claim
