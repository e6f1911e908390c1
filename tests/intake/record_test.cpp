#include "intake/record.h"

#include <gtest/gtest.h>

namespace crossread::intake {
namespace {

TEST(Record, Fields_are_read) {
  const auto record = read_record(
      R"({"id": "a/1", "text": "It rained.", "title": "Rain", "outlet": "Courier", "url": "https://a.example/", )"
      R"("published": "2025-03-14T09:12:00Z", "byline": "Aline Mputu", "language": "en", "other": [1]})");
  ASSERT_TRUE(record) << record.problem().detail;
  EXPECT_EQ(record->id, "a/1");
  EXPECT_EQ(record->text, "It rained.");
  EXPECT_EQ(record->byline, "Aline Mputu");
  EXPECT_EQ(iso(*record->published->start), "2025-03-14T09:12");
}

TEST(Record, Null_and_empty_are_absent_and_an_id_may_be_a_number) {
  const auto record = read_record(R"({"id": 17, "text": "It rained.", "title": null, "outlet": ""})");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->id, "17");
  EXPECT_FALSE(record->title);
  EXPECT_FALSE(record->outlet);
}

TEST(Record, What_is_wrong_is_said_with_its_field) {
  const struct {
    std::string_view json;
    Fault fault;
    std::string_view said;
  } rows[] = {
      {R"({"text": "It rained.")", Fault::bad_json, ""},
      {R"(["text"])", Fault::bad_json, "an array"},
      {R"("text")", Fault::bad_json, "a string"},
      {"", Fault::bad_json, ""},
      {"{\"text\": \"caf\xE9\"}", Fault::bad_json, ""},
      {R"({"text": 7})", Fault::bad_field, "`text`"},
      {R"({"text": "x", "title": ["y"]})", Fault::bad_field, "`title`"},
      {R"({"text": "x", "published": "soon"})", Fault::bad_field, "`published`"},
      {R"({"text": "x", "published": 20250314})", Fault::bad_field, "`published`"},
      {R"({"text": "x", "id": true})", Fault::bad_field, "`id`"},
      {R"({"id": "1", "title": "y"})", Fault::missing_field, "text"},
      {R"({"id": "1", "text": ""})", Fault::missing_field, "text"},
  };
  for (const auto& row : rows) {
    const auto record = read_record(row.json);
    ASSERT_FALSE(record) << row.json;
    EXPECT_EQ(record.problem().fault, row.fault) << row.json;
    EXPECT_NE(record.problem().detail.find(row.said), std::string::npos) << record.problem().detail;
  }
}

}  // namespace
}  // namespace crossread::intake
