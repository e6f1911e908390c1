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
        Row{"Kovac pointed out that the dam had held.", "Kovac | pointed out | say | that the dam had held"},
        Row{"The ministry raised the death toll to nine.", "The ministry | raised | report | the death toll to nine"},
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
            "the minister | said | deny | “Not one of these papers bears my name,”"},
        Row{"“Did he have it in writing?” she asked.", "she | asked | ask | “Did he have it in writing?”"},
        Row{"“We never opened the gates,” Kovac told reporters.",
            "Kovac | told | deny | “We never opened the gates,” > reporters"},
        Row{"He asked his followers to stay at home.", "He | asked | demand | to stay at home > his followers"},
        Row{"Farida denied giving any such advice.", "Farida | denied | deny | giving any such advice"},
        Row{"He was quoted as saying that the talks were over.",
            "He | was quoted as saying | say | that the talks were over"},
        Row{"The ferry, the harbour office said in a note, had left at nine.",
            "the harbour office | said | say | The ferry … had left at nine"},
        Row{"Nine houses fell, said the mayor of the town.", "the mayor of the town | said | say | Nine houses fell"},
        Row{"Ana Kovac, who runs the port, said the gates would open.",
            "Ana Kovac, who runs the port | said | say | the gates would open"},
        Row{"The minister denied it.", "The minister | denied | deny | it"},
        Row{"“The gates are shut,” crowed the mayor.", "the mayor | crowed | say | “The gates are shut,”"},
        Row{"The mayor told reporters on the quay that the gates were shut.",
            "The mayor | told | say | that the gates were shut > reporters"},
        Row{"If the bridge closes by night, the captain has said, he will land without leave.",
            "the captain | has said | threaten | If the bridge closes by night … he will land without leave"},
        Row{"In the morning the province had reported four dead.", "the province | had reported | report | four dead"},
        Row{"Each idle day costs the port a million, brokers estimate.",
            "brokers | estimate | say | Each idle day costs the port a million"},
        Row{"The union wants to strike.", ""},
        Row{"Lawyer Ana Kovac: “We shall appeal.”", "Lawyer Ana Kovac | - | say | “We shall appeal.”"},
        Row{"In a letter to the council, the mayor said the dam had cracked.",
            "the mayor | said | say | the dam had cracked > the council"},
        Row{"The minister accused the owner of the dam of hiding a crack.",
            "The minister | accused | accuse | of hiding a crack > the owner of the dam"},
        Row{"The mayor said he had been told by the engineer that the dam had cracked.",
            "The mayor | said | say | he had been told by the engineer that the dam had cracked\n"
            "the engineer | had been told | say | that the dam had cracked < The mayor > he"},
        Row{"“The rain is over,” said a statement carried by the Kovac agency.",
            "the Kovac agency | carried | report | “The rain is over,”\n"
            "a statement | said | say | “The rain is over,” < the Kovac agency"},
        Row{"Citing two officials, the radio reported that the dam had cracked.",
            "the radio | reported | report | that the dam had cracked\n"
            "two officials | Citing | say | that the dam had cracked < the radio"},
        Row{"The dam, state radio quoted him as saying, had held.",
            "state radio | quoted | report | The dam … had held\n"
            "him | as saying | say | The dam … had held < state radio"}));

// Rules look at the words beside a cue: at either end of a text there are none.
TEST(StatementsAtTheEdges, AreReadFromTextsThatBeginAndEndAnywhere) {
  const std::string text =
      "Yesterday, said Ana Kovac, the mayor, told Radio Vito, \u201cthe port is open,\u201d he added, according to "
      "police, said.";
  const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!is_start(text[begin]) || (begin > 0 && text[begin - 1] != ' ')) continue;
    for (std::size_t end = begin + 1; end <= text.size(); ++end) {
      if (end < text.size() && text[end] != ' ') continue;
      const Report report = language::report_of(text.substr(begin, end - begin));
      const Account account = reader().read(report, language::analyser().analyse(report));
      EXPECT_EQ(faults_of(account, report.text), std::vector<std::string>()) << report.text;
    }
  }
}

TEST(StatementsOfQuotations, LeaveScareQuotesAndTitlesAlone) {
  EXPECT_EQ(statements_of("They used “crowd control” at the gate. Her novel “The Long Dry Year” won a prize."), "");
}

TEST(StatementsOfQuotations, GoOnOverParagraphs) {
  EXPECT_EQ(statements_of("“The dam is old,” Kovac said.\n\n“It leaks. We told them in May.\n\n“Nobody came.”"),
            "Kovac | said | say | “The dam is old,”\n- | - | say | “It leaks. We told them in May. … “Nobody came.”");
}

TEST(StatementsOfQuotations, HoldWhatOthersSayInThem) {
  EXPECT_EQ(statements_of("“My father told me that the dam would hold,” Kovac said."),
            "Kovac | said | say | “My father told me that the dam would hold,”\n"
            "My father | told | say | that the dam would hold, < Kovac > me");
}

// Whether each statement's speaker is unnamed on purpose.
std::string unnamed_of(const std::string& text) {
  const Report report = language::report_of(text);
  std::string line;
  for (const Statement& statement : reader().read(report, language::analyser().analyse(report)).statements)
    line += statement.anonymous ? '1' : '0';
  return line;
}

TEST(StatementsOfTheUnnamed, AreMarkedAndPoliceAndSpokesmenAreNot) {
  EXPECT_EQ(unnamed_of("A security source said the dam had cracked."), "1");
  EXPECT_EQ(unnamed_of("An engineer, who did not give his name, said the dam had cracked."), "1");
  EXPECT_EQ(unnamed_of("Police said the dam had cracked."), "0");
  EXPECT_EQ(unnamed_of("A spokesman said the dam had cracked."), "0");
  EXPECT_EQ(unnamed_of("Officials said the dam had cracked."), "0");
}

TEST(StatementsOfTheUnnamed, AreMarkedWhereOneOfSeveralSpeaks) {
  EXPECT_EQ(unnamed_of("One of the two said the dam had cracked."), "1");
  EXPECT_EQ(unnamed_of("One of the mayors said the dam had cracked."), "0");
}

TEST(StatementsOfAddressees, TellTheOutletThatSpeaksOfItself) {
  Report report = language::report_of("“The dam is safe,” the engineer told us.");
  report.outlet = "Harbour Post";
  const Account account = reader().read(report, language::analyser().analyse(report));
  ASSERT_EQ(account.statements.size(), 1U);
  ASSERT_TRUE(account.statements[0].addressee);
  EXPECT_EQ(account.entities[account.statements[0].addressee->entity].name, "Harbour Post");
  EXPECT_EQ(faults_of(account, report.text), std::vector<std::string>());
}

TEST(StatementsOfChains, DoNotGoThroughWhoeverDenies) {
  EXPECT_EQ(statements_of("The mayor denied that the engineer had said the dam was safe.").find('<'),
            std::string::npos);
}

TEST(StatementsOfChains, KnowWhoPassedThemOn) {
  EXPECT_EQ(statements_of("State radio quoted him as saying that the gates would open."),
            "State radio | quoted | report | that the gates would open\n"
            "him | as saying | say | that the gates would open < State radio");
}

}  // namespace
}  // namespace crossread::account
