// A page for each person and body: what they said and did and what was done to them, in order of time.
#include <fmt/format.h>

#include <iterator>

#include "render/brief_sections.h"
#include "render/phrases.h"

namespace crossread {
namespace {

std::string act_html(Cites& cites, const BriefAct& act) {
  const std::string date = act.date ? fmt::format("<time>{}</time> ", escaped(weekday_phrase(*act.date))) : "";
  const std::string cue = act.cue.empty() ? "" : fmt::format(" <i class=\"cue\">{}</i>", escaped(act.cue));
  return fmt::format("<li class=\"{}\">{}<b>{}</b>{} <p>{} {}</p>{}{}</li>\n", name_of(act.what), date, act_phrase(act),
                     cue, escaped(act.line.text), cites.chips(act.line.citations), cites.support(act.line),
                     cites.tellers(act.line));
}

std::string person_html(Cites& cites, std::size_t place) {
  const BriefPerson& person = cites.brief().people[place];
  std::string html = fmt::format("<details class=\"person\" id=\"{}\"{}><summary><b>{}</b>", person_id(cites, place),
                                 place == 0 ? " open" : "", escaped(person.named.name));
  if (person.office) html += fmt::format(" <small>{}</small>", escaped(person.office->name));
  html += fmt::format(" <span class=\"when\">{}, {}</span></summary>\n<p class=\"named\">Named in {}",
                      count_phrase(person.acts.size(), "act"), count_phrase(person.origins, "origin"),
                      cites.chip(person.named.words));
  if (person.office) html += fmt::format("; {} in {}", escaped(person.office->name), cites.chip(person.office->words));
  html += "</p><ol>\n";
  for (const BriefAct& act : person.acts) html += act_html(cites, act);
  return html + "</ol></details>\n";
}

}  // namespace

std::string person_id(const Cites& cites, std::size_t person) {
  return fmt::format("{}p{}", cites.prefix(), person + 1);
}

std::string people_html(Cites& cites) {
  if (cites.brief().people.empty()) return "";
  std::string html = section_start(cites, "people", "People and bodies: what each said and did");
  for (std::size_t i = 0; i < cites.brief().people.size(); ++i) html += person_html(cites, i);
  return html + "</section>\n";
}

}  // namespace crossread
