// The brief as Markdown: plain enough to read in a terminal, with the words behind every line in numbered footnotes.
// Whatever comes from a report is escaped, so that no text can become markup.
#include <fmt/format.h>

#include <iterator>

#include "render/brief.h"
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
    lines("Agreed", brief_.agreed);
    partings("Disputed", brief_.disputed);
    partings("Revised", brief_.revised);
    lines(brief_.origins.size() > 1 ? "On one origin only" : "What it says", brief_.single);
    speakers();
    moments();
    advisories();
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
    if (line.citations.size() == 1) return plain(outlet_name(report(line.citations.front().report)));
    return support(line.citations.size(), line.origins);
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
      write("- **{}**: {}{}  \n  _{}_\n", name_of(advisory.what), plain(advisory.line.text),
            cited(advisory.line.citations), support(advisory.line));
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
