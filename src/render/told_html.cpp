#include "render/told_html.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>
#include <vector>

#include "render/html.h"

namespace crossread {
namespace {

class List {
 public:
  List(const Report& report, const Account& account) : report_(report), account_(account) {}

  std::string html(ByteSpan sentence) {
    for (StatementIndex i = 0; i < account_.statements.size(); ++i) {
      if (sentence.contains(
              ByteSpan{account_.statements[i].content.front().begin, account_.statements[i].content.front().begin}))
        add_statement(i);
    }
    for (EventIndex i = 0; i < account_.events.size(); ++i) {
      if (sentence.contains(account_.events[i].trigger)) add_event(i);
    }
    return out_.empty() ? out_ : "<ul class=\"told\">\n" + out_ + "</ul>\n";
  }

 private:
  template <class... Args>
  void put(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
  }

  std::string shown(ByteSpan span) const { return "“" + escaped(span.in(report_.text)) + "”"; }

  std::string thing(EntityIndex entity) const {
    return fmt::format("{} <small>{}</small>", escaped(account_.entities[entity].name), entity);
  }

  std::string parties(const std::vector<Party>& list) const {
    std::string names;
    for (const Party& party : list) names += (names.empty() ? "" : ", ") + thing(party.entity);
    return names;
  }

  void part(std::string_view what, const std::string& html) {
    if (!html.empty()) put("<span><i>{}</i> {}</span>", what, html);
  }
  void part(std::string_view what, const std::optional<Party>& party) {
    if (party) part(what, thing(party->entity));
  }
  void date(const std::optional<StatedDate>& stated) {
    if (stated && stated->date.start) part("on", iso(*stated->date.start));
  }

  void add_statement(StatementIndex index) {
    const Statement& statement = account_.statements[index];
    put("<li class=\"said\"><b>{} {}{}</b>", statement_label(index), statement.negated ? "not " : "",
        name_of(statement.act));
    part("by", statement.speakers.empty() ? std::string("nobody named") : parties(statement.speakers));
    if (statement.anonymous) part("unnamed", std::string("on purpose"));
    part("to", statement.addressee);
    if (statement.cue) part("cue", shown(*statement.cue));
    std::string words;
    for (const ByteSpan span : statement.content) words += shown(span);
    part("says", words);
    if (statement.within) part("within", statement_label(*statement.within));
    std::string via;
    for (const Passer& passer : statement.via)
      via += (via.empty() ? "" : ", ") + (passer.entity ? thing(*passer.entity) : shown(passer.span));
    part("via", via);
    date(statement.date);
    put("</li>\n");
  }

  void add_event(EventIndex index) {
    const Event& event = account_.events[index];
    put("<li class=\"done\"><b>{} {}{}{}</b>", event_label(index), name_of(event.type), event.mode ? " " : "",
        event.mode ? name_of(*event.mode) : "");
    part("status", std::string(name_of(event.status)) + (event.background ? ", background" : ""));
    part("by", parties(event.actors));
    part("to", parties(event.recipients));
    part("with", event.instrument);
    part("at", event.place);
    date(event.date);
    part("words", shown(event.trigger));
    if (event.source) part("told in", statement_label(*event.source));
    std::string causes;
    for (const EventIndex cause : event.causes) causes += (causes.empty() ? "" : ", ") + event_label(cause);
    part("because of", causes);
    std::string numbers;
    for (const QuantityIndex quantity : event.quantities)
      numbers += shown(account_.quantities[quantity].span) + " " + escaped(account_.quantities[quantity].of);
    part("numbers", numbers);
    put("</li>\n");
  }

  const Report& report_;
  const Account& account_;
  std::string out_;
};

}  // namespace

std::string statement_label(StatementIndex index) {
  return fmt::format("S{}", index);
}

std::string event_label(EventIndex index) {
  return fmt::format("E{}", index);
}

std::string told_html(const Report& report, const Account& account, ByteSpan sentence) {
  return List(report, account).html(sentence);
}

}  // namespace crossread
