#include "render/export_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <rapidjson/document.h>

#include <limits>
#include <sstream>

#include "base/hash.h"
#include "made/story.h"
#include "render/names.h"

namespace crossread {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag>(json.data(), json.size());
  EXPECT_FALSE(document.HasParseError()) << "at " << document.GetErrorOffset() << " of " << json;
  return document;
}

ReportEntry entry(Report report) {
  const OriginId origin{report.id.value};
  return {std::move(report), origin, std::nullopt, 1};
}

TEST(ReportRow, Shows_every_field_in_its_order) {
  Report report =
      made::report("a.txt", "Vito Post", "Harbour shut", "2031-03-04T09:12:00+03:30", "World\nÉlan “fell”.");
  made::mark(report, "World\n", FurnitureKind::section);
  report.credits.push_back({"Élan", made::span_of(report.text, "Élan")});
  report.notices.push_back({NoticeKind::update, made::span_of(report.text, "“fell”")});
  report.id = {1};
  EXPECT_EQ(
      report_row({report, {2}, ReportId{3}, std::nullopt}),
      R"({"id":"r0000000000000001","source_id":"a.txt","outlet":"Vito Post","url":null,"title":"Harbour shut",)"
      R"("byline":null,"dateline":null,"published":{"start":"2031-03-04T09:12","end":"2031-03-04T09:12",)"
      R"("grain":"minute","zone":"+03:30","text":null,"anchor":"unknown"},"published_from":"given",)"
      R"("language":"en","text":"World\nÉlan “fell”.","text_digest":")" +
          digest_hex(report.text) +
          R"(","body":[[6,18]],"furniture":[{"start":0,"end":6,"kind":"section"}],"credits":[{"name":"Élan",)"
          R"("span":{"report":"r0000000000000001","start":6,"end":10,"exact":"Élan"}}],"notices":[{"kind":"update",)"
          R"("span":{"report":"r0000000000000001","start":11,"end":17,"exact":"“fell”"}}],)"
          R"("origin":"o0000000000000002","version_of":"r0000000000000003","version":"unordered"})");
}

TEST(ReportRow, Says_null_of_what_is_not_known) {
  Report report = made::report("a", "", "", "", "Text.");
  report.outlet.reset();
  report.language.clear();
  const std::string row = report_row(entry(report));
  EXPECT_THAT(row,
              AllOf(HasSubstr(R"("outlet":null)"), HasSubstr(R"("published":null)"), HasSubstr(R"("language":null)"),
                    HasSubstr(R"("published_from":"none")"), HasSubstr(R"("version":1)")));
}

TEST(ReportRow, Is_one_line_of_JSON_whatever_the_text_holds) {
  const std::string_view texts[] = {"",
                                    "\"\\/\b\f\n\r\t",
                                    "\x01\x1f\x7f",
                                    "</script><!--",
                                    "\xE2\x80\xA8 \xE2\x80\xA9",
                                    "\xF0\x9F\x8C\x89 bridge",
                                    "a\xCC\x81"};
  for (const std::string_view text : texts) {
    const std::string row = report_row(entry(made::report("a", "b", "c", "", std::string(text))));
    EXPECT_THAT(row, Not(HasSubstr("\n")));
    EXPECT_EQ(std::string_view(parsed(row)["text"].GetString(), parsed(row)["text"].GetStringLength()), text);
  }
}

TEST(LineageRow, Counts_code_points_and_rounds_shares_to_three_decimals) {
  const Report later = made::report("b", "B", "b", "", "Zoë said: the old bridge over the river Orlo was shut");
  const Report earlier = made::report("a", "A", "a", "", "“The old bridge over the river Orlo was shut” – NPA");
  const CopyLink link = made::link(later, earlier, CopyKind::part, CopyDirection::from);
  const rapidjson::Document row = parsed(lineage_row(link, later.text, earlier.text));
  EXPECT_EQ(row["shared_words"].GetInt(), 9);
  EXPECT_DOUBLE_EQ(row["share_of_report"].GetDouble(), 0.818) << "9 of 11";
  EXPECT_DOUBLE_EQ(row["share_of_other"].GetDouble(), 0.9) << "9 of 10";
  const auto& passage = row["passages"][0];
  EXPECT_EQ(passage["report"]["start"].GetInt(), 10);
  EXPECT_STREQ(passage["report"]["exact"].GetString(), "the old bridge over the river Orlo was shut");
  EXPECT_EQ(passage["other"]["start"].GetInt(), 1);
  EXPECT_EQ(passage["other"]["report"].GetString(), earlier.id.str());
}

TEST(LineageRow, Share_is_never_above_one_nor_divided_by_nothing) {
  CopyLink link{{1}, {2}, CopyKind::same, CopyDirection::unknown, 9, 9, 0, {}};
  EXPECT_THAT(lineage_row(link, "", ""),
              AllOf(HasSubstr(R"("share_of_report":1,)"), HasSubstr(R"("share_of_other":0,)")));
  link.other_words = 8;
  EXPECT_THAT(lineage_row(link, "", ""), HasSubstr(R"("share_of_other":1,)"));
}

TEST(Document, Has_all_keys_in_order_and_later_stages_empty) {
  std::ostringstream out;
  write_json(made::bridge_dossier(), out);
  const rapidjson::Document document = parsed(out.str());
  std::vector<std::string> keys;
  for (const auto& member : document.GetObject()) keys.emplace_back(member.name.GetString());
  std::vector<std::string> expected = {"schema_version", "producer"};
  expected.insert(expected.end(), dossier_keys().begin(), dossier_keys().end());
  EXPECT_EQ(keys, expected);
  for (const char* later : {"entities", "statements", "events", "claims", "timeline", "advisories", "situation"}) {
    EXPECT_TRUE(document[later].Empty()) << later;
  }
  EXPECT_EQ(document["reports"].Size(), 4U);
  EXPECT_EQ(document["origins"].Size(), 3U);
  EXPECT_STREQ(
      document["origins"][0]["passages"][0]["exact"].GetString(),
      "The Orlo bridge was closed to all traffic on Monday night after one of its piers sank by 22 centimetres, the "
      "Selda roads office said");
  EXPECT_STREQ(document["rejections"][0]["fault"].GetString(), "binary");
  EXPECT_STREQ(document["changes"][0]["kind"].GetString(), "story_merged");
}

TEST(Document, Written_row_by_row_is_the_same) {
  const Dossier dossier = made::bridge_dossier();
  std::ostringstream whole;
  write_json(dossier, whole);
  std::ostringstream streamed;
  DossierWriter writer(streamed, dossier.producer);
  for (const std::string_view key : dossier_keys()) {
    std::ostringstream rows;
    ASSERT_TRUE(write_rows(dossier, key, rows));
    std::istringstream lines(rows.str());
    std::string line;
    if (rows.str().empty()) continue;  // a section that is never begun is written empty
    writer.section(key);
    while (std::getline(lines, line)) writer.row(line);
  }
  writer.finish();
  EXPECT_EQ(streamed.str(), whole.str());
}

TEST(Document, Knows_no_other_key) {
  std::ostringstream out;
  EXPECT_FALSE(write_rows({}, "weather", out));
  EXPECT_EQ(out.str(), "");
}

TEST(ExtractRow, Gives_what_a_page_was_read_as) {
  Report report = made::report("page.html", "Vito Post", "Harbour shut", "2031-03-04", "World\nIt fell.");
  made::mark(report, "World\n", FurnitureKind::section);
  EXPECT_EQ(
      extract_row(report),
      R"({"source_id":"page.html","title":"Harbour shut","outlet":"Vito Post","byline":null,"published":{"start":)"
      R"("2031-03-04","end":"2031-03-04","grain":"day","zone":null,"text":null,"anchor":"unknown"},"text":)"
      R"("World\nIt fell.","body":[[6,14]],"furniture":[{"start":0,"end":6,"kind":"section"}]})");
}

// The row of a report about which no more than its words is known.
std::string row_of(const Report& report, const Analysis& analysis) {
  Account account;
  account.mentions = analysis.mentions;
  return analysis_row(report, analysis, account);
}

TEST(AnalysisRow, Gives_positions_in_code_points) {
  const Report report = made::report("a", "A", "a", "2031-03-04", "Zoë paid €5.5 on Monday.");
  Analysis analysis;
  analysis.sentences.push_back({made::all_of(report.text), 0, 1});
  analysis.tokens.push_back({made::span_of(report.text, "Zoë"), "Zoë", Upos::propn, Xpos::nnp, Relation::nsubj, 1});
  analysis.mentions.push_back({made::span_of(report.text, "Zoë"), EntityKind::person, MentionLevel::name, 0});
  made::name_date(analysis, report, "Monday", "2031-03-03");
  analysis.quantities.push_back({made::span_of(report.text, "€5.5"), 5.5, 5.5, std::nullopt, "EUR", "", {}});
  EXPECT_EQ(
      row_of(report, analysis),
      R"({"source_id":"a","text":"Zoë paid €5.5 on Monday.","sentences":[{"start":0,"end":24}],"tokens":[{"start":0,)"
      R"("end":3,"lemma":"Zoë","upos":"PROPN","xpos":"NNP","head":1,"deprel":"nsubj"}],"entities":[{"start":0,"end":3,)"
      R"("kind":"person","entity":0,"level":"name"}],"times":[{"start":17,"end":23,"type":"DATE","value":)"
      R"("2031-03-03","anchor":"published"}],"quantities":[{"start":9,"end":13,"value":5.5,"low":5.5,"high":null,)"
      R"("unit":"EUR","of":null,"part_of":null}],"statements":[],"events":[]})");
}

TEST(AnalysisRow, Writes_numbers_plainly) {
  const struct {
    double value;
    std::string_view written;
  } rows[] = {{16, "16"},
              {0.1, "0.1"},
              {1e6, "1000000"},
              {2.0 / 3, "0.6667"},
              {-0.00001, "0"},
              {-3.25, "-3.25"},
              {std::numeric_limits<double>::infinity(), "null"}};
  for (const auto& row : rows) {
    Analysis analysis;
    analysis.quantities.push_back({{0, 1}, row.value, {}, {}, ""});
    EXPECT_THAT(row_of(made::report("a", "A", "a", "", "x"), analysis),
                HasSubstr("\"value\":" + std::string(row.written) + ","));
  }
}

Analysis analysed(const Report& report, const std::vector<std::vector<std::string_view>>& sentences) {
  Analysis analysis;
  std::uint32_t at = 0;
  for (const auto& words : sentences) {
    const auto first = static_cast<std::uint32_t>(analysis.tokens.size());
    for (const std::string_view word : words) {
      const auto begin = static_cast<std::uint32_t>(report.text.find(word, at));
      at = begin + static_cast<std::uint32_t>(word.size());
      analysis.tokens.emplace_back().span = {begin, at};
    }
    const auto end = static_cast<std::uint32_t>(analysis.tokens.size());
    analysis.sentences.push_back({{analysis.tokens[first].span.begin, at}, first, end});
  }
  return analysis;
}

TEST(Conllu, Has_a_line_a_word_and_says_where_no_space_follows) {
  const Report report = made::report("a b", "A", "a", "", "He\nfell.\n\nRose.");
  Analysis analysis = analysed(report, {{"He", "fell", "."}, {"Rose", "."}});
  analysis.tokens[0] = {analysis.tokens[0].span, "he", Upos::pron, Xpos::prp, Relation::nsubj, 1};
  analysis.tokens[1] = {analysis.tokens[1].span, "fall", Upos::verb, Xpos::vbd, Relation::root, kRootHead};
  analysis.tokens[4] = {analysis.tokens[4].span, ".", Upos::punct, Xpos::stop, Relation::punct, 3};
  EXPECT_EQ(analysis_conllu(report, analysis),
            "# newdoc id = a b\n# global.Entity = eid-etype\n# source_id = a b\n# sent_id = a b-1\n# text = He fell.\n"
            "1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n"
            "3\t.\t_\tX\tFW\t_\t0\tdep\t_\t_\n\n"
            "# source_id = a b\n# newpar\n# sent_id = a b-2\n# text = Rose.\n"
            "1\tRose\t_\tX\tFW\t_\t0\tdep\t_\tSpaceAfter=No\n2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n");
}

// The first two columns and the last of each line: "1 He; 2-3 can't SpaceAfter=No; ..."
std::string lines_of(const std::string& conllu) {
  std::string out;
  std::istringstream lines(conllu);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::string misc = line.substr(line.rfind('\t') + 1);
    const std::size_t tab = line.find('\t');
    out += out.empty() ? "" : "; ";
    out += line.substr(0, tab) + " " + line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    if (misc != "_") out += " " + misc;
  }
  return out;
}

TEST(Conllu, Counts_as_one_what_the_treebanks_write_as_one) {
  const struct {
    std::string_view text;
    std::vector<std::string_view> words;
    std::string_view expected;
  } rows[] = {
      {"I cannot.", {"I", "can", "not", "."}, "1 I; 2-3 cannot SpaceAfter=No; 2 can; 3 not; 4 ."},
      {"Wouldn’t’ve", {"Would", "n’t", "’ve"}, "1-3 Wouldn’t’ve; 1 Would; 2 n’t; 3 ’ve"},
      {"drone-strike", {"drone", "-", "strike"}, "1 drone SpaceAfter=No; 2 - SpaceAfter=No; 3 strike"},
      {"the U.N.'s", {"the", "U.N.", "'s"}, "1 the; 2-3 U.N.'s; 2 U.N.; 3 's"},
      {"('s", {"(", "'s"}, "1 ( SpaceAfter=No; 2 's"},
      {"is not", {"is", "not"}, "1 is; 2 not"},
  };
  for (const auto& row : rows) {
    const Report report = made::report("a", "A", "a", "", std::string(row.text));
    EXPECT_EQ(lines_of(analysis_conllu(report, analysed(report, {row.words}))), row.expected);
  }
}

TEST(Conllu, Marks_names_that_may_nest) {
  const Report report = made::report("a", "A", "a", "", "the Bank of Ghana in Accra");
  Analysis analysis = analysed(report, {{"the", "Bank", "of", "Ghana", "in", "Accra"}});
  analysis.mentions = {{made::span_of(report.text, "Bank of Ghana"), EntityKind::organisation, MentionLevel::name, 0},
                       {made::span_of(report.text, "Ghana"), EntityKind::place, MentionLevel::name, 1},
                       {made::span_of(report.text, "Accra"), EntityKind::place, MentionLevel::name, 2}};
  EXPECT_EQ(lines_of(analysis_conllu(report, analysis)),
            "1 the; 2 Bank Entity=(e1-organisation; 3 of; 4 Ghana Entity=(e2-place)e1); 5 in; 6 Accra "
            "Entity=(e3-place)");
}

TEST(Conllu, Keeps_what_is_given) {
  const Report report = made::report("a", "A", "a", "", "du 20 000");
  GivenWords given;
  given.words = {{"de", {0, 1}}, {"le", {1, 2}}, {"20 000", {3, 9}}};
  given.sentences = {{0, 3, "x-7"}};
  given.together = {{0, 2, "du"}};
  const std::string conllu = analysis_conllu(report, analysed(report, {{"d", "u", "20 000"}}), given);
  EXPECT_THAT(conllu, HasSubstr("# sent_id = x-7\n"));
  EXPECT_EQ(lines_of(conllu), "1-2 du; 1 de; 2 le; 3 20 000");
}

// The tables of words stand in the order of their enumerations.
TEST(Names, Stand_for_their_values) {
  EXPECT_EQ(word_of(FurnitureKind::section), "section");
  EXPECT_EQ(word_of(FurnitureKind::dateline), "dateline");
  EXPECT_EQ(word_of(FurnitureKind::headline), "headline");
  EXPECT_EQ(word_of(NoticeKind::machine_translation), "machine_translation");
  EXPECT_EQ(word_of(NoticeKind::opinion), "opinion");
  EXPECT_EQ(word_of(PublishedFrom::none), "none");
  EXPECT_EQ(word_of(Grain::minute), "minute");
  EXPECT_EQ(word_of(Grain::decade), "decade");
  EXPECT_EQ(word_of(Anchor::unknown), "unknown");
  EXPECT_EQ(word_of(CopyKind::quoted), "quoted");
  EXPECT_EQ(word_of(CopyDirection::unknown), "unknown");
  EXPECT_EQ(word_of(EntityKind::product), "product");
  EXPECT_EQ(word_of(EntityKind::other), "other");
  EXPECT_EQ(word_of(MentionLevel::pronoun), "pronoun");
  EXPECT_EQ(word_of(TimeType::set), "SET");
}

}  // namespace
}  // namespace crossread
