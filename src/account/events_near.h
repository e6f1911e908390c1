// The frame of a verb that no frame lists: that of the listed verb whose meaning vector points most alike.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "account/frames.h"
#include "lexicon/meaning.h"

namespace crossread::account {

class NearVerbs {
 public:
  struct Found {
    const Frame* frame = nullptr;  // as long as the frames live
    std::uint16_t confidence = 0;  // thousandths
  };

  // Over the sure frames of verbs without conditions. Both must outlive this.
  NearVerbs(const EventFrames& frames, const MeaningVectors& vectors);

  // Empty for a word without a vector of its own or without a verb near enough.
  std::optional<Found> find(std::string_view lemma) const;

 private:
  struct Verb {
    const Frame* frame = nullptr;
    MeaningVectors::Row vector{};
    double length = 0;
  };
  const MeaningVectors& vectors_;
  std::vector<Verb> verbs_;  // in order of lemma
};

}  // namespace crossread::account
