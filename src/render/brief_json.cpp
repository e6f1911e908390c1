// The brief for other programs: sections as the Markdown has them, each line with its spans in code points.
#include "render/brief.h"
#include "render/json_row.h"
#include "render/phrases.h"

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
      json_.list("outlets", brief_.outlets, [&](const std::optional<OutletFacts>& facts) { outlet(facts); });
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
          named("issuer", one.issuer);
          json_.list("places", one.places, [&](const BriefNaming& place) { naming(place); });
          dated("date", one.date);
          if (one.dated_by) span("dated_by", *one.dated_by);
          line(one.line);
        });
      });
      json_.list("people", brief_.people, [&](const BriefPerson& one) { person(one); });
      json_.list("situation", brief_.conduct, [&](const BriefConduct& one) { conduct(one); });
      json_.list("matrix", brief_.matrix, [&](const MatrixRow& one) { row(one); });
      if (brief_.news) news(*brief_.news);
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

  // What a table knows of a report's outlet.
  void outlet(const std::optional<OutletFacts>& facts) {
    if (!facts) return json_.null();
    const auto known = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
    json_.object([&] {
      json_.field("name", facts->name);
      json_.maybe("country", known(facts->country));
      json_.field("kind", name_of(facts->kind));
      json_.field("control", name_of(facts->control));
      json_.maybe("owner", known(facts->owner));
    });
  }

  void naming(const BriefNaming& naming) {
    json_.object([&] {
      json_.field("name", naming.name);
      span("words", naming.words);
    });
  }

  void named(std::string_view key, const std::optional<BriefNaming>& one) {
    json_.key(key);
    one ? naming(*one) : json_.null();
  }

  void person(const BriefPerson& person) {
    json_.object([&] {
      json_.field("entity", person.entity.str());
      json_.field("kind", word_of(person.kind));
      named("named", person.named);
      named("office", person.office);
      json_.field("origins", person.origins);
      json_.list("acts", person.acts, [&](const BriefAct& act) {
        json_.object([&] {
          json_.field("what", name_of(act.what));
          json_.field("status", name_of(act.status));
          json_.field("cue", act.cue);
          dated("date", act.date);
          line(act.line);
        });
      });
    });
  }

  void conduct(const BriefConduct& conduct) {
    json_.object([&] {
      json_.field("actor", conduct.actor);
      json_.field("recipient", conduct.recipient);
      json_.list("points", conduct.points, [&](const BriefPoint& point) {
        json_.object([&] {
          json_.field("date", iso(CivilTime{point.day, -1}));
          json_.field("status", name_of(point.status));
          json_.key("score");
          json_.number(point.score / 1000.0);
          lines("claims", point.claims);
          json_.list("dated_by", point.dated, [&](const Citation& place) { span(place); });
        });
      });
    });
  }

  void row(const MatrixRow& row) {
    json_.object([&] {
      json_.field("part", name_of(row.part));
      json_.field("place", row.place);
      if (row.part == BriefPart::said) json_.field("saying", row.saying);
      json_.list("cells", row.cells, [&](const MatrixCell& cell) {
        json_.object([&] {
          json_.field("stance", name_of(cell.stance));
          const std::string side = cell.stance == Stance::tells ? side_phrase(brief_, row, cell) : "";
          json_.maybe("side", side.empty() ? std::nullopt : std::optional(side));
          json_.key("words");
          cell.words ? span(*cell.words) : json_.null();
        });
      });
    });
  }

  void news(const BriefNews& news) {
    const auto numbers = [&](std::string_view key, const std::vector<std::uint32_t>& places) {
      json_.list(key, places, [&](std::uint32_t place) { json_.integer(place); });
    };
    json_.key("new");
    json_.object([&] {
      json_.field("since", news.since);
      numbers("reports", news.reports);
      numbers("origins", news.origins);
      lines("lines", news.lines);
      numbers("confirmed", news.confirmed);
      numbers("disputed", news.disputed);
      numbers("revised", news.revised);
      json_.list("said", news.sayings, [&](const BriefNews::Saying& saying) {
        json_.object([&] {
          json_.field("speaker", saying.speaker);
          json_.field("saying", saying.saying);
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
