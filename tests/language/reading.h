// What the tests of the language stage share: a report of one body, read with the shipped tables, printed in one line.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "language/analyser.h"

namespace crossread::language {

inline const Analyser& analyser() {
  static const Analyser kAnalyser(std::filesystem::path(CROSSREAD_SOURCE_DIR) / "data");
  return kAnalyser;
}

inline Report report_of(std::string text, std::string_view published = {}) {
  Report report;
  report.source_id = "test";
  report.text = std::move(text);
  report.body = {{0, static_cast<std::uint32_t>(report.text.size())}};
  if (!published.empty()) report.published = parse_timestamp(published);
  return report;
}

inline Analysis read(std::string text, std::string_view published = {}) {
  return analyser().analyse(report_of(std::move(text), published));
}

inline std::string joined(const std::vector<std::string>& parts, std::string_view by) {
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "" : std::string(by)) + part;
  return line;
}

// "He|did|n't|go|."
inline std::string tokens_of(const std::string& text) {
  std::vector<std::string> parts;
  for (const Token& token : read(text).tokens) parts.emplace_back(token.span.in(text));
  return joined(parts, "|");
}

// "He left. | She stayed."
inline std::string sentences_of(const std::string& text) {
  std::vector<std::string> parts;
  for (const Sentence& sentence : read(text).sentences) parts.emplace_back(sentence.span.in(text));
  return joined(parts, " | ");
}

inline std::string printed(const Date& date) {
  if (!date.start || !date.end) return "open";
  return date.start == date.end ? iso(*date.start) : iso(*date.start) + ".." + iso(*date.end);
}

// "last Friday=2020-01-03; ten days=P10D"
inline std::string times_of(const std::string& text, std::string_view published = {}) {
  std::vector<std::string> parts;
  for (const TimeExpression& time : read(text, published).times) {
    parts.push_back(fmt::format("{}={}", time.span.in(text), time.value));
  }
  return joined(parts, "; ");
}

// The same with the days: "this week=2020-01-06..2020-01-12"
inline std::string days_of(const std::string& text, std::string_view published = {}) {
  std::vector<std::string> parts;
  for (const TimeExpression& time : read(text, published).times) {
    parts.push_back(fmt::format("{}={}", time.span.in(text), printed(time.date)));
  }
  return joined(parts, "; ");
}

inline std::string_view name_of(EntityKind kind) {
  static constexpr std::array<std::string_view, 11> kNames = {
      "person", "organisation", "place", "group", "facility", "vehicle", "weapon", "law", "product", "event", "other"};
  return kNames[static_cast<std::size_t>(kind)];
}

// "Kelly Craft=person 0; US=place 1"
inline std::string names_of(const std::string& text) {
  std::vector<std::string> parts;
  for (const Mention& mention : read(text).mentions) {
    if (mention.level != MentionLevel::name) continue;
    parts.push_back(fmt::format("{}={} {}", mention.span.in(text), name_of(mention.kind), mention.entity));
  }
  return joined(parts, "; ");
}

// "at least 11 missiles=11 [11,] missile", "two dead=2 person killed", "11 of which=11 missile part of 0"
inline std::string quantities_of(const std::string& text) {
  std::vector<std::string> parts;
  for (const Quantity& quantity : read(text).quantities) {
    const auto number = [](std::optional<double> n) { return n ? fmt::format("{}", *n) : std::string(); };
    const bool exact = quantity.value && quantity.low == quantity.value && quantity.high == quantity.value;
    std::string line = fmt::format("{}={}", quantity.span.in(text), number(quantity.value));
    if (!exact) line += fmt::format(" [{},{}]", number(quantity.low), number(quantity.high));
    for (const std::string& word : {quantity.unit, quantity.of}) line += (word.empty() ? "" : " ") + word;
    if (quantity.part_of) line += fmt::format(" part of {}", *quantity.part_of);
    parts.push_back(line);
  }
  return joined(parts, "; ");
}

}  // namespace crossread::language
