#include "store/fields.h"

#include <limits>

namespace crossread {
namespace {

constexpr std::uint64_t kLayout = 1;

std::uint32_t stepped(std::uint32_t from, std::int64_t step) {
  const auto to = static_cast<std::uint64_t>(step) + from;  // wraps below zero, and is refused then
  if (to > UINT32_MAX) throw DamagedBytes("a position is outside of every text");
  return static_cast<std::uint32_t>(to);
}

void write_time(const std::optional<CivilTime>& time, ByteWriter& out) {
  out.number(time ? 1 : 0);
  if (!time) return;
  out.signed_number(time->day);
  out.signed_number(time->minute);
}

std::optional<CivilTime> read_time(ByteReader& in) {
  if (in.number_up_to(1) == 0) return std::nullopt;
  CivilTime time;
  const std::int64_t day = in.signed_number();
  const std::int64_t minute = in.signed_number();
  if (day < INT32_MIN || day > INT32_MAX || minute < -1 || minute >= 1440) throw DamagedBytes("a time is none");
  time.day = static_cast<std::int32_t>(day);
  time.minute = static_cast<std::int16_t>(minute);
  return time;
}

}  // namespace

void write_layout(ByteWriter& out) {
  out.number(kLayout);
}

void read_layout(ByteReader& in) {
  if (in.number() != kLayout) throw DamagedBytes("it has a layout that this version does not know");
}

void write_span(ByteSpan span, std::uint32_t& previous, ByteWriter& out) {
  out.signed_number(static_cast<std::int64_t>(span.begin) - previous);
  out.signed_number(static_cast<std::int64_t>(span.end) - span.begin);
  previous = span.end;
}

ByteSpan read_span(std::uint32_t& previous, ByteReader& in) {
  ByteSpan span;
  span.begin = stepped(previous, in.signed_number());
  span.end = stepped(span.begin, in.signed_number());
  previous = span.end;
  return span;
}

void write_optional(const std::optional<std::string>& text, ByteWriter& out) {
  out.number(text ? 1 : 0);
  if (text) out.text(*text);
}

std::optional<std::string> read_optional(ByteReader& in) {
  if (in.number_up_to(1) == 0) return std::nullopt;
  return std::string(in.text());
}

void write_date(const Date& date, ByteWriter& out) {
  write_time(date.start, out);
  write_time(date.end, out);
  write_enum(date.grain, out);
  out.number(date.zone_minutes ? 1 : 0);
  if (date.zone_minutes) out.signed_number(*date.zone_minutes);
  out.text(date.text);
  write_enum(date.anchor, out);
}

Date read_date(ByteReader& in) {
  Date date;
  date.start = read_time(in);
  date.end = read_time(in);
  date.grain = read_enum<Grain, Grain::decade>(in);
  if (in.number_up_to(1) == 1) {
    const std::int64_t zone = in.signed_number();
    if (zone < INT16_MIN || zone > INT16_MAX) throw DamagedBytes("a zone is none");
    date.zone_minutes = static_cast<std::int16_t>(zone);
  }
  date.text = in.text();
  date.anchor = read_enum<Anchor, Anchor::unknown>(in);
  return date;
}

void write_date(const std::optional<Date>& date, ByteWriter& out) {
  out.number(date ? 1 : 0);
  if (date) write_date(*date, out);
}

std::optional<Date> read_optional_date(ByteReader& in) {
  if (in.number_up_to(1) == 0) return std::nullopt;
  return read_date(in);
}

}  // namespace crossread
