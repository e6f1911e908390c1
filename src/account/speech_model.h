// Whether what the rules found is speech, and what is done by saying it: sums of weights over the looks of
// speech_looks.h (logistic regression; data/models/speech.tsv, made by training/speech.py). Whole numbers throughout.
//
// Guarded by tests/account/speech_model_test.cpp.
#pragma once

#include <tsl/robin_map.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "account/speech_looks.h"
#include "types/account.h"

namespace crossread::account {

struct SpeechReading {
  std::int32_t odds = 0;    // hundredths of the log odds that it is speech
  std::int32_t better = 0;  // the same that this reading is better than the first one
  std::optional<Act> act;   // one that is far likelier than plain saying
  bool is_speech() const { return odds >= 0; }
};

class SpeechModel {
 public:
  // A table of question ("speech", "better" or an act), look, weight in hundredths. Throws BrokenWorld, naming the
  // line.
  explicit SpeechModel(const std::filesystem::path& file);

  SpeechReading read(const SpeechLooks& looks) const;

 private:
  static constexpr std::size_t kQuestions = kActCount + 2;  // the acts in order, then speech, better
  struct Weight {
    std::uint8_t question;
    std::int16_t hundredths;
  };
  tsl::robin_map<std::string, std::vector<Weight>> weights_;  // by look
};

}  // namespace crossread::account
