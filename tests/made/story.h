// Made-up reports for the tests of chronicle and render: a bridge closed on a river that does not exist. One telling
// and its reprint, a second telling of its own, and a short piece that lifts a passage of the first.
//
// Sentences, links and dates are found here in the plainest way, so that these tests stand without the other stages.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/words.h"
#include "types/brief.h"

namespace crossread::made {

inline ByteSpan all_of(std::string_view text) {
  return {0, static_cast<std::uint32_t>(text.size())};
}

// The nth occurrence, from 0, of the words.
inline ByteSpan span_of(std::string_view text, std::string_view words, int nth = 0) {
  std::size_t at = text.find(words);
  for (int i = 0; i < nth && at != std::string_view::npos; ++i) at = text.find(words, at + 1);
  EXPECT_NE(at, std::string_view::npos) << words;
  if (at == std::string_view::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

// All of its text is body, until something is marked.
inline Report report(std::string source, std::string outlet, std::string title, std::string_view published,
                     std::string text) {
  Report made;
  made.source_id = std::move(source);
  made.outlet = std::move(outlet);
  made.title = std::move(title);
  made.published = parse_timestamp(published);
  if (made.published) made.published_from = PublishedFrom::given;
  made.language = "en";
  made.text = std::move(text);
  made.body = {all_of(made.text)};
  made.id = report_id(made);
  return made;
}

// Takes the words out of the body.
inline void mark(Report& report, std::string_view words, FurnitureKind kind) {
  const ByteSpan span = span_of(report.text, words);
  report.furniture.push_back({span, kind});
  std::ranges::sort(report.furniture, {}, &Furniture::span);
  std::vector<ByteSpan> body;
  for (const ByteSpan range : report.body) {
    if (!range.contains(span)) {
      body.push_back(range);
      continue;
    }
    if (range.begin < span.begin) body.push_back({range.begin, span.begin});
    if (span.end < range.end) body.push_back({span.end, range.end});
  }
  report.body = body;
}

// A sentence ends at a line end, or at a stop with a blank behind it; tokens are runs without blanks.
inline Analysis analysis(const Report& report) {
  Analysis made;
  const auto blank = [&](std::uint32_t at) { return report.text[at] == ' ' || report.text[at] == '\n'; };
  for (const ByteSpan range : report.body) {
    std::uint32_t begin = range.begin;
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      const bool stop = std::string_view(".!?").find(report.text[at]) != std::string_view::npos;
      const bool closes = at + 1 == range.end || (stop && blank(at + 1)) || report.text[at + 1] == '\n';
      if (!closes) continue;
      while (begin < at && blank(begin)) ++begin;
      if (begin < at) made.sentences.push_back({{begin, at + 1}, 0, 0});
      begin = at + 1;
    }
  }
  for (Sentence& sentence : made.sentences) {
    sentence.first_token = static_cast<std::uint32_t>(made.tokens.size());
    std::uint32_t begin = sentence.span.begin;
    for (std::uint32_t at = begin; at <= sentence.span.end; ++at) {
      if (at < sentence.span.end && !blank(at)) continue;
      if (begin < at) made.tokens.emplace_back().span = {begin, at};
      begin = at + 1;
    }
    sentence.end_token = static_cast<std::uint32_t>(made.tokens.size());
  }
  return made;
}

inline void name_date(Analysis& analysis, const Report& report, std::string_view words, std::string_view day) {
  TimeExpression time;
  time.span = span_of(report.text, words);
  time.value = day;
  time.date = *parse_timestamp(day);
  time.date.text = words;
  time.date.anchor = Anchor::published;
  analysis.times.push_back(time);
  std::ranges::sort(analysis.times, {}, &TimeExpression::span);
}

// Runs of at least six words that stand in both, found from the left.
inline CopyLink link(const Report& later, const Report& earlier, CopyKind kind, CopyDirection direction) {
  const std::vector<Word> a = body_words(later);
  const std::vector<Word> b = body_words(earlier);
  CopyLink made{later.id, earlier.id, kind, direction, 0, {}, {}, {}};
  made.report_words = static_cast<std::uint32_t>(a.size());
  made.other_words = static_cast<std::uint32_t>(b.size());
  for (std::size_t i = 0; i < a.size();) {
    std::size_t best = 0;
    std::size_t at = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      std::size_t run = 0;
      while (i + run < a.size() && j + run < b.size() && a[i + run].hash == b[j + run].hash) ++run;
      if (run > best) {
        best = run;
        at = j;
      }
    }
    if (best >= 6) {
      made.passages.push_back(
          {{a[i].span.begin, a[i + best - 1].span.end}, {b[at].span.begin, b[at + best - 1].span.end}});
      made.shared_words += static_cast<std::uint32_t>(best);
    }
    i += best >= 6 ? best : 1;
  }
  return made;
}

inline std::vector<Report> bridge_reports() {
  std::vector<Report> reports;
  reports.push_back(report(
      "wire-1", "Northern Press Agency", "Orlo bridge closed after pier sinks", "2031-03-04T08:10Z",
      "Orlo bridge closed after pier sinks\n\n"
      "SELDA, March 4 (NPA) – The Orlo bridge was closed to all traffic on Monday night after one of its piers "
      "sank by 22 centimetres, the Selda roads office said.\n\n"
      "Engineers noticed the movement at 9 p.m. and stopped a freight train before it reached the river, said the "
      "office’s director, Maren Tolk. Nobody was hurt.\n\n"
      "“We do not know yet how long the repair will take,” Tolk said. About 14,000 people cross the bridge "
      "every day.\n\n"
      "The bridge, built in 1961, was inspected in January and found to be sound."));
  mark(reports[0], "Orlo bridge closed after pier sinks", FurnitureKind::headline);
  mark(reports[0], "SELDA, March 4 (NPA) –", FurnitureKind::dateline);
  reports.push_back(report(
      "valley-1", "Valley Courier", "Pier sinks, bridge shut", "2031-03-04T10:00Z",
      "Pier sinks, bridge shut\n3 min read\n\n"
      "The Orlo bridge was closed to all traffic on Monday night after one of its piers "
      "sank by 22 centimetres, the Selda roads office said.\n\n"
      "Engineers noticed the movement at 9 p.m. and stopped a freight train before it reached the river, said the "
      "office’s director, Maren Tolk. Nobody was hurt.\n\nYou may also like: Ten walks along the Selda"));
  mark(reports[1], "Pier sinks, bridge shut", FurnitureKind::headline);
  mark(reports[1], "3 min read", FurnitureKind::reading_time);
  mark(reports[1], "You may also like: Ten walks along the Selda", FurnitureKind::related);
  reports.push_back(
      report("selda-1", "Selda Evening Post", "‘It groaned like a ship’: night on the Orlo bridge", "2031-03-04T17:30Z",
             "‘It groaned like a ship’: night on the Orlo bridge\n\n"
             "Rain had fallen for nine days when the third pier of the Orlo bridge began to sink on Monday.\n\n"
             "Ilse Brandt, who keeps the lock below, heard the steel groan and called the roads office herself. "
             "By her account the pier dropped by 30 centimetres within an hour.\n\n"
             "The mayor, Josip Arden, accused the roads office of ignoring a warning that divers gave in January."));
  mark(reports[2], "‘It groaned like a ship’: night on the Orlo bridge", FurnitureKind::headline);
  reports.push_back(report(
      "brief-1", "Morning Notes", "Bridge closed", "2031-03-05T06:00Z",
      "Commuters in Selda queued for ferries on Wednesday morning. The Orlo bridge was closed to all traffic on "
      "Monday night after one of its piers sank by 22 centimetres, the Selda roads office said. Two extra ferries "
      "will run until Friday, the harbour master announced."));
  return reports;
}

inline StoryFile bridge_story() {
  const std::vector<Report> reports = bridge_reports();
  StoryFile file;
  file.story = {{reports[0].id.value}, reports[0].title, {}, reports[0].published, reports[3].published, {},
                {reports[0].id.value}};
  const OriginId wire{reports[0].id.value};
  const OriginId own[] = {wire, wire, {reports[2].id.value}, {reports[3].id.value}};
  for (std::size_t i = 0; i < reports.size(); ++i) {
    file.story.reports.push_back(reports[i].id);
    file.members.push_back({{reports[i], own[i], std::nullopt, 1}, analysis(reports[i])});
  }
  name_date(file.members[0].analysis, reports[0], "Monday night", "2031-03-03");
  name_date(file.members[1].analysis, reports[1], "Monday night", "2031-03-03");
  name_date(file.members[2].analysis, reports[2], "Monday", "2031-03-03");
  name_date(file.members[3].analysis, reports[3], "Wednesday morning", "2031-03-05");
  name_date(file.members[0].analysis, reports[0], "in January", "2031-01");
  file.links.push_back(link(reports[1], reports[0], CopyKind::abridged, CopyDirection::from));
  file.links.push_back(link(reports[3], reports[0], CopyKind::part, CopyDirection::from));
  file.links.push_back(link(reports[3], reports[1], CopyKind::part, CopyDirection::unknown));
  const ByteSpan lifted = file.links[1].passages.at(0).report;
  file.origins = {{wire, "Northern Press Agency", {reports[0].id, reports[1].id}, {{reports[3].id, lifted}}},
                  {own[2], "Selda Evening Post", {reports[2].id}, {}},
                  {own[3], "Morning Notes", {reports[3].id}, {}}};
  return file;
}

inline Dossier bridge_dossier() {
  const StoryFile file = bridge_story();
  Dossier dossier;
  dossier.producer = {"0.1.0", "0123456789abcdef0123456789abcdef", {}};
  for (const StoryFile::Member& member : file.members) dossier.reports.push_back(member.entry);
  dossier.rejections.push_back({"photo.txt", "intake", {Fault::binary, "zero bytes at 12"}});
  dossier.origins = file.origins;
  dossier.lineage = file.links;
  dossier.stories = {file.story};
  dossier.changes.push_back(
      {1, "2031-03-05T07:00:00Z", ChangeKind::story_merged, {"s0000000000000001"}, {file.story.id.str()}});
  return dossier;
}

}  // namespace crossread::made
