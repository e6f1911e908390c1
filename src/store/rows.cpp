#include "store/rows.h"

#include "store/bytes.h"

namespace crossread {
namespace {

constexpr std::uint64_t kLayout = 1;

void write_layout(ByteWriter& out) {
  out.number(kLayout);
}

void read_layout(ByteReader& in) {
  if (in.number() != kLayout) throw DamagedBytes("it has a layout that this version does not know");
}

// An enumerator by its number; `Last` is the last there is.
template <class Enum, Enum Last>
Enum read_enum(ByteReader& in) {
  return static_cast<Enum>(in.number_up_to(static_cast<std::uint64_t>(Last)));
}

template <class Enum>
void write_enum(Enum value, ByteWriter& out) {
  out.number(static_cast<std::uint64_t>(value));
}

// A span is its begin, as a step from the span before it, and its size: spans mostly come in order.
void write_span(ByteSpan span, std::uint32_t& previous, ByteWriter& out) {
  out.signed_number(static_cast<std::int64_t>(span.begin) - previous);
  out.signed_number(static_cast<std::int64_t>(span.end) - span.begin);
  previous = span.end;
}

std::uint32_t stepped(std::uint32_t from, std::int64_t step) {
  const auto to = static_cast<std::uint64_t>(step) + from;  // wraps below zero, and is refused then
  if (to > UINT32_MAX) throw DamagedBytes("a position is outside of every text");
  return static_cast<std::uint32_t>(to);
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

void write_date(const std::optional<Date>& date, ByteWriter& out) {
  out.number(date ? 1 : 0);
  if (!date) return;
  write_time(date->start, out);
  write_time(date->end, out);
  write_enum(date->grain, out);
  out.number(date->zone_minutes ? 1 : 0);
  if (date->zone_minutes) out.signed_number(*date->zone_minutes);
  out.text(date->text);
  write_enum(date->anchor, out);
}

std::optional<Date> read_date(ByteReader& in) {
  if (in.number_up_to(1) == 0) return std::nullopt;
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

void write_parts(const Report& report, ByteWriter& out) {
  std::uint32_t previous = 0;
  out.number(report.body.size());
  for (const ByteSpan span : report.body) write_span(span, previous, out);
  out.number(report.furniture.size());
  previous = 0;
  for (const Furniture& piece : report.furniture) {
    write_span(piece.span, previous, out);
    write_enum(piece.kind, out);
  }
  out.number(report.credits.size());
  previous = 0;
  for (const Credit& credit : report.credits) {
    write_span(credit.span, previous, out);
    out.text(credit.name);
  }
  out.number(report.notices.size());
  previous = 0;
  for (const Notice& notice : report.notices) {
    write_span(notice.span, previous, out);
    write_enum(notice.kind, out);
  }
}

void read_parts(ByteReader& in, Report& report) {
  std::uint32_t previous = 0;
  report.body.resize(in.count(2));
  for (ByteSpan& span : report.body) span = read_span(previous, in);
  report.furniture.resize(in.count(3));
  previous = 0;
  for (Furniture& piece : report.furniture) {
    piece.span = read_span(previous, in);
    piece.kind = read_enum<FurnitureKind, FurnitureKind::headline>(in);
  }
  report.credits.resize(in.count(3));
  previous = 0;
  for (Credit& credit : report.credits) {
    credit.span = read_span(previous, in);
    credit.name = in.text();
  }
  report.notices.resize(in.count(3));
  previous = 0;
  for (Notice& notice : report.notices) {
    notice.span = read_span(previous, in);
    notice.kind = read_enum<NoticeKind, NoticeKind::opinion>(in);
  }
}

}  // namespace

std::string encode_details(const Report& report) {
  ByteWriter out;
  write_layout(out);
  write_optional(report.byline, out);
  write_optional(report.dateline, out);
  write_date(report.published, out);
  write_enum(report.published_from, out);
  out.text(report.language);
  write_parts(report, out);
  return out.take();
}

void decode_details(std::string_view blob, Report& report) {
  ByteReader in(blob);
  read_layout(in);
  report.byline = read_optional(in);
  report.dateline = read_optional(in);
  report.published = read_date(in);
  report.published_from = read_enum<PublishedFrom, PublishedFrom::none>(in);
  report.language = in.text();
  read_parts(in, report);
  in.expect_end();
}

std::string encode_passages(const std::vector<Passage>& passages) {
  ByteWriter out;
  write_layout(out);
  out.number(passages.size());
  std::uint32_t in_report = 0;
  std::uint32_t in_other = 0;
  for (const Passage& passage : passages) {
    write_span(passage.report, in_report, out);
    write_span(passage.other, in_other, out);
  }
  return out.take();
}

std::vector<Passage> decode_passages(std::string_view blob) {
  ByteReader in(blob);
  read_layout(in);
  std::vector<Passage> passages(in.count(4));
  std::uint32_t in_report = 0;
  std::uint32_t in_other = 0;
  for (Passage& passage : passages) {
    passage.report = read_span(in_report, in);
    passage.other = read_span(in_other, in);
  }
  in.expect_end();
  return passages;
}

std::string encode_evidence(const std::vector<Evidence>& evidence) {
  ByteWriter out;
  write_layout(out);
  out.number(evidence.size());
  std::uint32_t previous = 0;
  for (const Evidence& piece : evidence) {
    out.fixed64(piece.report.value);
    write_span(piece.span, previous, out);
  }
  return out.take();
}

std::vector<Evidence> decode_evidence(std::string_view blob) {
  ByteReader in(blob);
  read_layout(in);
  std::vector<Evidence> evidence(in.count(10));
  std::uint32_t previous = 0;
  for (Evidence& piece : evidence) {
    piece.report.value = in.fixed64();
    piece.span = read_span(previous, in);
  }
  in.expect_end();
  return evidence;
}

std::string encode_terms(const StoryProfile& profile) {
  ByteWriter out;
  write_layout(out);
  out.number(profile.terms.size());
  for (const StoryProfile::Term& term : profile.terms) {
    out.fixed32(term.key);
    out.number(term.weight);
    write_enum(term.kind, out);
  }
  out.number(profile.keys.size());
  for (const std::uint64_t key : profile.keys) out.fixed64(key);
  return out.take();
}

void decode_terms(std::string_view blob, StoryProfile& profile) {
  ByteReader in(blob);
  read_layout(in);
  profile.terms.resize(in.count(6));
  for (StoryProfile::Term& term : profile.terms) {
    term.key = in.fixed32();
    term.weight = static_cast<std::uint16_t>(in.number_up_to(UINT16_MAX));
    term.kind = read_enum<TermKind, TermKind::number>(in);
  }
  profile.keys.resize(in.count(8));
  for (std::uint64_t& key : profile.keys) key = in.fixed64();
  in.expect_end();
}

std::string encode_story(const Story& story) {
  ByteWriter out;
  write_layout(out);
  write_date(story.start, out);
  write_date(story.end, out);
  out.number(story.follows.size());
  for (const StoryId id : story.follows) out.fixed64(id.value);
  return out.take();
}

void decode_story(std::string_view blob, Story& story) {
  ByteReader in(blob);
  read_layout(in);
  story.start = read_date(in);
  story.end = read_date(in);
  story.follows.resize(in.count(8));
  for (StoryId& id : story.follows) id.value = in.fixed64();
  in.expect_end();
}

}  // namespace crossread
