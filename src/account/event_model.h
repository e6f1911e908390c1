// The models of events (data/models/events.weights, made by training/events.py): two nets of one hidden layer over the
// looks of event_features.h, and a small one over the signs of event_evidence.h that judges every type alike; what it
// gives for a type is added to what the net of deeds gives. Whole numbers throughout, so that every machine decides
// alike.
//
// The file, little-endian: "CREVNT02", checksum:u64 (XXH3-64 of all that follows), checksum of the meaning vectors that
// it was trained with:u64; then twice, for deeds and for parties: keys:u32, numbers:u32, hidden:u32, outs:u32; the
// keys, ascending, u32; a row of `hidden` i8 for each (in 64ths); for each hidden number a row of `numbers` i16 (in
// 2^-18 for a meaning as stored); their biases, i32 (2^-12); for each out a row of `hidden` i16 (2^-10) and the biases,
// i32 (2^-22). Then the net of signs: signs:u32, hidden:u32; for each hidden number a row of `signs` i16 (2^-10) and
// the biases, i32 (2^-16); a row of `hidden` i16 (2^-10) for the types, one for whether it is an event.
//
// Guarded by tests/account/event_model_test.cpp and fuzz/account/event_model.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "account/event_features.h"
#include "base/packed_weights.h"
#include "lexicon/meaning.h"
#include "types/account.h"

namespace crossread::account {

class EventNet {
 public:
  using Hidden = std::vector<std::int16_t>;

  // Takes its part off the front of `bytes`. Throws BrokenWorld if they are cut or not as large as they must be.
  static EventNet take(std::string_view& bytes, std::size_t numbers, std::size_t outs);

  Hidden hidden(std::span<const std::uint32_t> keys, std::span<const std::int8_t> numbers) const;
  // In 2^-22 of a unit of log odds.
  std::int64_t out(const Hidden& hidden, std::size_t index) const;
  // The greatest of outs [first, first + count), counted from first; the first of equals.
  std::size_t best(const Hidden& hidden, std::size_t first, std::size_t count) const;

 private:
  std::vector<std::uint32_t> rows_of(std::span<const std::uint32_t> keys) const;

  std::vector<std::uint32_t> keys_;
  std::vector<std::uint32_t> first_;  // of keys_ by their uppermost bits
  std::vector<bool> begun_;           // by more of the uppermost bits: whether any of keys_ begins so
  std::vector<std::int8_t> table_;
  PackedWeights dense_;  // without the biases
  std::vector<std::int32_t> dense_bias_;
  std::vector<std::int16_t> outs_;
  std::vector<std::int32_t> out_bias_;
};

// What the signs say, in 2^-22 of a unit of log odds.
struct SignScores {
  std::array<std::int64_t, kEventTypeCount> types{};
  std::int64_t event = 0;  // by the type that speaks most for one
};

class SignNet {
 public:
  // As EventNet::take.
  static SignNet take(std::string_view& bytes);
  SignScores scores(const TypeEvidence& evidence) const;

 private:
  PackedWeights in_;  // without the biases, which may be as great as 32 bits hold
  std::vector<std::int32_t> bias_;
  std::vector<std::int16_t> types_, event_;
};

// What the nets say of a candidate that is an event.
struct DeedReading {
  EventType type = EventType::assault;
  EventStatus status = EventStatus::asserted;
  std::optional<EventMode> mode;  // one that the type may have
  bool background = false;
  std::uint16_t confidence = 0;  // thousandths
};

enum class PartyRole : std::uint8_t { none, actor, recipient, instrument, place };

class EventModel {
 public:
  // Throws BrokenWorld if the file is missing, damaged or trained with other meaning vectors.
  EventModel(const std::filesystem::path& models_folder, const MeaningVectors& vectors);

  // Over what follows a file's checksums: what is to be refused when those are right by chance.
  static EventModel of_nets(std::string_view bytes);

  // Empty: the word tells of no event. `drafted` is what the frames made of the word, null for nothing: it takes more
  // to say no to it, or to say another type.
  std::optional<DeedReading> read_deed(const DeedLooks& looks, const Draft* drafted) const;
  PartyRole read_party(const PartyLooks& looks) const;

 private:
  EventModel() = default;
  void take(std::string_view bytes);

  EventNet deeds_;
  SignNet signs_;
  EventNet parties_;
};

}  // namespace crossread::account
