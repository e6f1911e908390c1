// Names out of labels: what the network says is written by hand here.
#include "language/name_labels.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/name_tables.h"

namespace crossread::language {
namespace {

// A sentence of words, some of which the network has labelled.
class LabelledSentence {
 public:
  void add(std::string_view word) {
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += word;
    list_.tokens.push_back({{begin, static_cast<std::uint32_t>(text_.size())}, Shape::capital});
    text_ += ' ';
    list_.words.push_back(kNoWord);
    readings_.emplace_back();
    readings_.back().kinds.fill(-2000);
  }

  // A word of a name; `sure` is how much likelier the kind is than none, in 256ths of a factor of e.
  void add(std::string_view word, EntityKind kind, bool first, std::int16_t sure) {
    add(word);
    readings_.back().name = static_cast<std::uint8_t>(1 + 2 * static_cast<int>(kind) + (first ? 0 : 1));
    readings_.back().kinds[static_cast<std::size_t>(kind)] = sure;
  }
  void also(EntityKind kind, std::int16_t sure) { readings_.back().kinds[static_cast<std::size_t>(kind)] = sure; }

  // As names_of() of reading.h shows them.
  std::string names() const {
    Vocabulary vocabulary;
    const NameTables tables(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data/lexicon/en", vocabulary);
    const std::vector<TokenRange> sentences = {{0, static_cast<std::uint32_t>(list_.tokens.size())}};
    const std::vector<bool> taken(list_.tokens.size());
    const std::vector<NameText> texts = {{text_, list_, sentences, taken}};
    std::string shown;
    for (const FoundName& name : labelled_names(texts, std::vector<Readings>{readings_}, {}, tables)) {
      const ByteSpan span = {list_.tokens[name.tokens.first].span.begin, list_.tokens[name.tokens.end - 1].span.end};
      shown += std::string(span.in(text_)) + (name.kind == EntityKind::organisation ? " body; " : " other; ");
    }
    return shown;
  }

 private:
  std::string text_;
  TokenList list_;
  Readings readings_;
};

TEST(NameLabels, A_word_alone_leans_to_the_body_whose_name_it_begins) {
  LabelledSentence sentence;
  sentence.add("Montegra", EntityKind::organisation, true, 2000);
  sentence.add("Ferries", EntityKind::organisation, false, 2000);
  sentence.add("sailed");
  sentence.add("Montegra", EntityKind::place, true, 1500);
  sentence.also(EntityKind::organisation, 1000);
  EXPECT_EQ(sentence.names(), "Montegra Ferries body; Montegra body; ");
}

TEST(NameLabels, A_word_alone_stays_what_it_surely_is) {
  LabelledSentence sentence;
  sentence.add("Montegra", EntityKind::organisation, true, 2000);
  sentence.add("Ferries", EntityKind::organisation, false, 2000);
  sentence.add("in");
  sentence.add("Montegra", EntityKind::place, true, 3000);
  sentence.also(EntityKind::organisation, 1000);
  sentence.add("and");
  sentence.add("Tarrow", EntityKind::place, true, 1500);
  sentence.also(EntityKind::organisation, 1000);
  EXPECT_EQ(sentence.names(), "Montegra Ferries body; Montegra other; Tarrow other; ");
}

}  // namespace
}  // namespace crossread::language
