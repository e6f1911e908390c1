#include "chronicle/advisories.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/hash.h"
#include "lexicon/table.h"
#include "text/words.h"

namespace crossread {
namespace {

using Sense = AdvisoryWords::Sense;

constexpr std::size_t kBeside = 5;   // words between "closed" and what is closed, at most
constexpr std::size_t kAddress = 5;  // words at the head of what is said that may tell to whom: "that residents leave"

bool in_force(EventStatus status) {
  return status == EventStatus::asserted || status == EventStatus::alleged || status == EventStatus::planned;
}

std::optional<AdvisoryKind> kind_of(Act act) {
  switch (act) {
    case Act::warn:
      return AdvisoryKind::warning;
    case Act::advise:
    case Act::ask:
    case Act::order:
      return AdvisoryKind::advice;
    default:
      return std::nullopt;
  }
}

class Reading {
 public:
  Reading(const Report& report, const AccountEntry& entry, const AdvisoryWords& words)
      : text_(report.text), account_(entry.account), entry_(entry), words_(words) {}

  std::vector<Advisory> advisories() {
    for (const Event& event : account_.events) take(event);
    for (const Statement& statement : account_.statements) take(statement);
    std::ranges::stable_sort(found_, {}, &Advisory::evidence);
    const auto again = std::ranges::unique(
        found_, [](const Advisory& a, const Advisory& b) { return a.evidence == b.evidence && a.what == b.what; });
    found_.erase(again.begin(), again.end());
    return std::move(found_);
  }

 private:
  void take(const Event& event) {
    if (!in_force(event.status) || event.background) return;
    Advisory advisory;
    advisory.issuer = issuer_of(event);
    advisory.evidence = {account_.report, event.sentence};
    if (any(event.trigger, Sense::ban) && advisory.issuer) {
      advisory.what = AdvisoryKind::ban;
    } else if (any(event.trigger, Sense::closure) && closable_beside(event)) {
      advisory.what = AdvisoryKind::closure;
    } else {
      return;
    }
    for (const Party& party : event.recipients) {
      if (party.span && any(*party.span, Sense::audience)) advisory.to = party.span->in(text_);
    }
    if (event.place) advisory.place.push_back(entry_.entity_of[event.place->entity]);
    if (event.date && event.date->span) advisory.date = event.date->date;
    found_.push_back(std::move(advisory));
  }

  void take(const Statement& statement) {
    const std::optional<AdvisoryKind> what = kind_of(statement.act);
    if (!what || statement.negated || statement.speakers.empty() || statement.anonymous) return;
    const std::optional<ByteSpan> to = audience_of(statement);
    if (!to) return;
    Advisory advisory;
    advisory.issuer = entry_.entity_of[statement.speakers.front().entity];
    advisory.what = *what;
    advisory.to = to->in(text_);
    if (statement.date) advisory.date = statement.date->date;
    ByteSpan span = statement.content.front();
    for (const std::optional<ByteSpan>& part : {statement.cue, statement.speaker_text, to}) {
      if (part) span = {std::min(span.begin, part->begin), std::max(span.end, part->end)};
    }
    advisory.evidence = {account_.report, span};
    found_.push_back(std::move(advisory));
  }

  // Who does it, or in whose words it is.
  std::optional<EntityId> issuer_of(const Event& event) const {
    if (!event.actors.empty()) return entry_.entity_of[event.actors.front().entity];
    if (!event.source || account_.statements[*event.source].speakers.empty()) return std::nullopt;
    return entry_.entity_of[account_.statements[*event.source].speakers.front().entity];
  }

  bool any(ByteSpan span, Sense sense) const {
    return std::ranges::any_of(words(text_, span), [&](const Word& word) { return words_.has(word.hash, sense); });
  }

  bool closable_beside(const Event& event) const {
    const std::vector<Word> all = words(text_, event.sentence);
    const auto at = std::ranges::find_if(all, [&](const Word& word) { return event.trigger.contains(word.span); });
    const auto place = static_cast<std::size_t>(at - all.begin());
    for (std::size_t i = place < kBeside ? 0 : place - kBeside; i < std::min(all.size(), place + kBeside + 1); ++i) {
      if (words_.has(all[i].hash, Sense::closable)) return true;
    }
    return false;
  }

  std::optional<ByteSpan> audience_of(const Statement& statement) const {
    if (statement.addressee) {
      const std::optional<ByteSpan> span = statement.addressee->span;
      return span && any(*span, Sense::audience) ? span : std::nullopt;
    }
    const std::vector<Word> said = words(text_, statement.content.front());
    for (std::size_t i = 0; i < std::min(said.size(), kAddress); ++i) {
      if (words_.has(said[i].hash, Sense::audience)) return said[i].span;
    }
    return std::nullopt;
  }

  const std::string& text_;
  const Account& account_;
  const AccountEntry& entry_;
  const AdvisoryWords& words_;
  std::vector<Advisory> found_;
};

}  // namespace

AdvisoryWords::AdvisoryWords(const std::filesystem::path& file) {
  const Table table(file, 2);
  for (const Table::Row& row : table.rows()) {
    if (folded(row[0]) != row[0]) table.refuse(row, "the word is not in its folded form");
    const std::size_t sense = table.choice(row, 1, {"ban", "closure", "closable", "audience"});
    if (!senses_.emplace(hash64(row[0]), static_cast<Sense>(sense)).second) table.refuse(row, "the word stands twice");
  }
}

bool AdvisoryWords::has(std::uint64_t word, Sense sense) const {
  const auto at = senses_.find(word);
  return at != senses_.end() && at->second == sense;
}

std::vector<Advisory> advisories_of(const StorylineFile& file, const AdvisoryWords& words) {
  std::vector<Advisory> all;
  for (std::size_t i = 0; i < file.reports.size() && i < file.accounts.size(); ++i) {
    std::vector<Advisory> found = Reading(file.reports[i], file.accounts[i], words).advisories();
    all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  return all;
}

}  // namespace crossread
