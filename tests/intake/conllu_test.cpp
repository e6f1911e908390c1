#include "intake/conllu.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace crossread::intake {
namespace {

// "1 They|2-3 can't SpaceAfter=No" with all other columns empty; "" is a blank line, "#" begins a comment.
std::string conllu(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    if (line.empty() || line.front() == '#') {
      text += line + "\n";
      continue;
    }
    const bool glued = line.ends_with(" _");
    const std::string cells = glued ? line.substr(0, line.size() - 2) : line;
    const std::size_t blank = cells.find(' ');
    text += fmt::format("{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", cells.substr(0, blank), cells.substr(blank + 1),
                        glued ? "Typo=Yes|SpaceAfter=No" : "_");
  }
  return text;
}

Result<GivenReport> read(const std::vector<std::string>& lines, const Given& given = {}) {
  return read_conllu({"file.conllu:1", DocumentFormat::conllu, conllu(lines)}, given);
}

// "They|ca+n't|pay / Right|?"
std::string printed(const GivenReport& read) {
  std::string out;
  std::size_t sentence = 0;
  for (std::uint32_t i = 0; i < read.given.words.size(); ++i) {
    const bool begins = sentence < read.given.sentences.size() && read.given.sentences[sentence].first_word == i;
    if (begins) ++sentence;
    bool joined = false;
    for (const WrittenTogether& one : read.given.together) joined |= i > one.first_word && i < one.end_word;
    if (i > 0) out += begins ? " / " : joined ? "+" : "|";
    const GivenWord& word = read.given.words[i];
    const std::string_view shown = word.span.in(read.report.text);
    out += shown == word.form ? word.form : fmt::format("{}({})", word.form, shown);
  }
  return out;
}

TEST(Conllu, Gives_words_sentences_and_the_text_that_they_make) {
  const auto found = read({"# newdoc id = d1", "# sent_id = a-1", "# text = They can't  pay.", "1 They", "2-3 can't",
                           "2 ca", "3 n't", "3.1 gladly", "4 pay _", "5 .", "", "# newpar", "1 20 000 _", "2 ?", ""});
  ASSERT_TRUE(found) << found.problem().detail;
  EXPECT_EQ(found->report.source_id, "d1");
  EXPECT_EQ(found->report.text, "They can't pay.\n\n20 000?");
  EXPECT_EQ(printed(*found), "They|ca+n't|pay|. / 20 000|?");
  EXPECT_EQ(found->given.sentences[0].id, "a-1");
  EXPECT_EQ(found->given.together[0].form, "can't");
  EXPECT_EQ(found->report.body, (std::vector<ByteSpan>{{0, 24}}));
}

TEST(Conllu, Words_written_as_one_share_its_characters) {
  const struct {
    std::vector<std::string> lines;
    std::string_view expected;
  } rows[] = {
      {{"1-2 cannot", "1 can", "2 not"}, "can+not"},
      {{"1-3 gimmeit", "1 give", "2 me", "3 it"}, "give(gi)+me(mm)+it(eit)"},
      {{"1-2 vámonos", "1 vamos", "2 nos"}, "vamos(vám)+nos(onos)"},
      {{"1-3 é", "1 a", "2 b", "3 c"}, "a(é)+b()+c()"},
      {{"1-1 rain", "1 rain", "2 fell"}, "rain|fell"},
  };
  for (const auto& row : rows) {
    const auto found = read(row.lines);
    ASSERT_TRUE(found) << found.problem().detail;
    EXPECT_EQ(printed(*found), row.expected);
  }
}

TEST(Conllu, What_is_wrong_is_said_with_its_line) {
  const struct {
    std::string bytes;
    Fault fault;
    std::string_view said;
  } rows[] = {
      {"1\tRain\n", Fault::bad_conllu, "line 1: 2 columns"},
      {conllu({"1 Rain", "3 fell"}), Fault::bad_conllu, "line 2: word 3 where word 2 should be"},
      {conllu({"# text = x", "x Rain"}), Fault::bad_conllu, "line 2: `x` is no word's number"},
      {conllu({"1 Rain", "1.x fell"}), Fault::bad_conllu, "line 2: `1.x` is no word's number"},
      {conllu({"1-2 don't", "1 do", ""}), Fault::bad_conllu, "line 3: the sentence ends before word 2"},
      {conllu({"1-2 don't", "1-2 don't"}), Fault::bad_conllu, "line 2: the range 1-2 within another"},
      {conllu({"2-3 don't"}), Fault::bad_conllu, "line 1: the range 2-3 where word 1 should be"},
      {conllu({"1-0 don't"}), Fault::bad_conllu, "line 1: `1-0` is no range of words"},
      {conllu({"1-99999 don't"}), Fault::bad_conllu, "line 1: `1-99999` is no range of words"},
      {"1\t \t_\t_\t_\t_\t_\t_\t_\t_\n", Fault::bad_conllu, "line 1: a word without a form"},
      {conllu({"# newpar", "1 caf\xE9"}), Fault::not_utf8, "line 2"},
      {conllu({"# newdoc id = d1", ""}), Fault::empty, "no words"},
  };
  for (const auto& row : rows) {
    const auto found = read_conllu({"file.conllu:1", DocumentFormat::conllu, row.bytes}, {});
    ASSERT_FALSE(found) << row.bytes;
    EXPECT_EQ(found.problem().fault, row.fault) << row.bytes;
    EXPECT_TRUE(found.problem().detail.starts_with(row.said)) << found.problem().detail;
  }
}

TEST(Conllu, Lines_count_from_where_the_document_begins) {
  const auto found = read_conllu({"file.conllu:41", DocumentFormat::conllu, "# newdoc\n1\tRain\n", 41}, {});
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.problem().detail.starts_with("line 42:")) << found.problem().detail;
}

TEST(Conllu, Takes_what_the_caller_says) {
  Given given;
  given.published = parse_timestamp("2020-01-10");
  given.outlet = "Courier";
  const auto found = read({"1 Rain"}, given);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->report.outlet, "Courier");
  EXPECT_EQ(found->report.published_from, PublishedFrom::given);
}

// "1:d1 4:d2"
std::string documents(const std::string& bytes) {
  auto stream = ByteStream::of(bytes);
  EXPECT_TRUE(stream);
  ConlluDocuments documents(std::move(*stream));
  std::string out;
  while (true) {
    auto part = documents.next();
    EXPECT_TRUE(part);
    if (!part->has_value()) return out;
    const auto read = read_conllu({"file", DocumentFormat::conllu, (*part)->bytes, (*part)->first_line}, {});
    const std::string name = read ? read->report.source_id : read.problem().detail;
    out += fmt::format("{}{}:{}", out.empty() ? "" : " ", (*part)->first_line, name);
  }
}

TEST(Conllu, A_file_is_cut_into_its_documents) {
  const struct {
    std::vector<std::string> lines;
    std::string_view expected;
  } rows[] = {
      {{"1 Rain", "", "1 fell", ""}, "1:file"},
      {{"# newdoc id = d1", "1 Rain", "", "1 fell", "", "# newdoc id = d2", "1 Snow"}, "1:d1 6:d2"},
      {{"# source_id = d1", "1 Rain", "", "# source_id = d1", "1 fell", "", "# source_id = d2", "1 Snow"}, "1:d1 7:d2"},
      {{"# newdoc", "1 Rain", "", "# sent_id = 2", "# newdoc", "1 Snow"}, "1:file 4:file"},
      {{"", "", "# newdoc id = a", "# source_id = b", "1 Rain", "", "", "1 Snow", ""}, "1:b"},
      {{"# newdoc id = d1", "", "# newdoc id = d2", "1 Snow"}, "1:d2"},
      {{"# only a comment"}, ""},
      {{}, ""},
  };
  for (const auto& row : rows) EXPECT_EQ(documents(conllu(row.lines)), row.expected) << conllu(row.lines);
}

}  // namespace
}  // namespace crossread::intake
