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

TEST(AnalysisRow, Gives_positions_in_code_points) {
  const Report report = made::report("a", "A", "a", "2031-03-04", "Zoë paid €5.5 on Monday.");
  Analysis analysis;
  analysis.sentences.push_back({made::all_of(report.text), 0, 1});
  analysis.tokens.push_back({made::span_of(report.text, "Zoë")});
  analysis.mentions.push_back({made::span_of(report.text, "Zoë"), EntityKind::person, MentionLevel::name, 0});
  made::name_date(analysis, report, "Monday", "2031-03-03");
  analysis.quantities.push_back({made::span_of(report.text, "€5.5"), 5.5, 5.5, std::nullopt, "EUR"});
  EXPECT_EQ(
      analysis_row(report, analysis),
      R"({"source_id":"a","text":"Zoë paid €5.5 on Monday.","sentences":[{"start":0,"end":24}],"tokens":[{"start":0,)"
      R"("end":3,"lemma":null,"upos":null,"xpos":null,"head":null,"deprel":null}],"entities":[{"start":0,"end":3,)"
      R"("kind":"person","entity":0,"level":"name"}],"times":[{"start":17,"end":23,"type":"DATE","value":)"
      R"("2031-03-03","anchor":"published"}],"quantities":[{"start":9,"end":13,"value":5.5,"low":5.5,"high":null,)"
      R"("unit":"EUR"}],"statements":[],"events":[]})");
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
    EXPECT_THAT(analysis_row(made::report("a", "A", "a", "", "x"), analysis),
                HasSubstr("\"value\":" + std::string(row.written) + ","));
  }
}

TEST(Conllu, Has_a_line_a_token_and_says_where_no_space_follows) {
  const Report report = made::report("a b", "A", "a", "", "He\nfell.  Then rose.");
  Analysis analysis;
  analysis.sentences = {{made::span_of(report.text, "He\nfell."), 0, 3},
                        {made::span_of(report.text, "Then rose."), 3, 6},
                        {made::span_of(report.text, "rose."), 6, 6}};
  for (const char* word : {"He", "fell", ".", "Then", "rose"})
    analysis.tokens.push_back({made::span_of(report.text, word)});
  analysis.tokens.push_back({made::span_of(report.text, ".", 1)});
  EXPECT_EQ(
      analysis_conllu(report, analysis),
      "# source_id = a b\n# sent_id = a b-1\n# text = He fell.\n"
      "1\tHe\t_\t_\t_\t_\t_\t_\t_\t_\n2\tfell\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
      "# source_id = a b\n# sent_id = a b-2\n# text = Then rose.\n"
      "1\tThen\t_\t_\t_\t_\t_\t_\t_\t_\n2\trose\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
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
