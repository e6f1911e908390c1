// One sentence as the readers of quantities look at it: forms, tags and governors by the token's place in the stretch.
// Beyond the sentence nothing is there: no form, no tag.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "language/quantities.h"

namespace crossread::language {

using Forms = std::initializer_list<std::string_view>;

// Tokens between a number and the noun that it counts. Not tuned.
inline constexpr std::uint32_t kReach = 8;

// Whether the form, whatever its capitals, is the word in small letters.
inline bool spells(std::string_view form, std::string_view small) {
  return form.size() == small.size() && std::equal(form.begin(), form.end(), small.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a | 0x20 : a) == b;
         });
}

inline bool is_noun(Xpos tag) {
  return tag == Xpos::nn || tag == Xpos::nns || tag == Xpos::nnp || tag == Xpos::nnps;
}

inline bool is_plural(Xpos tag) {
  return tag == Xpos::nns || tag == Xpos::nnps;
}

// Stands between a number and its noun: "three badly [burned] men".
inline bool describes(Xpos tag) {
  return tag == Xpos::jj || tag == Xpos::jjr || tag == Xpos::jjs || tag == Xpos::vbn || tag == Xpos::vbg;
}

// A number as it was read, before anything is known of what it counts.
struct NumberReading {
  TokenRange number;      // with its second half in a range
  std::uint32_t top = 0;  // its last word, which the tree hangs up
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;
  bool vague = false;
  bool digits = false;
  std::string currency;
};

class QuantityView {
 public:
  // Both must outlive it.
  QuantityView(const QuantityText& text, const QuantityFinder::Tables& tables)
      : in_(text), tables_(tables), words_(tables.words) {}

  const TokenRange& sentence() const { return range_; }
  bool taken(std::uint32_t at) const { return in_.taken[at]; }
  bool inside(std::uint32_t at) const { return at >= range_.first && at < range_.end; }
  std::string_view form(std::uint32_t at) const {
    return inside(at) ? in_.list.tokens[at].span.in(in_.text) : std::string_view{};
  }
  WordId word(std::uint32_t at) const { return inside(at) ? in_.list.words[at] : kNoWord; }
  Shape shape(std::uint32_t at) const { return inside(at) ? in_.list.tokens[at].shape : Shape::symbol; }
  bool glued(std::uint32_t at) const { return inside(at) && in_.list.tokens[at].glued; }
  bool is(std::uint32_t at, Forms forms) const {
    return std::any_of(forms.begin(), forms.end(), [&](std::string_view small) { return spells(form(at), small); });
  }
  bool has_capital(std::uint32_t at) const { return shape(at) == Shape::capital || shape(at) == Shape::upper; }
  bool is_dash(std::uint32_t at) const { return form(at) == "-" || form(at) == "\u2013"; }
  std::span<const WordId> words() const { return {in_.list.words.data(), range_.end}; }
  WordReading reading(std::uint32_t at) const {
    return inside(at) && at < in_.readings.size() ? in_.readings[at] : WordReading{};
  }
  NumberWords::Entry number_word(std::uint32_t at) const { return tables_.numbers[word(at)]; }
  Xpos tag(std::uint32_t at) const { return reading(at).xpos; }
  // The governor's token; empty for a root.
  std::optional<std::uint32_t> governor(std::uint32_t at) const {
    const std::int32_t head = reading(at).head;
    if (head < 0) return std::nullopt;
    return range_.first + static_cast<std::uint32_t>(head);
  }
  const std::string& fate(std::uint32_t at, FateRole role) const { return words_.fate(word(at), role); }
  bool is_name(std::uint32_t at) const { return tag(at) == Xpos::nnp || tag(at) == Xpos::nnps; }

 protected:
  const QuantityText& in_;
  const QuantityFinder::Tables& tables_;
  const QuantityWords& words_;
  TokenRange range_;  // the sentence
};

}  // namespace crossread::language
