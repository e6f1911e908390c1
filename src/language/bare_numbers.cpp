#include "language/bare_numbers.h"

#include <cmath>

namespace crossread::language {
namespace {

// The oldest age that is read from a bare number.
constexpr double kOldest = 115;

}  // namespace

std::string BareNumbers::told_of(const NumberReading& got) const {
  if (const std::string done = fate_of(got.top, got); !done.empty()) return done;
  const std::uint32_t end = got.number.end;
  for (std::uint32_t at = end; inside(at) && at < end + 3; ++at) {
    if (at == end + 2 && !is(at - 1, {"been", "being", "now", "also"})) break;
    const FateRole role = at == end || tag(at) != Xpos::vbn ? FateRole::agent : FateRole::patient;
    if (!fate(at, role).empty()) return fate(at, role);
    if (!is(at, {"were", "was", "are", "is", "have", "has", "had", "been", "being"})) break;
  }
  const std::uint32_t first = got.number.first;
  if (!is(first - 1, {"to", "at", "from", "by", "number", "reached", "hit", "passed", "stands"})) return {};
  for (std::uint32_t at = first - 1; at > range_.first && at + kReach > first; --at) {
    if (is(at - 1, {"toll"})) return "killed";
    if (!fate(at - 1, FateRole::state).empty() && tag(at - 1) != Xpos::vbd) return fate(at - 1, FateRole::state);
  }
  return {};
}

bool BareNumbers::is_age(const NumberReading& got) const {
  const std::uint32_t at = got.number.first;
  const std::uint32_t end = got.number.end;
  if (!got.value || *got.value > kOldest || std::floor(*got.value) != *got.value) return false;
  if (is(at - 1, {"aged", "age"})) return true;
  const auto someone = [&](std::uint32_t token) {
    return is_name(token) || words_.people().has(word(token)) || is(token, {"man", "woman", "boy", "girl"});
  };
  const bool apart = form(at - 1) == "," && (form(end) == "," || form(end) == "." || form(end) == ")" ||
                                             form(end) == ";" || end >= range_.end);
  if ((apart || (form(at - 1) == "(" && form(end) == ")")) && got.digits && someone(at - 2)) return true;
  if (is(at - 1, {"of", "over", "under"}) && someone(at - 2) && !is_name(at - 2)) return true;
  return got.digits && is(at - 1, {"is", "was", "turned", "turns"}) && is(at - 2, {"he", "she", "who"}) &&
         !inside_phrase(end);
}

bool BareNumbers::inside_phrase(std::uint32_t at) const {
  return is_noun(tag(at)) || describes(tag(at));
}

bool BareNumbers::counts_nothing(const NumberReading& got) const {
  const std::uint32_t at = got.number.first;
  const std::uint32_t end = got.number.end;
  if (is_dash(end) || form(end) == "/" || (is_dash(at - 1) && glued(at)) || form(at - 1) == "/" ||
      form(at - 1) == "#" || form(at - 1) == "+" || form(at - 1) == "'") {
    return true;
  }
  if (shape(at) == Shape::number && (shape(at - 1) == Shape::number || shape(end) == Shape::number)) return true;
  if (at >= range_.first + 2 && in_.taken[at - 2] && is(at - 1, {"and", "or", "to", "-"})) return true;
  if (end < range_.end && in_.taken[end] && glued(end)) return true;
  const bool grouped = form(at).find(',') != std::string_view::npos;
  if (got.digits && at > range_.first && is_noun(tag(at - 1)) && !in_.taken[at - 1] && !grouped &&
      (is_name(at - 1) || tag(at - 1) == Xpos::nn)) {
    return true;
  }
  if (is(at - 1, {"no.", "nos.", "number", "day", "page", "chapter", "section", "article", "channel", "version", "half",
                  "past"})) {
    return true;
  }
  if (is_hour(got)) return true;
  if (form(at - 1) == "(" && form(end) == ")") return true;
  if (at == range_.first && got.digits && form(end) == "." && end + 1 < range_.end) return true;  // "1. Wash the rice"
  return shape(at) == Shape::number && form(at).find_first_of(":/") != std::string_view::npos;
}

// "at six that evening", "from six", "ten past", "20.40 The doors close".
bool BareNumbers::is_hour(const NumberReading& got) const {
  const std::uint32_t at = got.number.first;
  const std::uint32_t end = got.number.end;
  if (is(end, {"past", "to"}) &&
      (number_word(end + 1).kind == NumberWordKind::unit || is(end + 1, {"midnight", "noon"}))) {
    const bool told = is(end, {"past"}) || is(at - 1, {"at", "by", "around", "until", "till", "from"});
    return told && !got.digits && got.value && *got.value < 60;
  }
  const std::size_t stop = form(at).find('.');
  if (at == range_.first && got.digits && stop != std::string_view::npos && form(at).size() == stop + 3 && stop <= 2 &&
      end < range_.end && has_capital(end)) {
    return true;
  }
  if (got.digits || !got.value || *got.value > 12 || *got.value < 1) return false;
  if (!is(at - 1, {"at", "till", "until", "by", "from", "before", "after"})) return false;
  if (is(at - 1, {"at", "till", "until"})) return !measured_above(at - 1);
  return is(end, {"on", "this", "that", "each", "every"}) || (end < range_.end && in_.taken[end]);
}

// "stands at six", "put the toll at six".
bool BareNumbers::measured_above(std::uint32_t preposition) const {
  const std::uint32_t first = preposition > range_.first + kReach ? preposition - kReach : range_.first;
  for (std::uint32_t at = preposition; at > first; --at) {
    if (is(at - 1, {"put", "puts", "stands", "stood", "set", "estimated", "remained", "remains", "toll", "number",
                    "count", "kept", "ended", "closed", "priced", "valued", "measured"})) {
      return true;
    }
  }
  return false;
}

}  // namespace crossread::language
