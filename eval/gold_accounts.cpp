#include "gold_accounts.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <stdexcept>

#include "base/hash.h"

namespace crossread::gold {
namespace {

namespace dom = simdjson::dom;

// Bytes of the code points of a text.
class Bytes {
 public:
  explicit Bytes(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) starts_.push_back(static_cast<std::uint32_t>(i));
    }
    starts_.push_back(static_cast<std::uint32_t>(text.size()));
  }
  ByteSpan span(std::uint64_t start, std::uint64_t end) const { return {starts_.at(start), starts_.at(end)}; }

 private:
  std::vector<std::uint32_t> starts_;
};

bool present(const dom::element& row, std::string_view key) {
  dom::element value;
  return row[key].get(value) == simdjson::SUCCESS && !value.is_null();
}

std::string text_or_empty(const dom::element& row, std::string_view key) {
  return present(row, key) ? std::string(std::string_view(row[key])) : std::string();
}

bool flag(const dom::element& row, std::string_view key) {
  return present(row, key) && bool(row[key]);
}

std::optional<double> number(const dom::element& row, std::string_view key) {
  if (!present(row, key)) return std::nullopt;
  return double(row[key]);
}

template <class Value>
Value wanted(const std::optional<Value>& value, std::string_view name) {
  if (!value) throw std::runtime_error(fmt::format("`{}` is no word of the dossier", name));
  return *value;
}

Grain grain_of(std::string_view name) {
  static const std::map<std::string_view, Grain> kGrains = {
      {"minute", Grain::minute},   {"hour", Grain::hour},   {"day", Grain::day},
      {"week", Grain::week},       {"month", Grain::month}, {"season", Grain::season},
      {"quarter", Grain::quarter}, {"year", Grain::year},   {"decade", Grain::decade}};
  return kGrains.at(name);
}

std::optional<CivilTime> point(const dom::element& row, std::string_view key) {
  if (!present(row, key)) return std::nullopt;
  const auto date = parse_timestamp(std::string_view(row[key]));
  return date ? date->start : std::nullopt;
}

EntityKind kind_of(std::string_view name) {
  static const std::map<std::string_view, EntityKind> kKinds = {
      {"person", EntityKind::person},     {"organisation", EntityKind::organisation},
      {"place", EntityKind::place},       {"group", EntityKind::group},
      {"facility", EntityKind::facility}, {"vehicle", EntityKind::vehicle},
      {"weapon", EntityKind::weapon},     {"law", EntityKind::law},
      {"product", EntityKind::product},   {"event", EntityKind::event},
      {"other", EntityKind::other}};
  return kKinds.at(name);
}

MentionLevel level_of(std::string_view name) {
  if (name == "name") return MentionLevel::name;
  return name == "pronoun" ? MentionLevel::pronoun : MentionLevel::nominal;
}

CopyKind copy_kind_of(std::string_view name) {
  static const std::map<std::string_view, CopyKind> kKinds = {
      {"same", CopyKind::same},         {"near", CopyKind::near}, {"abridged", CopyKind::abridged},
      {"releaded", CopyKind::releaded}, {"part", CopyKind::part}, {"quoted", CopyKind::quoted}};
  return kKinds.at(name);
}

FurnitureKind furniture_of(std::string_view name) {
  static const std::map<std::string_view, FurnitureKind> kKinds = {
      {"section", FurnitureKind::section}, {"reading_time", FurnitureKind::reading_time},
      {"caption", FurnitureKind::caption}, {"credit", FurnitureKind::credit},
      {"related", FurnitureKind::related}, {"navigation", FurnitureKind::navigation},
      {"notice", FurnitureKind::notice},   {"dateline", FurnitureKind::dateline},
      {"byline", FurnitureKind::byline},   {"share", FurnitureKind::share},
      {"advert", FurnitureKind::advert},   {"headline", FurnitureKind::headline}};
  return kKinds.at(name);
}

NoticeKind notice_of(std::string_view name) {
  static const std::map<std::string_view, NoticeKind> kKinds = {
      {"machine_translation", NoticeKind::machine_translation},
      {"correction", NoticeKind::correction},
      {"update", NoticeKind::update},
      {"embargo", NoticeKind::embargo},
      {"opinion", NoticeKind::opinion}};
  return kKinds.at(name);
}

// One line of the file.
class Reading {
 public:
  explicit Reading(const dom::element& row) : row_(row), bytes_(std::string_view(row["text"])) {}

  GoldReport read() {
    out_.story = text_or_empty(row_, "story");
    read_report();
    out_.account.report = out_.report.id;
    for (const dom::element entity : dom::array(row_["entities"])) read_entity(entity);
    for (const dom::element quantity : dom::array(row_["quantities"])) read_quantity(quantity);
    number_rows("statements", statements_);
    number_rows("events", events_);
    for (const dom::element statement : dom::array(row_["statements"])) read_statement(statement);
    for (const dom::element event : dom::array(row_["events"])) read_event(event);
    std::ranges::sort(out_.account.mentions, {}, &Mention::span);
    const auto faults = faults_of(out_.account, out_.report.text);
    if (!faults.empty())
      throw std::runtime_error(fmt::format("{}: {}", out_.report.source_id, fmt::join(faults, "; ")));
    return std::move(out_);
  }

 private:
  ByteSpan span(const dom::element& row) const { return bytes_.span(row["start"], row["end"]); }
  std::optional<ByteSpan> maybe_span(const dom::element& row, std::string_view key) const {
    if (!present(row, key)) return std::nullopt;
    return span(row[key]);
  }
  std::vector<ByteSpan> spans(const dom::element& row, std::string_view key) const {
    std::vector<ByteSpan> out;
    for (const dom::element piece : dom::array(row[key])) out.push_back(span(piece));
    return out;
  }

  void read_report() {
    Report& report = out_.report;
    report.source_id = text_or_empty(row_, "source_id");
    report.outlet = text_or_empty(row_, "outlet");
    report.title = text_or_empty(row_, "title");
    report.text = text_or_empty(row_, "text");
    report.language = "en";
    report.published = parse_timestamp(text_or_empty(row_, "published"));
    if (report.published) report.published_from = PublishedFrom::given;
    for (const dom::element range : dom::array(row_["body"]))
      report.body.push_back(bytes_.span(range.at(0), range.at(1)));
    for (const dom::element piece : dom::array(row_["furniture"]))
      report.furniture.push_back({span(piece), furniture_of(piece["kind"])});
    for (const dom::element credit : dom::array(row_["credits"]))
      report.credits.push_back({text_or_empty(credit, "name"), span(credit["span"])});
    for (const dom::element notice : dom::array(row_["notices"]))
      report.notices.push_back({notice_of(notice["kind"]), span(notice["span"])});
    report.id = report_id(report);
  }

  // A thing shows in this report only what this report says of it: its name is the longest that stands here.
  void read_entity(const dom::element& row) {
    LocalEntity entity;
    entity.kind = kind_of(row["kind"]);
    entity.country = text_or_empty(row, "country");
    entity.sector = text_or_empty(row, "sector");
    std::string described;
    const auto index = static_cast<EntityIndex>(out_.account.entities.size());
    for (const dom::element mention : dom::array(row["mentions"])) {
      const ByteSpan at = span(mention);
      const bool demonym = flag(mention, "demonym");
      const MentionLevel level = demonym ? MentionLevel::nominal : level_of(mention["level"]);
      out_.account.mentions.push_back({at, entity.kind, level, index});
      const std::string words(at.in(out_.report.text));
      if (level == MentionLevel::name && words.size() > entity.name.size()) entity.name = words;
      if (level == MentionLevel::nominal && described.empty()) described = words;
    }
    entity.nameless = entity.name.empty();
    if (entity.nameless) entity.name = described.empty() ? text_or_empty(row, "name") : described;
    for (const dom::element role : dom::array(row["roles"]))
      entity.roles.push_back({text_or_empty(role, "role"), maybe_span(role, "span")});
    add_entity(std::string(std::string_view(row["id"])), std::move(entity));
  }

  EntityIndex add_entity(std::string key, LocalEntity entity) {
    const auto index = static_cast<EntityIndex>(out_.account.entities.size());
    entities_.emplace(key, index);
    out_.keys.push_back(std::move(key));
    out_.account.entities.push_back(std::move(entity));
    return index;
  }

  // Somebody who is meant without a word of his own: his place is where he is meant.
  EntityIndex entity(std::string_view key, ByteSpan meant) {
    const auto found = entities_.find(key);
    if (found != entities_.end()) return found->second;
    LocalEntity unnamed;
    unnamed.name = std::string(key.substr(key.rfind(':') + 1));
    unnamed.nameless = true;
    const EntityIndex index = add_entity(std::string(key), std::move(unnamed));
    out_.account.mentions.push_back({meant, EntityKind::other, MentionLevel::pronoun, index});
    return index;
  }

  std::vector<Party> parties(const dom::element& row, std::string_view key, ByteSpan meant) {
    std::vector<Party> out;
    for (const dom::element id : dom::array(row[key])) out.push_back({entity(id, meant), std::nullopt});
    return out;
  }
  std::optional<Party> party(const dom::element& row, std::string_view key, ByteSpan meant) {
    if (!present(row, key)) return std::nullopt;
    return Party{entity(row[key], meant), std::nullopt};
  }

  // Where its words stand is not told: `meant` stands for them.
  std::optional<StatedDate> date(const dom::element& row, ByteSpan meant) const {
    if (!present(row, "date")) return std::nullopt;
    const dom::element value = row["date"];
    StatedDate out;
    out.date.start = point(value, "start");
    out.date.end = point(value, "end");
    out.date.grain = grain_of(value["grain"]);
    out.date.text = text_or_empty(value, "text");
    if (!out.date.text.empty()) out.span = meant;
    out.date.anchor = out.date.text.empty() ? Anchor::unknown : Anchor::published;
    return out;
  }

  void read_quantity(const dom::element& row) {
    StatedQuantity quantity{span(row["text"]),   number(row, "value"),       number(row, "low"),
                            number(row, "high"), text_or_empty(row, "unit"), text_or_empty(row, "of"),
                            std::nullopt};
    quantities_.emplace(text_or_empty(row, "id"), static_cast<QuantityIndex>(out_.account.quantities.size()));
    out_.quantities.push_back(text_or_empty(row, "id"));
    wholes_.push_back(text_or_empty(row, "part_of"));
    out_.account.quantities.push_back(std::move(quantity));
    if (out_.account.quantities.size() == dom::array(row_["quantities"]).size()) settle_wholes();
  }
  void settle_wholes() {
    for (std::size_t i = 0; i < wholes_.size(); ++i) {
      if (!wholes_[i].empty()) out_.account.quantities[i].part_of = quantities_.at(wholes_[i]);
    }
  }

  void number_rows(std::string_view key, std::map<std::string, std::uint32_t, std::less<>>& numbers) {
    for (const dom::element row : dom::array(row_[key]))
      numbers.emplace(text_or_empty(row, "id"), static_cast<std::uint32_t>(numbers.size()));
  }

  void read_statement(const dom::element& row) {
    Statement statement;
    statement.content = spans(row, "content");
    statement.quotes = spans(row, "quotes");
    statement.speaker_text = maybe_span(row, "speaker_text");
    statement.cue = maybe_span(row, "cue");
    const ByteSpan meant = statement.speaker_text.value_or(statement.cue.value_or(statement.content.at(0)));
    if (present(row, "speakers")) {
      statement.speakers = parties(row, "speakers", meant);
    } else if (present(row, "speaker")) {
      statement.speakers = {{entity(row["speaker"], meant), std::nullopt}};
    }
    for (Party& speaker : statement.speakers) speaker.span = statement.speaker_text;
    statement.addressee = party(row, "addressee", meant);
    statement.act = wanted(act_named(row["act"]), row["act"]);
    statement.translated = flag(row, "translated");
    statement.carrier = flag(row, "carrier");
    statement.anonymous = flag(row, "anonymous");
    statement.negated = flag(row, "negated");
    statement.date = date(row, meant);
    if (present(row, "within")) statement.within = statements_.at(text_or_empty(row, "within"));
    for (const dom::element via : dom::array(row["via"])) {
      const ByteSpan at = maybe_span(via, "text").value_or(meant);
      statement.via.push_back({present(via, "source") ? std::optional(entity(via["source"], at)) : std::nullopt, at});
    }
    out_.account.statements.push_back(std::move(statement));
    out_.statements.push_back(text_or_empty(row, "id"));
  }

  void read_event(const dom::element& row) {
    Event event;
    event.type = wanted(event_type_named(row["type"]), row["type"]);
    if (present(row, "mode")) event.mode = wanted(event_mode_named(row["mode"]), row["mode"]);
    // of two types that could be argued for, the mode may be the other's
    if (event.mode && !has_mode(event.type, *event.mode)) event.mode.reset();
    for (const dom::element context : dom::array(row["contexts"]))
      event.contexts.push_back(wanted(event_context_named(context), context));
    std::ranges::sort(event.contexts);
    event.trigger = span(row["trigger"]);
    event.sentence = span(row["sentence"]);
    event.actors = parties(row, "actors", event.trigger);
    event.recipients = parties(row, "recipients", event.trigger);
    event.instrument = party(row, "instrument", event.trigger);
    event.place = party(row, "place", event.trigger);
    event.date = date(row, event.trigger);
    event.status = wanted(event_status_named(row["status"]), row["status"]);
    if (present(row, "source")) event.source = statements_.at(text_or_empty(row, "source"));
    for (const dom::element cause : dom::array(row["causes"]))
      event.causes.push_back(events_.at(std::string(std::string_view(cause))));
    event.background = flag(row, "background");
    for (const dom::element quantity : dom::array(row["quantities"]))
      event.quantities.push_back(quantities_.at(text_or_empty(quantity, "id")));
    out_.account.events.push_back(std::move(event));
    out_.events.push_back(text_or_empty(row, "id"));
  }

  dom::element row_;
  Bytes bytes_;
  GoldReport out_;
  std::map<std::string, EntityIndex, std::less<>> entities_;
  std::map<std::string, std::uint32_t, std::less<>> quantities_;
  std::map<std::string, std::uint32_t, std::less<>> statements_;
  std::map<std::string, std::uint32_t, std::less<>> events_;
  std::vector<std::string> wholes_;
};

// Ids of a dossier and of ours.
struct Known {
  std::map<std::string, const GoldReport*, std::less<>> by_id;

  const GoldReport& at(std::string_view id) const { return *by_id.find(id)->second; }
  Evidence evidence(const dom::element& span) const {
    const GoldReport& of = at(span["report"]);
    return {of.report.id, Bytes(of.report.text).span(span["start"], span["end"])};
  }
};

std::string stem(std::string_view source_id) {
  const auto slash = source_id.find_last_of("/\\#:");
  if (slash != std::string_view::npos) source_id.remove_prefix(slash + 1);
  if (source_id.ends_with(".txt")) source_id.remove_suffix(4);
  return std::string(source_id);
}

Known known_reports(const dom::element& dossier, const std::vector<GoldReport>& reports) {
  Known known;
  for (const dom::element row : dom::array(dossier["reports"])) {
    const std::string name = stem(text_or_empty(row, "source_id"));
    const auto found =
        std::ranges::find_if(reports, [&](const GoldReport& r) { return stem(r.report.source_id) == name; });
    if (found == reports.end()) throw std::runtime_error("no account of " + name);
    if (std::string_view(row["text"]) != found->report.text) throw std::runtime_error("another text of " + name);
    known.by_id.emplace(text_or_empty(row, "id"), &*found);
  }
  return known;
}

Origin origin_of(const dom::element& row, const Known& known) {
  Origin origin;
  origin.label = text_or_empty(row, "label");
  for (const dom::element id : dom::array(row["reports"])) origin.reports.push_back(known.at(id).report.id);
  for (const dom::element passage : dom::array(row["passages"])) origin.passages.push_back(known.evidence(passage));
  origin.id = {mix(origin.reports.at(0).value, hash64("origin"))};
  return origin;
}

CopyLink link_of(const dom::element& row, const Known& known) {
  CopyLink link;
  link.report = known.at(row["report"]).report.id;
  link.other = known.at(row["other"]).report.id;
  link.kind = copy_kind_of(row["kind"]);
  const std::string direction = text_or_empty(row, "direction");
  link.direction = direction == "from" ? CopyDirection::from
                   : direction == "to" ? CopyDirection::to
                                       : CopyDirection::unknown;
  for (const dom::element passage : dom::array(row["passages"]))
    link.passages.push_back({known.evidence(passage["report"]).span, known.evidence(passage["other"]).span});
  return link;
}

// Gold tells the passages of an origin by the links alone.
void add_passages(Settled& settled) {
  for (const CopyLink& link : settled.links) {
    if (link.direction == CopyDirection::unknown) continue;
    const bool from = link.direction == CopyDirection::from;
    const ReportId giver = from ? link.other : link.report;
    const ReportId taker = from ? link.report : link.other;
    const auto home = std::ranges::find_if(settled.origins, [&](const Origin& origin) {
      return std::ranges::find(origin.reports, giver) != origin.reports.end();
    });
    if (home == settled.origins.end()) continue;
    for (const Passage& passage : link.passages) {
      const Evidence words{taker, from ? passage.report : passage.other};
      if (std::ranges::find(home->passages, words) == home->passages.end()) home->passages.push_back(words);
    }
  }
  for (Origin& origin : settled.origins) std::ranges::sort(origin.passages);
}

std::vector<Story> stories_of(const dom::element& dossier, const Known& known) {
  std::map<std::string, StoryId> ids;
  std::map<std::string, StorylineId> lines;
  std::vector<Story> stories;
  for (const dom::element row : dom::array(dossier["stories"])) {
    Story story;
    story.title = text_or_empty(row, "title");
    for (const dom::element id : dom::array(row["reports"])) story.reports.push_back(known.at(id).report.id);
    story.id = {mix(story.reports.at(0).value, hash64("story"))};
    ids.emplace(text_or_empty(row, "id"), story.id);
    story.storyline = lines.emplace(text_or_empty(row, "storyline"), StorylineId{story.id.value}).first->second;
    stories.push_back(std::move(story));
  }
  std::size_t i = 0;
  for (const dom::element row : dom::array(dossier["stories"])) {
    for (const dom::element id : dom::array(row["follows"]))
      stories[i].follows.push_back(ids.at(std::string(std::string_view(id))));
    ++i;
  }
  return stories;
}

}  // namespace

std::vector<GoldReport> read_accounts(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<GoldReport> out;
  dom::parser parser;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    try {
      out.push_back(Reading(parser.parse(line)).read());
    } catch (const std::exception& problem) {
      throw std::runtime_error(fmt::format("{}:{}: {}", file.string(), number, problem.what()));
    }
  }
  return out;
}

Settled read_settled(const std::filesystem::path& file, const std::vector<GoldReport>& reports) {
  dom::parser parser;
  const dom::element dossier = parser.load(file.string());
  const Known known = known_reports(dossier, reports);
  Settled out;
  for (const dom::element row : dom::array(dossier["origins"])) out.origins.push_back(origin_of(row, known));
  for (const dom::element row : dom::array(dossier["lineage"])) out.links.push_back(link_of(row, known));
  add_passages(out);
  out.stories = stories_of(dossier, known);
  return out;
}

}  // namespace crossread::gold
