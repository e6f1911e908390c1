// What the tables know of a report's words, and the signs that they give for types of events.
#include "account/event_knowledge.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "account/event_evidence.h"
#include "base/data_folder.h"
#include "language/analyser.h"
#include "made/story.h"

namespace crossread::account {
namespace {

struct Tables {
  EventFrames frames{data_folder() / "lexicon/en"};
  EventFields fields{data_folder() / "lexicon/en"};
  PartyKinds kinds{data_folder() / "lexicon/en"};
  language::Analyser analyser{data_folder()};
};

const Tables& tables() {
  static const Tables one;
  return one;
}

class Knowledge : public testing::Test {
 protected:
  void read(const std::string& text) {
    report_ = made::report("a", "A", "a", "2031-03-04", text);
    analysis_ = tables().analyser.analyse(report_);
    text_.emplace(tables().frames, report_, analysis_);
    known_.emplace(*text_, tables().fields, tables().kinds);
  }
  TokenIndex word(const std::string& form) const {
    for (TokenIndex token = 0; token < text_->tree().size(); ++token)
      if (text_->tree().at(token).span.in(report_.text) == form) return token;
    ADD_FAILURE() << form;
    return 0;
  }
  bool names(const std::string& form, EventType type, Surety surety) const {
    const std::vector<KnownField>& named = known_->named(word(form));
    return std::ranges::find(named, KnownField{static_cast<EventField>(type), surety}) != named.end();
  }
  Report report_;
  Analysis analysis_;
  std::optional<EventText> text_;
  std::optional<EventKnowledge> known_;
};

TEST_F(Knowledge, Of_a_phrase_goes_before_that_of_its_verb) {
  read("The minister called off the visit on Monday.");
  EXPECT_TRUE(names("called", EventType::reject, Surety::sure));
  read("Villagers set fire to the tax office.");
  EXPECT_TRUE(names("set", EventType::assault, Surety::sure));
  read("Both sides signed an agreement in Lima.");
  EXPECT_TRUE(names("signed", EventType::agree, Surety::sure));
}

TEST_F(Knowledge, Of_a_party_comes_from_the_words_that_stand_for_it) {
  read("Dockers walked out at noon. The company called the police.");
  EXPECT_FALSE(known_->kinds(word("Dockers")).empty());
  EXPECT_FALSE(known_->kinds(word("police")).empty());
  EXPECT_TRUE(known_->kinds(word("noon")).empty());
}

TEST_F(Knowledge, Of_a_sentence_leaves_the_word_itself_out) {
  read("The earthquake. A committee met.");
  const auto earthquake = static_cast<std::size_t>(EventType::disaster);
  EXPECT_GT(known_->report_votes()[earthquake], 0);
  EXPECT_EQ(known_->sentence_votes(word("earthquake"))[earthquake], 0);
  EXPECT_GT(known_->neighbour_votes(word("met"))[earthquake], 0);
}

TEST_F(Knowledge, Speaks_as_signs_for_the_types_that_it_names) {
  read("The ferry capsized off the coast.");
  const MeaningVectors vectors(data_folder() / "models");
  const TypeMeanings meanings(tables().fields, vectors);
  const std::vector<const Draft*> drafts(static_cast<std::size_t>(text_->tree().size()));
  const std::vector<MeaningVectors::Row> rows(drafts.size());
  const EvidenceReader reader(*text_, *known_, drafts, meanings, rows, rows[0]);
  const TokenIndex capsized = word("capsized");
  const TypeEvidence evidence = reader.of(capsized, text_->tree().clause_of_verb(capsized), rows[0]);
  const auto sign = [&](EventType type, Sign of) {
    return int{evidence[static_cast<std::size_t>(type)][static_cast<std::size_t>(of)]};
  };
  EXPECT_EQ(sign(EventType::accident, Sign::own_sure), 64);
  EXPECT_EQ(sign(EventType::accident, Sign::own_likely), 0);
  EXPECT_GT(sign(EventType::accident, Sign::of_subject), 0);
  EXPECT_EQ(sign(EventType::election, Sign::own_sure), 0);
  EXPECT_EQ(sign(EventType::accident, Sign::draft), 0);
}

}  // namespace
}  // namespace crossread::account
