// The brief for other programs: sections as the Markdown has them, each line with its spans in code points.
#include "render/brief.h"
#include "render/json_row.h"

namespace crossread {
namespace {

class Writing {
 public:
  explicit Writing(const Brief& brief) : brief_(brief) {
    for (const ReportEntry& entry : brief_.reports) shown_.emplace_back(entry.report.text);
  }

  std::string written() {
    json_.object([&] {
      json_.field("story", brief_.id.str());
      json_.field("title", brief_.title);
      dated("start", brief_.start);
      dated("end", brief_.end);
      json_.list("reports", brief_.reports, [&](const ReportEntry& entry) { json_.string(entry.report.id.str()); });
      json_.list("origins", brief_.origins, [&](const BriefOrigin& origin) { json_.string(origin.id.str()); });
      lines("agreed", brief_.agreed);
      partings("disputed", brief_.disputed);
      partings("revised", brief_.revised);
      lines("single", brief_.single);
      json_.list("said", brief_.speakers, [&](const BriefSpeaker& one) { speaker(one); });
      json_.list("timeline", brief_.moments, [&](const BriefMoment& one) { moment(one); });
      json_.list("advisories", brief_.advisories, [&](const BriefAdvisory& one) {
        json_.object([&] {
          json_.field("what", name_of(one.what));
          line(one.line);
        });
      });
    });
    return json_.str();
  }

 private:
  void dated(std::string_view key, const std::optional<Date>& date) {
    json_.key(key);
    write_date(json_, date);
  }

  void span(const Citation& place) {
    json_.span(brief_.reports[place.report].report.id, shown_[place.report], place.span);
  }

  void span(std::string_view key, const Citation& place) {
    json_.key(key);
    span(place);
  }

  // Members of the open object.
  void line(const BriefLine& line) {
    json_.field("text", line.text);
    json_.maybe("claim", line.claim ? std::optional(line.claim->str()) : std::nullopt);
    json_.field("origins", line.origins);
    json_.list("evidence", line.citations, [&](const Citation& place) { span(place); });
    if (line.core) span("core", {line.citations.front().report, *line.core});
  }

  void lines(std::string_view key, const std::vector<BriefLine>& all) {
    json_.list(key, all, [&](const BriefLine& one) { json_.object([&] { line(one); }); });
  }

  void partings(std::string_view key, const std::vector<BriefParting>& all) {
    json_.list(key, all, [&](const BriefParting& parting) {
      json_.object([&] {
        json_.field("claim", parting.claim.str());
        json_.field("slot", name_of(parting.slot));
        json_.maybe("unit", parting.unit.empty() ? std::nullopt : std::optional(parting.unit));
        json_.maybe("of", parting.of.empty() ? std::nullopt : std::optional(parting.of));
        json_.list("sides", parting.sides, [&](const BriefSide& side) {
          json_.object([&] {
            json_.field("value", side.value);
            json_.list("values", side.values, [&](const Citation& place) { span(place); });
            line(side.line);
          });
        });
      });
    });
  }

  void speaker(const BriefSpeaker& speaker) {
    json_.object([&] {
      json_.field("entity", speaker.entity.str());
      json_.field("name", speaker.name);
      span("named", speaker.named);
      json_.maybe("role", speaker.role);
      if (speaker.office) span("office", *speaker.office);
      json_.field("origins", speaker.origins);
      json_.list("sayings", speaker.sayings, [&](const BriefSaying& saying) {
        json_.object([&] {
          json_.field("cue", saying.cue);
          json_.list("via", saying.via, [&](const std::string& passer) { json_.string(passer); });
          dated("date", saying.date);
          line(saying.line);
        });
      });
    });
  }

  void moment(const BriefMoment& moment) {
    json_.object([&] {
      dated("date", moment.date);
      span("dated_by", moment.words);
      json_.field("time_of", name_of(moment.time_of));
      line(moment.line);
    });
  }

  const Brief& brief_;
  std::vector<Shown> shown_;  // by report
  Json json_;
};

}  // namespace

std::string brief_json(const Brief& brief) {
  return Writing(brief).written();
}

}  // namespace crossread
