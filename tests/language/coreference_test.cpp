// Who is who: sentences with trees made by hand, so that no parser's faults come in.
#include "language/coreference.h"

#include <gmock/gmock.h>

#include <map>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "language/name_links.h"

namespace crossread::language {
namespace {

std::filesystem::path data_folder() {
  return std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data";
}

struct World {
  Vocabulary vocabulary;
  CoreferenceTables tables{data_folder() / "lexicon" / "en", vocabulary};
  MeaningVectors meaning{data_folder() / "models"};
  CoreferenceModel model{data_folder() / "models" / "coreference.weights"};
  CoreferenceModel no_model;  // the rules alone
  CoreferenceWords known{vocabulary, tables, meaning};
};

const World& world() {
  static const World kWorld;
  return kWorld;
}

struct Reading {
  std::string text;
  Analysis analysis;
};

Upos upos_of(std::string_view tag, std::string_view relation) {
  if (tag.starts_with("NNP")) return Upos::propn;
  if (tag.starts_with("NN")) return Upos::noun;
  if (tag.starts_with("PRP")) return Upos::pron;
  if (tag.starts_with("VB")) return relation == "cop" || relation == "aux" ? Upos::aux : Upos::verb;
  if (tag == "IN" || tag == "TO") return Upos::adp;
  if (tag == "DT") return Upos::det;
  if (tag == "JJ") return Upos::adj;
  if (tag == "CC") return Upos::cconj;
  if (tag == "POS") return Upos::part;
  return Upos::punct;
}

std::string lemma_of(const std::string& form, std::string_view tag) {
  if (tag.starts_with("NNP")) return form;
  if (tag == "NNS") return form.substr(0, form.size() - 1);
  if (form == "said") return "say";
  return form;
}

// Words as "form/TAG/relation/governor", the governor counted from 1 within its sentence; sentences end at a full stop.
// Names as "Kelly Craft=person", each wherever its words stand in the text.
Reading reading(const std::string& words, const std::vector<std::pair<std::string, EntityKind>>& names) {
  Reading out;
  std::istringstream in(words);
  Sentence sentence;
  for (std::string word; in >> word;) {
    std::vector<std::string> part;
    std::istringstream cells(word);
    for (std::string cell; std::getline(cells, cell, '/');) part.push_back(cell);
    if (!out.text.empty() && part[0] != "." && part[0] != "'s") out.text += ' ';
    Token token;
    token.span = {static_cast<std::uint32_t>(out.text.size()),
                  static_cast<std::uint32_t>(out.text.size() + part[0].size())};
    out.text += part[0];
    token.xpos = xpos_named(part[1]).value();
    token.relation = relation_named(part[2]).value();
    token.upos = upos_of(part[1], part[2]);
    token.lemma = lemma_of(part[0], part[1]);
    const int governor = std::stoi(part[3]);
    token.head = governor == 0 ? kRootHead : static_cast<std::int32_t>(sentence.first_token) + governor - 1;
    out.analysis.tokens.push_back(token);
    if (part[0] != ".") continue;
    sentence.end_token = static_cast<std::uint32_t>(out.analysis.tokens.size());
    sentence.span = {out.analysis.tokens[sentence.first_token].span.begin, token.span.end};
    out.analysis.sentences.push_back(sentence);
    sentence.first_token = sentence.end_token;
  }
  for (const auto& [name, kind] : names) {
    for (std::size_t at = out.text.find(name); at != std::string::npos; at = out.text.find(name, at + 1)) {
      const ByteSpan span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())};
      const auto taken = [&](const Mention& other) { return other.span.overlaps(span); };
      auto& mentions = out.analysis.mentions;
      if (std::none_of(mentions.begin(), mentions.end(), taken))
        mentions.push_back({span, kind, MentionLevel::name, 0});
    }
  }
  std::sort(out.analysis.mentions.begin(), out.analysis.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
  return out;
}

std::string printed(const Reading& read) {
  std::string line;
  for (const Mention& mention : read.analysis.mentions) {
    line += (line.empty() ? "" : "; ") + std::string(mention.span.in(read.text)) + '=' + std::to_string(mention.entity);
  }
  return line;
}

std::string resolved(Reading read, const CoreferenceModel& model) {
  CoreferenceResolver(world().known, model).resolve(read.text, read.analysis);
  return printed(read);
}

constexpr EntityKind kPerson = EntityKind::person;
constexpr EntityKind kPlace = EntityKind::place;
constexpr EntityKind kBody = EntityKind::organisation;

// ---- names --------------------------------------------------------------------------------------------------------

TEST(Coreference, Gives_shorter_forms_of_a_name_to_the_full_one) {
  const Reading read = reading(
      "Joram/NNP/nsubj/3 Okello/NNP/flat/1 spoke/VBD/root/0 ././punct/3 "
      "Mr/NNP/nmod:desc/2 Okello/NNP/nsubj/3 left/VBD/root/0 ././punct/3 Okello/NNP/nsubj/2 slept/VBD/root/0 "
      "././punct/2",
      {{"Joram Okello", kPerson}, {"Okello", kPerson}});
  EXPECT_EQ(resolved(read, world().no_model), "Joram Okello=0; Okello=0; Okello=0");
}

TEST(Coreference, Keeps_two_people_of_one_surname_apart) {
  const Reading read = reading(
      "Joram/NNP/nsubj/3 Okello/NNP/flat/1 met/VBD/root/0 Miriam/NNP/obj/3 Okello/NNP/flat/4 ././punct/3 "
      "Mrs/NNP/nmod:desc/2 Okello/NNP/nsubj/3 left/VBD/root/0 ././punct/3 "
      "Mr/NNP/nmod:desc/2 Okello/NNP/nsubj/3 left/VBD/root/0 ././punct/3",
      {{"Joram Okello", kPerson}, {"Miriam Okello", kPerson}, {"Okello", kPerson}});
  EXPECT_EQ(resolved(read, world().no_model), "Joram Okello=0; Miriam Okello=1; Okello=1; Okello=0");
}

TEST(Coreference, Knows_acronyms_and_names_of_countries) {
  const Reading read = reading(
      "The/DT/det/4 Harbour/NNP/compound/4 Safety/NNP/compound/4 Authority/NNP/nsubj/5 warned/VBD/root/0 "
      "Britain/NNP/obj/5 ././punct/5 HSA/NNP/nsubj/2 blamed/VBD/root/0 the/DT/det/5 United/NNP/compound/5 "
      "Kingdom/NNP/obj/2 ././punct/2",
      {{"Harbour Safety Authority", kBody}, {"HSA", kBody}, {"Britain", kPlace}, {"United Kingdom", kPlace}});
  EXPECT_EQ(resolved(read, world().no_model), "Harbour Safety Authority=0; Britain=1; HSA=0; United Kingdom=1");
}

TEST(Coreference, Keeps_a_body_apart_from_its_parts) {
  const Reading read = reading(
      "UN/NNP/nsubj/2 warned/VBD/root/0 ././punct/2 The/DT/det/4 UN/NNP/compound/4 Security/NNP/compound/4 "
      "Council/NNP/nsubj/5 met/VBD/root/0 ././punct/5 Toyota/NNP/compound/2 Motor/NNP/nsubj/3 fell/VBD/root/0 "
      "././punct/3 Toyota/NNP/nsubj/2 rose/VBD/root/0 ././punct/2",
      {{"UN Security Council", kBody}, {"UN", kBody}, {"Toyota Motor", kBody}, {"Toyota", kBody}});
  EXPECT_EQ(resolved(read, world().no_model), "UN=0; UN Security Council=1; Toyota Motor=2; Toyota=2");
}

TEST(Coreference, Takes_a_capital_that_acts_for_its_country) {
  const Reading read = reading(
      "Norway/NNP/nsubj/2 paid/VBD/root/0 ././punct/2 Oslo/NNP/nsubj/2 rejected/VBD/root/0 it/PRP/obj/2 ././punct/2 "
      "They/PRP/nsubj/2 met/VBD/root/0 in/IN/case/4 Oslo/NNP/obl/2 ././punct/2",
      {{"Norway", kPlace}, {"Oslo", kPlace}});
  EXPECT_EQ(resolved(read, world().no_model), "Norway=0; Oslo=0; Oslo=1");
}

TEST(Coreference, Takes_a_capital_that_is_dealt_with_for_its_country) {
  const Reading read = reading(
      "Norway/NNP/nsubj/2 began/VBD/root/0 it/PRP/obj/2 ././punct/2 Talks/NNS/nsubj/4 with/IN/case/3 Oslo/NNP/nmod/1 "
      "failed/VBD/root/0 ././punct/4 He/PRP/nsubj/2 flew/VBD/root/0 from/IN/case/4 Oslo/NNP/obl/2 ././punct/2 "
      "They/PRP/nsubj/2 warn/VBP/root/0 Oslo/NNP/obj/2 ././punct/2",
      {{"Norway", kPlace}, {"Oslo", kPlace}});
  EXPECT_EQ(resolved(read, world().no_model), "Norway=0; Oslo=0; Oslo=1; Oslo=0");
}

TEST(Coreference, Links_an_apposition_to_its_name) {
  const Reading read = reading(
      "The/DT/det/2 ambassador/NN/nsubj/6 ,/,/punct/4 Ada/NNP/appos/2 Lund/NNP/flat/4 spoke/VBD/root/0 ././punct/6",
      {{"Ada Lund", kPerson}});
  EXPECT_EQ(resolved(read, world().no_model), "The ambassador=0; Ada Lund=0");
}

TEST(Coreference, Sees_one_name_in_two_spellings) {
  const std::vector<std::pair<std::string, std::string>> same = {
      {"suleimani", "soleimani"}, {"mohammed", "muhammad"}, {"hussein", "husain"}, {"okello", "okello"}};
  for (const auto& [a, b] : same) EXPECT_TRUE(are_spellings_of_one(a, b)) << a << ' ' << b;
  const std::vector<std::pair<std::string, std::string>> different = {
      {"lund", "land"}, {"martin", "marten-lund"}, {"karimi", "kerami-zadeh"}, {"jackson", "johnson"}};
  for (const auto& [a, b] : different) EXPECT_FALSE(are_spellings_of_one(a, b)) << a << ' ' << b;
}

// ---- the model ----------------------------------------------------------------------------------------------------

TEST(Coreference, Gives_pronouns_to_what_agrees_with_them) {
  const Reading read = reading(
      "Anna/NNP/nsubj/3 Lund/NNP/flat/1 met/VBD/root/0 John/NNP/obj/3 Okello/NNP/flat/4 ././punct/3 "
      "She/PRP/nsubj/2 said/VBD/root/0 he/PRP/nsubj/4 lied/VBD/ccomp/2 ././punct/2",
      {{"Anna Lund", kPerson}, {"John Okello", kPerson}});
  EXPECT_EQ(resolved(read, world().model), "Anna Lund=0; John Okello=1; She=0; he=1");
}

TEST(Coreference, Gives_an_office_to_who_holds_it) {
  const Reading read = reading(
      "Ambassador/NN/nmod:desc/2 Ada/NNP/nsubj/4 Lund/NNP/flat/2 spoke/VBD/root/0 ././punct/4 "
      "The/DT/det/2 ambassador/NN/nsubj/3 left/VBD/root/0 ././punct/3",
      {{"Ada Lund", kPerson}});
  EXPECT_EQ(resolved(read, world().model), "Ada Lund=0; The ambassador=0");
}

TEST(Coreference, Shows_no_lone_phrases_and_pronouns) {
  const Reading read =
      reading("A/DT/det/2 storm/NN/nsubj/3 hit/VBD/root/0 the/DT/det/5 coast/NN/obj/3 ././punct/3", {});
  EXPECT_EQ(resolved(read, world().model), "");
}

TEST(Coreference, Gives_all_mentions_of_a_thing_one_kind) {
  Reading read = reading(
      "The/DT/det/2 Ministry/NNP/nsubj/3 spoke/VBD/root/0 ././punct/3 "
      "It/PRP/nsubj/2 warned/VBD/root/0 the/DT/det/4 public/NN/obj/2 ././punct/2",
      {{"Ministry", kBody}});
  CoreferenceResolver(world().known, world().model).resolve(read.text, read.analysis);
  ASSERT_EQ(printed(read), "Ministry=0; It=0");
  for (const Mention& mention : read.analysis.mentions) EXPECT_EQ(mention.kind, kBody);
}

TEST(Coreference, Reads_nothing_from_nothing) {
  EXPECT_EQ(resolved({}, world().model), "");
}

// ---- judges -------------------------------------------------------------------------------------------------------

// Random trees: words with any tags and relations, each governed by an earlier one of its sentence.
Reading random_reading(std::mt19937& random) {
  static const std::vector<std::string> kWords = {"he",       "she",      "it",   "the", "Lund",
                                                  "minister", "ministry", "said", "and", "."};
  const auto below = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  Reading out;
  Sentence sentence;
  for (std::size_t at = 0; at < 120; ++at) {
    Token token;
    const std::string& word = kWords[below(kWords.size())];
    token.span = {static_cast<std::uint32_t>(out.text.size()),
                  static_cast<std::uint32_t>(out.text.size() + word.size())};
    out.text += word + ' ';
    token.lemma = word;
    token.upos = static_cast<Upos>(below(kUposCount));
    token.xpos = static_cast<Xpos>(below(kXposCount));
    token.relation = static_cast<Relation>(below(kRelationCount));
    const std::size_t place = at - sentence.first_token;
    token.head = place == 0 ? kRootHead : static_cast<std::int32_t>(sentence.first_token + below(place));
    if (word == "Lund") out.analysis.mentions.push_back({token.span, kPerson, MentionLevel::name, 0});
    out.analysis.tokens.push_back(token);
    if (word != "." && at + 1 < 120) continue;
    sentence.end_token = static_cast<std::uint32_t>(at + 1);
    sentence.span = {out.analysis.tokens[sentence.first_token].span.begin, token.span.end};
    out.analysis.sentences.push_back(sentence);
    sentence.first_token = sentence.end_token;
  }
  return out;
}

// Collects the features of every option, adds their weights up one by one and takes the best: the slow way of
// resolve(). Also looks at the options themselves.
class SlowChooser {
 public:
  explicit SlowChooser(const CoreferenceModel& model) : model_(model) {}

  void attach(const Clustering& clustering) { clustering_ = &clustering; }
  void begin(std::uint32_t) { options_.clear(); }
  auto sink() {
    options_.emplace_back();
    return [this, option = options_.size() - 1](std::uint32_t place) { options_[option].push_back(place); };
  }
  std::uint32_t choose(const Choice& choice) {
    std::map<std::uint32_t, int> times;
    for (const std::uint32_t thing : choice.things) EXPECT_EQ(++times[thing], 1);
    for (const std::uint32_t thing : choice.things) EXPECT_LT(clustering_->clusters()[thing].last, choice.candidate);
    EXPECT_EQ(options_.size(), choice.things.size() + 1);
    std::uint32_t best = 0;
    for (std::uint32_t at = 1; at < options_.size(); ++at) {
      if (score(at) > score(best)) best = at;
    }
    return best;
  }

 private:
  std::int64_t score(std::size_t option) const {
    std::int64_t sum = 0;
    for (const std::uint32_t place : options_[option]) sum += model_.weight(place);
    return sum;
  }

  const CoreferenceModel& model_;
  const Clustering* clustering_ = nullptr;
  std::vector<std::vector<std::uint32_t>> options_;
};

TEST(Coreference, Agrees_with_the_slow_way_on_random_trees) {
  std::mt19937 random(20261122);
  for (int round = 0; round < 60; ++round) {
    Reading read = random_reading(random);
    const CoreferenceText text(read.text, world().known, read.analysis);
    Clustering clustering(text);
    SlowChooser chooser(world().model);
    chooser.attach(clustering);
    clustering.run(chooser);
    const std::vector<Mention> expected = settled_mentions(text, clustering);
    CoreferenceResolver(world().known, world().model).resolve(read.text, read.analysis);
    ASSERT_EQ(read.analysis.mentions, expected);
  }
}

TEST(Coreference, Numbers_things_in_order_and_keeps_all_names) {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    Reading read = random_reading(random);
    const std::vector<Mention> names = read.analysis.mentions;
    CoreferenceResolver(world().known, world().model).resolve(read.text, read.analysis);
    std::uint32_t next = 0;
    std::vector<ByteSpan> kept;
    for (std::size_t at = 0; at < read.analysis.mentions.size(); ++at) {
      const Mention& mention = read.analysis.mentions[at];
      ASSERT_LE(mention.entity, next);
      next = std::max(next, mention.entity + 1);
      if (mention.level == MentionLevel::name) kept.push_back(mention.span);
      if (at > 0) {
        ASSERT_LE(read.analysis.mentions[at - 1].span, mention.span);
      }
    }
    ASSERT_EQ(kept.size(), names.size());
    for (std::size_t at = 0; at < names.size(); ++at) ASSERT_EQ(kept[at], names[at].span);
  }
}

}  // namespace
}  // namespace crossread::language
