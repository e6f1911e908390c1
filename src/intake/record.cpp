#include "intake/record.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <simdjson.h>

#include <array>

namespace crossread::intake {
namespace {

namespace dom = simdjson::dom;

struct TextField {
  std::string_view name;
  std::optional<std::string> Record::*place;
};
constexpr std::array kTextFields = {TextField{"id", &Record::id},         TextField{"text", &Record::text},
                                    TextField{"html", &Record::html},     TextField{"title", &Record::title},
                                    TextField{"outlet", &Record::outlet}, TextField{"url", &Record::url},
                                    TextField{"byline", &Record::byline}, TextField{"language", &Record::language}};

std::string_view kind_name(dom::element_type type) {
  switch (type) {
    case dom::element_type::ARRAY:
      return "an array";
    case dom::element_type::OBJECT:
      return "an object";
    case dom::element_type::STRING:
      return "a string";
    case dom::element_type::BOOL:
      return "true or false";
    case dom::element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

Problem bad_field(std::string_view name, std::string_view why) {
  return {Fault::bad_field, "`" + std::string(name) + "` " + std::string(why)};
}

bool absent(const simdjson::simdjson_result<dom::element>& field) {
  return field.error() != simdjson::SUCCESS || field.value_unsafe().is_null();
}

// An id may be a number: many stores count their articles.
std::optional<Problem> read_text(const dom::object& object, const TextField& field, Record& record) {
  const auto found = object.at_key(field.name);
  if (absent(found)) return std::nullopt;
  const dom::element value = found.value_unsafe();
  std::string_view text;
  std::string written;
  if (value.get_string().get(text) != simdjson::SUCCESS) {
    if (field.name != "id" || !(value.is_int64() || value.is_uint64())) {
      return bad_field(field.name, "must be a string, not " + std::string(kind_name(value.type())));
    }
    written = simdjson::to_string(value);
    text = written;
  }
  if (!text.empty()) record.*field.place = std::string(text);
  return std::nullopt;
}

std::optional<Problem> read_published(const dom::object& object, Record& record) {
  const auto found = object.at_key("published");
  if (absent(found)) return std::nullopt;
  std::string_view written;
  if (found.value_unsafe().get_string().get(written) != simdjson::SUCCESS) {
    return bad_field("published", "must be a string, not " + std::string(kind_name(found.value_unsafe().type())));
  }
  if (written.empty()) return std::nullopt;
  record.published = parse_timestamp(written);
  if (!record.published) return bad_field("published", "is not a date: \"" + std::string(written.substr(0, 60)) + "\"");
  return std::nullopt;
}

}  // namespace

Result<Record> read_record(std::string_view json) {
  dom::parser parser;
  dom::element root;
  if (const auto fault = parser.parse(json.data(), json.size()).get(root); fault != simdjson::SUCCESS) {
    return Problem{Fault::bad_json, simdjson::error_message(fault)};
  }
  dom::object object;
  if (root.get_object().get(object) != simdjson::SUCCESS) {
    return Problem{Fault::bad_json, std::string(kind_name(root.type())) + " where an object should be"};
  }
  Record record;
  for (const TextField& field : kTextFields) {
    if (const auto problem = read_text(object, field, record)) return *problem;
  }
  if (const auto problem = read_published(object, record)) return *problem;
  if (!record.text && !record.html) return Problem{Fault::missing_field, "neither `text` nor `html`"};
  return record;
}

std::string record_line(const WrittenRecord& record) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  const auto put = [&writer](const char* name, const std::string& value) {
    if (value.empty()) return;
    writer.Key(name);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  writer.StartObject();
  put("id", record.id);
  put("title", record.title);
  put("outlet", record.outlet);
  put("url", record.url);
  if (parse_timestamp(record.published)) put("published", record.published);
  put("byline", record.byline);
  put("language", record.language);
  put("text", record.text);
  put("html", record.html);
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace crossread::intake
