#include "account/event_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/fault.h"
#include "base/hash.h"
#include "base/mapped_file.h"
#include "base/matrix.h"

namespace crossread::account {
namespace {

constexpr std::string_view kMagic = "CREVNT02";
constexpr std::uint32_t kMostKeys = 1U << 20;
constexpr std::uint32_t kMostHidden = 1024;
constexpr std::uint32_t kBuckets = 1U << 13;  // of keys, by their uppermost bits: a few keys each
constexpr int kBucketShift = 32 - 13;
constexpr int kBegunShift = 32 - 16;  // as bits 8 KiB; most keys that are looked for stand in no table
constexpr int kTableShift = 6;        // from 64ths to 2^-12
constexpr int kDenseShift = 6;        // from 2^-18 to 2^-12
constexpr int kSignShift = 4;         // from 2^-16 to 2^-12
constexpr int kOutShift = 22;         // of a unit of log odds

// Outs of the net of deeds, in order.
constexpr std::size_t kEventOut = 0;
constexpr std::size_t kBackgroundOut = 1;
constexpr std::size_t kTypeOut = 2;
constexpr std::size_t kStatusOut = kTypeOut + kEventTypeCount;
constexpr std::size_t kModeOut = kStatusOut + kEventStatusCount;
constexpr std::size_t kDeedOuts = kModeOut + kEventModeCount + 1;
constexpr std::size_t kPartyOuts = 5;

// Least log odds of an event that no frame drafted, in 2^-22. With the nets of 11,812 triggers and a teacher's, -0.7
// and -0.4: the dev stories' type and status F1 0.358 and 0.359, PLV's root 0.714 and 0.716 (November 2026).
constexpr std::int64_t kLeastEvent = -(std::int64_t{4} << kOutShift) / 10;

// Of a deed that the frames drafted with full confidence: how far the nets must be from an event to drop it, and how
// much its type is ahead of others. Told that the type may be another (2 in the place of 99) they read our corpus
// better (folds of the training stories, type F1 0.491 for 0.472) and diplomacy worse (PLV, pair_root_macro_f1 0.62 for
// 0.68); dropping from -2 on costs PLV another 0.03. With 5,661 triggers learnt, from -4 and from -6 on: PLV 0.692 and
// 0.709, the dev stories' type F1 0.412 and 0.412 (November 2026).
constexpr std::int64_t kLeastDrafted = -(std::int64_t{6} << kOutShift);
constexpr std::int64_t kTypeOfDraft = std::int64_t{99} << kOutShift;

// Taken off what speaks for no role. With 0, 0.5, 1, 1.5, 2 on two folds of the training stories, F1 of actors 0.669,
// 0.679, 0.684, 0.700, 0.698, of recipients 0.514, 0.537, 0.536, 0.532, 0.533; with 1 the claims of the five real
// reports fell from 0.675 to 0.566, since a wrong actor keeps tellings apart (November 2026).
constexpr std::int64_t kAgainstNone = std::int64_t{1} << (kOutShift - 1);

[[noreturn]] void refuse(std::string_view why) {
  throw BrokenWorld(fmt::format(
      "events.weights is damaged: {}; install the models again, or set CROSSREAD_DATA to a whole folder", why));
}

template <typename Value>
std::vector<Value> take_list(std::string_view& bytes, std::size_t count) {
  std::vector<Value> list(count);
  if (bytes.size() < count * sizeof(Value)) refuse("it is cut off");
  if (count > 0) std::memcpy(list.data(), bytes.data(), count * sizeof(Value));
  bytes.remove_prefix(count * sizeof(Value));
  return list;
}

// weights[hidden][width], without biases.
PackedWeights packed(const std::vector<std::int16_t>& weights, std::size_t width) {
  const std::size_t hidden = weights.size() / width;
  return {weights.data(), std::vector<std::int32_t>(hidden).data(), width, hidden};
}

// The logistic function of log odds in thousandths, by steps of a half: even on machines whose exp() differs.
std::uint16_t confidence_of(std::int64_t odds) {
  constexpr std::array<std::uint16_t, 13> kSteps = {119, 182, 269, 378, 500, 622, 731, 818, 881, 924, 953, 971, 982};
  const std::int64_t step = (odds >> (kOutShift - 1)) + 4;  // from -2
  return kSteps[static_cast<std::size_t>(std::clamp<std::int64_t>(step, 0, kSteps.size() - 1))];
}

template <std::size_t kMeanings>
std::span<const std::int8_t> numbers_of(const Looks<kMeanings>& looks) {
  return {looks.meanings.front().data(), kMeanings * MeaningVectors::kSize};
}

}  // namespace

EventNet EventNet::take(std::string_view& bytes, std::size_t numbers, std::size_t outs) {
  const std::vector<std::uint32_t> sizes = take_list<std::uint32_t>(bytes, 4);
  const std::size_t keys = sizes[0];
  const std::size_t hidden = sizes[2];
  if (keys > kMostKeys || hidden == 0 || hidden > kMostHidden || sizes[1] != numbers || sizes[3] != outs)
    refuse("a net is of another size");
  EventNet net;
  net.keys_ = take_list<std::uint32_t>(bytes, keys);
  if (std::ranges::adjacent_find(net.keys_, std::greater_equal()) != net.keys_.end()) refuse("keys are not in order");
  for (std::uint32_t bucket = 0; bucket <= kBuckets; ++bucket) {
    const auto begin = [&](std::uint32_t key) { return (key >> kBucketShift) < bucket; };
    net.first_.push_back(
        static_cast<std::uint32_t>(std::ranges::partition_point(net.keys_, begin) - net.keys_.begin()));
  }
  net.begun_.resize(std::size_t{1} << (32 - kBegunShift));
  for (const std::uint32_t key : net.keys_) net.begun_[key >> kBegunShift] = true;
  net.table_ = take_list<std::int8_t>(bytes, keys * hidden);
  net.dense_ = packed(take_list<std::int16_t>(bytes, hidden * numbers), numbers);
  net.dense_bias_ = take_list<std::int32_t>(bytes, hidden);
  net.outs_ = take_list<std::int16_t>(bytes, outs * hidden);
  net.out_bias_ = take_list<std::int32_t>(bytes, outs);
  return net;
}

// Which rows of the table the keys have, each once.
std::vector<std::uint32_t> EventNet::rows_of(std::span<const std::uint32_t> keys) const {
  std::vector<std::uint32_t> rows;
  rows.reserve(keys.size());
  for (const std::uint32_t key : keys) {
    if (!begun_[key >> kBegunShift]) continue;
    std::uint32_t at = first_[key >> kBucketShift];
    const std::uint32_t end = first_[(key >> kBucketShift) + 1];
    while (at < end && keys_[at] < key) ++at;
    if (at == end || keys_[at] != key) continue;
    rows.push_back(at);
    // Sent for while the others are looked up: the table is larger than what lies near.
    const std::int8_t* row = table_.data() + at * dense_bias_.size();
    __builtin_prefetch(row);
    __builtin_prefetch(row + dense_bias_.size() - 1);
  }
  std::ranges::sort(rows);
  rows.erase(std::ranges::unique(rows).begin(), rows.end());
  return rows;
}

EventNet::Hidden EventNet::hidden(std::span<const std::uint32_t> keys, std::span<const std::int8_t> numbers) const {
  const std::size_t width = dense_bias_.size();
  std::vector<std::int32_t> sums(width);
  const std::vector<std::uint32_t> rows = rows_of(keys);
  add_rows(table_.data(), width, rows, sums.data());
  Hidden hidden(width);
  const std::vector<std::int16_t> wide(numbers.begin(), numbers.end());
  std::vector<std::int32_t> dense(width);
  dense_.multiply(wide.data(), 1, dense.data());
  for (std::size_t i = 0; i < width; ++i) {
    const std::int64_t sum = std::int64_t{sums[i]} * (1 << kTableShift) + (dense[i] >> kDenseShift) + dense_bias_[i];
    hidden[i] = static_cast<std::int16_t>(std::clamp<std::int64_t>(sum, 0, 32767));
  }
  return hidden;
}

std::int64_t EventNet::out(const Hidden& hidden, std::size_t index) const {
  const std::int16_t* weights = outs_.data() + index * hidden.size();
  std::int64_t sum = out_bias_[index];
  for (std::size_t i = 0; i < hidden.size(); ++i) sum += std::int64_t{hidden[i]} * weights[i];
  return sum;
}

std::size_t EventNet::best(const Hidden& hidden, std::size_t first, std::size_t count) const {
  std::size_t best = 0;
  std::int64_t most = out(hidden, first);
  for (std::size_t i = 1; i < count; ++i) {
    const std::int64_t here = out(hidden, first + i);
    if (here <= most) continue;
    most = here;
    best = i;
  }
  return best;
}

SignNet SignNet::take(std::string_view& bytes) {
  const std::vector<std::uint32_t> sizes = take_list<std::uint32_t>(bytes, 2);
  if (sizes[0] != kSigns || sizes[1] == 0 || sizes[1] > kMostHidden) refuse("the net of signs is of another size");
  SignNet net;
  static_assert(kSigns % 2 == 0);
  net.in_ = packed(take_list<std::int16_t>(bytes, kSigns * sizes[1]), kSigns);
  net.bias_ = take_list<std::int32_t>(bytes, sizes[1]);
  net.types_ = take_list<std::int16_t>(bytes, sizes[1]);
  net.event_ = take_list<std::int16_t>(bytes, sizes[1]);
  return net;
}

SignScores SignNet::scores(const TypeEvidence& evidence) const {
  std::array<std::int16_t, kEventTypeCount * kSigns> signs;
  auto* next = signs.data();
  for (const auto& of_type : evidence) next = std::ranges::copy(of_type, next).out;
  std::vector<std::int32_t> seen(kEventTypeCount * bias_.size());
  in_.multiply(signs.data(), kEventTypeCount, seen.data());
  SignScores scores;
  for (std::size_t type = 0; type < kEventTypeCount; ++type) {
    const std::int32_t* of_type = seen.data() + type * bias_.size();
    std::int64_t event = 0;
    for (std::size_t i = 0; i < bias_.size(); ++i) {
      const std::int64_t hidden = std::max<std::int64_t>(std::int64_t{bias_[i]} + of_type[i], 0) >> kSignShift;
      scores.types[type] += hidden * types_[i];
      event += hidden * event_[i];
    }
    scores.event = type == 0 ? event : std::max(scores.event, event);
  }
  return scores;
}

EventModel::EventModel(const std::filesystem::path& models_folder, const MeaningVectors& vectors) {
  const MappedFile file(models_folder / "events.weights");
  std::string_view bytes = file.bytes();
  if (!bytes.starts_with(kMagic)) refuse("it is of another kind or version");
  bytes.remove_prefix(kMagic.size());
  const std::uint64_t checksum = take_list<std::uint64_t>(bytes, 1)[0];
  if (checksum != hash64(bytes)) refuse("its checksum does not match");
  if (take_list<std::uint64_t>(bytes, 1)[0] != vectors.checksum()) refuse("it belongs to another meaning.bin");
  take(bytes);
}

EventModel EventModel::of_nets(std::string_view bytes) {
  EventModel model;
  model.take(bytes);
  return model;
}

void EventModel::take(std::string_view bytes) {
  deeds_ = EventNet::take(bytes, kDeedMeanings * MeaningVectors::kSize, kDeedOuts);
  signs_ = SignNet::take(bytes);
  parties_ = EventNet::take(bytes, kPartyMeanings * MeaningVectors::kSize, kPartyOuts);
  if (!bytes.empty()) refuse("it is longer than it says");
}

std::optional<DeedReading> EventModel::read_deed(const DeedLooks& looks, const Draft* drafted) const {
  const EventNet::Hidden hidden = deeds_.hidden(looks.keys, numbers_of(looks));
  SignScores scores = signs_.scores(looks.evidence);
  const std::int64_t odds = deeds_.out(hidden, kEventOut) + scores.event;
  const std::int64_t sureness = drafted == nullptr ? 0 : drafted->confidence.value_or(1000);
  if (odds < (drafted == nullptr ? kLeastEvent : kLeastDrafted * sureness / 1000)) return {};
  for (std::size_t type = 0; type < kEventTypeCount; ++type) scores.types[type] += deeds_.out(hidden, kTypeOut + type);
  if (drafted != nullptr) scores.types[static_cast<std::size_t>(drafted->type)] += kTypeOfDraft * sureness / 1000;
  DeedReading reading;
  reading.type = static_cast<EventType>(std::ranges::max_element(scores.types) - scores.types.begin());
  reading.status = static_cast<EventStatus>(deeds_.best(hidden, kStatusOut, kEventStatusCount));
  reading.background = deeds_.out(hidden, kBackgroundOut) > 0;
  reading.confidence = confidence_of(odds);
  const std::size_t mode = deeds_.best(hidden, kModeOut, kEventModeCount + 1);
  if (mode < kEventModeCount && has_mode(reading.type, static_cast<EventMode>(mode)))
    reading.mode = static_cast<EventMode>(mode);
  return reading;
}

PartyRole EventModel::read_party(const PartyLooks& looks) const {
  const EventNet::Hidden hidden = parties_.hidden(looks.keys, numbers_of(looks));
  const std::size_t role = 1 + parties_.best(hidden, 1, kPartyOuts - 1);
  const bool none = parties_.out(hidden, 0) - kAgainstNone > parties_.out(hidden, role);
  return none ? PartyRole::none : static_cast<PartyRole>(role);
}

}  // namespace crossread::account
