// What a number counts: the noun over it in the tree, or, where the tree does not say, the last noun of the words
// behind it; of people to whom something was done, "person" and what was done.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "language/quantity_view.h"

namespace crossread::language {

struct Counted {
  std::uint32_t end = 0;  // the token behind the phrase
  std::string unit;
  std::string of;
  std::optional<std::size_t> part_of = {};
  bool next_is_whole = false;  // "two of the 16"
};

class CountedThings : public QuantityView {
 public:
  using QuantityView::QuantityView;

  std::optional<Counted> counted_after(const NumberReading& got) const;
  bool noun_follows(std::uint32_t at) const;
  // The noun over the number in the tree, if it stands within the words behind the number that can belong to it; else
  // the last noun of these.
  std::optional<Counted> noun(std::uint32_t from, const NumberReading& got) const;
  Counted described(std::uint32_t head, const NumberReading& got) const;
  // "Eritreans".
  bool is_people(std::uint32_t at) const;
  // What befell those who are counted, from the verb over their noun or from the word behind it.
  std::string fate_of(std::uint32_t head, const NumberReading& got) const;

 private:
  bool cuts_unit(std::uint32_t at, std::size_t length) const;
  std::optional<Counted> hyphenated(std::uint32_t at) const;
  bool plural_follows(std::uint32_t noun, const NumberReading& got) const;
  bool fits(std::uint32_t at, const NumberReading& got, bool tree) const;
  bool counts_its_object(std::uint32_t head) const;
  Counted person_or(Counted counted, const NumberReading& got) const;
  Counted person_of(std::uint32_t head, const NumberReading& got) const;
  std::string lemma(std::uint32_t at) const;
};

}  // namespace crossread::language
