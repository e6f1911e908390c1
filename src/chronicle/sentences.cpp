#include "chronicle/sentences.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/hash.h"
#include "text/stem.h"
#include "text/words.h"

namespace crossread {
namespace {

// None of these was tuned on a labelled set; they were set by reading the briefs of the seeds and examples, 2026-11-22.
constexpr int kCommon = 300;                 // centibels: words more frequent than one in a thousand carry nothing
constexpr std::uint64_t kMostRarity = 250;   // above kCommon, and what a name is worth
constexpr std::uint64_t kLeastShared = 400;  // and so much at least of words to tell the same: two or three rare ones
constexpr std::uint64_t kLeastPlain = 200;   // of it words that are no names
constexpr std::uint64_t kTouched = 33;       // percent of rarity to tell a part of it, perhaps
constexpr std::uint64_t kCovered = 50;       // percent of a sentence's rarity that a line has, to make it superfluous

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// Who is named in a sentence, by the place of the name.
struct NamedAt {
  ByteSpan span;
  std::uint64_t key = 0;
};

std::vector<NamedAt> names_in(const Citation& sentence, const Told& told) {
  std::vector<NamedAt> names;
  const AccountEntry* entry = told.account(sentence.report);
  if (entry == nullptr) return names;
  for (const Mention& mention : entry->account.mentions) {
    if (mention.level != MentionLevel::name || !sentence.span.contains(mention.span)) continue;
    if (mention.entity >= entry->entity_of.size()) continue;
    names.push_back({mention.span, mix(hash64("name"), entry->entity_of[mention.entity].value)});
  }
  return names;
}

// What two have in common.
struct Common {
  std::uint64_t names = 0;
  std::uint64_t plain = 0;
};

Common common_of(const Terms& a, const Terms& b) {
  Common common;
  auto other = b.terms.begin();
  for (const Terms::Term& term : a.terms) {
    while (other != b.terms.end() && other->key < term.key) ++other;
    if (other == b.terms.end()) break;
    if (other->key == term.key) (term.name ? common.names : common.plain) += std::min(term.rarity, other->rarity);
  }
  return common;
}

// Whether the token is one of the words or stands below one of them in the sentence's tree.
bool hangs_on(const Analysis& analysis, const Sentence& sentence, std::uint32_t token, ByteSpan words) {
  std::uint32_t at = token;
  for (std::uint32_t steps = 0; steps <= sentence.end_token - sentence.first_token; ++steps) {
    if (analysis.tokens[at].span.overlaps(words)) return true;
    if (analysis.tokens[at].head < 0) return false;
    at = static_cast<std::uint32_t>(analysis.tokens[at].head);
  }
  return false;
}

}  // namespace

std::uint64_t shared(const Terms& a, const Terms& b) {
  const Common common = common_of(a, b);
  return common.names + common.plain;
}

bool bears_out(const Terms& line, const Terms& other, std::uint64_t percent) {
  if (line.turns != other.turns || !std::ranges::includes(other.numbers, line.numbers)) return false;
  const Common common = common_of(line, other);
  const std::uint64_t both = common.names + common.plain;
  if (both < kLeastShared || both * 100 < line.rarity() * percent) return false;
  return common.plain >= kLeastPlain && common.plain * 100 >= line.plain * percent;
}

bool touches(const Terms& line, const Terms& other) {
  const Common common = common_of(line, other);
  const std::uint64_t both = common.names + common.plain;
  return both >= kLeastShared && both * 100 >= line.rarity() * kTouched && common.plain >= kLeastPlain &&
         common.plain * 100 >= line.plain * kTouched;
}

bool covered(const Terms& words, const Terms& line) {
  return shared(words, line) * 100 >= words.rarity() * kCovered;
}

Sentences::Sentences(std::span<const StoryFile::Member> members, const Told& told, const OriginAt& origin_at,
                     const SentenceTables& tables)
    : members_(members), told_(told), tables_(tables), all_(tellings(members, origin_at, tables)) {
  terms_.reserve(all_.size());
  for (const Telling& telling : all_) terms_.push_back(terms_of(telling.place));
}

Terms Sentences::terms_of(const Citation& place) const {
  const std::string& text = told_.report(place.report).text;
  const std::vector<NamedAt> names = names_in(place, told_);
  std::map<std::uint64_t, Terms::Term> different;
  Terms terms;
  for (const Word& word : words(text, place.span)) {
    const std::string_view written = word.span.in(text);
    if (has_digit(written)) terms.numbers.push_back(word.hash);
    if (tables_.bearing.turns(word.hash)) terms.turns.push_back(word.hash);
    const auto name = std::ranges::find_if(names, [&](const NamedAt& at) { return at.span.contains(word.span); });
    if (name != names.end()) {
      different[name->key] = {name->key, kMostRarity, true};
      continue;
    }
    const int rarity = std::min(tables_.background.rarity(word.hash) - kCommon, static_cast<int>(kMostRarity));
    const std::uint64_t key = hash64(stem(folded(written)));
    if (rarity > 0) different[key] = {key, static_cast<std::uint64_t>(rarity), false};
  }
  for (const auto& [key, term] : different) {
    terms.terms.push_back(term);
    (term.name ? terms.names : terms.plain) += term.rarity;
  }
  std::ranges::sort(terms.numbers);
  std::ranges::sort(terms.turns);
  return terms;
}

Citation Sentences::clause_around(const Citation& trigger) const {
  const Analysis& analysis = members_[trigger.report].analysis;
  for (const Sentence& sentence : analysis.sentences) {
    if (!sentence.span.contains(trigger.span)) continue;
    Citation clause = trigger;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      if (!hangs_on(analysis, sentence, i, trigger.span)) continue;
      const ByteSpan token = analysis.tokens[i].span;
      clause.span = {std::min(clause.span.begin, token.begin), std::max(clause.span.end, token.end)};
    }
    return clause;
  }
  return trigger;
}

std::optional<std::size_t> Sentences::at(const Citation& place) const {
  auto after = std::ranges::upper_bound(
      all_, std::pair(place.report, place.span.begin), {},
      [](const Telling& telling) { return std::pair(telling.place.report, telling.place.span.begin); });
  if (after == all_.begin()) return std::nullopt;
  --after;
  const bool inside = after->place.report == place.report && place.span.begin < after->place.span.end;
  return inside ? std::optional(static_cast<std::size_t>(after - all_.begin())) : std::nullopt;
}

BriefLine line_of(std::span<const std::size_t> sentences, const Sentences& all, const Told& told,
                  const OriginAt& origin_at) {
  BriefLine line;
  std::set<std::uint32_t> cited;
  for (const std::size_t sentence : sentences) {
    const Citation& place = all[sentence].place;
    if (cited.insert(place.report).second) line.citations.push_back(place);
  }
  const Citation shown = line.citations.front();
  std::sort(line.citations.begin() + 1, line.citations.end());
  line.text = blanks_joined(shown.span.in(told.report(shown.report).text));
  line.origins = origin_at.count(line.citations);
  return line;
}

std::string blanks_joined(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

}  // namespace crossread
