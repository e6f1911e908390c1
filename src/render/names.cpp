#include "render/names.h"

#include <array>
#include <cassert>
#include <cstddef>

namespace crossread {
namespace {

using namespace std::string_view_literals;

// Each table stands in the order of its enumeration; tests/render/names_test.cpp holds the two together.
constexpr std::array kFurniture = {"section"sv, "reading_time"sv, "caption"sv, "credit"sv, "related"sv, "navigation"sv,
                                   "notice"sv,  "dateline"sv,     "byline"sv,  "share"sv,  "advert"sv,  "headline"sv};
constexpr std::array kNotice = {"machine_translation"sv, "correction"sv, "update"sv, "embargo"sv, "opinion"sv};
constexpr std::array kPublishedFrom = {"metadata"sv, "url"sv, "text"sv, "file"sv, "given"sv, "none"sv};
constexpr std::array kGrain = {"minute"sv, "hour"sv,    "day"sv,  "week"sv,  "month"sv,
                               "season"sv, "quarter"sv, "year"sv, "decade"sv};
constexpr std::array kAnchor = {"published"sv, "text"sv, "unknown"sv};
constexpr std::array kCopyKind = {"same"sv, "near"sv, "abridged"sv, "releaded"sv, "part"sv, "quoted"sv};
constexpr std::array kCopyDirection = {"from"sv, "to"sv, "unknown"sv};
constexpr std::array kEntity = {"person"sv, "organisation"sv, "place"sv,   "group"sv, "facility"sv, "vehicle"sv,
                                "weapon"sv, "law"sv,          "product"sv, "event"sv, "other"sv};
constexpr std::array kLevel = {"name"sv, "nominal"sv, "pronoun"sv};
constexpr std::array kTime = {"DATE"sv, "TIME"sv, "DURATION"sv, "SET"sv};

template <std::size_t N, class Enum>
std::string_view at(const std::array<std::string_view, N>& words, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  assert(index < N && "every enumerator has its word");
  return words[index];
}

}  // namespace

std::string_view word_of(FurnitureKind kind) {
  return at(kFurniture, kind);
}
std::string_view word_of(NoticeKind kind) {
  return at(kNotice, kind);
}
std::string_view word_of(PublishedFrom from) {
  return at(kPublishedFrom, from);
}
std::string_view word_of(Grain grain) {
  return at(kGrain, grain);
}
std::string_view word_of(Anchor anchor) {
  return at(kAnchor, anchor);
}
std::string_view word_of(CopyKind kind) {
  return at(kCopyKind, kind);
}
std::string_view word_of(CopyDirection direction) {
  return at(kCopyDirection, direction);
}
std::string_view word_of(EntityKind kind) {
  return at(kEntity, kind);
}
std::string_view word_of(MentionLevel level) {
  return at(kLevel, level);
}
std::string_view word_of(TimeType type) {
  return at(kTime, type);
}

}  // namespace crossread
