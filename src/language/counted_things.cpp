#include "language/counted_things.h"

namespace crossread::language {

std::optional<Counted> CountedThings::counted_after(const NumberReading& got) const {
  std::uint32_t at = got.number.end;
  if (!got.vague) {
    if (const auto match = words_.currencies_after().longest(words(), at)) {
      return Counted{at + static_cast<std::uint32_t>(match.words), words_.unit(match.value), {}};
    }
  }
  if (form(at) == "(" && shape(at + 1) == Shape::number && form(at + 2) == ")") at += 3;  // "twelve (12) cases"
  if (const auto match = words_.units().longest(words(), at); match && !cuts_unit(at, match.words)) {
    return person_or(Counted{at + static_cast<std::uint32_t>(match.words), words_.unit(match.value), {}}, got);
  }
  if (is_dash(at) && glued(at) && inside(at + 1)) return hyphenated(at + 1);
  if (const std::string& state = fate(at, FateRole::state); !state.empty() && !noun_follows(at)) {
    return Counted{at + 1, "person", state};
  }
  if (has_capital(at) && tables_.names.demonyms().longest(words(), at).words == 1 && !noun_follows(at) &&
      !is_noun(tag(at)) && !is_dash(at + 1)) {
    return person_of(at, got);  // "two Portuguese"
  }
  if (got.vague && is(at, {"of"})) ++at;
  if (got.vague && is(at, {"the", "their", "its", "his", "her"})) ++at;
  return noun(at, got);
}

// "m" and the like only right behind digits; "10 in Angoche" is no inch.
bool CountedThings::cuts_unit(std::uint32_t at, std::size_t length) const {
  return length == 1 && form(at).size() == 1 && shape(at) != Shape::symbol && shape(at - 1) != Shape::number;
}

bool CountedThings::noun_follows(std::uint32_t at) const {
  return is_noun(tag(at + 1)) || describes(tag(at + 1));
}

// "a 30-metre crater", "the 15-member council", "the 34-year-old".
std::optional<Counted> CountedThings::hyphenated(std::uint32_t at) const {
  if (!glued(at) || shape(at) == Shape::symbol || shape(at) == Shape::number) return std::nullopt;
  if (is(at, {"year"}) && is_dash(at + 1) && is(at + 2, {"old", "olds"})) return Counted{at + 3, "year", "age"};
  const auto match = words_.units().longest(words(), at);
  if (match) return Counted{at + static_cast<std::uint32_t>(match.words), words_.unit(match.value), {}};
  if (tables_.function_words.has(word(at)) || shape(at) != Shape::lower ||
      is(at, {"old", "time", "times", "fold", "point", "way", "step", "wheeler", "storey", "story", "party", "part"})) {
    return std::nullopt;
  }
  return Counted{at + 1, lemma(at), {}};
}

std::optional<Counted> CountedThings::noun(std::uint32_t from, const NumberReading& got) const {
  std::uint32_t last = from;  // the noun so far
  bool any = false;
  std::uint32_t at = from;
  for (; inside(at) && at < from + kReach && !in_.taken[at]; ++at) {
    if (is_dash(at) && glued(at) && glued(at + 1) && at > from) continue;
    if (is(at, {"others"})) return std::nullopt;
    if (is(at, {"more", "other", "most", "such", "further", "additional"})) continue;
    const Xpos seen = tag(at);
    if (is_noun(seen) && !is(at, {"percent"})) {
      if (any && is_name(at) && !is_name(last)) break;
      if (const auto match = words_.units().longest(words(), at); match.words > 1) {
        return Counted{at + static_cast<std::uint32_t>(match.words), words_.unit(match.value), {}};
      }
      last = at;
      any = true;
      continue;
    }
    if (seen == Xpos::pos && any) {
      any = false;  // "the firm's lorries"
      continue;
    }
    if (any && describes(seen) && !is_plural(tag(last)) && got.value && *got.value > 1) {
      any = false;  // "16 short-range ballistic missiles"
      continue;
    }
    if (any || !(describes(seen) || (seen == Xpos::rb && describes(tag(at + 1))))) break;
  }
  const auto above = reading(got.top).relation == Relation::nummod ? governor(got.top) : std::nullopt;
  const bool tree = above && *above >= from && *above < at && is_noun(tag(*above));
  if (tree) last = *above;
  if (!any && !tree) return std::nullopt;
  if (plural_follows(last, got)) return described(last + 1, got);
  if (!fits(last, got, tree)) return std::nullopt;
  return described(last, got);
}

// "22 missile launches", where the last word was taken for a verb: of several a verb in the singular cannot be said.
bool CountedThings::plural_follows(std::uint32_t noun, const NumberReading& got) const {
  const std::uint32_t next = noun + 1;
  return !is_plural(tag(noun)) && got.value && *got.value > 1 && tag(next) == Xpos::vbz &&
         shape(next) == Shape::lower && form(next).ends_with('s') && !tables_.function_words.has(word(next));
}

// A single thing counts by any noun, more than one by a plural, or by a noun that the tree gives.
bool CountedThings::fits(std::uint32_t at, const NumberReading& got, bool tree) const {
  if (is_plural(tag(at))) return true;
  if (tag(at) == Xpos::nnp) return words_.people().has(word(at)) || !words_.singular(word(at)).empty();
  if (got.value && (*got.value == 1 || *got.value == 0)) return true;
  return tree || words_.people().has(word(at)) || !words_.singular(word(at)).empty() ||
         words_.units().longest(words(), at);
}

// "22 missile launches" are as many missiles: another report counts these.
bool CountedThings::counts_its_object(std::uint32_t head) const {
  const bool object = tag(head - 1) == Xpos::nn && shape(head - 1) == Shape::lower;
  return object && is(head, {"launch", "launches", "launchings", "firing", "firings"});
}

Counted CountedThings::described(std::uint32_t head, const NumberReading& got) const {
  Counted out{head + 1, {}, {}};
  if (const std::string& done = fate(head, FateRole::noun); !done.empty()) return {head + 1, "person", done};
  if (const auto match = words_.units().longest(words(), head); match.words == 1) {
    out.unit = words_.unit(match.value);
  } else {
    out.unit = lemma(counts_its_object(head) ? head - 1 : head);
  }
  return person_or(out, got);
}

// People to whom something was done are persons, whatever they were.
Counted CountedThings::person_or(Counted counted, const NumberReading& got) const {
  const std::uint32_t head = counted.end - 1;
  const bool people = counted.unit == "person" || words_.people().has(word(head)) || is_people(head);
  if (!people) return counted;
  counted.of = fate_of(head, got);
  if (!counted.of.empty() || is_people(head) || is(head, {"nationals", "citizens"})) counted.unit = "person";
  return counted;
}

Counted CountedThings::person_of(std::uint32_t head, const NumberReading& got) const {
  return Counted{head + 1, "person", fate_of(head, got)};
}

bool CountedThings::is_people(std::uint32_t at) const {
  return has_capital(at) && is_plural(tag(at)) && static_cast<bool>(tables_.names.demonyms().longest(words(), at));
}

std::string CountedThings::lemma(std::uint32_t at) const {
  if (const std::string_view singular = words_.singular(word(at)); !singular.empty()) return std::string(singular);
  std::string out;
  tables_.lemmas.find(form(at), Upos::noun, is_plural(tag(at)) || tag(at) == Xpos::vbz ? Xpos::nns : Xpos::nn, out);
  std::string scratch;
  return std::string(word_key(out, scratch));
}

std::string CountedThings::fate_of(std::uint32_t head, const NumberReading& got) const {
  if (const std::string& state = fate(head + 1, FateRole::state); !state.empty()) return state;
  for (std::uint32_t at : {head, got.top}) {
    std::optional<std::uint32_t> below = at;
    for (int steps = 0; below && steps < 3; ++steps) {
      const Relation relation = reading(*below).relation;
      const auto above = governor(*below);
      if (!above) break;
      if (relation == Relation::nsubj_pass || relation == Relation::obj) {
        if (!fate(*above, FateRole::patient).empty()) return fate(*above, FateRole::patient);
      }
      if (relation == Relation::nsubj || relation == Relation::nsubj_pass || relation == Relation::obj) {
        if (!fate(*above, FateRole::agent).empty()) return fate(*above, FateRole::agent);
        if (!fate(*above, FateRole::state).empty() && relation == Relation::nsubj && tag(*above) != Xpos::vbd) {
          return fate(*above, FateRole::state);
        }
      }
      if (relation != Relation::conj && relation != Relation::nummod) break;
      below = above;
    }
  }
  return {};
}

}  // namespace crossread::language
