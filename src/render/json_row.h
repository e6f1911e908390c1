// The parts that every row of an export is written with. RapidJSON's writer does the escaping. Byte offsets become code
// points in Shown, nowhere else.
#pragma once

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cassert>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "render/names.h"
#include "text/unicode.h"
#include "types/date.h"
#include "types/span.h"

namespace crossread {

// A text with the way from its bytes to its code points.
struct Shown {
  explicit Shown(std::string_view utf8) : text(utf8), points(utf8) {}
  std::string_view text;
  CodePoints points;
};

// One JSON value under construction. `field` writes a member of the open object.
class Json {
 public:
  std::string str() const { return {buffer_.GetString(), buffer_.GetSize()}; }

  template <class Body>
  void object(const Body& body) {
    writer_.StartObject();
    body();
    writer_.EndObject();
  }
  template <class List, class Item>
  void array(const List& list, const Item& item) {
    writer_.StartArray();
    for (const auto& element : list) item(element);
    writer_.EndArray();
  }

  void key(std::string_view name) { writer_.Key(name.data(), length(name)); }
  void null() { writer_.Null(); }
  void string(std::string_view text) { writer_.String(text.data(), length(text)); }
  void integer(std::int64_t value) { writer_.Int64(value); }

  // Thousandths as a decimal: 613 is 0.613, 1000 is 1.
  void thousandths(std::uint64_t value) { number(static_cast<double>(value) / 1000); }

  // At most four decimals, whole numbers without any, so that 16 is never 16.0. JSON has no infinity: null.
  void number(double value) {
    if (!std::isfinite(value)) return null();
    std::string written = fmt::format("{:.4f}", value);
    written.erase(written.find_last_not_of('0') + 1);
    if (written.back() == '.') written.pop_back();
    if (written == "-0") written = "0";
    writer_.RawValue(written.data(), written.size(), rapidjson::kNumberType);
  }

  void field(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }
  void field(std::string_view name, std::int64_t value) {
    key(name);
    integer(value);
  }
  void flag(std::string_view name, bool value) {
    key(name);
    writer_.Bool(value);
  }
  void maybe_number(std::string_view name, const std::optional<double>& value) {
    key(name);
    value ? number(*value) : null();
  }
  void maybe(std::string_view name, const std::optional<std::string>& text) {
    key(name);
    text ? string(*text) : null();
  }
  void null_field(std::string_view name) {
    key(name);
    null();
  }
  template <class List, class Item>
  void list(std::string_view name, const List& elements, const Item& item) {
    key(name);
    array(elements, item);
  }
  template <class Ids>
  void ids(std::string_view name, const Ids& ids) {
    list(name, ids, [&](const auto& id) { string(id.str()); });
  }

  void range(const Shown& shown, ByteSpan span) {
    assert(span.end <= shown.text.size() && "a span lies in its text");
    field("start", shown.points.at(span.begin));
    field("end", shown.points.at(span.end));
  }
  void span(ReportId report, const Shown& shown, ByteSpan span) {
    object([&] {
      field("report", report.str());
      range(shown, span);
      field("exact", span.in(shown.text));
    });
  }

 private:
  static rapidjson::SizeType length(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

inline std::string zone(std::int16_t minutes) {
  const int distance = std::abs(static_cast<int>(minutes));
  return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', distance / 60, distance % 60);
}

inline void write_date(Json& json, const std::optional<Date>& date) {
  if (!date) return json.null();
  json.object([&] {
    json.maybe("start", date->start ? std::optional(iso(*date->start)) : std::nullopt);
    json.maybe("end", date->end ? std::optional(iso(*date->end)) : std::nullopt);
    json.field("grain", word_of(date->grain));
    json.maybe("zone", date->zone_minutes ? std::optional(zone(*date->zone_minutes)) : std::nullopt);
    json.maybe("text", date->text.empty() ? std::nullopt : std::optional(date->text));
    json.field("anchor", word_of(date->anchor));
  });
}

}  // namespace crossread
