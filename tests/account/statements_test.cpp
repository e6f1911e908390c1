// Who says what, read from sentences through the analyser.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "account/account.h"
#include "language/reading.h"

namespace crossread::account {
namespace {

const AccountReader& reader() {
  static const AccountReader kReader(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data");
  return kReader;
}

std::string told(const std::optional<ByteSpan>& span, std::string_view text) {
  return span ? std::string(span->in(text)) : "-";
}

// "he | said | say | It is over", statements apart by a line end.
std::string statements_of(const std::string& text) {
  const Report report = language::report_of(text);
  const Account account = reader().read(report, language::analyser().analyse(report));
  EXPECT_EQ(faults_of(account, text), std::vector<std::string>());
  std::vector<std::string> lines;
  for (const Statement& statement : account.statements) {
    std::string content;
    for (const ByteSpan part : statement.content)
      content += (content.empty() ? "" : " … ") + std::string(part.in(text));
    std::string line = fmt::format("{} | {} | {} | {}", told(statement.speaker_text, text), told(statement.cue, text),
                                   name_of(statement.act), content);
    for (const Passer& passer : statement.via) line += fmt::format(" < {}", passer.span.in(text));
    if (statement.addressee) line += fmt::format(" > {}", statement.addressee->span->in(text));
    lines.push_back(line);
  }
  return language::joined(lines, "\n");
}

struct Row {
  std::string text;
  std::string statements;
};

class Statements : public testing::TestWithParam<Row> {};

TEST_P(Statements, AreReadWithSpeakerCueActAndWords) {
  EXPECT_EQ(statements_of(GetParam().text), GetParam().statements);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Statements,
    testing::Values(
        Row{"He denied that the dam had cracked.", "He | denied | deny | that the dam had cracked"},
        Row{"“The dam is safe,” the engineer said.", "the engineer | said | say | “The dam is safe,”"},
        Row{"The river rose to nine metres, officials said on Monday.",
            "officials | said | say | The river rose to nine metres"},
        Row{"According to the mayor, nine houses fell.", "the mayor | According to | say | nine houses fell"},
        Row{"Nine houses fell, according to the mayor.", "the mayor | according to | say | Nine houses fell"},
        Row{"“We opened the gates,” said Ana Kovac, “and the water went.”",
            "Ana Kovac | said | say | “We opened the gates,” … “and the water went.”"},
        Row{"The minister accused Petrov of hiding the report.",
            "The minister | accused | accuse | of hiding the report > Petrov"},
        Row{"The ferry left at nine and the harbour, closed since May, was open again, the port office said in a "
            "statement.",
            "the port office | said | say | The ferry left at nine and the harbour, closed since May, was open again"},
        Row{"“Not one of these papers bears my name,” the minister said before the vote.",
            "the minister | said | say | “Not one of these papers bears my name,”"},
        Row{"“Did he have it in writing?” she asked.", "she | asked | ask | “Did he have it in writing?”"},
        Row{"“We never opened the gates,” Kovac told reporters.",
            "Kovac | told | deny | “We never opened the gates,” > reporters"},
        Row{"He asked his followers to stay at home.", "He | asked | demand | to stay at home > his followers"},
        Row{"Farida denied giving any such advice.", "Farida | denied | deny | giving any such advice"},
        Row{"He was quoted as saying that the talks were over.",
            "He | was quoted as saying | say | that the talks were over"}));

TEST(StatementsOfQuotations, LeaveScareQuotesAndTitlesAlone) {
  EXPECT_EQ(statements_of("They used “crowd control” at the gate. Her novel “The Long Dry Year” won a prize."), "");
}

TEST(StatementsOfQuotations, GoOnOverParagraphs) {
  EXPECT_EQ(statements_of("“The dam is old,” Kovac said.\n\n“It leaks. We told them in May.\n\n“Nobody came.”"),
            "Kovac | said | say | “The dam is old,”\n- | - | say | “It leaks. We told them in May. … “Nobody came.”");
}

TEST(StatementsOfChains, KnowWhoPassedThemOn) {
  EXPECT_EQ(statements_of("State radio quoted him as saying that the gates would open."),
            "State radio | quoted | report | that the gates would open\n"
            "him | as saying | say | that the gates would open < State radio");
}

}  // namespace
}  // namespace crossread::account
