// Numbers that no counted thing stands with: ages, numbers that count nothing, and what the verb says of people counted
// by the number alone.
#pragma once

#include <string>

#include "language/counted_things.h"

namespace crossread::language {

class BareNumbers : public CountedThings {
 public:
  using CountedThings::CountedThings;

  // "the death toll rose to 17", "11 drown", "six had died".
  std::string told_of(const NumberReading& got) const;
  // "Ada Lund, 45, left", "Lund (45)", "aged 45", "a man of 45", "he is 45", "men over 50".
  bool is_age(const NumberReading& got) const;
  // "Article 51", "Boeing 737", "No. 5", "+258 26 218", "at six", "20.40 The doors close".
  bool counts_nothing(const NumberReading& got) const;

 private:
  bool inside_phrase(std::uint32_t at) const;
  bool is_hour(const NumberReading& got) const;
  bool measured_above(std::uint32_t preposition) const;
};

}  // namespace crossread::language
