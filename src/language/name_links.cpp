// Mentions of the same words are one form. A shorter form stands for the longer forms that it is a part of; where these
// are names of one thing it is that too, and where they are not (two people of one surname) each mention goes to the
// one that was named last before it.
#include "language/name_links.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

namespace crossread::language {
namespace {

constexpr std::size_t kShortestSpelling = 5;  // letters; shorter names that differ are different. Not tuned.
constexpr std::size_t kMostForms = 4000;      // of one report, that are compared with each other

struct Form {
  std::vector<std::string> words;  // folded, without articles
  EntityKind kind = EntityKind::other;
  Gender gender = Gender::unknown;
  CountryNumber country = 0;
  bool acronym = false;
  std::vector<std::uint32_t> longer;  // forms that it can stand for
  std::vector<std::uint32_t> roots;   // the ends of the ways through `longer`; itself where there is none
};

bool is_small_word(std::string_view word) {
  return word == "of" || word == "the" || word == "and" || word == "for" || word == "&" || word == "on" ||
         word == "in" || word == "de";
}

std::string sound(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size(); ++at) {
    char letter = name[at];
    const char next = at + 1 < name.size() ? name[at + 1] : '\0';
    if (letter == 'p' && next == 'h') letter = 'f';
    if (letter == 'q' || (letter == 'c' && next != 'h')) letter = 'k';
    if (letter == 'z') letter = 's';
    if (letter == 'j' || letter == 'y') letter = 'i';
    if (letter == 'w') letter = 'v';
    const bool vowel = std::string_view("aeiouh'-").find(letter) != std::string_view::npos;
    if (vowel && at > 0) continue;
    if (!out.empty() && out.back() == letter) continue;
    out += letter;
  }
  return out;
}

// Letters to change, leave out or put in; 3 stands for more than two.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t k = 0; k <= b.size(); ++k) row[k] = k;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const std::size_t up = row[k];
      row[k] = std::min({up + 1, row[k - 1] + 1, corner + (a[i - 1] == b[k - 1] ? 0U : 1U)});
      corner = up;
    }
  }
  return std::min<std::size_t>(row[b.size()], 3);
}

class Linker {
 public:
  Linker(const TreeWords& words, const CoreferenceTables& tables, std::span<const Candidate> found)
      : words_(words), tables_(tables), found_(found) {}

  std::vector<std::uint32_t> run() {
    gather();
    relate();
    for (std::uint32_t form = 0; form < forms_.size(); ++form) find_roots(form);
    join_countries();
    return number();
  }

 private:
  // ---- forms ------------------------------------------------------------------------------------------------------

  void gather() {
    form_of_.assign(found_.size(), kNowhere);
    std::map<std::string, std::uint32_t> numbers;
    for (std::uint32_t index = 0; index < found_.size(); ++index) {
      const Candidate& name = found_[index];
      if (name.name == kNowhere) continue;
      Form form = form_for(name);
      if (form.words.empty()) continue;
      std::string key = name.kind == EntityKind::person ? "p" : "t";
      for (const std::string& word : form.words) key += ' ' + word;
      const auto [place, fresh] = numbers.try_emplace(key, static_cast<std::uint32_t>(forms_.size()));
      if (fresh) forms_.push_back(std::move(form));
      form_of_[index] = place->second;
      Form& known = forms_[place->second];
      if (known.gender == Gender::person || known.gender == Gender::unknown) known.gender = name.gender;
    }
  }

  Form form_for(const Candidate& name) {
    Form form;
    form.kind = name.kind;
    form.gender = name.gender;
    std::vector<WordId> ids;
    for (std::uint32_t at = name.tokens.first; at < name.tokens.end; ++at) {
      const Token& token = words_.analysis.tokens[at];
      if (token.upos == Upos::punct || token.xpos == Xpos::pos) continue;
      std::string word(word_key(words_.form(at), scratch_));
      if (word == "the" && form.words.empty()) continue;
      ids.push_back(words_.ids[at]);
      std::erase(word, '.');
      if (!word.empty()) form.words.push_back(std::move(word));
    }
    form.acronym = form.words.size() == 1 && is_acronym(words_.form(name.head), form.words[0].size());
    if (name.kind != EntityKind::person) {
      if (const auto country = tables_.countries().whole(ids)) form.country = static_cast<CountryNumber>(country.value);
    }
    return form;
  }

  static bool is_acronym(std::string_view form, std::size_t letters) {
    return letters >= 2 && letters <= 8 &&
           std::count_if(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) * 3 >=
               static_cast<std::ptrdiff_t>(letters) * 2;
  }

  // ---- shorter and longer forms -------------------------------------------------------------------------------------

  // Only forms that share a word, or an acronym's letters, are compared.
  void relate() {
    std::map<std::string, std::vector<std::uint32_t>> by_word;
    std::map<std::string, std::vector<std::uint32_t>> by_sound;
    for (std::uint32_t number = 0; number < forms_.size() && number < kMostForms; ++number) {
      const Form& form = forms_[number];
      std::set<std::string> own(form.words.begin(), form.words.end());
      for (const std::string& word : own) by_word[word].push_back(number);
      if (form.words.size() >= 2) {
        by_word["#" + initials(form, false)].push_back(number);
        by_word["#" + initials(form, true)].push_back(number);
      }
      if (form.kind == EntityKind::person) by_sound[sound(form.words.back())].push_back(number);
    }
    for (std::uint32_t number = 0; number < forms_.size() && number < kMostForms; ++number) {
      const Form& form = forms_[number];
      std::set<std::uint32_t> others;
      const auto add = [&](const auto& index, const std::string& key) {
        const auto place = index.find(key);
        if (place != index.end()) others.insert(place->second.begin(), place->second.end());
      };
      add(by_word, form.kind == EntityKind::person ? form.words.back() : form.words.front());
      if (form.acronym) add(by_word, "#" + form.words[0]);
      if (form.kind == EntityKind::person) add(by_sound, sound(form.words.back()));
      for (const std::uint32_t other : others) {
        if (other != number && stands_for(form, forms_[other], number < other)) forms_[number].longer.push_back(other);
      }
    }
  }

  static std::string initials(const Form& form, bool all) {
    std::string letters;
    for (const std::string& word : form.words) {
      if (all || !is_small_word(word)) letters += word.front();
    }
    return letters;
  }

  static bool stands_for(const Form& shorter, const Form& longer, bool first) {
    const bool person = shorter.kind == EntityKind::person;
    if (person != (longer.kind == EntityKind::person)) return false;
    return person ? stands_for_person(shorter, longer, first) : stands_for_body(shorter, longer);
  }

  static bool stands_for_person(const Form& shorter, const Form& longer, bool first) {
    if (shorter.words.size() == longer.words.size()) {
      return first && differs_by_spelling(shorter.words, longer.words);
    }
    if (shorter.words.size() > longer.words.size()) return false;
    if (shorter.words.size() == 1) {
      return std::find(longer.words.begin(), longer.words.end(), shorter.words[0]) != longer.words.end() ||
             are_spellings_of_one(shorter.words[0], longer.words.back());
    }
    return in_order(shorter.words, longer.words);
  }

  static bool clash(Gender a, Gender b) {
    return (a == Gender::feminine && b == Gender::masculine) || (a == Gender::masculine && b == Gender::feminine);
  }

  // Each word the same, an initial, or another spelling.
  static bool differs_by_spelling(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (std::size_t at = 0; at < a.size(); ++at) {
      const bool initial = at + 1 < a.size() && (a[at].size() == 1 || b[at].size() == 1) && a[at][0] == b[at][0];
      if (a[at] != b[at] && !initial && !are_spellings_of_one(a[at], b[at])) return false;
    }
    return true;
  }

  // "Ali Reza Lund" of "Ali Reza Karim Lund", "A. Lund" of "Ali Karim Lund".
  static bool in_order(const std::vector<std::string>& shorter, const std::vector<std::string>& longer) {
    std::size_t at = 0;
    for (const std::string& word : longer) {
      if (at == shorter.size()) break;
      const std::string& wanted = shorter[at];
      at += wanted == word || (wanted.size() == 1 && wanted[0] == word[0]) || are_spellings_of_one(wanted, word);
    }
    return at == shorter.size();
  }

  // "HSA" of the Harbour Safety Authority, "Security Council" of the UN Security Council, "Toyota" of Toyota Motor.
  static bool stands_for_body(const Form& shorter, const Form& longer) {
    if (shorter.country != 0 || shorter.words.size() >= longer.words.size()) return false;
    if (shorter.acronym) {
      const std::string& letters = shorter.words[0];
      if (initials(longer, false) == letters || initials(longer, true) == letters) return true;
    }
    if (shorter.kind != longer.kind || shorter.kind == EntityKind::place) return false;
    if (shorter.words.size() >= 2 && std::equal(shorter.words.rbegin(), shorter.words.rend(), longer.words.rbegin())) {
      return true;
    }
    // Of one word more, for the UN is not its Security Council.
    return shorter.kind == EntityKind::organisation && !shorter.acronym &&
           shorter.words.size() + 1 == longer.words.size() &&
           std::equal(shorter.words.begin(), shorter.words.end(), longer.words.begin());
  }

  const std::vector<std::uint32_t>& find_roots(std::uint32_t number) {
    Form& form = forms_[number];
    if (!form.roots.empty()) return form.roots;
    if (form.longer.empty()) {
      form.roots = {number};
      return form.roots;
    }
    form.roots = {number};  // ends a circle, should there be one
    std::set<std::uint32_t> roots;
    for (const std::uint32_t longer : form.longer) {
      const auto& ends = find_roots(longer);
      roots.insert(ends.begin(), ends.end());
    }
    roots.erase(number);
    if (!roots.empty()) form.roots.assign(roots.begin(), roots.end());
    return form.roots;
  }

  // ---- countries --------------------------------------------------------------------------------------------------

  // All names of one country go to the first of them.
  void join_countries() {
    for (std::uint32_t number = 0; number < forms_.size(); ++number) {
      Form& form = forms_[number];
      if (form.country == 0) continue;
      form.roots = {country_.try_emplace(form.country, number).first->second};
    }
  }

  // "Oslo rejected the offer", "talks with Oslo": a capital that acts or is dealt with, in a report on its country.
  std::optional<std::uint32_t> government(const Candidate& name) {
    if (name.kind != EntityKind::place || !(acts(name.head) || is_dealt_with(name.head))) return std::nullopt;
    const auto capital =
        tables_.capitals().whole(std::span(words_.ids).subspan(name.tokens.first, name.tokens.end - name.tokens.first));
    if (!capital) return std::nullopt;
    const auto number = static_cast<CountryNumber>(capital.value);
    const auto known = country_.find(number);
    if (known != country_.end()) return known->second;
    return std::nullopt;
  }

  bool acts(std::uint32_t head) const {
    const std::uint32_t verb = words_.governor(head);
    return words_.relation(head) == Relation::nsubj && verb != kNowhere &&
           words_.analysis.tokens[verb].upos == Upos::verb;
  }

  // In a list ("between Oslo and Riga") the first of it tells. Where something lies or happens is no government's
  // doing: "in", "to", "near" never tell.
  bool is_dealt_with(std::uint32_t head) const {
    if (words_.relation(head) == Relation::conj && words_.governor(head) != kNowhere) head = words_.governor(head);
    const std::uint32_t above = words_.governor(head);
    if (above == kNowhere) return false;
    const WordId lemma = words_.lemma_ids[above];
    switch (words_.relation(head)) {
      case Relation::obj:
        return tables_.is_government_verb(lemma);
      case Relation::nmod_poss:
        return tables_.is_government_noun(lemma);
      case Relation::nmod:
        return tables_.is_government_noun(lemma) && deals(head);
      case Relation::obl:
        return tables_.is_government_verb(lemma) && deals(head);
      default:
        return false;
    }
  }

  bool deals(std::uint32_t head) const {
    static constexpr std::array<std::string_view, 7> kDealing = {"with", "from", "against", "between",
                                                                 "by",   "on",   "for"};
    for (std::uint32_t k = words_.first_kid[head]; k < words_.first_kid[head + 1]; ++k) {
      const std::uint32_t kid = words_.kid[k];
      if (words_.relation(kid) != Relation::case_) continue;
      return std::find(kDealing.begin(), kDealing.end(), words_.form(kid)) != kDealing.end();
    }
    return false;
  }

  // ---- numbers ----------------------------------------------------------------------------------------------------

  std::vector<std::uint32_t> number() {
    std::vector<std::uint32_t> thing(found_.size(), kNowhere);
    std::map<std::uint32_t, std::uint32_t> numbers;
    std::map<std::uint32_t, std::uint32_t> last_seen;  // root -> candidate
    for (std::uint32_t index = 0; index < found_.size(); ++index) {
      if (form_of_[index] == kNowhere) continue;
      std::uint32_t root = root_for(forms_[form_of_[index]], found_[index].gender, last_seen);
      if (const auto state = government(found_[index])) root = *state;
      last_seen[root] = index;
      thing[index] = numbers.try_emplace(root, static_cast<std::uint32_t>(numbers.size())).first->second;
    }
    return thing;
  }

  // Of several the one that was named last, else the first in the report; one of the other gender only if all are.
  std::uint32_t root_for(const Form& form, Gender gender,
                         const std::map<std::uint32_t, std::uint32_t>& last_seen) const {
    const auto rank = [&](std::uint32_t root) {
      const auto seen = last_seen.find(root);
      const std::int64_t when = seen == last_seen.end() ? -1 : static_cast<std::int64_t>(seen->second);
      return std::pair(!clash(gender, forms_[root].gender), when);
    };
    return *std::max_element(form.roots.begin(), form.roots.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  }

  const TreeWords& words_;
  const CoreferenceTables& tables_;
  std::span<const Candidate> found_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> form_of_;  // by candidate
  std::map<CountryNumber, std::uint32_t> country_;
  std::string scratch_;
};

}  // namespace

bool are_spellings_of_one(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() < kShortestSpelling || b.size() < kShortestSpelling) return false;
  return edits(a, b) <= 2 && sound(a) == sound(b);
}

std::vector<std::uint32_t> name_links(const TreeWords& words, const CoreferenceTables& tables,
                                      std::span<const Candidate> found) {
  return Linker(words, tables, found).run();
}

}  // namespace crossread::language
