// Who is who within a report: names, noun phrases and pronouns that stand for one thing get one number.
//
//   resolver.resolve(report.text, analysis);   // analysis: tokens with tags and trees, mentions: the names
//
// Rules link names (language/name_links.h), appositions and titles; a linear model then takes the other mentions in
// order and gives each to a thing before it or makes it a new one. Features: language/coreference_features.h.
// Weights: data/models/coreference.weights, made by training/coreference.py. See docs/design/coreference.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/coreference_features.h"
#include "language/mentions.h"
#include "lexicon/coreference_tables.h"
#include "lexicon/meaning.h"
#include "types/analysis.h"

namespace crossread::language {

class CoreferenceModel {
 public:
  CoreferenceModel() : weights_(kWeightCount) {}  // all weights zero: only the rules speak

  // Throws BrokenWorld if the file cannot be read or is none of ours.
  explicit CoreferenceModel(const std::filesystem::path& file);

  std::int32_t weight(std::uint32_t place) const { return weights_[place]; }

 private:
  std::vector<std::int16_t> weights_;
};

// What is known before a report is read; all must outlive what is made of it.
struct CoreferenceWords {
  const Vocabulary& vocabulary;
  const CoreferenceTables& tables;
  const MeaningVectors& meaning;
};

// A report on its way: the candidates and what the features see of them.
struct CoreferenceText {
  CoreferenceText(std::string_view text, const CoreferenceWords& known, const Analysis& analysis);

  TreeWords words;
  std::vector<Candidate> found;
  std::vector<Traits> traits;
  std::vector<std::uint32_t> names;    // by candidate: number of the thing that the name names, or kNowhere
  std::vector<std::uint32_t> speaker;  // by candidate: who says "I", a candidate before or after it, or kNowhere
  std::vector<std::uint32_t> firm;     // by candidate: an earlier candidate that it surely is, or kNowhere
};

// What one mention can be: a new thing (score first) or one of `things`.
struct Choice {
  std::uint32_t candidate = 0;
  std::vector<std::uint32_t> things;  // numbers of clusters, the nearest first
};

// Takes the candidates in order. `Chooser` has:
//   void begin(std::uint32_t candidate);
//   auto sink();                                 // takes the features of the next option; new first, then each thing
//   std::uint32_t choose(const Choice& choice);  // 0 a new thing, else 1 + the place in choice.things
class Clustering {
 public:
  explicit Clustering(const CoreferenceText& text) : text_(text) { of_.assign(text.found.size(), kNowhere); }

  template <class Chooser>
  void run(Chooser& chooser);

  const std::vector<Cluster>& clusters() const { return clusters_; }
  const std::vector<std::uint32_t>& of() const { return of_; }  // by candidate: its cluster

 private:
  // "I" before the words that tell who speaks waits for them: '"I paid," said Ada Lund'.
  bool waits(std::uint32_t candidate);
  void join_waiting(std::uint32_t speaker);
  bool settle_firmly(std::uint32_t candidate);
  void fill_options(std::uint32_t candidate);
  bool is_option(const Traits& traits, const Candidate& candidate, const Cluster& thing, std::uint32_t rank) const;
  Surroundings surroundings(std::uint32_t candidate) const;
  void join(std::uint32_t candidate, std::uint32_t cluster);
  std::uint32_t open(std::uint32_t candidate);
  void note_heads(const Traits& traits, std::uint32_t cluster);

  const CoreferenceText& text_;
  std::vector<Cluster> clusters_;
  std::vector<std::uint32_t> of_;
  std::vector<std::uint32_t> recent_;        // clusters, the last touched at the end; an entry is void if touched again
  std::vector<std::uint32_t> recent_place_;  // by cluster: its entry in recent_
  std::vector<std::uint32_t> by_name_;       // by thing of names: its cluster
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_head_;  // lemma -> clusters, the last touched last
  std::vector<std::uint32_t> waiting_;                                     // candidates
  Choice choice_;
};

template <class Chooser>
void Clustering::run(Chooser& chooser) {
  for (std::uint32_t index = 0; index < text_.found.size(); ++index) {
    if (waits(index)) continue;
    if (settle_firmly(index)) {
      join_waiting(index);
      continue;
    }
    fill_options(index);
    chooser.begin(index);
    new_thing_features(text_.traits[index], surroundings(index), chooser.sink());
    Rank rank;
    for (const std::uint32_t thing : choice_.things) {
      const Cluster& cluster = clusters_[thing];
      const Traits* noun = cluster.last_noun == kNowhere ? nullptr : &text_.traits[cluster.last_noun];
      pair_features(text_.traits[index], text_.traits[cluster.last], noun, cluster, rank, chooser.sink());
      ++rank.among_all;
      rank.among_fitting += fits(text_.traits[index], cluster);
    }
    const std::uint32_t chosen = chooser.choose(choice_);
    if (chosen == 0) {
      open(index);
    } else {
      join(index, choice_.things[chosen - 1]);
    }
    join_waiting(index);
  }
}

class CoreferenceResolver {
 public:
  // The model must outlive it too.
  CoreferenceResolver(const CoreferenceWords& known, const CoreferenceModel& model) : known_(known), model_(model) {}

  // Adds to `analysis.mentions`, which holds the names, the noun phrases and pronouns that stand for a thing which is
  // mentioned twice or named; numbers all by thing, from 0 in order of first mention; gives all mentions of a thing one
  // kind. In order of text. A pure function of the text and the analysis.
  void resolve(std::string_view text, Analysis& analysis) const;

 private:
  CoreferenceWords known_;
  const CoreferenceModel& model_;
};

// The mentions that a clustering comes to, as resolve() gives them.
std::vector<Mention> settled_mentions(const CoreferenceText& text, const Clustering& clustering);

}  // namespace crossread::language
