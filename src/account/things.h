// The things of an account: those that the analysis numbered, and those that only take a part: "two neighbours".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "types/account.h"

namespace crossread::account {

class Things {
 public:
  // Both must outlive this.
  Things(const Report& report, Account& account)
      : outlet_(report.outlet ? *report.outlet : std::string_view()), text_(report.text), account_(account) {}

  // The thing that the words of a phrase stand for; `head` is the word that governs them. The longest mention within
  // the phrase that ends with its head, else one that covers the head.
  std::optional<EntityIndex> known(ByteSpan phrase, ByteSpan head) const;

  // The same, or a new nameless thing; equal words, the same new thing.
  EntityIndex of(ByteSpan phrase, ByteSpan head, EntityKind kind_if_new);

  // The outlet of the report, for words by which it speaks of itself: "told us", "this newspaper". None where the
  // report does not say its outlet.
  std::optional<EntityIndex> outlet(ByteSpan words);

 private:
  void add_mention(const Mention& mention);

  std::string_view outlet_;
  std::string_view text_;
  Account& account_;
  std::map<std::string, EntityIndex, std::less<>> described_;  // by its words in lower case
};

}  // namespace crossread::account
