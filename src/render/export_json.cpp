// Rows of the dossier, each written by one function below or in account_rows.cpp and claim_rows.cpp; the document is
// the rows under their keys.
#include "render/export_json.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <ostream>

#include "base/fault.h"
#include "base/hash.h"
#include "render/account_rows.h"
#include "render/json_row.h"
#include "render/names.h"

namespace crossread {
namespace {

using namespace std::string_view_literals;

constexpr std::array kKeys = {"reports"sv,    "rejections"sv, "origins"sv, "lineage"sv, "stories"sv,
                              "entities"sv,   "statements"sv, "events"sv,  "claims"sv,  "timeline"sv,
                              "advisories"sv, "situation"sv,  "changes"sv};

void write_furniture(Json& json, const Report& report, const Shown& shown) {
  json.list("furniture", report.furniture, [&](const Furniture& piece) {
    json.object([&] {
      json.range(shown, piece.span);
      json.field("kind", word_of(piece.kind));
    });
  });
}

void write_body(Json& json, const Report& report, const Shown& shown) {
  json.list("body", report.body, [&](ByteSpan range) {
    json.array(std::array{range.begin, range.end}, [&](std::uint32_t byte) { json.integer(shown.points.at(byte)); });
  });
}

void write_credits(Json& json, const Report& report, const Shown& shown) {
  json.list("credits", report.credits, [&](const Credit& credit) {
    json.object([&] {
      json.field("name", credit.name);
      json.key("span");
      json.span(report.id, shown, credit.span);
    });
  });
}

void write_notices(Json& json, const Report& report, const Shown& shown) {
  json.list("notices", report.notices, [&](const Notice& notice) {
    json.object([&] {
      json.field("kind", word_of(notice.kind));
      json.key("span");
      json.span(report.id, shown, notice.span);
    });
  });
}

void write_published(Json& json, const Report& report) {
  json.key("published");
  write_date(json, report.published);
}

// Words shared over words there, in thousandths, half up; never above the whole.
std::uint64_t share(std::uint32_t shared, std::uint32_t words) {
  if (words == 0) return 0;
  return std::min<std::uint64_t>(1000, (std::uint64_t{shared} * 2000 + words) / (2 * std::uint64_t{words}));
}

std::string producer_fields(const Producer& producer) {
  Json json;
  json.object([&] {
    json.field("crossread", producer.crossread);
    json.field("tables", producer.tables);
    json.key("models");
    json.object([&] {
      for (const Producer::Model& model : producer.models) json.field(model.name, model.digest);
    });
  });
  return json.str();
}

void write_tokens(Json& json, const Analysis& analysis, const Shown& shown) {
  json.list("tokens", analysis.tokens, [&](const Token& token) {
    json.object([&] {
      json.range(shown, token.span);
      json.field("lemma", token.lemma);
      json.field("upos", name_of(token.upos));
      json.field("xpos", name_of(token.xpos));
      json.field("head", token.head);
      json.field("deprel", name_of(token.relation));
    });
  });
}

void write_mentions(Json& json, const std::vector<Mention>& mentions, const Shown& shown) {
  json.list("entities", mentions, [&](const Mention& mention) {
    json.object([&] {
      json.range(shown, mention.span);
      json.field("kind", word_of(mention.kind));
      json.field("entity", mention.entity);
      json.field("level", word_of(mention.level));
    });
  });
}

void write_times(Json& json, const Analysis& analysis, const Shown& shown) {
  json.list("times", analysis.times, [&](const TimeExpression& time) {
    json.object([&] {
      json.range(shown, time.span);
      json.field("type", word_of(time.type));
      json.field("value", time.value);
      json.field("anchor", word_of(time.date.anchor));
    });
  });
}

void write_quantities(Json& json, const Analysis& analysis, const Shown& shown) {
  json.list("quantities", analysis.quantities, [&](const Quantity& quantity) {
    json.object([&] {
      json.range(shown, quantity.span);
      json.maybe_number("value", quantity.value);
      json.maybe_number("low", quantity.low);
      json.maybe_number("high", quantity.high);
      json.maybe("unit", quantity.unit.empty() ? std::nullopt : std::optional(quantity.unit));
      json.maybe("of", quantity.of.empty() ? std::nullopt : std::optional(quantity.of));
      quantity.part_of ? json.field("part_of", *quantity.part_of) : json.null_field("part_of");
    });
  });
}

// The texts at hand, by report.
using Texts = std::map<ReportId, std::string_view>;

// Rows of what reports say, one by one or together; Source is a StorylineFile or a Dossier.
template <class Source>
void told_rows(const Source& source, std::string_view key, const Texts& texts, const RowTaker& take) {
  const TextOf text_of = [&](ReportId id) { return std::string(texts.at(id)); };
  if (key == "entities") {
    for (const Entity& entity : source.entities) take(entity.id.str(), entity_row(entity, text_of));
  }
  for (const AccountEntry& entry : source.accounts) {
    const ReportId report = entry.account.report;
    if (key == "statements") {
      const std::vector<std::string> rows = statement_rows(entry, texts.at(report));
      for (std::size_t i = 0; i < rows.size(); ++i)
        take(statement_id(report, entry.account.statements[i]).str(), rows[i]);
    } else if (key == "events") {
      const std::vector<std::string> rows = event_rows(entry, texts.at(report));
      for (std::size_t i = 0; i < rows.size(); ++i) take(event_id(report, entry.account.events[i]).str(), rows[i]);
    }
  }
  if (key == "claims") {
    for (const Claim& claim : source.claims) take(claim.id.str(), claim_row(claim, text_of));
  } else if (key == "timeline") {
    for (const TimelineEntry& entry : source.timeline) take(entry.claim.str(), timeline_row(entry));
  } else if (key == "advisories") {
    for (const Advisory& advisory : source.advisories) take("", advisory_row(advisory, text_of));
  } else if (key == "situation") {
    for (const SituationRow& row : source.situation) take("", situation_row(row));
  }
}

// Every row of a key, in order.
void each_row(const Dossier& dossier, std::string_view key, const std::function<void(std::string)>& take) {
  Texts texts;
  for (const ReportEntry& entry : dossier.reports) texts[entry.report.id] = entry.report.text;
  const TextOf text_of = [&](ReportId id) { return std::string(texts.at(id)); };
  if (key == "reports") std::ranges::for_each(dossier.reports, [&](const auto& row) { take(report_row(row)); });
  if (key == "rejections")
    std::ranges::for_each(dossier.rejections, [&](const auto& row) { take(rejection_row(row)); });
  if (key == "origins")
    std::ranges::for_each(dossier.origins, [&](const auto& row) { take(origin_row(row, text_of)); });
  if (key == "lineage") {
    for (const CopyLink& link : dossier.lineage) take(lineage_row(link, texts.at(link.report), texts.at(link.other)));
  }
  if (key == "stories") std::ranges::for_each(dossier.stories, [&](const auto& row) { take(story_row(row)); });
  told_rows(dossier, key, texts, [&](const std::string&, const std::string& row) { take(row); });
  if (key == "changes") std::ranges::for_each(dossier.changes, [&](const auto& row) { take(change_row(row)); });
}

}  // namespace

std::span<const std::string_view> dossier_keys() {
  return kKeys;
}

void storyline_rows(const StorylineFile& file, std::string_view key, const RowTaker& take) {
  Texts texts;
  for (const Report& report : file.reports) texts[report.id] = report.text;
  told_rows(file, key, texts, take);
}

std::string report_row(const ReportEntry& entry) {
  const Report& report = entry.report;
  const Shown shown(report.text);
  Json json;
  json.object([&] {
    json.field("id", report.id.str());
    json.field("source_id", report.source_id);
    json.maybe("outlet", report.outlet);
    json.maybe("url", report.url);
    json.field("title", report.title);
    json.maybe("byline", report.byline);
    json.maybe("dateline", report.dateline);
    write_published(json, report);
    json.field("published_from", word_of(report.published_from));
    json.maybe("language", report.language.empty() ? std::nullopt : std::optional(report.language));
    json.field("text", report.text);
    json.field("text_digest", digest_hex(report.text));
    write_body(json, report, shown);
    write_furniture(json, report, shown);
    write_credits(json, report, shown);
    write_notices(json, report, shown);
    json.field("origin", entry.origin.str());
    json.maybe("version_of", entry.version_of ? std::optional(entry.version_of->str()) : std::nullopt);
    if (entry.version) {
      json.field("version", *entry.version);
    } else {
      json.field("version", "unordered"sv);
    }
  });
  return json.str();
}

std::string rejection_row(const Rejection& rejection) {
  Json json;
  json.object([&] {
    json.field("source_id", rejection.source_id);
    json.field("stage", rejection.stage);
    json.field("fault", name_of(rejection.problem.fault));
    const std::string& detail = rejection.problem.detail;
    json.field("message", detail.empty() ? std::string(gloss_of(rejection.problem.fault)) : detail);
  });
  return json.str();
}

std::string origin_row(const Origin& origin, const TextOf& text_of) {
  Json json;
  json.object([&] {
    json.field("id", origin.id.str());
    json.field("label", origin.label);
    json.ids("reports", origin.reports);
    json.list("passages", origin.passages, [&](const Evidence& passage) {
      const std::string text = text_of(passage.report);
      json.span(passage.report, Shown(text), passage.span);
    });
  });
  return json.str();
}

std::string lineage_row(const CopyLink& link, std::string_view report_text, std::string_view other_text) {
  const Shown report(report_text);
  const Shown other(other_text);
  Json json;
  json.object([&] {
    json.field("report", link.report.str());
    json.field("other", link.other.str());
    json.field("kind", word_of(link.kind));
    json.field("direction", word_of(link.direction));
    json.field("shared_words", link.shared_words);
    json.key("share_of_report");
    json.thousandths(share(link.shared_words, link.report_words));
    json.key("share_of_other");
    json.thousandths(share(link.shared_words, link.other_words));
    json.list("passages", link.passages, [&](const Passage& passage) {
      json.object([&] {
        json.key("report");
        json.span(link.report, report, passage.report);
        json.key("other");
        json.span(link.other, other, passage.other);
      });
    });
  });
  return json.str();
}

std::string story_row(const Story& story) {
  Json json;
  json.object([&] {
    json.field("id", story.id.str());
    json.field("title", story.title);
    json.ids("reports", story.reports);
    json.key("start");
    write_date(json, story.start);
    json.key("end");
    write_date(json, story.end);
    json.ids("follows", story.follows);
    json.field("storyline", story.storyline.str());
  });
  return json.str();
}

std::string change_row(const Change& change) {
  Json json;
  json.object([&] {
    json.field("batch", change.batch);
    json.field("at", change.at);
    json.field("kind", name_of(change.kind));
    json.list("from", change.from, [&](const std::string& id) { json.string(id); });
    json.list("to", change.to, [&](const std::string& id) { json.string(id); });
  });
  return json.str();
}

std::string extract_row(const Report& report) {
  const Shown shown(report.text);
  Json json;
  json.object([&] {
    json.field("source_id", report.source_id);
    json.field("title", report.title);
    json.maybe("outlet", report.outlet);
    json.maybe("byline", report.byline);
    write_published(json, report);
    json.field("text", report.text);
    write_body(json, report, shown);
    write_furniture(json, report, shown);
  });
  return json.str();
}

std::string analysis_row(const Report& report, const Analysis& analysis, const Account& account) {
  const Shown shown(report.text);
  Json json;
  json.object([&] {
    json.field("source_id", report.source_id);
    json.field("text", report.text);
    json.list("sentences", analysis.sentences,
              [&](const Sentence& sentence) { json.object([&] { json.range(shown, sentence.span); }); });
    write_tokens(json, analysis, shown);
    write_mentions(json, account.mentions, shown);
    write_times(json, analysis, shown);
    write_quantities(json, analysis, shown);
    write_told(json, account, report.text);
  });
  return json.str();
}

void write_json(const Dossier& dossier, std::ostream& out) {
  DossierWriter writer(out, dossier.producer);
  for (const std::string_view key : kKeys) {
    writer.section(key);
    each_row(dossier, key, [&](const std::string& row) { writer.row(row); });
  }
  writer.finish();
}

bool write_rows(const Dossier& dossier, std::string_view key, std::ostream& out) {
  if (std::ranges::find(kKeys, key) == kKeys.end()) return false;
  each_row(dossier, key, [&](const std::string& row) { out << row << '\n'; });
  return true;
}

DossierWriter::DossierWriter(std::ostream& out, const Producer& producer) : out_(out) {
  out_ << R"({"schema_version":")" << kSchemaVersion << "\",\n\"producer\":" << producer_fields(producer);
}

void DossierWriter::section(std::string_view key) {
  close_section();
  assert(std::find(kKeys.begin() + static_cast<std::ptrdiff_t>(next_), kKeys.end(), key) != kKeys.end() &&
         "sections come in the order of dossier_keys()");
  while (kKeys[next_] != key) out_ << ",\n\"" << kKeys[next_++] << "\":[]";
  out_ << ",\n\"" << kKeys[next_++] << "\":[";
  open_ = empty_ = true;
}

void DossierWriter::row(std::string_view json) {
  assert(open_ && "a row stands in a section");
  out_ << (empty_ ? "\n" : ",\n") << json;
  empty_ = false;
}

void DossierWriter::close_section() {
  if (open_) out_ << (empty_ ? "]" : "\n]");
  open_ = false;
}

void DossierWriter::finish() {
  close_section();
  while (next_ < kKeys.size()) out_ << ",\n\"" << kKeys[next_++] << "\":[]";
  out_ << "}\n";
}

}  // namespace crossread
