#include "account/event_evidence.h"

#include <algorithm>
#include <numeric>

namespace crossread::account {
namespace {

constexpr int kWhole = 64;
constexpr std::int64_t kMeanLength = 1024;  // of a type's mean: its numbers fit into 16 bits

std::int64_t root_of(std::int64_t square) {  // rounded down
  std::int64_t root = 0;
  for (std::int64_t bit = std::int64_t{1} << 30; bit > 0; bit >>= 1)
    if ((root + bit) * (root + bit) <= square) root += bit;
  return root;
}

template <typename A, typename B>
std::int64_t product(const A& a, const B& b) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += std::int64_t{a[i]} * b[i];
  return sum;
}

// Of numbers up to kMeanLength and up to 127.
std::int32_t small_product(const std::array<std::int16_t, MeaningVectors::kSize>& a, const MeaningVectors::Row& b) {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

void put(TypeEvidence& evidence, std::size_t type, Sign sign, std::int64_t value) {
  std::int8_t& place = evidence[type][static_cast<std::size_t>(sign)];
  place = static_cast<std::int8_t>(std::clamp<std::int64_t>(std::max<std::int64_t>(place, value), 0, 127));
}

void put_shares(TypeEvidence& evidence, Sign sign, const EventVotes& votes) {
  const int whole = std::accumulate(votes.begin(), votes.end(), 0);
  for (std::size_t type = 0; type < votes.size() && whole > 0; ++type)
    put(evidence, type, sign, kWhole * votes[type] / whole);
}

Sign stronger(Sign possible, Surety surety) {
  return static_cast<Sign>(static_cast<std::uint8_t>(possible) + static_cast<std::uint8_t>(surety));
}

}  // namespace

TypeMeanings::TypeMeanings(const EventFields& fields, const MeaningVectors& vectors) {
  for (std::size_t type = 0; type < kEventTypeCount; ++type) {
    std::array<std::int64_t, MeaningVectors::kSize> sums{};
    for (const std::string& word : fields.sure_words(static_cast<EventField>(type))) {
      MeaningVectors::Row made{};
      const MeaningVectors::View row = vectors.of(word, made);
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += row[i];
    }
    const std::int64_t length = std::max<std::int64_t>(root_of(product(sums, sums)), 1);
    for (std::size_t i = 0; i < sums.size(); ++i)
      means_[type][i] = static_cast<std::int16_t>(sums[i] * kMeanLength / length);
  }
}

std::array<std::int8_t, kEventTypeCount> TypeMeanings::likeness(const MeaningVectors::Row& row) const {
  std::array<std::int8_t, kEventTypeCount> likeness{};
  const std::int64_t length = root_of(product(row, row));
  for (std::size_t type = 0; type < kEventTypeCount && length > 0; ++type)
    likeness[type] = static_cast<std::int8_t>(std::clamp<std::int64_t>(
        small_product(means_[type], row) * std::int64_t{kWhole} / (kMeanLength * length), 0, kWhole));
  return likeness;
}

EvidenceReader::EvidenceReader(const EventText& text, const EventKnowledge& known,
                               const std::vector<const Draft*>& drafts, const TypeMeanings& meanings,
                               const std::vector<MeaningVectors::Row>& words, const MeaningVectors::Row& report)
    : text_(text),
      known_(known),
      drafts_(drafts),
      meanings_(meanings),
      words_(words),
      report_likeness_(meanings.likeness(report)) {
  for (const Draft* draft : drafts_)
    if (draft != nullptr && !draft->dropped) ++drafted_[static_cast<std::size_t>(draft->type)];
}

void EvidenceReader::add_known(TokenIndex token, TypeEvidence& evidence) const {
  const std::vector<KnownField>& own = known_.own(token);
  for (const KnownField& each : own) {
    if (each.field >= kEventTypeCount) continue;
    put(evidence, each.field, stronger(Sign::own_possible, each.surety), kWhole);
    put(evidence, each.field, Sign::own_only, kWhole / static_cast<int>(own.size()));
  }
  for (const KnownField& each : known_.phrase(token))
    if (each.field < kEventTypeCount) put(evidence, each.field, stronger(Sign::phrase_possible, each.surety), kWhole);
}

void EvidenceReader::add_drafts(TokenIndex token, TypeEvidence& evidence) const {
  const auto draft_at = [&](TokenIndex each) { return drafts_[static_cast<std::size_t>(each)]; };
  const auto type_of = [](const Draft& draft) { return static_cast<std::size_t>(draft.type); };
  if (const Draft* draft = draft_at(token))
    put(evidence, type_of(*draft), draft->dropped ? Sign::draft_dropped : Sign::draft,
        draft->confidence.value_or(1000) * kWhole / 1000);
  if (const TokenIndex above = text_.tree().head(token); above >= 0 && draft_at(above) != nullptr)
    put(evidence, type_of(*draft_at(above)), Sign::draft_of_governor, kWhole);
  for (const TokenIndex child : text_.tree().children(token))
    if (draft_at(child) != nullptr) put(evidence, type_of(*draft_at(child)), Sign::draft_of_child, kWhole);
  const Sentence* sentence = text_.sentence_of(token);
  if (sentence == nullptr) return;
  for (auto each = static_cast<TokenIndex>(sentence->first_token); each < static_cast<TokenIndex>(sentence->end_token);
       ++each)
    if (each != token && draft_at(each) != nullptr && !draft_at(each)->dropped)
      put(evidence, type_of(*draft_at(each)), Sign::draft_in_sentence, kWhole);
}

void EvidenceReader::add_around(TokenIndex token, const Clause& clause, TypeEvidence& evidence) const {
  const auto add = [&](Sign sign, TokenIndex each) {
    for (const KnownField& shown : known_.shown(each))
      if (shown.field < kEventTypeCount)
        put(evidence, shown.field, sign, kWhole * (1 + static_cast<int>(shown.surety)) / 3);
  };
  for (const TokenIndex each : clause.objects) add(Sign::of_object, each);
  for (const TokenIndex each : clause.subjects) add(Sign::of_subject, each);
  for (const Oblique& each : clause.obliques) add(Sign::of_oblique, each.token);
  for (const TokenIndex each : clause.modifiers) add(Sign::of_modifier, each);
  if (const TokenIndex above = text_.tree().head(token); above >= 0) add(Sign::of_governor, above);
}

void EvidenceReader::add_shares(TokenIndex token, TypeEvidence& evidence) const {
  put_shares(evidence, Sign::share_of_sentence, known_.sentence_votes(token));
  put_shares(evidence, Sign::share_of_neighbours, known_.neighbour_votes(token));
  put_shares(evidence, Sign::share_of_beginning, known_.beginning_votes());
  put_shares(evidence, Sign::share_of_report, known_.report_votes());
  put_shares(evidence, Sign::share_of_drafts, drafted_);
}

TypeEvidence EvidenceReader::of(TokenIndex token, const Clause& clause, const MeaningVectors::Row& sentence) const {
  TypeEvidence evidence{};
  add_known(token, evidence);
  add_drafts(token, evidence);
  add_around(token, clause, evidence);
  add_shares(token, evidence);
  const auto add = [&](Sign sign, const Likeness& likeness) {
    for (std::size_t type = 0; type < kEventTypeCount; ++type) put(evidence, type, sign, likeness[type]);
  };
  add(Sign::like_word, meanings_.likeness(words_[static_cast<std::size_t>(token)]));
  if (!clause.objects.empty())
    add(Sign::like_object, meanings_.likeness(words_[static_cast<std::size_t>(clause.objects[0])]));
  add(Sign::like_sentence, meanings_.likeness(sentence));
  add(Sign::like_report, report_likeness_);
  return evidence;
}

}  // namespace crossread::account
