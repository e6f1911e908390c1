// First the longest run of words with capitals, with the small words that may join two of them ("bin", "of", "&", a
// hyphen); then cuts from left to right:
//
//   run      US Federal Reserve Chairman Jerome Powell
//   pieces   US Federal Reserve | Chairman (title) | Jerome Powell
//
// "of" joins only after a word that bears it ("Ministry of", "Gulf of"): "President of Iran" is a title and a name.
#include "language/name_runs.h"

#include <algorithm>

namespace crossread::language {
namespace {

bool is_one_of(std::string_view form, std::initializer_list<std::string_view> forms) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

class Runs {
 public:
  Runs(const NameText& text, TokenRange sentence, const NameTables& tables, const WordSet& function_words)
      : text_(text), range_(sentence), tables_(tables), function_words_(function_words) {}

  std::vector<NameCandidate> run(bool only_known) {
    for (std::uint32_t at = range_.first; at < range_.end;) {
      const bool starts = !only_known && can_start(at);
      if (!starts) {
        at = std::max(keep_known(at), at + 1);  // "The Hague", and all that a headline gives
        continue;
      }
      const std::uint32_t end = extent(at);
      if (!is_shouted(at, end)) cut(at, end);
      at = end;
    }
    return std::move(found_);
  }

 private:
  // ---- looking at tokens ------------------------------------------------------------------------------------------

  bool inside(std::uint32_t at) const { return at >= range_.first && at < range_.end; }
  const TextToken& token(std::uint32_t at) const { return text_.list.tokens[at]; }
  WordId word(std::uint32_t at) const { return inside(at) ? text_.list.words[at] : kNoWord; }
  std::string_view form(std::uint32_t at) const {
    return inside(at) ? token(at).span.in(text_.text) : std::string_view{};
  }
  bool free(std::uint32_t at) const { return inside(at) && !text_.taken[at]; }
  bool has_capital(std::uint32_t at) const {
    if (!free(at)) return false;
    const Shape shape = token(at).shape;
    return shape == Shape::capital || shape == Shape::upper ||
           (shape == Shape::mixed && form(at).find_first_of("@:/-") == std::string_view::npos);
  }
  bool is_initial(std::uint32_t at) const { return has_capital(at) && form(at).size() == 2 && form(at)[1] == '.'; }
  bool is_function(std::uint32_t at) const { return function_words_.has(word(at)); }
  std::span<const WordId> words() const { return {text_.list.words.data(), range_.end}; }

  // A place where a capital says nothing: behind the start of the sentence, a quote, a colon.
  bool weak(std::uint32_t at) const {
    if (at == range_.first) return true;
    return is_one_of(form(at - 1), {"\"", "\u201C", "``", "'", "\u2018", ":", "(", "-", "\u2013", "\u2014", "--",
                                    "\u2022", "*", "...", "\u2026", "[", "|", "/"}) &&
           (at - 1 == range_.first || form(at - 1) != "-" || !token(at - 1).glued);
  }

  bool is_name_word(std::uint32_t at) const {
    if (!has_capital(at)) return false;
    if (is_initial(at)) return true;
    if (form(at).size() == 1) return false;
    return !is_function(at) || token(at).shape == Shape::upper;
  }

  // "al" of "al-Asad", "bin" of "bin Laden".
  bool starts_with_particle(std::uint32_t at) const {
    if (!free(at) || token(at).shape != Shape::lower) return false;
    if (is_one_of(form(at), {"al", "el", "ul", "as", "ash", "an", "ad", "ar", "az", "at"}) && form(at + 1) == "-" &&
        token(at + 1).glued) {
      return has_capital(at + 2) && token(at + 2).glued;
    }
    return is_one_of(form(at), {"bin", "ibn", "al", "abu"}) && is_name_word(at + 1);
  }

  bool can_start(std::uint32_t at) const { return is_name_word(at) || starts_with_particle(at); }

  // ---- known names ------------------------------------------------------------------------------------------------

  // Words in capitals for the sake of loudness: "DO NOT ENTER".
  bool is_shouted(std::uint32_t first, std::uint32_t end) const {
    if (end - first < 3) return false;
    bool ordinary = false;
    for (std::uint32_t at = first; at < end; ++at) {
      if (token(at).shape != Shape::upper) return false;
      ordinary = ordinary || (tables_.common().has(word(at)) && form(at).size() > 3);
    }
    return ordinary && known(first, end).tokens.end != end;
  }

  // Keeps the known place or organisation that begins here with a capital; its end, or `at` if there is none.
  std::uint32_t keep_known(std::uint32_t at) {
    if (!has_capital(at) && !starts_with_particle(at)) return at;
    NameCandidate candidate = known(at, range_.end);
    if (candidate.tokens.end <= at) return at;
    if (is_function(at) && candidate.tokens.end == at + 1 && token(at).shape != Shape::upper) return at;
    found_.push_back(candidate);
    return candidate.tokens.end;
  }

  // The longest known name that begins here and ends by `end`, all its words but particles with capitals.
  NameCandidate known(std::uint32_t at, std::uint32_t end) const {
    const std::span<const WordId> up_to{text_.list.words.data(), end};
    NameCandidate candidate;
    candidate.tokens = {at, at};
    candidate.begins_sentence = weak(at);
    const auto fits = [&](const Phrases::Match& match) {
      return match && at + match.words > candidate.tokens.end &&
             capitals(at, at + static_cast<std::uint32_t>(match.words));
    };
    if (const auto match = tables_.organisations().longest(up_to, at); fits(match) && says_acronym(at, match)) {
      candidate.tokens.end = at + static_cast<std::uint32_t>(match.words);
      candidate.organisation = static_cast<EntityKind>(match.value);
    }
    if (const auto match = tables_.places().longest(up_to, at); fits(match) && says_acronym(at, match)) {
      candidate.tokens.end = at + static_cast<std::uint32_t>(match.words);
      candidate.organisation.reset();
      candidate.place = match.value;
    }
    return candidate;
  }

  // "US" is a country and "us" is not; "Is" is no acronym.
  bool says_acronym(std::uint32_t at, const Phrases::Match& match) const {
    if (match.words != 1) return true;
    const std::string_view written = form(at);
    if (written.size() > 4 || token(at).shape == Shape::upper) return true;
    return !is_function(at) && !tables_.common().has(word(at)) && written.size() > 3;
  }

  bool capitals(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t at = first; at < end; ++at) {
      if (!free(at)) return false;
      const bool small = token(at).shape == Shape::symbol || is_function(at) || tables_.particles().has(word(at)) ||
                         token(at).shape == Shape::number;
      if (!has_capital(at) && !small) return false;
    }
    return has_capital(first) || starts_with_particle(first);
  }

  // ---- the run ----------------------------------------------------------------------------------------------------

  std::uint32_t extent(std::uint32_t at) const {
    const std::uint32_t first = at;
    std::uint32_t end = at + 1;
    if (!has_capital(at)) end = form(at + 1) == "-" ? at + 3 : at + 2;
    while (inside(end)) {
      const std::uint32_t next = joined(first, end);
      if (next == end) break;
      end = next;
    }
    return end;
  }

  // The end of the run with the next word, or `end` if that does not belong to it.
  std::uint32_t joined(std::uint32_t first, std::uint32_t end) const {
    if (is_name_word(end)) return end + 1;
    if (has_capital(end) && token(end).glued && form(end - 1) == "-") return end + 1;
    const std::string_view next = form(end);
    if (next == "-" && is_one_of(form(end - 1), {"Al", "El", "al", "el", "Abdel", "Abdul"}) && has_capital(end + 1)) {
      return end + 2;
    }
    if (next == "-" && token(end).glued && inside(end + 1) && token(end + 1).glued) return after_hyphen(end);
    if (next == "&" && is_name_word(end + 1)) return end + 2;
    if (tables_.particles().has(word(end)) && token(end).shape == Shape::lower) return after_particles(end);
    if (next == "of" && bears_of(first, end)) return after_of(end);
    if (next == "for" && ends_in_organisation(end) && is_name_word(end + 1)) return end + 2;
    if (next == "and" && has_of(first, end) && is_name_word(end + 1) && !known_alone(end + 1)) return end + 2;
    return end;
  }

  // "Al-Thani", "Abu-Bakr", "Naqsh-e"; not "Iran-backed".
  std::uint32_t after_hyphen(std::uint32_t at) const {
    if (has_capital(at + 1) && form(at + 1).size() > 1) return at + 2;
    const std::string_view middle = form(at + 1);
    if (is_one_of(middle, {"e", "i", "ye", "al", "el", "ul", "ur", "de", "la", "le", "les", "sur", "on", "upon"}) &&
        form(at + 2) == "-" && has_capital(at + 3)) {
      return at + 4;
    }
    // "Chung-hsing", "Chih-ching": a second syllable in small letters that is no English word.
    const bool syllable = token(at + 1).shape == Shape::lower && middle.size() <= 6 && middle.size() > 1 &&
                          !tables_.common().has(word(at + 1)) && !is_function(at + 1) && form(at + 2) != "-";
    return syllable ? at + 2 : at;
  }

  std::uint32_t after_particles(std::uint32_t at) const {
    std::uint32_t end = at;
    while (inside(end) && end < at + 3 && tables_.particles().has(word(end)) && token(end).shape == Shape::lower) ++end;
    if (form(end) == "-" && token(end).glued) ++end;
    return is_name_word(end) ? end + 1 : at;
  }

  bool bears_of(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t at = first; at < end; ++at) {
      if (const auto head = tables_.head(word(at)); head && *head != EntityKind::other && is_last_word(at, end))
        return true;
    }
    return is_one_of(
        form(end - 1),
        {"Bank",    "House",       "Isle",    "Cape",       "Strait",      "Sea",    "Gulf",         "Bay",
         "States",  "Emirates",    "Union",   "Office",     "Faculty",     "Court",  "Sons",         "Daughters",
         "Friends", "Knights",     "Church",  "Banque",     "Universidad", "Duchy",  "Principality", "Bishop",
         "Battle",  "Declaration", "Rock",    "Port",       "Tower",       "Palace", "Museum",       "Hall",
         "Centers", "Institutes",  "Chamber", "Committees", "Ministries"});
  }
  static bool is_last_word(std::uint32_t at, std::uint32_t end) { return at + 1 == end; }

  std::uint32_t after_of(std::uint32_t at) const {
    std::uint32_t next = at + 1;
    if (form(next) == "the") ++next;
    return is_name_word(next) ? next + 1 : at;
  }

  bool ends_in_organisation(std::uint32_t end) const {
    const auto head = tables_.head(word(end - 1));
    return head && *head == EntityKind::organisation;
  }

  bool has_of(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t at = first; at < end; ++at) {
      if (form(at) == "of" || form(at) == "for") return tables_.head(word(first)) == EntityKind::organisation;
    }
    return false;
  }

  bool known_alone(std::uint32_t at) const { return known(at, range_.end).tokens.end > at; }

  // ---- the cuts ---------------------------------------------------------------------------------------------------

  void cut(std::uint32_t first, std::uint32_t end) {
    bool titled = title_before(first);
    std::uint32_t at = first;
    while (at < end) {
      if (form(at) == "-" || (!has_capital(at) && !starts_with_particle(at) && !tables_.particles().has(word(at)))) {
        ++at;
        continue;
      }
      if (const std::uint32_t next = skip_title(at, end); next > at) {
        titled = true;
        at = next;
        continue;
      }
      if (const std::uint32_t next = skip_plain(at, end); next > at) {
        at = next;
        continue;
      }
      if (const std::uint32_t next = skip_demonym(at, end, titled); next > at) {
        at = next;
        continue;
      }
      const std::uint32_t piece_end = end_of_piece(at, end);
      keep(at, piece_end, titled);
      titled = false;
      at = piece_end;
    }
  }

  // A title in small letters just before: "commander Qassem Soleimani", "foreign minister Li".
  bool title_before(std::uint32_t first) const {
    for (std::uint32_t back = 3; back >= 1; --back) {
      if (first < range_.first + back) continue;
      if (token(first - 1).shape == Shape::symbol) return false;
      const std::span<const WordId> slice{text_.list.words.data() + first - back, back};
      if (tables_.titles().whole(slice)) return true;
    }
    return false;
  }

  // The end of a title that begins here and is followed by more of the run, or by nothing when it ends it.
  std::uint32_t skip_title(std::uint32_t at, std::uint32_t end) const {
    const auto match = tables_.titles().longest({text_.list.words.data(), end}, at);
    if (!match) return at;
    const std::uint32_t after = at + static_cast<std::uint32_t>(match.words);
    if (after >= end) return match.value == 0 || match.words > 1 || tables_.common().has(word(at)) ? after : at;
    if (part_of_organisation(at, after, end) || known(at, end).tokens.end > after) return at;
    return after;
  }

  // "General Civil Aviation Authority", "King Faisal Hospital": the title is a word of the name; but "President Park".
  bool part_of_organisation(std::uint32_t first, std::uint32_t after, std::uint32_t end) const {
    const auto head = tables_.head(word(end - 1));
    if (!head || after >= end || *head == EntityKind::event || *head == EntityKind::law || *head == EntityKind::other) {
      return false;
    }
    if (end - after == 1) return form(first) == "General" && *head == EntityKind::organisation;
    if (tables_.forenames().has(word(after)) && end - after == 2) return false;
    for (std::uint32_t at = after; at + 1 < end; ++at) {
      if (tables_.titles().longest({text_.list.words.data(), end}, at)) return false;
    }
    return true;
  }

  // "COVID-19", "GDP": capitals that name nothing, unless a name is made with them ("AI Corp").
  std::uint32_t skip_plain(std::uint32_t at, std::uint32_t end) const {
    const auto match = tables_.plain_capitals().longest({text_.list.words.data(), end}, at);
    if (!match) return at;
    const std::uint32_t after = at + static_cast<std::uint32_t>(match.words);
    const auto head = tables_.head(word(end - 1));
    return after < end && head && *head != EntityKind::other && *head != EntityKind::event ? at : after;
  }

  // The end of a demonym that is no part of the name behind it.
  std::uint32_t skip_demonym(std::uint32_t at, std::uint32_t end, bool titled) {
    const auto match = tables_.demonyms().longest({text_.list.words.data(), end}, at);
    if (!match || titled) return at;
    const std::uint32_t after = at + static_cast<std::uint32_t>(match.words);
    if (known(at, end).tokens.end >= after) return at;
    if (after >= end) {
      if (match.value == 1) keep_people(at, after);
      return after;
    }
    if (skip_title(after, end) > after) return after;
    if (known(after, end).tokens.end == end) return after;
    const auto head = tables_.head(word(end - 1));
    if (head && *head != EntityKind::other) return at;
    return form(after) == "-" ? after + 1 : after;
  }

  // Where the name that begins here ends: before a title, behind a known name that another follows.
  std::uint32_t end_of_piece(std::uint32_t at, std::uint32_t end) const {
    const std::uint32_t first_title = next_title(at + 1, end);
    const NameCandidate prefix = known(at, first_title);
    if (prefix.tokens.end > at && prefix.tokens.end < first_title && splits_after(prefix, first_title)) {
      return prefix.tokens.end;
    }
    return first_title;
  }

  std::uint32_t next_title(std::uint32_t from, std::uint32_t end) const {
    for (std::uint32_t at = from; at < end; ++at) {
      if (form(at - 1) == "-" || form(at - 1) == "of") continue;
      const auto match = tables_.titles().longest({text_.list.words.data(), end}, at);
      if (!match) continue;
      const std::uint32_t after = at + static_cast<std::uint32_t>(match.words);
      // "Stephen King" and "J. Bishop" bear a title's word as their surname.
      const bool surname = tables_.forenames().has(word(at - 1)) || is_initial(at - 1);
      if (match.words == 1 && (after >= end || match.value == 1) && surname) continue;
      if (match.words == 1 && after >= end && match.value == 1) continue;
      if (after < end && part_of_organisation(at, after, end)) continue;
      if (tables_.forenames().has(word(at)) && match.value == 1) continue;
      return at;
    }
    return end;
  }

  // After a country another name may begin at once: "US Navy" is one name, "Iran Hassan Rouhani" two.
  bool splits_after(const NameCandidate& prefix, std::uint32_t end) const {
    const std::uint32_t next = prefix.tokens.end;
    if (form(next) == "-" || form(next) == "&") return false;
    if (prefix.organisation) {
      const bool acronym = next - prefix.tokens.first == 1 && token(prefix.tokens.first).shape == Shape::upper;
      return (acronym && reads_as_person(next, end)) || known(next, end).tokens.end == end;
    }
    if (!prefix.place || tables_.place(*prefix.place).kind != PlaceKind::country) return false;
    const auto head = tables_.head(word(end - 1));
    if (head && *head != EntityKind::other) return false;
    return tables_.forenames().has(word(next)) || tables_.demonyms().longest(words(), next) ||
           tables_.common().has(word(next)) || token(prefix.tokens.first).shape == Shape::upper;
  }

  // "ambassador to the UN | Kelly Craft": a forename follows, or two words and more of which none is an ordinary one.
  bool reads_as_person(std::uint32_t first, std::uint32_t end) const {
    if (tables_.forenames().has(word(first))) return true;
    for (std::uint32_t at = first; at < end; ++at) {
      if (tables_.common().has(word(at)) || tables_.head(word(at)) || !is_name_word(at)) return false;
    }
    return end - first >= 2;
  }

  void keep_people(std::uint32_t first, std::uint32_t end) {
    NameCandidate candidate;
    candidate.tokens = {first, end};
    candidate.people = true;
    candidate.begins_sentence = weak(first);
    found_.push_back(candidate);
  }

  void keep(std::uint32_t first, std::uint32_t end, bool titled) {
    while (end > first + 1 && (token(end - 1).shape == Shape::symbol || form(end - 1) == "of" ||
                               form(end - 1) == "for" || form(end - 1) == "and" || form(end - 1) == "the")) {
      --end;
    }
    if (first > range_.first && form(first - 1) == "The" && !weak(first - 1)) --first;  // "The Hindu"
    NameCandidate candidate = known(first, end);
    if (candidate.tokens.end != end && form(first) == "The") candidate = known(first + 1, end);
    if (candidate.tokens.end != end) {
      candidate = NameCandidate{};
      candidate.begins_sentence = weak(first);
    }
    candidate.tokens = {first, end};
    candidate.titled = titled;
    found_.push_back(candidate);
  }

  const NameText& text_;
  TokenRange range_;
  const NameTables& tables_;
  const WordSet& function_words_;
  std::vector<NameCandidate> found_;
};

}  // namespace

bool NameRuns::is_titled(const NameText& text, TokenRange sentence) const {
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;
  std::uint32_t common_capitals = 0;
  std::uint32_t shouted = 0;
  for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
    const TextToken& token = text.list.tokens[at];
    if (token.shape == Shape::symbol || token.shape == Shape::number || token.span.size() < 4) continue;
    ++words;
    if (token.shape == Shape::lower) continue;
    ++capitals;
    shouted += token.shape == Shape::upper;
    common_capitals += at > sentence.first && tables_.common().has(text.list.words[at]);
  }
  const std::string_view last = text.list.tokens[sentence.end - 1].span.in(text.text);
  // Not tuned: words that are no names, most words with capitals, and no stop as at the end of a plain sentence.
  if (words >= 3 && shouted * 5 >= words * 4) return true;
  return last != "." && words >= 4 && common_capitals >= 2 && capitals * 4 >= words * 3;
}

std::vector<NameCandidate> NameRuns::candidates(const NameText& text, TokenRange sentence) const {
  return Runs(text, sentence, tables_, function_words_).run(is_titled(text, sentence));
}

}  // namespace crossread::language
