#include "identity/identify.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

#include "base/hash.h"
#include "identity/thing.h"
#include "text/stem.h"

namespace crossread::identity {
namespace {

enum class Sort : std::uint8_t { person, place, body, made, rest };

// Kinds that readers take for one another.
Sort sort_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::person:
      return Sort::person;
    case EntityKind::place:
    case EntityKind::facility:
      return Sort::place;
    case EntityKind::organisation:
    case EntityKind::group:
      return Sort::body;
    case EntityKind::vehicle:
    case EntityKind::weapon:
    case EntityKind::product:
    case EntityKind::law:
    case EntityKind::event:
      return Sort::made;
    case EntityKind::other:
      break;
  }
  return Sort::rest;
}

bool may_be_one(Sort a, Sort b) {
  if (a == Sort::rest || b == Sort::rest) return true;
  if (a == Sort::person || b == Sort::person) return a == b;
  return a == b || a == Sort::body || b == Sort::body;
}

bool within(const NameWords& part, const NameWords& whole) {
  return part.size() <= whole.size() && std::ranges::search(whole, part).begin() != whole.end();
}

// "JRCC" of "Joint Rescue Coordination Centre"; small words may be left out.
bool is_acronym(const NameWords& shorter, const NameWords& longer) {
  if (shorter.size() != 1 || longer.size() < 2 || shorter[0].size() < 2 || shorter[0].size() > 7) return false;
  static const NameWords kSmall = {"of", "the", "and", "for", "in", "de", "on"};
  std::string all;
  std::string told;
  for (const std::string& word : longer) {
    all += word[0];
    if (std::ranges::find(kSmall, word) == kSmall.end()) told += word[0];
  }
  return shorter[0] == all || shorter[0] == told;
}

// What is left of two names without the words that both have; empty where all of one is in the other.
std::optional<std::pair<std::string, std::string>> unshared(const NameWords& a, const NameWords& b) {
  const auto rest = [](const NameWords& x, const NameWords& y) {
    std::string out;
    for (const std::string& word : x) {
      if (std::ranges::find(y, word) == y.end()) out += (out.empty() ? "" : " ") + word;
    }
    return out;
  };
  std::pair out(rest(a, b), rest(b, a));
  if (out.first.empty() || out.second.empty()) return std::nullopt;
  return out;
}

// Things that have been found to be one.
struct Cluster {
  std::vector<std::uint32_t> members;  // places in the list of things
  Sort sort = Sort::rest;
  bool place = false;  // a town, a region; no building
  std::string country;
  NamesAsWritten names;
  std::set<NameWords> described;
  std::set<std::uint32_t> reports;
};

// A report that speaks of two things tells them apart better than their names do.
bool share_a_report(const Cluster& a, const Cluster& b) {
  return std::ranges::any_of(a.reports, [&](std::uint32_t report) { return b.reports.contains(report); });
}

class Clusters {
 public:
  Clusters(const std::vector<Thing>& things, const NameLikeness& likeness) : home_(things.size()), likeness_(likeness) {
    for (std::uint32_t i = 0; i < things.size(); ++i) {
      home_[i] = i;
      const Thing& thing = things[i];
      clusters_.push_back({{i},
                           sort_of(thing.kind),
                           thing.kind == EntityKind::place,
                           thing.country,
                           thing.names,
                           thing.described,
                           {thing.report}});
    }
  }

  std::uint32_t of(std::uint32_t thing) const { return home_[thing]; }
  const Cluster& at(std::uint32_t cluster) const { return clusters_[cluster]; }

  bool may_join(std::uint32_t a, std::uint32_t b) const {
    const Cluster& x = clusters_[a];
    const Cluster& y = clusters_[b];
    if (!may_be_one(x.sort, y.sort)) return false;
    if (x.country != y.country && (!x.country.empty() || !y.country.empty())) return false;
    if (x.sort != Sort::person && y.sort != Sort::person) return true;
    return std::ranges::none_of(x.names, [&](const auto& name) {
      return std::ranges::any_of(y.names, [&](const auto& other) { return contradict(name, other); });
    });
  }

  // Hundredths of a logit that two full names, one of each, are one name; the highest; empty where none is full.
  std::optional<std::int32_t> weight_of_full_names(const Cluster& a, const Cluster& b) const {
    std::optional<std::int32_t> best;
    for (const auto& [words, text] : a.names) {
      for (const auto& [other_words, other] : b.names) {
        if (std::min(words.size(), other_words.size()) < (a.sort == Sort::person ? 2u : 1u)) continue;
        // "Radio Kestrel" and "Radio Kettle" are as like as their second words are
        const auto rests = a.sort == Sort::person ? std::nullopt : unshared(words, other_words);
        if (rests && likeness_.weight(likeness_.read(rests->first), likeness_.read(rests->second)) <= 0) continue;
        best = std::max(best.value_or(std::numeric_limits<std::int32_t>::min()),
                        likeness_.weight(likeness_.read(text), likeness_.read(other)));
      }
    }
    return best;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    if (a == b) return;
    if (b < a) std::swap(a, b);
    Cluster& into = clusters_[a];
    Cluster& from = clusters_[b];
    for (const std::uint32_t member : from.members) home_[member] = a;
    into.members.insert(into.members.end(), from.members.begin(), from.members.end());
    into.names.merge(from.names);
    into.described.merge(from.described);
    into.reports.merge(from.reports);
    if (into.country.empty()) into.country = from.country;
    if (into.sort == Sort::rest) into.sort = from.sort;
    from = {};
  }

  std::vector<std::uint32_t> alive() const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
      if (!clusters_[i].members.empty()) out.push_back(i);
    }
    return out;
  }

 private:
  // Full names of two people, which are not one name.
  bool contradict(const std::pair<const NameWords, std::string>& a,
                  const std::pair<const NameWords, std::string>& b) const {
    return a.first.size() > 1 && b.first.size() > 1 && a.first != b.first && !likeness_.same(a.second, b.second);
  }

  std::vector<std::uint32_t> home_;
  const NameLikeness& likeness_;
  std::vector<Cluster> clusters_;
};

// Joins all that share a key, in order of the keys, each to the first that it may join.
template <class Key>
void join_equal(Clusters& clusters, const std::function<std::vector<Key>(const Cluster&)>& keys_of) {
  std::map<Key, std::vector<std::uint32_t>> by_key;
  for (const std::uint32_t cluster : clusters.alive()) {
    for (const Key& key : keys_of(clusters.at(cluster))) by_key[key].push_back(clusters.at(cluster).members.front());
  }
  for (const auto& [key, members] : by_key) {
    std::vector<std::uint32_t> seeds;
    for (const std::uint32_t member : members) {
      const auto seed = std::ranges::find_if(
          seeds, [&](std::uint32_t s) { return clusters.may_join(clusters.of(s), clusters.of(member)); });
      if (seed == seeds.end()) {
        seeds.push_back(member);
      } else {
        clusters.join(clusters.of(*seed), clusters.of(member));
      }
    }
  }
}

void join_countries(Clusters& clusters) {
  join_equal<std::string>(clusters, [](const Cluster& cluster) {
    return cluster.country.empty() ? std::vector<std::string>{} : std::vector<std::string>{cluster.country};
  });
}

// One word is a full name of anything but a person.
void join_full_names(Clusters& clusters) {
  join_equal<NameWords>(clusters, [](const Cluster& cluster) {
    std::vector<NameWords> keys;
    for (const auto& [name, text] : cluster.names) {
      if (name.size() > 1 || cluster.sort != Sort::person) keys.push_back(name);
    }
    return keys;
  });
}

// Each cluster joins the only other one of those that `fits` says it may be; none where two fit.
void join_only_fit(Clusters& clusters, const std::function<std::vector<std::string>(const Cluster&)>& keys_of,
                   const std::function<bool(const Cluster&, const Cluster&)>& fits) {
  std::map<std::string, std::vector<std::uint32_t>> by_key;
  for (const std::uint32_t cluster : clusters.alive()) {
    for (const std::string& key : keys_of(clusters.at(cluster))) by_key[key].push_back(clusters.at(cluster).members[0]);
  }
  for (const std::uint32_t start : clusters.alive()) {
    const std::uint32_t cluster = clusters.of(start);
    if (clusters.at(cluster).members.empty() || cluster != start) continue;
    std::set<std::uint32_t> found;
    for (const std::string& key : keys_of(clusters.at(cluster))) {
      for (const std::uint32_t member : by_key[key]) {
        const std::uint32_t other = clusters.of(member);
        if (other != cluster && !share_a_report(clusters.at(cluster), clusters.at(other)) &&
            fits(clusters.at(cluster), clusters.at(other)) && clusters.may_join(cluster, other))
          found.insert(other);
      }
    }
    if (found.size() == 1) clusters.join(cluster, *found.begin());
  }
}

std::vector<std::string> words_of_names(const Cluster& cluster) {
  std::set<std::string> keys;
  for (const auto& [name, text] : cluster.names) {
    keys.insert(name.begin(), name.end());
    std::string initials;
    for (const std::string& word : name) initials += word[0];
    if (name.size() > 1) keys.insert(initials);
  }
  return {keys.begin(), keys.end()};
}

// What a longer name of a place may have besides: "the Republic of".
bool is_form_of_state(const std::string& word) {
  static const NameWords kForms = {"commonwealth", "federation", "kingdom", "of", "republic", "state", "the"};
  return std::ranges::find(kForms, word) != kForms.end();
}

// A town is not the province, the station or the newspaper called after it: "Karaganda", "Karaganda Region".
bool is_called_after(const Cluster& a, const NameWords& name, const NameWords& longer) {
  return a.place && !std::ranges::all_of(longer, [&](const std::string& word) {
           return is_form_of_state(word) || std::ranges::find(name, word) != name.end();
         });
}

// `a` by a part of a name, or the acronym, of `b`.
bool part_of_name(const Cluster& a, const Cluster& b) {
  return std::ranges::any_of(a.names, [&](const auto& name) {
    return std::ranges::any_of(b.names, [&](const auto& other) {
      return name.first.size() < other.first.size() &&
             ((within(name.first, other.first) && !is_called_after(a, name.first, other.first)) ||
              is_acronym(name.first, other.first));
    });
  });
}

// The consonants of a word, by which two spellings of it may be found: "suleimani" and "soleimani" are "slm".
std::string skeleton(const std::string& word) {
  constexpr std::size_t kLetters = 3;
  std::string out;
  for (const char c : word) {
    if (std::string_view("aeiouyhw'").find(c) != std::string_view::npos) continue;
    if (out.empty() || out.back() != c) out += c;
    if (out.size() == kLetters) break;
  }
  return out.empty() ? word : out;
}

// Full names that are likely one, the likeliest first.
void join_alike_names(Clusters& clusters) {
  std::map<std::string, std::set<std::uint32_t>> by_skeleton;
  for (const std::uint32_t cluster : clusters.alive()) {
    for (const auto& [name, text] : clusters.at(cluster).names) {
      for (const std::string& word : name) by_skeleton[skeleton(word)].insert(cluster);
    }
  }
  std::set<std::tuple<std::int32_t, std::uint32_t, std::uint32_t>> pairs;
  for (const auto& [key, members] : by_skeleton) {
    for (const std::uint32_t a : members) {
      for (const std::uint32_t b : members) {
        if (a >= b || clusters.at(a).sort != clusters.at(b).sort) continue;
        const auto weight = clusters.weight_of_full_names(clusters.at(a), clusters.at(b));
        if (weight && *weight > 0) pairs.emplace(-*weight, a, b);
      }
    }
  }
  for (const auto& [weight, first, second] : pairs) {
    const std::uint32_t a = clusters.of(first);
    const std::uint32_t b = clusters.of(second);
    if (a != b && !share_a_report(clusters.at(a), clusters.at(b)) && clusters.may_join(a, b)) clusters.join(a, b);
  }
}

// People of whom nobody gives more than one name.
void join_single_names(Clusters& clusters) {
  join_equal<NameWords>(clusters, [](const Cluster& cluster) {
    std::vector<NameWords> keys;
    if (cluster.sort != Sort::person) return keys;
    if (std::ranges::any_of(cluster.names, [](const auto& name) { return name.first.size() > 1; })) return keys;
    for (const auto& [name, text] : cluster.names) keys.push_back(name);
    return keys;
  });
}

std::vector<std::string> heads(const Cluster& cluster) {
  std::set<std::string> keys;
  for (const NameWords& description : cluster.described) keys.insert(head_of(description));
  return {keys.begin(), keys.end()};
}

// Equal heads, and the words of one description among those of the other.
bool same_description(const NameWords& a, const NameWords& b) {
  if (head_of(a) != head_of(b)) return false;
  const NameWords& shorter = a.size() <= b.size() ? a : b;
  const NameWords& longer = a.size() <= b.size() ? b : a;
  return std::ranges::all_of(shorter, [&](const std::string& word) {
    return std::ranges::any_of(longer, [&](const std::string& other) { return stem(word) == stem(other); });
  });
}

// `a` without a name, described as `b` is.
bool described_alike(const Cluster& a, const Cluster& b) {
  if (!a.names.empty()) return false;
  return std::ranges::any_of(a.described, [&](const NameWords& x) {
    return std::ranges::any_of(b.described, [&](const NameWords& y) { return same_description(x, y); });
  });
}

void join_equal_descriptions(Clusters& clusters) {
  join_equal<NameWords>(clusters, [](const Cluster& cluster) {
    if (!cluster.names.empty()) return std::vector<NameWords>{};
    return std::vector<NameWords>(cluster.described.begin(), cluster.described.end());
  });
}

// What the reports show of one cluster.
class Portrait {
 public:
  Portrait(std::span<const ReadReport> reports, const std::vector<Thing>& things)
      : reports_(reports), things_(things) {}

  Entity draw(const Cluster& cluster) const {
    Entity entity;
    std::map<std::string, std::uint32_t> names, descriptions;
    std::map<EntityKind, int> kinds;
    std::string described;
    std::vector<std::uint32_t> members = cluster.members;
    std::ranges::sort(members);
    for (const std::uint32_t member : members) {
      const ReadReport& read = reports_[things_[member].report];
      const LocalEntity& local = read.account->entities[things_[member].local];
      ++kinds[local.kind];
      if (described.empty()) described = local.name;
      if (entity.country.empty()) entity.country = local.country;
      if (entity.sector.empty()) entity.sector = local.sector;
      add_roles(entity, read, local);
      for (const Mention& mention : read.account->mentions) {
        if (mention.entity != things_[member].local) continue;
        entity.mentions.push_back({{read.report->id, mention.span}, mention.level});
        if (mention.level == MentionLevel::name) ++names[std::string(mention.span.in(read.report->text))];
        if (mention.level == MentionLevel::nominal) ++descriptions[std::string(mention.span.in(read.report->text))];
      }
    }
    if (!cluster.country.empty()) entity.country = cluster.country;
    for (const auto& [text, mentions] : names.empty() ? descriptions : names)
      entity.aliases.push_back({text, mentions});
    std::ranges::stable_sort(entity.aliases, std::ranges::greater{}, &Alias::mentions);
    entity.kind = std::ranges::max_element(kinds, {}, [](const auto& entry) { return entry.second; })->first;
    entity.nameless = names.empty();
    entity.name = entity.nameless ? described : fullest(entity.aliases);
    const Evidence& first = entity.mentions.front().place;
    entity.id = {
        mix(first.report.value, hash64(std::to_string(first.span.begin) + "-" + std::to_string(first.span.end)))};
    return entity;
  }

 private:
  // The name of most words, then of most mentions.
  static std::string fullest(const std::vector<Alias>& aliases) {
    return std::ranges::max_element(aliases, {}, [](const Alias& alias) { return name_words(alias.text).size(); })
        ->text;
  }

  static void add_roles(Entity& entity, const ReadReport& read, const LocalEntity& local) {
    for (const Role& role : local.roles) {
      if (std::ranges::find(entity.roles, role.role, &EntityRole::role) != entity.roles.end()) continue;
      entity.roles.push_back(
          {role.role, role.span ? std::optional(Evidence{read.report->id, *role.span}) : std::nullopt});
    }
  }

  std::span<const ReadReport> reports_;
  const std::vector<Thing>& things_;
};

std::vector<std::uint32_t> canonical_order(std::span<const ReadReport> reports) {
  std::vector<std::uint32_t> order(reports.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return canonical_key(*reports[i].report); });
  return order;
}

}  // namespace

Identities identify(std::span<const ReadReport> reports, const Tables& tables) {
  const std::vector<std::uint32_t> order = canonical_order(reports);
  std::vector<ReadReport> sorted;
  std::vector<Thing> things;
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    sorted.push_back(reports[order[place]]);
    std::ranges::move(things_of(sorted.back(), place, tables.countries), std::back_inserter(things));
  }
  Clusters clusters(things, tables.names);
  join_countries(clusters);
  join_full_names(clusters);
  join_alike_names(clusters);
  join_only_fit(clusters, words_of_names, part_of_name);
  join_single_names(clusters);
  join_equal_descriptions(clusters);
  join_only_fit(clusters, heads, described_alike);

  Identities out;
  out.entity_of.resize(reports.size());
  const Portrait portrait(sorted, things);
  std::vector<std::pair<Entity, std::uint32_t>> drawn;
  for (const std::uint32_t cluster : clusters.alive()) drawn.emplace_back(portrait.draw(clusters.at(cluster)), cluster);
  for (std::size_t i = 0; i < reports.size(); ++i) out.entity_of[i].resize(reports[i].account->entities.size());
  for (auto& [entity, cluster] : drawn) {
    const auto index = static_cast<std::uint32_t>(out.entities.size());
    for (const std::uint32_t member : clusters.at(cluster).members)
      out.entity_of[order[things[member].report]][things[member].local] = index;
    out.entities.push_back(std::move(entity));
  }
  return out;
}

}  // namespace crossread::identity
