#include "store/rows.h"

#include "store/bytes.h"
#include "store/fields.h"

namespace crossread {
namespace {

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
  report.published = read_optional_date(in);
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
  story.start = read_optional_date(in);
  story.end = read_optional_date(in);
  story.follows.resize(in.count(8));
  for (StoryId& id : story.follows) id.value = in.fixed64();
  in.expect_end();
}

}  // namespace crossread
