// The frame of a verb that no frame lists: that of the listed verb whose meaning vector points most alike.
#pragma once

#include <filesystem>
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

  // Over the sure frames of verbs without conditions. Throws BrokenWorld if models_folder/meaning.bin is missing or
  // bad.
  NearVerbs(const EventFrames& frames, const std::filesystem::path& models_folder);

  // Empty for a word without a vector of its own or without a verb near enough.
  std::optional<Found> find(std::string_view lemma) const;

 private:
  struct Verb {
    const Frame* frame = nullptr;
    MeaningVectors::Row vector{};
    double length = 0;
  };
  MeaningVectors vectors_;
  std::vector<Verb> verbs_;  // in order of lemma
};

}  // namespace crossread::account
