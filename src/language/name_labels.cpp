#include "language/name_labels.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "language/unknown_demonyms.h"
#include "lexicon/vocabulary.h"

namespace crossread::language {
namespace {

// Beside what the network says (256 for a factor of e). Tuned on the world news (names-worldwide dev), CoNLL-2003 testa
// and the dev stories of our corpus, 2026-11-22: names with kind F1 0.738, 0.751, 0.797 with 1024 for a rule, nothing
// for a short form and -128 for kNearly; 0.743, 0.757, 0.802 with 512; 0.744, 0.763, 0.806 with the short forms; 0.744,
// 0.766, 0.807 as they stand. The others, halved or doubled, lose or change nothing.
constexpr std::int64_t kRuleVote = 512;
constexpr std::int64_t kRareKindVote = 6400;  // kinds of which the network has seen few: laws, vessels, events
constexpr std::int64_t kSurname = 512;
constexpr std::int64_t kShortBody = 1024;

// What a name must have that no rule sees, and what one that only a rule sees.
constexpr std::int64_t kAlone = 800;
constexpr std::int64_t kNearly = -384;

bool is_common(EntityKind kind) {
  return kind == EntityKind::person || kind == EntityKind::organisation || kind == EntityKind::place;
}

using Evidence = std::array<std::int64_t, kEntityKinds>;  // by EntityKind, as WordReading::kinds

bool is_first(std::uint8_t label) {
  return label % 2 == 1;
}

std::vector<FoundName> labelled_of(const NameText& text, const Readings& readings, std::uint32_t number) {
  std::vector<FoundName> found;
  for (const TokenRange& sentence : text.sentences) {
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
      const std::uint8_t label = readings[at].name;
      if (label == 0) continue;
      if (is_first(label) || found.empty() || found.back().tokens.end != at || at == sentence.first) {
        found.push_back({number, {at, at + 1}, EntityKind::other, 0});
      } else {
        found.back().tokens.end = at + 1;
      }
    }
  }
  return found;
}

// A name does not end in "of": it goes on in the name right behind, or ends before.
void mend_ends(const NameText& text, std::vector<FoundName>& names) {
  const auto ends_in_of = [&](const FoundName& name) {
    return text.list.tokens[name.tokens.end - 1].span.in(text.text) == "of";
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!ends_in_of(names[i])) continue;
    if (i + 1 < names.size() && names[i + 1].tokens.first == names[i].tokens.end) {
      names[i + 1].tokens.first = names[i].tokens.first;
      names[i].tokens.end = names[i].tokens.first;
    } else {
      --names[i].tokens.end;
    }
  }
  std::erase_if(names, [](const FoundName& name) { return name.tokens.first == name.tokens.end; });
}

// What is added up for all the places where the same words are a name.
struct Case {
  Evidence sum = {};
  std::int32_t mentions = 0;
  bool single = false;
  std::string last;   // word
  std::string thing;  // cases of one thing share it
};

class Cases {
 public:
  Cases(std::span<const NameText> texts, std::span<const Readings> readings) : texts_(texts), readings_(readings) {}

  void add(const FoundName& name) {
    Case& a_case = cases_[key_of(name)];
    if (a_case.mentions++ == 0) {
      a_case.single = name.tokens.end - name.tokens.first == 1;
      a_case.last = folded_form(name.text, name.tokens.end - 1);
    }
    const Evidence one = evidence(name);
    for (std::size_t kind = 0; kind < kEntityKinds; ++kind) a_case.sum[kind] += one[kind];
  }

  void vote(const FoundName& by_rule) {
    const auto found = cases_.find(key_of(by_rule));
    if (found == cases_.end()) return;
    found->second.sum[static_cast<std::size_t>(by_rule.kind)] += is_common(by_rule.kind) ? kRuleVote : kRareKindVote;
    found->second.thing = "rule " + std::to_string(by_rule.entity);
  }

  void lean_surnames() {
    std::map<std::string, bool> surnames;
    for (const auto& [key, a_case] : cases_) {
      if (!a_case.single && kind_of(a_case) == EntityKind::person) surnames[a_case.last] = true;
    }
    for (auto& [key, a_case] : cases_) {
      if (a_case.single && surnames.contains(a_case.last)) {
        a_case.sum[static_cast<std::size_t>(EntityKind::person)] += kSurname * a_case.mentions;
      }
    }
  }

  // "Montegra" where "Montegra Ferries" is a body.
  void lean_short_bodies() {
    std::set<std::string> firsts;
    for (const auto& [key, a_case] : cases_) {
      if (!a_case.single && kind_of(a_case) == EntityKind::organisation) firsts.insert(key.substr(0, key.find(' ')));
    }
    for (auto& [key, a_case] : cases_) {
      if (a_case.single && firsts.contains(key)) {
        a_case.sum[static_cast<std::size_t>(EntityKind::organisation)] += kShortBody * a_case.mentions;
      }
    }
  }

  void number(std::vector<FoundName>& names) {
    std::map<std::string, std::uint32_t> numbers;
    for (FoundName& name : names) {
      const std::string key = key_of(name);
      const Case& a_case = cases_.at(key);
      name.kind = kind_of(a_case);
      const std::string& thing = a_case.thing.empty() ? key : a_case.thing;
      name.entity = numbers.try_emplace(thing, static_cast<std::uint32_t>(numbers.size())).first->second;
    }
  }

  // That of the likeliest kind.
  std::int64_t strength(const FoundName& name) const {
    const Evidence kinds = evidence(name);
    return *std::max_element(kinds.begin(), kinds.end());
  }

  // The mean over the words of a name.
  Evidence evidence(const FoundName& name) const {
    Evidence sum = {};
    for (std::uint32_t at = name.tokens.first; at < name.tokens.end; ++at) {
      for (std::size_t kind = 0; kind < kEntityKinds; ++kind) sum[kind] += readings_[name.text][at].kinds[kind];
    }
    for (std::int64_t& one : sum) one /= static_cast<std::int64_t>(name.tokens.end - name.tokens.first);
    return sum;
  }

 private:
  static EntityKind kind_of(const Case& a_case) {
    return static_cast<EntityKind>(std::max_element(a_case.sum.begin(), a_case.sum.end()) - a_case.sum.begin());
  }

  std::string folded_form(std::uint32_t text, std::uint32_t at) const {
    std::string scratch;
    const NameText& where = texts_[text];
    return std::string(word_key(where.list.tokens[at].span.in(where.text), scratch));
  }

  std::string key_of(const FoundName& name) const {
    std::string key;
    for (std::uint32_t at = name.tokens.first; at < name.tokens.end; ++at) {
      if (!key.empty()) key += ' ';
      key += folded_form(name.text, at);
    }
    return key;
  }

  std::span<const NameText> texts_;
  std::span<const Readings> readings_;
  std::map<std::string, Case> cases_;
};

bool meet(const FoundName& a, const FoundName& b) {
  return a.text == b.text && a.tokens.first < b.tokens.end && b.tokens.first < a.tokens.end;
}

bool holds(const FoundName& outer, const FoundName& inner) {
  return outer.tokens.first <= inner.tokens.first && inner.tokens.end <= outer.tokens.end;
}

bool before(const FoundName& a, const FoundName& b) {
  return a.text != b.text ? a.text < b.text : a.tokens.first < b.tokens.first;
}

// Both in order of text, each apart in itself. Where a name by rule holds all of the network's that it meets, it takes
// their place: the network cuts long names short.
std::vector<FoundName> joined(std::span<const FoundName> by_network, std::span<const FoundName> by_rule,
                              const Cases& cases) {
  std::vector<FoundName> names;
  std::vector<bool> met(by_network.size());
  std::vector<bool> replaced(by_network.size());
  std::size_t from = 0;
  for (const FoundName& rule : by_rule) {
    while (from < by_network.size() && before(by_network[from], rule) && !meet(by_network[from], rule)) ++from;
    std::size_t end = from;
    bool all_within = true;
    for (; end < by_network.size() && meet(by_network[end], rule); ++end) {
      met[end] = true;
      all_within = all_within && holds(rule, by_network[end]);
    }
    if (end == from ? cases.strength(rule) > kNearly : all_within) {
      names.push_back(rule);
      std::fill(replaced.begin() + static_cast<std::ptrdiff_t>(from),
                replaced.begin() + static_cast<std::ptrdiff_t>(end), true);
    }
  }
  for (std::size_t i = 0; i < by_network.size(); ++i) {
    if (!replaced[i] && (met[i] || cases.strength(by_network[i]) >= kAlone)) names.push_back(by_network[i]);
  }
  std::sort(names.begin(), names.end(), before);
  return names;
}

// "Qasem Soleimani ... the killing of Soleimani": what the rules take for a thing that has been named elsewhere in the
// report is its name, whatever the network says of the place.
void call_back(std::span<const FoundName> by_rule, std::vector<FoundName>& names) {
  std::vector<FoundName> left_out;
  std::set<std::uint32_t> named;  // things, as the rules number them
  auto kept = names.begin();
  for (const FoundName& rule : by_rule) {
    while (kept != names.end() && before(*kept, rule) && !meet(*kept, rule)) ++kept;
    if (kept == names.end() || !meet(*kept, rule)) {
      left_out.push_back(rule);
    } else if (kept->tokens == rule.tokens) {
      named.insert(rule.entity);
    }
  }
  for (const FoundName& rule : left_out) {
    if (named.contains(rule.entity)) names.push_back(rule);
  }
  std::sort(names.begin(), names.end(), before);
}

// The words of a text as the tables know them.
std::span<const WordId> words_of(const NameText& text, TokenRange tokens) {
  return std::span<const WordId>(text.list.words).subspan(tokens.first, tokens.end - tokens.first);
}

// Cuts a title off that the network took into a name, where the rules leave just the rest: "Ayatollah | Hamidi",
// "UN | Ambassador".
void cut_titles(std::vector<FoundName>& by_network, std::span<const FoundName> by_rule, std::span<const NameText> texts,
                const NameTables& tables) {
  const auto is_title = [&](std::uint32_t text, std::uint32_t first, std::uint32_t end) {
    return first < end && tables.titles().whole(words_of(texts[text], {first, end}));
  };
  // "US | Defense Secretary": also a title that goes on behind the name.
  const auto title_reaches = [&](std::uint32_t text, std::uint32_t first, std::uint32_t end) {
    return first < end && first + tables.titles().longest(texts[text].list.words, first).words >= end;
  };
  std::size_t from = 0;
  for (FoundName& name : by_network) {
    while (from < by_rule.size() && before(by_rule[from], name) && !meet(by_rule[from], name)) ++from;
    if (from == by_rule.size() || !meet(by_rule[from], name) || !holds(name, by_rule[from])) continue;
    const TokenRange rest = by_rule[from].tokens;
    const bool forename = tables.forenames().has(words_of(texts[name.text], name.tokens).front());  // "Dean"
    const bool ordinary = tables.common().has(words_of(texts[name.text], rest).front());            // "General Staff"
    const bool person = by_rule[from].kind == EntityKind::person && !forename && !ordinary;
    if ((person && rest.end == name.tokens.end && is_title(name.text, name.tokens.first, rest.first)) ||
        (rest.first == name.tokens.first && title_reaches(name.text, rest.end, name.tokens.end))) {
      name.tokens = rest;
    }
  }
}

// "to the UN | Dana Mirov": one name to the network, but to the rules a known body or place and a person behind it.
// "Revolutionary Guards | Quds Force": two bodies that the table knows.
void split_bodies(std::vector<FoundName>& by_network, std::span<const FoundName> by_rule,
                  std::span<const NameText> texts, const NameTables& tables) {
  std::vector<FoundName> apart;
  for (FoundName& name : by_network) {
    const auto first = std::lower_bound(by_rule.begin(), by_rule.end(), name, before);
    const auto second = first == by_rule.end() ? first : std::next(first);
    if (second == by_rule.end() || first->text != name.text || second->text != name.text) continue;
    const bool tile = first->tokens.first == name.tokens.first && first->tokens.end == second->tokens.first &&
                      second->tokens.end == name.tokens.end;
    if (!tile) continue;
    const auto is_known_body = [&](const FoundName& one) {
      return static_cast<bool>(tables.organisations().whole(words_of(texts[name.text], one.tokens)));
    };
    const bool parts = second->kind == EntityKind::person
                           ? is_known_body(*first) || tables.places().whole(words_of(texts[name.text], first->tokens))
                           : is_known_body(*first) && is_known_body(*second);
    if (!parts) continue;
    name.tokens = first->tokens;
    apart.push_back(*second);
  }
  by_network.insert(by_network.end(), apart.begin(), apart.end());
  std::sort(by_network.begin(), by_network.end(), before);
}

}  // namespace

std::vector<FoundName> labelled_names(std::span<const NameText> texts, std::span<const Readings> readings,
                                      std::span<const FoundName> by_rule, const NameTables& tables) {
  std::vector<FoundName> by_network;
  for (std::uint32_t t = 0; t < texts.size(); ++t) {
    std::vector<FoundName> some = labelled_of(texts[t], readings[t], t);
    mend_ends(texts[t], some);
    by_network.insert(by_network.end(), some.begin(), some.end());
  }
  cut_titles(by_network, by_rule, texts, tables);
  split_bodies(by_network, by_rule, texts, tables);
  Cases cases(texts, readings);
  std::vector<FoundName> names = joined(by_network, by_rule, cases);
  call_back(by_rule, names);
  leave_out_unknown_demonyms(texts, readings, tables, names);
  for (const FoundName& name : names) cases.add(name);
  for (const FoundName& name : by_rule) cases.vote(name);
  cases.lean_surnames();
  cases.lean_short_bodies();
  cases.number(names);
  return names;
}

}  // namespace crossread::language
