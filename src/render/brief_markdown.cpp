// The brief as Markdown: plain enough to read in a terminal, with the words behind every line in numbered footnotes.
// Whatever comes from a report is escaped, so that no text can become markup.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "render/brief.h"
#include "render/outlet_phrases.h"
#include "render/phrases.h"
#include "text/unicode.h"

namespace crossread {
namespace {

// On one line, with every character that Markdown or HTML would read as markup disarmed.
std::string plain(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    const bool blank = c == '\n' || c == '\t' || c == ' ';
    if (blank && (safe.empty() || safe.back() == ' ')) continue;
    if (std::string_view("\\`*_[]<>|#~").find(c) != std::string_view::npos) safe += '\\';
    safe += blank ? ' ' : c;
  }
  while (!safe.empty() && safe.back() == ' ') safe.pop_back();
  return safe;
}

// As plain(), where a line begins: "1. May" and "- no" are no list.
std::string plain_start(std::string_view text) {
  std::string safe = plain(text);
  const std::size_t digits = safe.find_first_not_of("0123456789");
  const bool numbered = digits != 0 && digits != std::string::npos && (safe[digits] == '.' || safe[digits] == ')');
  if (numbered) safe.insert(digits, "\\");
  if (!safe.empty() && std::string_view("-+=").find(safe[0]) != std::string_view::npos) safe.insert(0, "\\");
  return safe;
}

class Page {
 public:
  explicit Page(const Brief& brief) : brief_(brief) {}

  std::string written() {
    head();
    news();
    lines("Agreed", brief_.agreed);
    partings("Disputed", brief_.disputed);
    partings("Revised", brief_.revised);
    lines(brief_.origins.size() > 1 ? "On one origin only" : "What it says", brief_.single);
    speakers();
    moments();
    advisories();
    conduct();
    people();
    dates();
    origins();
    for (const std::string& footnote : footnotes_) out_ += footnote;
    return out_;
  }

 private:
  template <class... Parts>
  void write(fmt::format_string<Parts...> format, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Parts>(parts)...);
  }

  const Report& report(std::uint32_t index) const { return brief_.reports[index].report; }

  void head() {
    write("# {}\n\n", plain_start(story_title(brief_)));
    write("**{}** in {} · {}\n\n", count_phrase(brief_.origins.size(), "independent origin"),
          count_phrase(brief_.reports.size(), "report"), period_phrase(brief_.start, brief_.end));
    neighbours("Grows out of", brief_.follows);
    neighbours("Goes on in", brief_.followed_by);
  }

  void neighbours(std::string_view words, const std::vector<StoryFile::Neighbour>& stories) {
    for (const StoryFile::Neighbour& story : stories) {
      if (story.title.empty()) {
        write("{}: {}\n\n", words, story.id.str());
      } else {
        write("{}: {} ({})\n\n", words, plain(story.title), story.id.str());
      }
    }
  }

  // "[^1][^2]", with a footnote for each.
  std::string cited(const std::vector<Citation>& citations) {
    std::string marks;
    for (const Citation& citation : citations) {
      const Report& source = report(citation.report);
      const CodePoints points(source.text);
      footnotes_.push_back(fmt::format("[^{}]: {}, {}: “{}” ({}, {}–{})\n", footnotes_.size() + 1,
                                       plain(outlet_name(source)), date_phrase(source.published),
                                       plain(citation.span.in(source.text)), source.id.str(),
                                       points.at(citation.span.begin), points.at(citation.span.end)));
      marks += fmt::format("[^{}]", footnotes_.size());
    }
    return marks;
  }

  static std::string support(std::size_t reports, std::uint32_t origins) {
    return fmt::format("{}, {}", count_phrase(reports, "report"), count_phrase(origins, "origin"));
  }

  void news() {
    if (!brief_.news) return;
    const BriefNews& news = *brief_.news;
    write("## New since {}\n\n{}, {}\n\n", plain(news.since), count_phrase(news.reports.size(), "report"),
          count_phrase(news.origins.size(), "new origin"));
    for (const std::uint32_t origin : news.origins)
      write("- a new origin: **{}. {}**\n", letters(origin), plain(brief_.origins[origin].label));
    for (const BriefLine& line : news.lines) write("- {}{}\n", plain_start(line.text), cited(line.citations));
    for (const std::uint32_t place : news.confirmed) {
      const BriefLine& line = brief_.agreed[place];
      write("- told by a second origin: {}{}\n", plain(line.text), cited(line.citations));
    }
    for (const std::uint32_t place : news.disputed) parting("a new side", brief_.disputed[place]);
    for (const std::uint32_t place : news.revised) parting("revised", brief_.revised[place]);
    for (const BriefNews::Saying& place : news.sayings) {
      const BriefSpeaker& speaker = brief_.speakers[place.speaker];
      const BriefSaying& saying = speaker.sayings[place.saying];
      write("- {} {}: {}{}\n", plain_start(speaker.name), plain(saying.cue), plain(saying.line.text),
            cited(saying.line.citations));
    }
    write("\n");
  }

  // "- revised: How many: person killed: 14[^1]; 21[^2]"
  void parting(std::string_view what, const BriefParting& parting) {
    write("- {}: {}:", what, plain(parting_phrase(parting)));
    for (const BriefSide& side : parting.sides)
      write("{} {}{}", &side == &parting.sides.front() ? "" : ";", plain(side.value), cited(side.values));
    write("\n");
  }

  void lines(std::string_view heading, const std::vector<BriefLine>& lines) {
    if (lines.empty()) return;
    write("## {}\n\n", heading);
    for (const BriefLine& line : lines) {
      write("- {}{}  \n  _{}_\n", with_core(line), cited(line.citations), support(line));
    }
    write("\n");
  }

  // The line, with what others tell of it in bold letters.
  std::string with_core(const BriefLine& line) const {
    const Citation& place = line.citations.front();
    if (!line.core || *line.core == place.span) return plain_start(line.text);
    const std::string& text = report(place.report).text;
    const auto part = [&](std::uint32_t begin, std::uint32_t end) { return plain(ByteSpan{begin, end}.in(text)); };
    const std::string before = part(place.span.begin, line.core->begin);
    const std::string after = part(line.core->end, place.span.end);
    const bool spaced = !before.empty() && text[line.core->begin - 1] == ' ';
    const bool apart = line.core->end < place.span.end && text[line.core->end] == ' ';
    return fmt::format("{}{}**{}**{}{}", plain_start(before), spaced ? " " : "", part(line.core->begin, line.core->end),
                       apart ? " " : "", after);
  }

  // "4 reports, 2 origins"; of one report its outlet.
  std::string support(const BriefLine& line) const {
    const std::string company = plain(company_phrase(brief_, line.citations));
    const std::string behind = company.empty() ? "" : "; " + company;
    if (line.citations.size() == 1) return plain(outlet_name(report(line.citations.front().report))) + behind;
    return support(line.citations.size(), line.origins) + behind;
  }

  void partings(std::string_view heading, const std::vector<BriefParting>& partings) {
    if (partings.empty()) return;
    write("## {}\n\n", heading);
    for (const BriefParting& parting : partings) {
      write("- {}\n", plain(parting_phrase(parting)));
      for (const BriefSide& side : parting.sides) {
        write("  - **{}**: {}{}  \n    _{}_\n", plain(side.value), plain_start(side.line.text),
              cited(side.line.citations), support(side.line));
      }
    }
    write("\n");
  }

  void speakers() {
    if (brief_.speakers.empty()) return;
    write("## Who said what\n\n");
    for (const BriefSpeaker& speaker : brief_.speakers) {
      write("**{}**{}", plain(speaker.name), cited({speaker.named}));
      if (speaker.role) write(", {}{}", plain(*speaker.role), cited({*speaker.office}));
      write("\n\n");
      for (const BriefSaying& saying : speaker.sayings) {
        write("- {}: {}{}  \n  _{}{}_\n", plain_start(saying.cue), plain(saying.line.text),
              cited(saying.line.citations), plain(through_phrase(saying)), support(saying.line));
      }
      write("\n");
    }
  }

  void moments() {
    if (brief_.moments.empty()) return;
    write("## Timeline\n\n");
    for (const BriefMoment& moment : brief_.moments) {
      write("- **{}**{}: {}{}  \n  _{}_\n", weekday_phrase(moment.date), time_of_phrase(moment.time_of),
            plain(moment.line.text), cited(moment.line.citations), support(moment.line));
    }
    write("\n");
  }

  void advisories() {
    if (brief_.advisories.empty()) return;
    write("## Bans, closures, warnings, advice\n\n");
    for (const BriefAdvisory& advisory : brief_.advisories) {
      write("- **{}**{}: {}{}  \n  _{}_\n", name_of(advisory.what), circumstances(advisory), plain(advisory.line.text),
            cited(advisory.line.citations), support(advisory.line));
    }
    write("\n");
  }

  // " by the Selda roads office[^1], at Orlo[^2], on Mon 3 March 2031[^3]", as far as it is known.
  std::string circumstances(const BriefAdvisory& advisory) {
    std::string words;
    if (advisory.issuer)
      words += fmt::format(" by {}{}", plain(advisory.issuer->name), cited({advisory.issuer->words}));
    for (const BriefNaming& place : advisory.places)
      words += fmt::format("{} at {}{}", words.empty() ? "" : ",", plain(place.name), cited({place.words}));
    if (advisory.date)
      words += fmt::format("{} on {}{}", words.empty() ? "" : ",", weekday_phrase(*advisory.date),
                           cited({*advisory.dated_by}));
    return words;
  }

  void conduct() {
    if (brief_.conduct.empty()) return;
    write("## How they treat one another\n\nPLOVER scores, −10 most hostile, 10 most friendly.\n\n");
    for (const BriefConduct& pair : brief_.conduct) {
      write("**{} → {}**\n\n", plain(pair.actor), plain(pair.recipient));
      for (const BriefPoint& point : pair.points) point_lines(point);
      write("\n");
    }
  }

  void point_lines(const BriefPoint& point) {
    Date date;
    date.start = date.end = CivilTime{point.day, -1};
    const std::string status = point.status == EventStatus::asserted ? "" : fmt::format(" ({})", name_of(point.status));
    write("- **{}**: {:.1f}{}\n", weekday_phrase(date), point.score / 1000.0, status);
    for (std::size_t i = 0; i < point.claims.size(); ++i) {
      std::vector<Citation> places = point.claims[i].citations;
      places.push_back(point.dated[i]);
      write("  - {}{}\n", plain_start(point.claims[i].text), cited(places));
    }
  }

  // Deeds; what they said stands above.
  void people() {
    std::string all;
    std::swap(all, out_);
    for (const BriefPerson& person : brief_.people) deeds(person);
    std::swap(all, out_);
    if (!all.empty()) write("## Who did what\n\n{}", all);
  }

  void deeds(const BriefPerson& person) {
    const auto is_deed = [](const BriefAct& act) { return act.what != ActKind::said; };
    if (std::ranges::none_of(person.acts, is_deed)) return;
    write("**{}**{}\n\n", plain(person.named.name), cited({person.named.words}));
    for (const BriefAct& act : person.acts) {
      if (!is_deed(act)) continue;
      write("- {}{}: {}{}  \n  _{}_\n", act.date ? weekday_phrase(*act.date) + ", " : "", act_phrase(act),
            plain(act.line.text), cited(act.line.citations), support(act.line));
    }
    write("\n");
  }

  void dates() {
    if (brief_.dates.empty() || !brief_.moments.empty()) return;
    write("## Days they speak of\n\n");
    for (const BriefDate& date : brief_.dates) {
      write("- {}: {}{}\n", weekday_phrase(date.date), support(date.citations.size(), date.origins),
            cited(date.citations));
    }
    write("\n");
  }

  void origins() {
    write("## Who wrote from whom\n\n");
    for (std::size_t i = 0; i < brief_.origins.size(); ++i) {
      const BriefOrigin& origin = brief_.origins[i];
      write("**{}. {}** ({})\n\n", letters(i), plain(origin.label), count_phrase(origin.tree.size(), "report"));
      for (const CopyNode& node : origin.tree) node_line(node);
      for (const Citation& lent : origin.lent) {
        write("- lends {}: “{}”\n", plain(outlet_name(report(lent.report))),
              plain(lent.span.in(report(lent.report).text)));
      }
      write("\n");
    }
  }

  void node_line(const CopyNode& node) {
    const Report& member = report(node.report);
    write("{:{}}- {}, {}: {} ({})", "", 2 * node.depth, plain_start(outlet_name(member)), date_phrase(member.published),
          plain(title_phrase(member)), member.id.str());
    if (node.source && node.link) {
      write("  \n{:{}}_{} of it {} {}; {}_", "", 2 * node.depth + 2, percent_phrase(node.share),
            node.told ? "taken from" : "shared with", plain(outlet_name(report(*node.source))),
            kind_phrase(brief_.links[*node.link].kind));
    }
    write("\n");
  }

  const Brief& brief_;
  std::string out_;
  std::vector<std::string> footnotes_;
};

}  // namespace

std::string brief_markdown(const Brief& brief) {
  return Page(brief).written();
}

}  // namespace crossread
