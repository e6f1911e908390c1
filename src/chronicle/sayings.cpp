// A saying is one statement in the words of the report that tells it first; further reports are cited where they tell
// the same claim of the same speaker and their sentence shares half of the poorer one's rarity, or bears it out. The
// citation reaches from the speaker's words over the cue to the last words said, so that one span holds them all.
#include "chronicle/sayings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "chronicle/naming.h"
#include "text/words.h"

namespace crossread {
namespace {

constexpr std::size_t kLeastWords = 4;     // fewer say nothing by themselves: "deeply unfair"
constexpr std::uint32_t kLongest = 1500;   // bytes of a citation; a longer one is an address, not a saying
constexpr std::uint64_t kSameSaying = 50;  // percent of the poorer sentence's rarity, within one claim

ByteSpan joined(ByteSpan a, ByteSpan b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

// A statement that may be shown.
struct Said {
  std::uint32_t report = 0;
  const Statement* statement = nullptr;
  const Entity* speaker = nullptr;
  std::size_t sentence = 0;  // in which its content begins
  ByteSpan words;            // speaker, cue and content
  std::optional<ClaimId> claim;
};

// What is gathered into one saying.
struct Gathered {
  Said first;
  std::vector<Citation> citations;  // one a report, the first's first
};

class Gathering {
 public:
  Gathering(const Sentences& sentences, const Told& told, const OriginAt& origin_at, const SpeakerTables& tables)
      : sentences_(sentences), told_(told), origin_at_(origin_at), tables_(tables) {
    for (const Claim& claim : told_.claims()) {
      for (const Support& support : claim.support) {
        if (const auto* id = std::get_if<StatementId>(&support.by)) claim_of_[*id] = claim.id;
      }
    }
  }

  std::vector<BriefSpeaker> gathered() {
    for (std::uint32_t report = 0; report < told_.reports(); ++report) {
      if (told_.account(report) == nullptr) continue;
      for (const Statement& statement : told_.account(report)->account.statements) {
        if (const std::optional<Said> said = showable(report, statement)) take(*said);
      }
    }
    std::vector<BriefSpeaker> speakers;
    for (const EntityId id : order_) {
      if (std::optional<BriefSpeaker> speaker = shown(id)) speakers.push_back(std::move(*speaker));
    }
    std::ranges::stable_sort(speakers, std::greater{}, [&](const BriefSpeaker& speaker) {
      const bool person = told_.entity(speaker.entity)->kind == EntityKind::person;
      return std::tuple(speaker.origins, person, speaker.sayings.size());
    });
    if (speakers.size() > kMaxSpeakers) speakers.erase(speakers.begin() + kMaxSpeakers, speakers.end());
    return speakers;
  }

 private:
  std::optional<Said> showable(std::uint32_t report, const Statement& statement) const {
    const bool plain = !statement.carrier && !statement.negated && !statement.anonymous && statement.cue;
    if (!plain || statement.speakers.size() != 1 || !statement.speakers.front().span) return std::nullopt;
    Said said{report, &statement, told_.entity(report, statement.speakers.front().entity), 0, {}, {}};
    if (said.speaker == nullptr || !may_act(*said.speaker, tables_.countries)) return std::nullopt;
    said.words = statement.content.front();
    for (const ByteSpan piece : statement.content) said.words = joined(said.words, piece);
    const ByteSpan content = said.words;
    const ByteSpan by = statement.speaker_text.value_or(*statement.speakers.front().span);
    if (content.overlaps(by) || names_somebody_else(report, by, *said.speaker)) return std::nullopt;
    said.words = joined(joined(said.words, *statement.cue), joined(by, *statement.speakers.front().span));
    if (!speaks(report, *statement.cue) || begins_with_saying(report, content)) return std::nullopt;
    if (said.words.size() > kLongest || !told_.citation({told_.report(report).id, said.words})) return std::nullopt;
    std::size_t count = 0;
    for (const ByteSpan piece : statement.content) count += words(told_.report(report).text, piece).size();
    const std::optional<std::size_t> sentence = sentences_.at({report, content});
    if (count < kLeastWords || !sentence) return std::nullopt;
    said.sentence = *sentence;
    const auto claim = claim_of_.find(statement_id(told_.report(report).id, statement));
    if (claim != claim_of_.end()) said.claim = claim->second;
    return said;
  }

  // The words begin with a verb of speech in the past: "said the army was sending", which are somebody's words about
  // what was said.
  bool begins_with_saying(std::uint32_t report, ByteSpan content) const {
    const std::vector<Token>& tokens = sentences_.analysis(report).tokens;
    const auto first = std::ranges::find_if(tokens, [&](const Token& token) { return content.contains(token.span); });
    return first != tokens.end() && first->xpos == Xpos::vbd && tables_.speech.has(first->lemma, SpeechKind::verb);
  }

  // No verb of it is one by which nobody says anything: "sent", "continued".
  bool speaks(std::uint32_t report, ByteSpan cue) const {
    return std::ranges::none_of(sentences_.analysis(report).tokens, [&](const Token& token) {
      return cue.contains(token.span) && token.upos == Upos::verb && !tables_.speech.has(token.lemma, SpeechKind::verb);
    });
  }

  // "Iran's UN ambassador Majid Takht Ravanchi" is nobody but him.
  bool names_somebody_else(std::uint32_t report, ByteSpan by, const Entity& speaker) const {
    const AccountEntry& entry = *told_.account(report);
    bool person = false;
    bool himself = false;
    for (const Mention& mention : entry.account.mentions) {
      if (mention.level != MentionLevel::name || !by.contains(mention.span)) continue;
      const Entity* named = told_.entity(report, mention.entity);
      if (named == nullptr) continue;
      himself = himself || named->id == speaker.id;
      person = person || (named->kind == EntityKind::person && named->id != speaker.id);
    }
    return person || (!himself && speaker.kind != EntityKind::person && !pronoun(report, by));
  }

  bool pronoun(std::uint32_t report, ByteSpan by) const { return words(told_.report(report).text, by).size() <= 2; }

  void take(const Said& said) {
    if (!sayings_.contains(said.speaker->id)) order_.push_back(said.speaker->id);
    std::vector<Gathered>& sayings = sayings_[said.speaker->id];
    const Citation place = {said.report, said.words};
    for (Gathered& known : sayings) {
      const bool heard = std::ranges::any_of(known.citations, [&](const Citation& at) {
        return at.report == said.report && (at.span.overlaps(said.words) || same(known.first, said));
      });
      if (heard) return;
      const bool report_cited =
          std::ranges::any_of(known.citations, [&](const Citation& at) { return at.report == said.report; });
      if (report_cited || !same(known.first, said)) continue;
      known.citations.push_back(place);
      return;
    }
    sayings.push_back({said, {place}});
  }

  bool same(const Said& a, const Said& b) const {
    if (a.sentence == b.sentence) return true;
    if (bears_out(sentences_.terms(a.sentence), sentences_.terms(b.sentence))) return true;
    if (!a.claim || a.claim != b.claim) return false;
    const Terms& one = sentences_.terms(a.sentence);
    const Terms& other = sentences_.terms(b.sentence);
    const std::uint64_t poorer = std::min(one.rarity(), other.rarity());
    return poorer > 0 && shared(one, other) * 100 >= poorer * kSameSaying;
  }

  std::optional<BriefSpeaker> shown(EntityId id) const {
    const Entity& entity = *told_.entity(id);
    const std::optional<BriefNaming> named = name_in(entity, told_);
    if (!named) return std::nullopt;
    BriefSpeaker speaker;
    speaker.entity = id;
    speaker.name = named->name;
    speaker.named = named->words;
    if (const std::optional<BriefNaming> office = office_in(entity, told_)) {
      speaker.role = office->name;
      speaker.office = office->words;
    }
    std::vector<BriefSaying> sayings;
    for (const Gathered& gathered : sayings_.at(id)) sayings.push_back(saying_of(gathered));
    std::vector<Citation> places;
    for (const BriefSaying& saying : sayings)
      places.insert(places.end(), saying.line.citations.begin(), saying.line.citations.end());
    speaker.origins = origin_at_.count(places);
    speaker.sayings = most_told(std::move(sayings));
    return speaker;
  }

  BriefSaying saying_of(const Gathered& gathered) const {
    const Statement& statement = *gathered.first.statement;
    const std::string& text = told_.report(gathered.first.report).text;
    BriefSaying saying;
    for (const ByteSpan piece : statement.content)
      saying.line.text += (saying.line.text.empty() ? "" : " … ") + blanks_joined(piece.in(text));
    saying.line.citations = gathered.citations;
    std::sort(saying.line.citations.begin() + 1, saying.line.citations.end());
    saying.line.origins = origin_at_.count(saying.line.citations);
    saying.line.claim = gathered.first.claim;
    saying.cue = blanks_joined(statement.cue->in(text));
    for (const Passer& passer : statement.via) {
      if (gathered.first.words.contains(passer.span)) saying.via.push_back(blanks_joined(passer.span.in(text)));
    }
    if (statement.date && statement.date->date.start) saying.date = statement.date->date;
    return saying;
  }

  // Those of most origins, in the order in which they stand.
  static std::vector<BriefSaying> most_told(std::vector<BriefSaying> sayings) {
    std::vector<std::size_t> order(sayings.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) {
      return std::tuple(sayings[i].line.origins, sayings[i].line.citations.size());
    });
    if (order.size() > kMaxSayings) order.resize(kMaxSayings);
    std::ranges::sort(order);
    std::vector<BriefSaying> kept;
    for (const std::size_t i : order) kept.push_back(std::move(sayings[i]));
    return kept;
  }

  const Sentences& sentences_;
  const Told& told_;
  const OriginAt& origin_at_;
  const SpeakerTables tables_;
  std::map<StatementId, ClaimId> claim_of_;
  std::vector<EntityId> order_;  // of speakers, by their first statements
  std::map<EntityId, std::vector<Gathered>> sayings_;
};

}  // namespace

std::vector<BriefSpeaker> speakers(const Sentences& sentences, const Told& told, const OriginAt& origin_at,
                                   const SpeakerTables& tables) {
  return Gathering(sentences, told, origin_at, tables).gathered();
}

}  // namespace crossread
