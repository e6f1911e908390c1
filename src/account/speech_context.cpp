#include "account/speech_context.h"

namespace crossread::account {

bool is_comma(std::string_view form) {
  return form == "," || form == ":" || form == ";";
}

SpeechContext::SpeechContext(const SpeechTree& of, const std::vector<Quotation>& found, const SpeechWords& table)
    : tree(of), quotations(found), words(table), quotation_at_(static_cast<std::size_t>(of.size()), -1) {
  for (std::size_t q = 0; q < found.size(); ++q) {
    for (TokenIndex i = found[q].marked.first; i <= found[q].marked.last; ++i)
      quotation_at_[static_cast<std::size_t>(i)] = static_cast<int>(q);
  }
}

bool SpeechContext::equal_start(TokenIndex at, std::string_view word) const {
  const std::string_view form = tree.form(at);
  return form.size() == word.size() && form.substr(1) == word.substr(1) && (form[0] | 0x20) == word[0];
}

const Quotation* SpeechContext::quotation_at(TokenIndex at) const {
  if (at < 0 || at >= tree.size()) return nullptr;
  const int q = quotation_at_[static_cast<std::size_t>(at)];
  return q < 0 ? nullptr : &quotations[static_cast<std::size_t>(q)];
}

bool SpeechContext::closes(TokenIndex at) const {
  const Quotation* q = quotation_at(at);
  return q && q->marked.last == at;
}

bool SpeechContext::opens(TokenIndex at) const {
  const Quotation* q = quotation_at(at);
  return q && q->marked.first == at;
}

bool SpeechContext::is_negation(TokenIndex at) const {
  return tree.is(at, "not") || tree.is(at, "never") || tree.is(at, "n't");
}

bool SpeechContext::is_passive(TokenIndex verb) const {
  const bool beside_be = tree[verb].xpos == Xpos::vbn && verb > 0 && tree.is(verb - 1, "be");
  return beside_be || tree.child(verb, Relation::nsubj_pass) != kNone || tree.child(verb, Relation::aux_pass) != kNone;
}

bool SpeechContext::is_relative(TokenIndex at) const {
  return tree.is(at, "who") || tree.is(at, "which") || (tree.is(at, "that") && tree[at].upos == Upos::pron);
}

bool SpeechContext::is_nominal(TokenIndex at) const {
  const Upos tag = tree[at].upos;
  return tag == Upos::noun || tag == Upos::propn || (tag == Upos::pron && !tree.is(at, "that"));
}

bool SpeechContext::is_finite(TokenIndex at) const {
  const Xpos tag = tree[at].xpos;
  return tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::md;
}

bool SpeechContext::is_question_word(TokenIndex at) const {
  const Xpos tag = tree[at].xpos;
  return tag == Xpos::wp || tag == Xpos::wdt || tag == Xpos::wrb || tag == Xpos::wp_poss;
}

bool SpeechContext::is_plain(TokenRun run) const {
  bool relative = false;
  for (TokenIndex i = run.first; i <= run.last; ++i) {
    relative = relative || is_question_word(i);
    if (quotation_at(i) || (is_finite(i) && !relative)) return false;
  }
  return true;
}

TokenIndex SpeechContext::skip_commas(TokenIndex at, TokenIndex step) const {
  while (at >= 0 && at < tree.size() && is_comma(tree.form(at))) at += step;
  return at;
}

bool SpeechContext::is_time(TokenIndex at) const {
  return std::any_of(tree.analysis().times.begin(), tree.analysis().times.end(),
                     [&](const TimeExpression& time) { return time.span.overlaps(tree[at].span); });
}

std::optional<Act> SpeechContext::act(TokenIndex at, SpeechKind kind, std::string_view pattern) const {
  return words.act(cue_lemma(at, kind), kind, pattern);
}

std::string SpeechContext::cue_lemma(TokenIndex at, SpeechKind kind) const {
  const std::string& lemma = tree[at].lemma;
  const Upos next = tree[at + 1].upos;
  const bool particle = next == Upos::adp || next == Upos::adv || tree[at + 1].relation == Relation::compound_prt;
  if (kind != SpeechKind::verb || !particle) return lemma;
  std::string both = lemma + " " + lowered(at + 1);
  return words.has(both, kind) ? both : lemma;
}

bool SpeechContext::has_particle(TokenIndex verb) const {
  return cue_lemma(verb, SpeechKind::verb).size() > tree[verb].lemma.size();
}

std::string SpeechContext::lowered(TokenIndex at) const {
  std::string word(tree.form(at));
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return word;
}

std::string SpeechContext::lowered_lemma(TokenIndex at) const {
  std::string word = tree[at].lemma;
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return word;
}

bool SpeechContext::is_cue_verb(TokenIndex at) const {
  return tree[at].upos == Upos::verb && words.has(cue_lemma(at, SpeechKind::verb), SpeechKind::verb);
}

bool SpeechContext::is_quoted(TokenIndex at) const {
  const Quotation* q = quotation_at(at);
  return q && tree.paragraph(q->marked.first) == tree.paragraph(at) && q->closed &&
         q->marked.last - q->marked.first > 2;
}

bool SpeechContext::may_be_cue(TokenIndex verb) const {
  return tree[verb].relation != Relation::amod && tree[verb].relation != Relation::compound;
}

}  // namespace crossread::account
