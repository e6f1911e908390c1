// A noun phrase is what hangs on its head noun, less what only joins it to the sentence: prepositions, conjunctions,
// other members of a list, asides. Left out are nouns that are no phrase of their own (parts of compounds and names,
// titles) and predicates ("she is a judge"), which say what their subject is called.
#include "language/mentions.h"

#include <algorithm>
#include <string>

#include "base/hash.h"

namespace crossread::language {
namespace {

constexpr std::uint32_t kLongestQuote = 400;  // tokens; a quotation that is never closed ends there. Not tuned.

std::uint32_t key_of(std::string_view word, std::string& scratch) {
  return static_cast<std::uint32_t>(hash64(word_key(word, scratch)));
}

bool is_one_of(std::string_view form, std::initializer_list<std::string_view> forms) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

enum class QuoteMark : std::uint8_t { none, opens, closes, either };

QuoteMark quote_mark(std::string_view form) {
  if (is_one_of(form, {"\u201c", "``", "\u00ab"})) return QuoteMark::opens;
  if (is_one_of(form, {"\u201d", "''", "\u00bb"})) return QuoteMark::closes;
  return form == "\"" ? QuoteMark::either : QuoteMark::none;
}

// What hangs on a noun but is no part of its phrase.
bool is_outside(Relation relation) {
  switch (relation) {
    case Relation::case_:
    case Relation::cc:
    case Relation::cc_preconj:
    case Relation::mark:
    case Relation::punct:
    case Relation::discourse:
    case Relation::reparandum:
    case Relation::parataxis:
    case Relation::conj:
    case Relation::list:
    case Relation::vocative:
    case Relation::orphan:
    case Relation::cop:
    case Relation::aux:
    case Relation::nsubj:
    case Relation::csubj:
    case Relation::advcl:
    case Relation::dep:
    case Relation::dislocated:
    case Relation::nsubj_outer:
    case Relation::csubj_outer:
      return true;
    default:
      return false;
  }
}

// Nouns with these relations stand inside another's phrase as words of it.
bool is_word_of_phrase(Relation relation) {
  switch (relation) {
    case Relation::compound:
    case Relation::flat:
    case Relation::fixed:
    case Relation::goeswith:
    case Relation::nmod_desc:
    case Relation::reparandum:
    case Relation::case_:
    case Relation::cc:
    case Relation::mark:
    case Relation::advmod:
    case Relation::discourse:
      return true;
    default:
      return false;
  }
}

}  // namespace

// ---- words and trees ----------------------------------------------------------------------------------------------

TreeWords::TreeWords(std::string_view report_text, const Vocabulary& vocabulary, const Analysis& report)
    : text(report_text), analysis(report) {
  const std::size_t count = report.tokens.size();
  ids.resize(count);
  lemma_ids.resize(count);
  keys.resize(count);
  lemmas.resize(count);
  sentences.resize(count);
  quotes.resize(count);
  subtrees.resize(count);
  first_kid.assign(count + 1, 0);
  kid.resize(count);
  std::string scratch;
  for (std::uint32_t at = 0; at < count; ++at) {
    ids[at] = vocabulary.find(form(at), scratch);
    keys[at] = key_of(form(at), scratch);
    const std::string& lemma = report.tokens[at].lemma;
    lemma_ids[at] = lemma.empty() ? ids[at] : vocabulary.find(lemma, scratch);
    lemmas[at] = lemma.empty() ? keys[at] : key_of(lemma, scratch);
    subtrees[at] = {at, at + 1};
  }
  std::uint32_t quote = 0;
  std::uint32_t open_since = 0;
  bool open = false;
  for (std::uint32_t number = 0; number < report.sentences.size(); ++number) {
    const Sentence& sentence = report.sentences[number];
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      sentences[at] = number;
      const QuoteMark mark = quote_mark(form(at));
      if (open && (mark == QuoteMark::closes || mark == QuoteMark::either || at - open_since > kLongestQuote)) {
        open = false;
      } else if (!open && (mark == QuoteMark::opens || mark == QuoteMark::either)) {
        open = true;
        open_since = at;
        ++quote;
      }
      quotes[at] = open ? quote : 0;
    }
  }
  for (std::uint32_t at = 0; at < count; ++at) {
    std::uint32_t steps = 0;
    for (std::uint32_t up = governor(at); up != kNowhere && ++steps <= count; up = governor(up)) {
      TokenRange& range = subtrees[up];
      if (range.first <= at && at < range.end) continue;
      range.first = std::min(range.first, at);
      range.end = std::max(range.end, at + 1);
    }
    if (governor(at) != kNowhere) ++first_kid[governor(at) + 1];
  }
  for (std::size_t at = 0; at < count; ++at) first_kid[at + 1] += first_kid[at];
  std::vector<std::uint32_t> next(first_kid.begin(), first_kid.end());
  for (std::uint32_t at = 0; at < count; ++at) {
    if (governor(at) != kNowhere) kid[next[governor(at)]++] = at;
  }
}

std::uint32_t TreeWords::governor(std::uint32_t token) const {
  const std::int32_t head = analysis.tokens[token].head;
  return head < 0 || head >= static_cast<std::int32_t>(analysis.tokens.size()) ? kNowhere
                                                                               : static_cast<std::uint32_t>(head);
}

bool TreeWords::has_child(std::uint32_t token, Relation wanted) const {
  for (std::uint32_t k = first_kid[token]; k < first_kid[token + 1]; ++k) {
    if (relation(kid[k]) == wanted) return true;
  }
  return false;
}

// ---- candidates ---------------------------------------------------------------------------------------------------

namespace {

class Search {
 public:
  Search(const TreeWords& words, const CoreferenceTables& tables) : words_(words), tables_(tables) {}

  std::vector<Candidate> run() {
    const auto count = static_cast<std::uint32_t>(words_.ids.size());
    by_head_.assign(count, kNowhere);
    in_name_.assign(count, false);
    add_names();
    for (std::uint32_t at = 0; at < count; ++at) add_word(at);
    for (std::uint32_t at = 0; at < count; ++at) note_called(at);
    std::sort(found_.begin(), found_.end(), [](const Candidate& a, const Candidate& b) {
      if (a.phrase.first != b.phrase.first) return a.phrase.first < b.phrase.first;
      if (a.phrase.end != b.phrase.end) return a.phrase.end > b.phrase.end;
      return a.tokens.first < b.tokens.first;
    });
    return std::move(found_);
  }

 private:
  const Token& token(std::uint32_t at) const { return words_.analysis.tokens[at]; }

  // ---- names ------------------------------------------------------------------------------------------------------

  void add_names() {
    const auto& mentions = words_.analysis.mentions;
    const auto& tokens = words_.analysis.tokens;
    for (std::uint32_t index = 0; index < mentions.size(); ++index) {
      if (mentions[index].level != MentionLevel::name) continue;
      const ByteSpan span = mentions[index].span;
      const auto first = std::partition_point(tokens.begin(), tokens.end(),
                                              [&](const Token& token) { return token.span.end <= span.begin; });
      const auto end =
          std::partition_point(first, tokens.end(), [&](const Token& token) { return token.span.begin < span.end; });
      if (first == end) continue;
      add_name(index,
               {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(end - tokens.begin())});
    }
  }

  void add_name(std::uint32_t index, TokenRange tokens) {
    Candidate name;
    name.tokens = tokens;
    name.name = index;
    name.level = MentionLevel::name;
    name.head = head_of(tokens);
    name.kind = words_.analysis.mentions[index].kind;
    name.known_kind = name.kind != EntityKind::other;
    name.phrase = is_word_of_phrase(words_.relation(name.head)) ? tokens : joined(phrase_of(name.head), tokens);
    name.number = token(name.head).xpos == Xpos::nnps || name.kind == EntityKind::group ? Number::any : Number::one;
    if (name.kind == EntityKind::person) {
      name.gender = gender_of_person(name);
    } else if (name.kind != EntityKind::group) {
      name.gender = name.known_kind ? Gender::neuter : Gender::unknown;
    }
    for (std::uint32_t at = tokens.first; at < tokens.end; ++at) {
      in_name_[at] = true;
      by_head_[at] = static_cast<std::uint32_t>(found_.size());
    }
    found_.push_back(std::move(name));
  }

  static TokenRange joined(TokenRange a, TokenRange b) { return {std::min(a.first, b.first), std::max(a.end, b.end)}; }

  // The first word of the range whose governor is outside.
  std::uint32_t head_of(TokenRange tokens) const {
    for (std::uint32_t at = tokens.first; at < tokens.end; ++at) {
      const std::uint32_t up = words_.governor(at);
      if ((up == kNowhere || up < tokens.first || up >= tokens.end) && token(at).upos != Upos::punct) return at;
    }
    return tokens.first;
  }

  // By a title before the name, else by the forename.
  Gender gender_of_person(const Candidate& name) const {
    const std::uint32_t from = name.tokens.first >= 2 ? name.tokens.first - 2 : 0;
    for (std::uint32_t at = std::max(from, name.phrase.first); at < name.tokens.end; ++at) {
      const auto noun = at < name.tokens.first ? tables_.noun(words_.ids[at]) : std::nullopt;
      if (noun && noun->gender != Gender::unknown) return noun->gender;
    }
    // "Mr." is a title even where the tree does not say so.
    if (name.tokens.first > 0) {
      std::string_view before = words_.form(name.tokens.first - 1);
      if (is_one_of(before, {"Mr", "Mr.", "Sir", "Lord"})) return Gender::masculine;
      if (is_one_of(before, {"Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Lady", "Dame"})) return Gender::feminine;
    }
    if (name.tokens.end - name.tokens.first < 2) return Gender::person;
    const Gender forename = tables_.forename(words_.ids[name.tokens.first]);
    return forename == Gender::unknown ? Gender::person : forename;
  }

  // ---- phrases and pronouns ---------------------------------------------------------------------------------------

  void add_word(std::uint32_t at) {
    if (in_name_[at]) {
      add_list(at);
      return;
    }
    const Upos upos = token(at).upos;
    const auto pronoun = tables_.pronoun(words_.ids[at]);
    const bool pronoun_tag = upos == Upos::pron || (upos == Upos::det && token(at).xpos == Xpos::prp_poss);
    if (pronoun && pronoun_tag) {
      add_pronoun(at, *pronoun);
    } else if (upos == Upos::noun || upos == Upos::propn || (upos == Upos::pron && token(at).xpos == Xpos::nn)) {
      add_phrase(at);
    }
  }

  void add_pronoun(std::uint32_t at, const PronounFacts& facts) {
    const Xpos xpos = token(at).xpos;
    if (xpos == Xpos::wdt || xpos == Xpos::wp || xpos == Xpos::in) return;  // relative `that`
    if (words_.relation(at) == Relation::expl) return;
    if (facts.kase == PronounCase::pointing && subordinate(at)) {
      add_phrase(at);
      return;
    }
    Candidate found;
    found.tokens = found.phrase = {at, at + 1};
    found.head = at;
    found.level = MentionLevel::pronoun;
    found.pronoun = facts;
    found.number = facts.number;
    found.gender = facts.gender;
    found.kind =
        facts.gender == Gender::neuter || facts.gender == Gender::unknown ? EntityKind::other : EntityKind::person;
    found.known_kind = found.kind == EntityKind::person;
    by_head_[at] = static_cast<std::uint32_t>(found_.size());
    found_.push_back(std::move(found));
    add_list(at);
  }

  // "those of the south": more than the pronoun.
  bool subordinate(std::uint32_t at) const {
    return words_.has_child(at, Relation::nmod) || words_.has_child(at, Relation::acl_relcl);
  }

  void add_phrase(std::uint32_t at) {
    if (is_word_of_phrase(words_.relation(at)) || words_.has_child(at, Relation::cop)) return;
    Candidate found;
    found.head = at;
    found.tokens = found.phrase = phrase_of(at);
    describe(found);
    by_head_[at] = static_cast<std::uint32_t>(found_.size());
    found_.push_back(std::move(found));
    add_list(at);
  }

  void describe(Candidate& found) const {
    const std::uint32_t at = found.head;
    const Xpos xpos = token(at).xpos;
    found.number = xpos == Xpos::nns || xpos == Xpos::nnps ? Number::many : Number::one;
    const auto noun = tables_.noun(lemma_id(at));
    if (noun) {
      found.kind = noun->kind;
      found.known_kind = true;
      const bool person = noun->kind == EntityKind::person;
      found.gender = person ? (noun->gender == Gender::unknown ? Gender::person : noun->gender) : Gender::neuter;
      if (noun->kind == EntityKind::group) found.gender = Gender::unknown;
      if (person && found.number == Number::many) found.kind = EntityKind::group;
    }
    found.article = article_of(found);
  }

  // Plurals are looked up by their lemma where the table lacks them.
  WordId lemma_id(std::uint32_t at) const {
    const WordId form = words_.ids[at];
    if (tables_.noun(form)) return form;
    return words_.lemma_ids[at];
  }

  Article article_of(const Candidate& found) const {
    const std::uint32_t head = found.head;
    Article article = Article::none;
    for (std::uint32_t k = words_.first_kid[head]; k < words_.first_kid[head + 1]; ++k) {
      const std::uint32_t kid = words_.kid[k];
      if (kid > head) break;
      const std::string_view form = words_.form(kid);
      switch (words_.relation(kid)) {
        case Relation::nmod_poss:
          return Article::possessive;
        case Relation::det:
        case Relation::det_predet:
          if (is_one_of(form, {"the", "The", "THE", "both", "Both"})) return Article::definite;
          if (is_one_of(form, {"this", "that", "these", "those", "This", "That", "These", "Those", "such", "Such"})) {
            return Article::pointing;
          }
          article =
              is_one_of(form, {"a", "an", "A", "An", "another", "Another"}) ? Article::indefinite : Article::quantity;
          break;
        case Relation::nummod:
          if (article == Article::none) article = Article::quantity;
          break;
        default:
          break;
      }
    }
    return article;
  }

  // From the first to the last word that hangs on the head and belongs to its phrase.
  TokenRange phrase_of(std::uint32_t head) const {
    TokenRange range = {head, head + 1};
    for (std::uint32_t k = words_.first_kid[head]; k < words_.first_kid[head + 1]; ++k) {
      const std::uint32_t kid = words_.kid[k];
      if (is_outside(words_.relation(kid)) || is_aside(kid)) continue;
      range = joined(range, words_.subtrees[kid]);
    }
    return trimmed(range, head);
  }

  // A relative clause or apposition behind a comma.
  bool is_aside(std::uint32_t kid) const {
    const Relation relation = words_.relation(kid);
    if (relation == Relation::appos) return true;
    if (relation != Relation::acl_relcl) return false;
    const std::uint32_t first = words_.subtrees[kid].first;
    return first > 0 && (words_.form(first) == "," || words_.form(first - 1) == ",");
  }

  TokenRange trimmed(TokenRange range, std::uint32_t head) const {
    while (range.first < head && is_border(range.first)) ++range.first;
    while (range.end > head + 1 && is_border(range.end - 1)) --range.end;
    return range;
  }
  bool is_border(std::uint32_t at) const {
    return token(at).upos == Upos::punct || (token(at).xpos == Xpos::pos && words_.relation(at) == Relation::case_);
  }

  // All members of a list, as one mention: "Lund and Okello".
  void add_list(std::uint32_t at) {
    if (words_.relation(at) == Relation::conj || !words_.has_child(at, Relation::conj)) return;
    if (is_word_of_phrase(words_.relation(at)) || words_.has_child(at, Relation::cop)) return;
    Candidate list;
    list.head = at;
    list.phrase = phrase_of(at);
    bool joined_by_and = false;
    for (std::uint32_t k = words_.first_kid[at]; k < words_.first_kid[at + 1]; ++k) {
      const std::uint32_t kid = words_.kid[k];
      if (words_.relation(kid) != Relation::conj) continue;
      const Upos upos = token(kid).upos;
      if (upos != Upos::noun && upos != Upos::propn && upos != Upos::pron) return;
      list.phrase = joined(list.phrase, words_.subtrees[kid]);
      joined_by_and = joined_by_and || words_.has_child(kid, Relation::cc);
    }
    if (!joined_by_and) return;
    list.phrase = trimmed(list.phrase, at);
    list.tokens = list.phrase;
    list.list = true;
    list.number = Number::many;
    if (by_head_[at] != kNowhere) {
      list.kind = found_[by_head_[at]].kind;
      list.known_kind = found_[by_head_[at]].known_kind;
      if (list.kind == EntityKind::person) list.kind = EntityKind::group;
    }
    found_.push_back(std::move(list));
  }

  // ---- what else things are called ----------------------------------------------------------------------------------

  void note_called(std::uint32_t at) {
    const Upos upos = token(at).upos;
    if (upos != Upos::noun && upos != Upos::propn) return;
    const std::uint32_t up = words_.governor(at);
    switch (words_.relation(at)) {
      case Relation::nmod_desc:
      case Relation::appos:
        call(up, at);
        break;
      default:
        break;
    }
    if (words_.has_child(at, Relation::cop) && !denied(at)) {
      for (std::uint32_t k = words_.first_kid[at]; k < words_.first_kid[at + 1]; ++k) {
        if (words_.relation(words_.kid[k]) == Relation::nsubj && is_told_of(words_.kid[k])) call(words_.kid[k], at);
      }
    }
    // A title before a name, where the tree makes it a compound.
    if (words_.relation(at) == Relation::compound && up != kNowhere && up > at && token(up).upos == Upos::propn) {
      const auto noun = tables_.noun(lemma_id(at));
      if (noun && noun->kind == EntityKind::person) call(up, at);
    }
  }

  // Not `it` in "it was Ada Lund", nor `this`.
  bool is_told_of(std::uint32_t subject) const {
    const auto pronoun = tables_.pronoun(words_.ids[subject]);
    return !pronoun || (pronoun->gender != Gender::neuter && pronoun->kase != PronounCase::pointing);
  }

  void call(std::uint32_t who, std::uint32_t noun) {
    if (who == kNowhere || by_head_[who] == kNowhere) return;
    found_[by_head_[who]].called.push_back(noun);
  }

  bool denied(std::uint32_t predicate) const {
    for (std::uint32_t k = words_.first_kid[predicate]; k < words_.first_kid[predicate + 1]; ++k) {
      if (is_one_of(words_.form(words_.kid[k]), {"not", "n't", "n\u2019t", "never", "no", "no longer"})) return true;
    }
    return false;
  }

  const TreeWords& words_;
  const CoreferenceTables& tables_;
  std::vector<Candidate> found_;
  std::vector<std::uint32_t> by_head_;  // by token: the candidate that it heads, or the name that it is in
  std::vector<bool> in_name_;
};

}  // namespace

std::vector<Candidate> candidates(const TreeWords& words, const CoreferenceTables& tables) {
  return Search(words, tables).run();
}

}  // namespace crossread::language
