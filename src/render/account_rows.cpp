// Rows of what reports say: entities, statements, events.
#include "render/account_rows.h"

#include "render/evidence_spans.h"
#include "render/export_json.h"

namespace crossread {
namespace {

std::optional<std::string> known(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

void write_mention(Json& json, const EntityMention& mention, EvidenceSpans& spans) {
  const Shown& shown = spans.text(mention.place.report);
  json.object([&] {
    json.field("report", mention.place.report.str());
    json.range(shown, mention.place.span);
    json.field("exact", mention.place.span.in(shown.text));
    json.field("level", word_of(mention.level));
  });
}

void write_role(Json& json, const EntityRole& role, EvidenceSpans& spans) {
  json.object([&] {
    json.field("role", role.role);
    if (!role.evidence) return json.field("from", "table");
    json.key("span");
    spans.write(*role.evidence);
  });
}

// One report's rows: spans and ids of its account.
class AccountRows {
 public:
  AccountRows(const AccountEntry& entry, std::string_view text) : AccountRows(entry.account, entry.entity_of, text) {}
  AccountRows(const Account& account, const std::vector<EntityId>& entity_of, std::string_view text)
      : account_(account), entity_of_(entity_of), shown_(text) {}

  void write(Json& json, const Statement& statement) const {
    json.object([&] {
      json.field("id", statement_id(account_.report, statement).str());
      json.field("report", account_.report.str());
      write_thing(json, "speaker",
                  statement.speakers.empty() ? std::nullopt : std::optional(statement.speakers.front().entity));
      write(json, "speaker_text", statement.speaker_text);
      write_thing(json, "addressee", thing_of(statement.addressee));
      json.field("act", name_of(statement.act));
      write(json, "cue", statement.cue);
      write(json, "content", statement.content);
      write(json, "quotes", statement.quotes);
      json.flag("translated", statement.translated);
      json.maybe("within", statement.within ? id_of_statement(*statement.within) : std::nullopt);
      json.list("via", statement.via, [&](const Passer& passer) {
        json.object([&] {
          write_thing(json, "source", passer.entity);
          write(json, "text", passer.span);
        });
      });
      json.flag("anonymous", statement.anonymous);
      json.flag("negated", statement.negated);
      write(json, statement.date);
      write_confidence(json, statement.confidence);
    });
  }

  void write(Json& json, const Event& event) const {
    json.object([&] {
      json.field("id", event_id(account_.report, event).str());
      json.field("report", account_.report.str());
      json.field("type", name_of(event.type));
      json.maybe("mode", event.mode ? std::optional(std::string(name_of(*event.mode))) : std::nullopt);
      json.list("contexts", event.contexts, [&](EventContext context) { json.string(name_of(context)); });
      write(json, "actors", event.actors);
      write(json, "recipients", event.recipients);
      write_thing(json, "instrument", thing_of(event.instrument));
      write(json, "trigger", event.trigger);
      write(json, "sentence", event.sentence);
      write(json, event.date);
      write_thing(json, "place", thing_of(event.place));
      json.field("status", name_of(event.status));
      json.maybe("source", event.source ? id_of_statement(*event.source) : std::nullopt);
      json.list("causes", event.causes,
                [&](EventIndex cause) { json.string(event_id(account_.report, account_.events[cause]).str()); });
      json.flag("background", event.background);
      write_confidence(json, event.confidence);
      json.list("quantities", event.quantities, [&](QuantityIndex index) { write_quantity(json, index); });
    });
  }

  template <typename Told>
  std::string row(const Told& told) const {
    Json json;
    write(json, told);
    return json.str();
  }

 private:
  // Where no identities are at hand, the number of the thing in its report.
  void write_thing(Json& json, EntityIndex local) const {
    entity_of_.empty() ? json.integer(local) : json.string(entity_of_[local].str());
  }
  void write_thing(Json& json, std::string_view name, std::optional<EntityIndex> local) const {
    if (!local) return json.null_field(name);
    json.key(name);
    write_thing(json, *local);
  }
  static std::optional<EntityIndex> thing_of(const std::optional<Party>& party) {
    return party ? std::optional(party->entity) : std::nullopt;
  }
  std::optional<std::string> id_of_statement(StatementIndex index) const {
    return statement_id(account_.report, account_.statements[index]).str();
  }
  std::string id_of_quantity(QuantityIndex index) const {
    return quantity_id(account_.report, account_.quantities[index]).str();
  }

  void write(Json& json, std::string_view name, ByteSpan span) const {
    json.key(name);
    json.span(account_.report, shown_, span);
  }
  void write(Json& json, std::string_view name, const std::optional<ByteSpan>& span) const {
    span ? write(json, name, *span) : json.null_field(name);
  }
  void write(Json& json, std::string_view name, const std::vector<ByteSpan>& spans) const {
    json.list(name, spans, [&](ByteSpan span) { json.span(account_.report, shown_, span); });
  }
  void write(Json& json, std::string_view name, const std::vector<Party>& parties) const {
    json.list(name, parties, [&](const Party& party) { write_thing(json, party.entity); });
  }
  static void write(Json& json, const std::optional<StatedDate>& date) {
    json.key("date");
    write_date(json, date ? std::optional(date->date) : std::nullopt);
  }
  static void write_confidence(Json& json, const std::optional<std::uint16_t>& confidence) {
    if (!confidence) return;
    json.key("confidence");
    json.thousandths(*confidence);
  }

  void write_quantity(Json& json, QuantityIndex index) const {
    const StatedQuantity& quantity = account_.quantities[index];
    json.object([&] {
      json.field("id", id_of_quantity(index));
      json.maybe_number("value", quantity.value);
      json.maybe_number("low", quantity.low);
      json.maybe_number("high", quantity.high);
      json.maybe("unit", known(quantity.unit));
      json.maybe("of", known(quantity.of));
      json.maybe("part_of", quantity.part_of ? std::optional(id_of_quantity(*quantity.part_of)) : std::nullopt);
      write(json, "text", quantity.span);
    });
  }

  const Account& account_;
  const std::vector<EntityId>& entity_of_;
  Shown shown_;
};

}  // namespace

std::string entity_row(const Entity& entity, const TextOf& text_of) {
  Json json;
  EvidenceSpans spans(json, text_of);
  json.object([&] {
    json.field("id", entity.id.str());
    json.field("kind", word_of(entity.kind));
    json.field("name", entity.name);
    json.list("aliases", entity.aliases, [&](const Alias& alias) {
      json.object([&] {
        json.field("text", alias.text);
        json.field("mentions", alias.mentions);
      });
    });
    json.list("roles", entity.roles, [&](const EntityRole& role) { write_role(json, role, spans); });
    json.maybe("country", known(entity.country));
    json.maybe("sector", known(entity.sector));
    json.maybe("authority", entity.authority);
    json.list("mentions", entity.mentions, [&](const EntityMention& mention) { write_mention(json, mention, spans); });
  });
  return json.str();
}

std::vector<std::string> statement_rows(const AccountEntry& entry, std::string_view text) {
  const AccountRows rows(entry, text);
  std::vector<std::string> out;
  for (const Statement& statement : entry.account.statements) out.push_back(rows.row(statement));
  return out;
}

std::vector<std::string> event_rows(const AccountEntry& entry, std::string_view text) {
  const AccountRows rows(entry, text);
  std::vector<std::string> out;
  for (const Event& event : entry.account.events) out.push_back(rows.row(event));
  return out;
}

void write_told(Json& json, const Account& account, std::string_view text) {
  const std::vector<EntityId> none;
  const AccountRows rows(account, none, text);
  json.list("statements", account.statements, [&](const Statement& statement) { rows.write(json, statement); });
  json.list("events", account.events, [&](const Event& event) { rows.write(json, event); });
}

}  // namespace crossread
