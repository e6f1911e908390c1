// A report names most things several times, and some of the places tell more than others. So all mentions of the same
// words ("Ravanchi") are gathered into one case, evidence is added up over them, and the case is decided once:
//
//   evidence   the words themselves, the words around, titles before, what the tables know
//   surname    a single word that ends a person's full name in the report is that person
//   capital    a word that any sentence begins with counts only if it is no ordinary word
//
// Evidence is in hundredths of a natural logarithm, as NameEvidence; the weights here were set by hand on the
// development part of Worldwide newswire NER and CoNLL-2003 testa, November 2026: see docs/design/language.md.
#include "language/names.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>

#include "base/hash.h"

namespace crossread::language {
namespace {

constexpr NameEvidence kCountry = {-300, 900, -300};
constexpr NameEvidence kCapital = {-200, 600, -200};
constexpr NameEvidence kRegion = {-200, 500, -100};
constexpr NameEvidence kCity = {0, 250, 0};
constexpr NameEvidence kKnownOrganisation = {-300, -200, 900};
constexpr NameEvidence kTitle = {500, -200, -300};
constexpr NameEvidence kForename = {300, -50, -100};
constexpr NameEvidence kSurname = {150, 0, 0};
constexpr NameEvidence kInitial = {400, -100, -100};
constexpr NameEvidence kParticle = {250, 0, -50};
constexpr NameEvidence kAcronym = {-300, -100, 300};
constexpr NameEvidence kArticle = {-300, 0, 150};
constexpr NameEvidence kOrdinaryWord = {-150, 0, 150};
constexpr NameEvidence kFullName = {150, 0, -50};
constexpr NameEvidence kUnknown = {0, -150, 0};

bool is_one_of(std::string_view form, std::initializer_list<std::string_view> forms) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

// One candidate with the stretch that it stands in.
struct Seen {
  std::uint32_t text = 0;
  NameCandidate candidate;
  std::string key;
  bool dropped = false;
};

// All mentions of the same words.
struct Case {
  NameEvidence evidence;
  NameEvidence surroundings;       // summed over the mentions
  std::vector<std::string> words;  // folded, without hyphens
  std::optional<std::uint32_t> place;
  std::optional<EntityKind> organisation;
  std::optional<EntityKind> head;
  bool people = false;
  bool facility = false;  // "the al-Asad air base"
  bool titled = false;
  bool forename = false;  // a single word that is one
  bool acronym = false;
  bool firm = false;     // seen where a capital tells
  bool ordinary = true;  // every word is an ordinary one
  std::uint32_t mentions = 0;
  EntityKind kind = EntityKind::other;
  bool kept = true;
};

class Document {
 public:
  Document(std::span<const NameText> texts, const NameTables& tables, const WordSet& function_words)
      : texts_(texts), tables_(tables), function_words_(function_words) {}

  std::vector<FoundName> run(const NameRuns& runs) {
    note_small_words();
    gather(runs);
    trim_openings();
    open_cases();
    for (auto& [key, a_case] : cases_) decide(a_case);
    link_surnames();
    return numbered();
  }

 private:
  // ---- looking at tokens ------------------------------------------------------------------------------------------

  const NameText& text(const Seen& seen) const { return texts_[seen.text]; }
  std::string_view form(const NameText& text, std::uint32_t at) const {
    return at < text.list.tokens.size() ? text.list.tokens[at].span.in(text.text) : std::string_view{};
  }
  static WordId word(const NameText& text, std::uint32_t at) {
    return at < text.list.words.size() ? text.list.words[at] : kNoWord;
  }

  std::string folded_form(const NameText& text, std::uint32_t at) {
    return std::string(word_key(form(text, at), scratch_));
  }

  std::string key_of(const NameText& text, TokenRange tokens) {
    // "US" is not "Us": a short word all in capitals keeps them.
    if (tokens.end - tokens.first == 1 && text.list.tokens[tokens.first].shape == Shape::upper &&
        form(text, tokens.first).size() <= kShort) {
      return std::string(form(text, tokens.first));
    }
    std::string key;
    for (std::uint32_t at = tokens.first; at < tokens.end; ++at) {
      if (!key.empty()) key += ' ';
      key += folded_form(text, at);
    }
    return key;
  }

  static constexpr std::size_t kShort = 3;

  // ---- candidates -------------------------------------------------------------------------------------------------

  // Words that the report also writes small: with a capital after a stop they are no names.
  void note_small_words() {
    for (const NameText& text : texts_) {
      for (const TextToken& token : text.list.tokens) {
        if (token.shape == Shape::lower) small_words_.insert(hash64(token.span.in(text.text)));
      }
    }
  }

  bool is_ordinary(const NameText& text, std::uint32_t at) {
    const WordId id = word(text, at);
    if (tables_.common().has(id) || function_words_.has(id)) return true;
    return small_words_.contains(hash64(word_key(form(text, at), scratch_)));
  }

  void gather(const NameRuns& runs) {
    for (std::uint32_t index = 0; index < texts_.size(); ++index) {
      for (const TokenRange& sentence : texts_[index].sentences) {
        for (NameCandidate& candidate : runs.candidates(texts_[index], sentence)) {
          Seen seen{index, candidate, key_of(texts_[index], candidate.tokens), false};
          if (!candidate.begins_sentence) firm_keys_.insert(seen.key);
          seen_.push_back(std::move(seen));
        }
      }
    }
  }

  bool known(const NameCandidate& candidate) const {
    return candidate.place || candidate.organisation || candidate.people;
  }

  // Cuts off the first word where it only begins the sentence: "Police Baghdad" and the like.
  void trim_openings() {
    for (Seen& seen : seen_) {
      NameCandidate& candidate = seen.candidate;
      if (!candidate.begins_sentence || known(candidate) || candidate.titled) continue;
      const NameText& where = text(seen);
      const std::uint32_t first = candidate.tokens.first;
      if (firm_keys_.contains(seen.key) || !is_ordinary(where, first)) continue;
      if (candidate.tokens.end - first == 1) {
        seen.dropped = !tables_.forenames().has(word(where, first)) || tables_.common().has(word(where, first));
        continue;
      }
      if (keeps_opening(where, candidate.tokens)) continue;
      candidate.tokens.first = first + 1;
      if (form(where, first + 1) == "-") ++candidate.tokens.first;
      if (candidate.tokens.first >= candidate.tokens.end || form(where, candidate.tokens.first) == "of") {
        seen.dropped = true;
      } else {
        candidate.begins_sentence = false;
        seen.key = key_of(where, candidate.tokens);
      }
    }
  }

  // "Green Party": the last word says that the first belongs to the name, unless the rest is a name elsewhere.
  bool keeps_opening(const NameText& where, TokenRange tokens) {
    if (firm_keys_.contains(key_of(where, {tokens.first + 1, tokens.end}))) return false;
    if (tables_.forenames().has(word(where, tokens.first))) return true;
    const auto head = tables_.head(word(where, tokens.end - 1));
    return (head && *head != EntityKind::other) || form(where, tokens.first + 1) == "of" ||
           form(where, tokens.first + 1) == "-";
  }

  // ---- cases ------------------------------------------------------------------------------------------------------

  void open_cases() {
    for (Seen& seen : seen_) {
      if (seen.dropped) continue;
      Case& a_case = cases_[seen.key];
      if (a_case.mentions++ == 0) describe(seen, a_case);
      a_case.firm = a_case.firm || !seen.candidate.begins_sentence;
      a_case.titled = a_case.titled || seen.candidate.titled;
      a_case.surroundings += around(seen);
      if (noun_behind(text(seen), seen.candidate.tokens.end) == EntityKind::facility) a_case.facility = true;
    }
    for (auto& [key, a_case] : cases_) a_case.evidence += averaged(a_case.surroundings, a_case.mentions);
  }

  // Mentions of one name are alike: a hundred of them do not tell a hundred times as much as one, only a little more.
  static NameEvidence averaged(const NameEvidence& sum, std::uint32_t mentions) {
    const auto share = [&](std::int32_t value) {
      const auto weight = static_cast<std::int32_t>(std::min<std::uint32_t>(mentions, kMostMentions));
      return value * weight / static_cast<std::int32_t>(mentions);
    };
    return {share(sum.person), share(sum.place), share(sum.organisation)};
  }
  static constexpr std::uint32_t kMostMentions = 2;

  // What the words say by themselves; the same for all mentions.
  void describe(const Seen& seen, Case& a_case) {
    const NameText& where = text(seen);
    const TokenRange tokens = seen.candidate.tokens;
    a_case.place = seen.candidate.place;
    a_case.organisation = seen.candidate.organisation;
    a_case.people = seen.candidate.people;
    a_case.head = head_of(where, tokens);
    for (std::uint32_t at = tokens.first; at < tokens.end; ++at) {
      if (where.list.tokens[at].shape == Shape::symbol) continue;
      a_case.words.push_back(folded_form(where, at));
      a_case.ordinary = a_case.ordinary && tables_.common().has(word(where, at));
    }
    a_case.forename = a_case.words.size() == 1 && tables_.forenames().has(word(where, tokens.first));
    a_case.acronym = tokens.end - tokens.first == 1 && is_acronym(where, tokens.first);
    a_case.evidence += of_words(where, tokens);
    a_case.evidence += of_tables(a_case);
  }

  bool is_acronym(const NameText& where, std::uint32_t at) const {
    return where.list.tokens[at].shape == Shape::upper && form(where, at).size() <= 7;
  }

  // The kind that the last word names, or the word before "of".
  std::optional<EntityKind> head_of(const NameText& where, TokenRange tokens) const {
    for (std::uint32_t at = tokens.first + 1; at < tokens.end; ++at) {
      if (form(where, at) == "of" || form(where, at) == "for") return tables_.head(word(where, at - 1));
    }
    return tables_.head(word(where, tokens.end - 1));
  }

  NameEvidence of_words(const NameText& where, TokenRange tokens) const {
    NameEvidence sum;
    const std::uint32_t last = tokens.end - 1;
    std::uint32_t words = 0;
    for (std::uint32_t at = tokens.first; at < tokens.end; ++at) words += where.list.tokens[at].shape != Shape::symbol;
    for (std::uint32_t at = tokens.first; at < tokens.end; ++at) {
      const WordId id = word(where, at);
      if (where.list.tokens[at].shape == Shape::symbol) continue;
      const WordPlace place = tokens.first == last ? WordPlace::only
                              : at == tokens.first ? WordPlace::first
                              : at == last         ? WordPlace::last
                                                   : WordPlace::inner;
      sum += tables_.in_name(id, place);
      const bool small = where.list.tokens[at].shape == Shape::lower;
      if (small && tables_.particles().has(id)) sum += kParticle;
      if (!small && tables_.common().has(id) && !tables_.forenames().has(id)) sum += kOrdinaryWord;
      if (tables_.forenames().has(id) && at != last) sum += kForename;
      if (tables_.forenames().has(id) && words == 1) sum += kSurname;
      if (tables_.surnames().has(id) && at == last) sum += kSurname;
      if (at != last && form(where, at).size() == 2 && form(where, at)[1] == '.') sum += kInitial;
    }
    if (words >= 2 && words <= 3) sum += kFullName;
    return sum;
  }

  NameEvidence of_tables(const Case& a_case) const {
    NameEvidence sum;
    if (a_case.place) {
      switch (tables_.place(*a_case.place).kind) {
        case PlaceKind::country:
          sum += kCountry;
          break;
        case PlaceKind::capital:
          sum += kCapital;
          break;
        case PlaceKind::region:
          sum += kRegion;
          break;
        case PlaceKind::city:
          if (!a_case.forename) sum += kCity;
          break;
      }
    }
    if (a_case.organisation) sum += kKnownOrganisation;
    if (!a_case.place && !a_case.organisation && a_case.words.size() == 1) sum += kUnknown;
    if (a_case.acronym && !a_case.place) sum += kAcronym;
    return sum;
  }

  // What stands around one mention.
  NameEvidence around(const Seen& seen) const {
    const NameText& where = text(seen);
    const TokenRange tokens = seen.candidate.tokens;
    NameEvidence sum;
    if (seen.candidate.titled) sum += kTitle;
    if (tokens.first > 0 && where.list.tokens[tokens.first].breaks == 0) {
      const std::uint32_t before = tokens.first - 1;
      if (where.list.tokens[before].shape != Shape::symbol) {
        sum += tables_.beside_name(word(where, before), ContextSide::before);
      }
      if (is_one_of(form(where, before), {"the", "The"})) sum += kArticle;
    }
    if (tokens.end < where.list.tokens.size() && where.list.tokens[tokens.end].breaks == 0 &&
        where.list.tokens[tokens.end].shape != Shape::symbol) {
      sum += tables_.beside_name(word(where, tokens.end), ContextSide::after);
    }
    if (const auto noun = noun_behind(where, tokens.end)) sum += of_noun(*noun);
    return sum;
  }

  // "Tasnim news agency", "Al-Balad, an Iraqi air base": what the noun behind a name says that it is.
  std::optional<EntityKind> noun_behind(const NameText& where, std::uint32_t end) const {
    const std::size_t count = where.list.tokens.size();
    std::uint32_t at = end;
    std::uint32_t reach = 2;
    if (form(where, at) == "," && is_one_of(form(where, at + 1), {"a", "an", "the"})) {
      at += 2;
      reach = 5;
    }
    for (std::uint32_t step = 0; step < reach && at < count; ++step, ++at) {
      const TextToken& token = where.list.tokens[at];
      if (token.breaks > 0 || token.shape == Shape::symbol || function_words_.has(word(where, at))) return std::nullopt;
      if (token.shape != Shape::lower) continue;
      const auto head = tables_.head(word(where, at));
      const bool ends = at + 1 >= count || where.list.tokens[at + 1].shape != Shape::lower ||
                        function_words_.has(word(where, at + 1)) || tables_.head(word(where, at + 1)) == std::nullopt;
      if (head && ends) return head;
      if (tables_.titles().longest({&where.list.words[at], 1}, 0)) return std::nullopt;
    }
    return std::nullopt;
  }

  static NameEvidence of_noun(EntityKind kind) {
    switch (kind) {
      case EntityKind::organisation:
        return {-100, -100, 200};
      case EntityKind::place:
      case EntityKind::facility:
        return {-300, 500, -200};
      default:
        return {};
    }
  }

  // ---- decisions --------------------------------------------------------------------------------------------------

  void decide(Case& a_case) const {
    if (a_case.people) {
      a_case.kind = EntityKind::group;
      return;
    }
    const bool single = a_case.words.size() == 1;
    if (single && a_case.ordinary && !a_case.place && !a_case.organisation && !a_case.acronym) {
      a_case.kept = a_case.titled;
    }
    const bool plain = a_case.ordinary && !a_case.place && !a_case.organisation && !a_case.head && !a_case.titled;
    if (plain && !single && a_case.evidence.person < kSurePerson) {
      a_case.kind = EntityKind::other;  // "Income Tax", "Red Notice"
      return;
    }
    a_case.kind = kind_by_evidence(a_case);
    if (a_case.organisation && a_case.kind == EntityKind::organisation) a_case.kind = *a_case.organisation;
    if (a_case.facility && !a_case.place && a_case.kind == EntityKind::place) a_case.kind = EntityKind::facility;
    if (a_case.place || a_case.organisation || a_case.titled || !a_case.head || single) return;
    if (*a_case.head == EntityKind::facility || *a_case.head == EntityKind::place ||
        *a_case.head == EntityKind::organisation) {
      if (a_case.kind != EntityKind::person || a_case.evidence.person < kSurePerson) a_case.kind = *a_case.head;
    } else if (a_case.ordinary || a_case.kind != EntityKind::person) {
      a_case.kind = *a_case.head;
    }
  }

  static constexpr std::int32_t kSurePerson = 700;  // "Craig Park" is a man, "Hyde Park" is not

  static EntityKind kind_by_evidence(const Case& a_case) {
    const NameEvidence& e = a_case.evidence;
    if (e.person > e.place && e.person > e.organisation) return EntityKind::person;
    return e.place >= e.organisation ? EntityKind::place : EntityKind::organisation;
  }

  // A single word that ends (or begins) a person's name in the report is that person, unless it is a place or
  // organisation by the tables and the report never says otherwise.
  void link_surnames() {
    std::map<std::string, const Case*> persons;
    for (const auto& [key, a_case] : cases_) {
      if (a_case.kind != EntityKind::person || !a_case.kept || a_case.words.size() < 2) continue;
      persons.emplace(a_case.words.back(), &a_case);
    }
    for (auto& [key, a_case] : cases_) {
      if (a_case.words.size() != 1 || a_case.people || !persons.contains(a_case.words[0])) continue;
      const bool well_known = a_case.place && tables_.place(*a_case.place).kind != PlaceKind::city;
      if (well_known && a_case.surroundings.person <= a_case.surroundings.place) continue;
      if (a_case.organisation && a_case.acronym) continue;
      a_case.kind = EntityKind::person;
      a_case.kept = true;
    }
    keep_dropped_surnames(persons);
  }

  // "Craft said": an ordinary word that begins a sentence, but the report has a Kelly Craft.
  void keep_dropped_surnames(const std::map<std::string, const Case*>& persons) {
    for (Seen& seen : seen_) {
      if (!seen.dropped || !persons.contains(seen.key)) continue;
      const std::uint32_t after = seen.candidate.tokens.end;
      const NameText& where = text(seen);
      if (after < where.list.tokens.size() &&
          !is_one_of(form(where, after),
                     {"said", "says", "told", "'s", "\u2019s", "added", "was", "is", "had", "has", "also"}))
        continue;
      seen.dropped = false;
      Case& a_case = cases_[seen.key];
      if (a_case.mentions++ == 0) describe(seen, a_case);
      a_case.kind = EntityKind::person;
      a_case.kept = true;
    }
  }

  // ---- entities ---------------------------------------------------------------------------------------------------

  // The name under which a case is counted: the country's code, the person's surname with its full name, the words.
  std::string identity(const Case& a_case) const {
    if (a_case.place && a_case.kind == EntityKind::place) {
      const KnownPlace& place = tables_.place(*a_case.place);
      if (place.kind == PlaceKind::country) return "country " + place.country;
    }
    std::string joined = a_case.kind == EntityKind::person ? "person" : "thing";
    for (const std::string& word : spelt_out(a_case)) joined += ' ' + word;
    return joined;
  }

  // The words with the two acronyms that stand within longer names: "UN Security Council", "US Navy".
  static std::vector<std::string> spelt_out(const Case& a_case) {
    std::vector<std::string> words;
    for (const std::string& word : a_case.words) {
      if (is_one_of(word, {"un", "u.n."})) {
        words.insert(words.end(), {"united", "nations"});
      } else if (is_one_of(word, {"us", "u.s."})) {
        words.insert(words.end(), {"united", "states"});
      } else if (word != "the") {
        words.push_back(word);
      }
    }
    return words;
  }

  std::vector<FoundName> numbered() {
    const std::map<std::string, std::string> full = full_names();
    std::map<std::string, std::uint32_t> numbers;
    std::vector<FoundName> names;
    for (const Seen& seen : seen_) {
      if (seen.dropped) continue;
      const Case& a_case = cases_.at(seen.key);
      if (!a_case.kept) continue;
      const auto longer = full.find(seen.key);
      const std::string who = longer == full.end() ? identity(a_case) : longer->second;
      const auto number = numbers.try_emplace(who, static_cast<std::uint32_t>(numbers.size())).first->second;
      names.push_back({seen.text, seen.candidate.tokens, a_case.kind, number});
    }
    return names;
  }

  // For shorter names the identity of the one longer name that they can stand for: a surname, an acronym.
  std::map<std::string, std::string> full_names() const {
    std::map<std::string, std::string> full;
    for (const auto& [key, a_case] : cases_) {
      if (!a_case.kept) continue;
      std::optional<std::string> only;
      bool several = false;
      for (const auto& [other_key, other] : cases_) {
        if (!other.kept || other.words.size() <= a_case.words.size() || !stands_for(a_case, other)) continue;
        if (identity(other) == identity(a_case)) continue;
        several = several || (only && *only != identity(other));
        only = identity(other);
      }
      if (only && !several) full.emplace(key, *only);
    }
    return full;
  }

  static bool stands_for(const Case& shorter, const Case& longer) {
    const bool person = shorter.kind == EntityKind::person;
    if (person != (longer.kind == EntityKind::person)) return false;
    return person ? stands_for_person(shorter, longer) : stands_for_body(shorter, longer);
  }

  static bool stands_for_person(const Case& shorter, const Case& longer) {
    const std::string& surname = shorter.words.back();
    if (shorter.words.size() == 1 && is_misspelt(surname, longer.words.back())) return true;
    if (surname != longer.words.back()) return false;
    return shorter.words.size() == 1 || shorter.words.front() == longer.words.front() ||
           std::search(longer.words.begin(), longer.words.end(), shorter.words.begin(), shorter.words.end()) !=
               longer.words.end();
  }

  // "GCAA" for the General Civil Aviation Authority, "Security Council" for that of the United Nations.
  static bool stands_for_body(const Case& shorter, const Case& longer) {
    if (shorter.kind != EntityKind::organisation || longer.kind != EntityKind::organisation) return false;
    if (shorter.acronym) return initials(longer) == shorter.words.front();
    return shorter.words.size() >= 2 && std::equal(shorter.words.rbegin(), shorter.words.rend(), longer.words.rbegin());
  }

  // Two long words that differ in one letter: one report spells a foreign name now so, now so.
  static bool is_misspelt(const std::string& a, const std::string& b) {
    static constexpr std::size_t kLong = 7;
    if (a == b) return true;
    if (a.size() < kLong || b.size() < kLong || a.front() != b.front()) return false;
    const std::string& shorter = a.size() <= b.size() ? a : b;
    const std::string& longer = a.size() <= b.size() ? b : a;
    if (longer.size() - shorter.size() > 1) return false;
    const auto split = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    const auto rest = split.first + (shorter.size() == longer.size() ? 1 : 0);
    return std::equal(rest, shorter.end(), split.second + 1, longer.end());
  }

  static std::string initials(const Case& a_case) {
    std::string letters;
    for (const std::string& word : a_case.words) {
      if (!is_one_of(word, {"of", "the", "and", "for", "&"})) letters += word.front();
    }
    return letters;
  }

  std::span<const NameText> texts_;
  const NameTables& tables_;
  const WordSet& function_words_;
  std::vector<Seen> seen_;
  std::map<std::string, Case> cases_;
  std::unordered_set<std::string> firm_keys_;
  std::unordered_set<std::uint64_t> small_words_;
  std::string scratch_;
};

}  // namespace

std::vector<FoundName> NameFinder::names(std::span<const NameText> texts) const {
  return Document(texts, tables_, function_words_).run(runs_);
}

}  // namespace crossread::language
