// What one report says, from its words and trees: things, statements, events, quantities.
//
//   const account::AccountReader reader(data_folder());
//   const Account account = reader.read(report, analysis);
#pragma once

#include <filesystem>
#include <string_view>

#include "account/events.h"
#include "account/speech.h"
#include "types/account.h"

namespace crossread::account {

// Part of what stored results are kept by: raised with every change that changes an Account.
inline constexpr std::string_view kVersion = "10";

class AccountReader {
 public:
  // Reads data_folder/lexicon/en/*.tsv and data_folder/models. Throws BrokenWorld if one is missing or bad.
  explicit AccountReader(const std::filesystem::path& data_folder);

  // A pure function of the two and the tables; safe to call from many threads.
  Account read(const Report& report, const Analysis& analysis) const;

 private:
  EventFinder events_;
  SpeechTables speech_;
};

}  // namespace crossread::account
