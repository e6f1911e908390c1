#include "account/speech_verbs.h"

#include <algorithm>
#include <array>
#include "account/speech_content.h"
#include "account/speech_frames.h"
#include "account/speech_source.h"
#include "account/speech_teller.h"

namespace crossread::account {
namespace {

constexpr int kFarthestObject = 4;   // tokens from a cue to the noun that is its object
constexpr int kFarthestQuoter = 30;  // tokens from `quoted` to `as saying`

TokenIndex clause_below(const SpeechContext& in, TokenIndex verb) {
  for (const TokenIndex c : in.tree.children(verb)) {
    const bool infinitive = in.tree[c].xpos == Xpos::vb && in.tree.is(c - 1, "to");
    if (in.tree[c].relation == Relation::ccomp && in.tree.mark(c, "to") == kNone && !infinitive) return c;
  }
  for (const TokenIndex c : in.tree.children(verb)) {  // denied giving any advice
    if (in.tree[c].relation == Relation::xcomp && in.tree[c].xpos == Xpos::vbg && c == verb + 1) return c;
    if (in.tree[c].relation == Relation::xcomp && c > verb && in.tree[in.tree.subtree(c).first].xpos == Xpos::vbg)
      return c;
  }
  return kNone;
}

// "told reporters that he lied", read as if the clause described the reporters.
TokenIndex clause_of_object(const SpeechContext& in, TokenIndex object) {
  if (object == kNone) return kNone;
  for (const TokenIndex c : in.tree.children(object)) {
    const Relation relation = in.tree[c].relation;
    if (c > object && (relation == Relation::acl_relcl || relation == Relation::acl) &&
        in.tree.is(in.tree.subtree(c).first, "that"))
      return c;
  }
  return kNone;
}

TokenIndex infinitive_below(const SpeechContext& in, TokenIndex at) {
  for (const TokenIndex c : in.tree.children(at)) {
    const Relation relation = in.tree[c].relation;
    if (c > at &&
        (relation == Relation::xcomp || relation == Relation::advcl || relation == Relation::ccomp ||
         relation == Relation::acl) &&
        in.tree.mark(c, "to") != kNone && in.tree.is(in.tree.subtree(c).first, "to"))
      return c;
  }
  return kNone;
}

// "quoted him as saying": read at the saying.
bool leads_to_saying(const SpeechContext& in, TokenIndex verb) {
  if (!in.tree.is(verb, "quote") && !in.tree.is(verb, "cite")) return false;
  const TokenIndex end = std::min(in.tree.sentence_run(verb).last, verb + kFarthestQuoter);
  for (TokenIndex i = verb + 1; i < end; ++i) {
    if (in.tree.is(i, "as") && in.is_cue_verb(i + 1) && in.tree[i + 1].xpos == Xpos::vbg) return true;
  }
  return false;
}

// Whom, without where and which: "told [reporters] on the steps".
void keep_short(const SpeechContext& in, Phrase& addressee) {
  for (TokenIndex i = addressee.head + 1; addressee && i <= addressee.run.last; ++i) {
    const bool place = in.tree[i].upos == Upos::adp && !in.tree.is(i, "of");
    if (place || in.is_question_word(i) || in.tree.form(i) == ",") addressee.run.last = i - 1;
  }
}

// "had heard from the office that": who is heard speaks, and who heard is told.
void turn_round(const SpeechContext& in, Speech& speech) {
  if (!in.act(speech.head, SpeechKind::verb, "from") || !in.tree.is(speech.cue.last + 1, "from")) return;
  const TokenRun cue{speech.cue.first, speech.cue.last + 1};
  const Phrase source = addressee_behind(in, cue);
  if (!source) return;
  speech.addressee = speech.speaker;
  speech.speaker = source;
  speech.cue = cue;
}

// An object right behind a cue that may tell one: it is told, and no quotation before.
bool has_object(const SpeechContext& in, const Speech& speech) {
  const TokenIndex object = in.tree.child(speech.head, Relation::obj);
  const TokenIndex next = speech.cue.last + 1;
  if (object <= speech.head || object - next > kFarthestObject || in.quotation_at(object)) return false;
  const bool led = leads_a_phrase(in, next) || object == next;
  return led && in.act(speech.head, SpeechKind::verb, "object").has_value();
}

// Without a finite verb or a quotation: what stands so before a cue is part of the cue's own clause.
bool is_mere_phrase(const SpeechContext& in, TokenRun run) {
  for (TokenIndex i = run.first; i <= run.last; ++i) {
    if (in.is_finite(i) || in.quotation_at(i)) return false;
  }
  return true;
}

// A clause, a quotation or a number; no bare noun.
bool tells(const SpeechContext& in, TokenRun run) {
  for (TokenIndex i = run.first; i <= run.last; ++i) {
    const Upos tag = in.tree[i].upos;
    if (tag == Upos::verb || tag == Upos::aux || tag == Upos::num || tag == Upos::intj || in.quotation_at(i))
      return true;
  }
  return in.tree.is(run.first, "yes") || in.tree.is(run.first, "no") || in.tree.is(run.first, "so");
}

bool read_clause(const SpeechContext& in, Speech& speech) {
  const TokenIndex verb = speech.head;
  std::optional<Act> said = in.act(verb, SpeechKind::verb, "clause");
  if (!said && that_behind(in, speech.cue) == speech.cue.last + 1) said = in.act(verb, SpeechKind::verb, "that");
  if (!said) return false;
  speech.act = *said;
  TokenIndex person = person_object(in, verb);
  TokenIndex complement = clause_below(in, verb);
  if (complement == kNone) complement = clause_of_object(in, person);
  if (person == kNone) person = letter_to(in, verb);
  if (person == kNone) person = to_whom(in, verb);
  if (person != kNone && person != speech.speaker.head) {
    speech.addressee = phrase(in, person, speech.cue);
    if (complement > person)
      speech.addressee.run.last = std::min(speech.addressee.run.last, in.tree.subtree(complement).first - 1);
  }
  if (in.act(verb, SpeechKind::verb, "person") && !in.is_passive(verb)) {
    const Phrase beside = addressee_behind(in, speech.cue);
    if (beside && !(speech.speaker && beside.run.overlaps(speech.speaker.run))) speech.addressee = beside;
  }
  keep_short(in, speech.addressee);
  if (read_frame(in, speech)) {
    speech.way = "frame";
    return true;
  }
  const TokenIndex next = std::max(speech.cue.last, speech.addressee ? speech.addressee.run.last : kNone) + 1;
  if (next < in.tree.size() && speech.addressee.run.first == speech.cue.last + 1 && in.tree[next].upos == Upos::adp &&
      in.act(verb, SpeechKind::verb, in.lowered(next)))
    return false;  // warned Iraq about the raids
  const TokenRun group = group_of(in, speech, complement);
  const Relation relation = in.tree[verb].relation;
  const TokenIndex host = in.tree[verb].head;
  const TokenIndex that = that_behind(in, speech.cue);
  if (that != kNone && speech.addressee && speech.addressee.run.has(that)) speech.addressee = {};
  if (that != kNone && that != complement) {
    const TokenRun sentence = in.tree.sentence_run(verb);
    if (complement > that) {
      add_run(in, speech, after(in, that, complement, verb));
    } else {
      add_run(in, speech, {that, cut_tail(in, {that, sentence.last}, verb)});
    }
  } else if (complement != kNone && complement > verb) {
    TokenIndex first = std::min(group.last + 1, in.tree.subtree(complement).first);
    if (in.tree.sentence(first) != in.tree.sentence(verb) || first <= verb) first = in.tree.subtree(complement).first;
    add_run(in, speech, after(in, std::max(first, speech.cue.last + 1), complement, verb));
  } else if (complement != kNone) {
    add_clause_beside(in, speech, group);
    if (!speech.content.empty()) return true;
    add_run(in, speech, {in.tree.subtree(complement).first, group.first - 1});
    add_rest(in, speech, complement, group);
  } else if (relation == Relation::parataxis && host >= 0 && speech.speaker) {
    if (host < verb || (group.last + 1 < in.tree.size() && is_comma(in.tree.form(group.last + 1)))) {
      add_run(in, speech, {in.tree.subtree(host).first, group.first - 1});
      add_rest(in, speech, host, group);
    }
  }
  const TokenIndex behind = speech.cue.last + 1;
  if (speech.content.empty() && speech.speaker && behind < in.tree.size() && in.tree[behind].xpos == Xpos::vbg)
    add_run(in, speech, after(in, behind, behind, verb));  // denied giving any advice
  std::erase_if(speech.content, [&](TokenRun run) {
    return !tells(in, run) || (run.last < verb && is_mere_phrase(in, run) && speech.speaker.run.first < verb);
  });
  if (speech.content.empty()) add_clause_beside(in, speech, group);
  if (speech.content.empty() && has_object(in, speech)) return false;  // `"…," it told them, and denied the charge`
  add_quotation_before(in, speech, group);
  if (speech.content.empty() || speech.content.back().last < verb) add_quotation_after(in, speech, group);
  return !speech.content.empty();
}

bool read_infinitive(const SpeechContext& in, Speech& speech) {
  const TokenIndex verb = speech.head;
  const std::optional<Act> said = in.act(verb, SpeechKind::verb, "infinitive");
  if (!said || (in.is_passive(verb) && agent_of(in, verb) == kNone)) return false;
  const TokenIndex object = in.tree.child(verb, Relation::obj);
  TokenIndex infinitive = infinitive_below(in, verb);
  if (infinitive == kNone && object != kNone) infinitive = infinitive_below(in, object);
  if (infinitive == kNone && person_object(in, verb) != kNone)
    infinitive = infinitive_below(in, person_object(in, verb));
  if (infinitive == kNone || !speech.speaker) return false;
  speech.act = *said;
  speech.way = "infinitive";
  TokenIndex first = in.tree.subtree(infinitive).first;
  const TokenIndex person = person_object(in, verb);
  if (in.tree.is(verb, "want") && in.tree.is(verb + 1, "to")) return false;  // a plan of his own
  if (person != kNone && person < infinitive && person != speech.speaker.head) {
    speech.addressee = phrase(in, person, speech.cue);
    speech.addressee.run.last = std::min(speech.addressee.run.last, first - 1);
  } else if (object != kNone && object > verb && object < infinitive) {
    first = in.tree.subtree(object).first;
  }
  TokenRun run{first, in.tree.subtree(infinitive).last};
  run.last = cut_tail(in, run, verb);
  add_run(in, speech, run);
  return !speech.content.empty();
}

// "described the offer as unbelievable", from the words alone.
bool read_as(const SpeechContext& in, Speech& speech) {
  const std::optional<Act> said = in.act(speech.head, SpeechKind::verb, "as");
  if (!said || !speech.speaker || in.is_passive(speech.head)) return false;
  const TokenIndex end = std::min(in.tree.sentence_run(speech.head).last, speech.cue.last + kFarthestQuoter);
  for (TokenIndex i = speech.cue.last + 1; i < end; ++i) {
    if (in.is_finite(i) || (in.tree.form(i) == "," && !in.quotation_at(i))) return false;
    if (!in.tree.is(i, "as") || i == speech.cue.last + 1) continue;
    speech.act = *said;
    speech.way = "as";
    TokenIndex last = i + 1;
    while (last < end && !is_comma(in.tree.form(last + 1)) && !in.is_finite(last + 1) &&
           in.tree[last + 1].upos != Upos::sconj)
      ++last;
    add_run(in, speech, {speech.cue.last + 1, cut_tail(in, {speech.cue.last + 1, last}, speech.head)});
    return !speech.content.empty();
  }
  return false;
}

// "accused the owner of the dam of hiding a crack", from the words alone: the last `of` or `for` with a gerund.
bool read_charge(const SpeechContext& in, Speech& speech) {
  const TokenIndex end = in.tree.sentence_run(speech.head).last;
  for (TokenIndex i = speech.cue.last + 2; i < std::min(end, speech.cue.last + kFarthestQuoter); ++i) {
    if (in.is_finite(i) || in.tree.form(i) == "," || in.quotation_at(i)) return false;
    const bool leads = in.tree.is(i, "of") || in.tree.is(i, "for");
    if (!leads || in.tree[i + 1].xpos != Xpos::vbg) continue;
    const std::optional<Act> said = in.act(speech.head, SpeechKind::verb, in.lowered(i));
    if (!said) continue;
    const TokenRun whom{speech.cue.last + 1, i - 1};
    speech.act = *said;
    speech.way = "charge";
    speech.addressee = {head_of(in, whom), whom};
    TokenIndex last = std::max(i + 1, in.tree.subtree(i + 1).last);
    add_run(in, speech, {i, cut_tail(in, {i, std::min(last, end)}, speech.head)});
    return !speech.content.empty();
  }
  return false;
}

bool read_preposition(const SpeechContext& in, Speech& speech) {
  if (read_charge(in, speech)) return true;
  const TokenIndex verb = speech.head;
  const TokenIndex object =
      in.is_passive(verb) ? in.tree.child(verb, Relation::nsubj_pass) : in.tree.child(verb, Relation::obj);
  for (const TokenIndex c : in.tree.children(verb)) {
    const Relation relation = in.tree[c].relation;
    const bool hangs = universal(relation) == Relation::obl || relation == Relation::advcl ||
                       relation == Relation::ccomp || relation == Relation::xcomp;
    if (c < verb || !hangs) continue;
    const TokenIndex preposition = in.tree.case_of(c);
    if (preposition == kNone || preposition < verb) continue;
    const std::optional<Act> said = in.act(verb, SpeechKind::verb, in.lowered(preposition));
    if (!said || !speech.speaker) continue;
    speech.act = *said;
    speech.way = "preposition";
    const TokenIndex to_do = infinitive_below(in, verb) != kNone ? infinitive_below(in, verb) : infinitive_below(in, c);
    TokenRun run{preposition, in.tree.subtree(c).last};
    if (in.tree.is(preposition, "on") && to_do != kNone) {  // called on the ministry to pay
      speech.cue.last = preposition;
      speech.addressee = phrase(in, c, speech.cue);
      run = {in.tree.subtree(to_do).first, in.tree.subtree(to_do).last};
      speech.addressee.run.last = std::min(speech.addressee.run.last, run.first - 1);
    } else if (in.tree.is(preposition, "as") || in.tree.is(preposition, "at")) {
      if (object != kNone && object < c) run.first = in.tree.subtree(object).first;
    } else if (object != kNone) {  // accused Petrov of hiding the log
      speech.addressee = phrase(in, object, speech.cue);
    } else {
      if (preposition == verb + 1) speech.cue.last = preposition;
      run.first = preposition + 1;
    }
    run.last = cut_tail(in, run, verb);
    add_run(in, speech, run);
    if (!speech.content.empty()) return true;
  }
  return read_as(in, speech);
}

// "called it a farce", "called the deal temporary"
bool names_it(const SpeechContext& in, TokenIndex verb, TokenIndex object) {
  if (!in.act(verb, SpeechKind::verb, "name")) return false;
  for (const TokenIndex c : in.tree.children(verb)) {
    const Relation relation = in.tree[c].relation;
    if (c > object && (relation == Relation::xcomp || relation == Relation::ccomp)) return true;
  }
  const TokenIndex next = in.tree.subtree(object).last + 1;
  return next < in.tree.size() && in.opens(next);
}

// "a report denounced by the mayor", "the bill was opposed by the growers"
bool read_passive_object(const SpeechContext& in, Speech& speech, Act said) {
  const TokenIndex verb = speech.head;
  const Phrase agent = agent_behind(in, speech.cue);
  if (!agent) return false;
  TokenIndex what = in.tree.child(verb, Relation::nsubj_pass);
  const bool described = universal(in.tree[verb].relation) == Relation::acl;
  if (what == kNone && described) what = in.tree[verb].head;
  if (what == kNone || what >= speech.cue.first || in.tree[what].upos == Upos::pron) return false;
  speech.act = said;
  speech.way = "passive";
  speech.speaker = agent;
  speech.addressee = {};
  TokenRun run = phrase(in, what, speech.cue).run;
  while (run.last > what && in.tree.form(run.last) == ",") --run.last;
  add_run(in, speech, run);
  return !speech.content.empty();
}

bool read_object(const SpeechContext& in, Speech& speech) {
  const TokenIndex verb = speech.head;
  if (in.tree[verb].xpos == Xpos::vbn && in.tree.is(speech.cue.last + 1, "by")) {
    const std::optional<Act> passive = in.act(verb, SpeechKind::verb, "object");
    return passive && read_passive_object(in, speech, *passive);
  }
  TokenIndex object = in.tree.child(verb, Relation::obj);
  if (object == kNone) object = in.tree.child(verb, Relation::iobj);
  std::optional<Act> said = in.act(verb, SpeechKind::verb, "object");
  if (!said && tells_figure(in, verb, object)) said = in.act(verb, SpeechKind::verb, "figure");
  if (!said && has_number(in, object)) said = in.act(verb, SpeechKind::verb, "number");
  if (!said || object == kNone || object < verb || !speech.speaker || speech.speaker.head == object) return false;
  speech.act = *said;
  speech.way = "object";
  const bool given = in.tree.child(verb, Relation::iobj) != kNone && in.tree.child(verb, Relation::obj) != kNone;
  if (*said == Act::deny && given) return false;  // denied him a visa
  const bool bare = in.tree[object].upos == Upos::pron && in.tree.subtree(object) == TokenRun{object, object};
  if (in.lowered(object).ends_with("self") || in.lowered(object).ends_with("selves")) return false;
  const bool told_before = (*said == Act::deny || *said == Act::reject || *said == Act::confirm) &&
                           (in.tree.is(object, "it") || in.tree.is(object, "this") || in.tree.is(object, "that"));
  if (bare && !told_before && !names_it(in, verb, object)) return false;
  if (bare && told_before) {
    add_run(in, speech, {object, object});
    return true;
  }
  TokenRun run = in.tree.subtree(object);
  if (in.act(verb, SpeechKind::verb, "name")) {
    if (!names_it(in, verb, object) && !in.quotation_at(run.last) && in.tree[run.last].upos != Upos::adj) return false;
    const TokenIndex named = in.tree.child(verb, Relation::xcomp);
    if (named > object) run.last = std::max(run.last, in.tree.subtree(named).last);
  }
  run.first = std::max(run.first, speech.cue.last + 1);
  run.last = std::max(run.last, after(in, run.first, object, verb).last);
  run.last = cut_tail(in, run, verb);
  add_run(in, speech, run);
  return !speech.content.empty();
}

// The `quoted` of "quoted him, a shepherd, as saying".
TokenIndex quoter_of(const SpeechContext& in, TokenIndex as) {
  const TokenIndex begin = std::max(in.tree.sentence_run(as).first, as - kFarthestQuoter);
  for (TokenIndex i = as - 1; i >= begin; --i) {
    if (in.tree.is(i, "quote") || in.tree.is(i, "cite")) return i;
  }
  return kNone;
}

Phrase quoted_one(const SpeechContext& in, TokenIndex quoter, TokenIndex as) {
  if (in.is_passive(quoter)) return phrase(in, in.tree.child(quoter, Relation::nsubj_pass), cue_of(in, quoter));
  TokenRun run{quoter + 1, as - 1};
  for (TokenIndex i = run.first; i <= run.last; ++i) {
    if (in.tree.form(i) == "," || in.is_question_word(i)) run.last = i - 1;
  }
  return run.empty() ? Phrase{} : Phrase{head_of(in, run), run};
}

// "The dam, state TV quoted him as saying, had held."
bool read_frame_of_quoter(const SpeechContext& in, Speech& speech, TokenIndex quoter) {
  const TokenIndex next = speech.head + 1;
  if (next < in.tree.size() && !in.tree.is_punctuation(next)) return false;
  Speech frame;
  frame.head = quoter;
  frame.cue = {cue_of(in, quoter).first, speech.head};
  if (!read_frame(in, frame)) return false;
  speech.content = frame.content;
  return true;
}

// "State TV quoted him as saying that …", "he was quoted by Irna as saying …", "he was quoted as saying by Irna"
bool read_quoted_as_saying(const SpeechContext& in, Speech& speech, std::vector<Speech>& found) {
  const TokenIndex verb = speech.head;
  const TokenIndex as = verb - 1;
  if (!in.tree.is(as, "as") || in.tree[verb].xpos != Xpos::vbg) return false;
  const TokenIndex quoter = quoter_of(in, as);
  if (quoter == kNone) return false;
  const bool passive = in.is_passive(quoter);
  speech.cue.first = as;
  speech.way = "as saying";
  speech.speaker = quoted_one(in, quoter, as);
  Phrase passer = passive ? agent_behind(in, {quoter, quoter}) : speaker_of(in, quoter, cue_of(in, quoter));
  if (passive && !passer) passer = agent_behind(in, {verb, verb});
  if (passive && quoter + 1 == as) speech.cue.first = cue_of(in, quoter).first;
  if (!read_frame_of_quoter(in, speech, quoter) && !read_clause(in, speech)) return true;
  if (passer) {
    Speech carrier;
    carrier.head = quoter;
    carrier.cue = cue_of(in, quoter);
    carrier.speaker = passer;
    carrier.act = Act::report;
    carrier.carrier = true;
    carrier.content = speech.content;
    found.push_back(carrier);
  }
  found.push_back(speech);
  return true;
}

// `"…," crowed the mayor`: any verb tells that stands beside a quotation which ends open or begins behind a colon.
void read_beside_quotation(const SpeechContext& in, TokenIndex verb, std::vector<Speech>& found) {
  if (!in.is_finite(verb)) return;
  Speech speech;
  speech.head = verb;
  speech.cue = cue_of(in, verb);
  const TokenIndex begin = in.tree.sentence_run(verb).first;
  const TokenIndex end = in.tree.sentence_run(verb).last;
  TokenRun teller = teller_before(in, speech.cue);
  const bool before = !teller.empty();
  if (!before) teller = teller_after(in, speech.cue, end);
  if (teller.empty()) return;
  const TokenIndex mark = (before ? teller.first : speech.cue.first) - 1;
  if (mark < 1 || mark + 1 < begin || !in.closes(mark) || in.tree.form(mark - 1) != ",") return;
  speech.speaker = {head_of(in, teller), teller};
  speech.way = "beside";
  add_run(in, speech, in.quotation_at(mark)->marked);
  if (!speech.content.empty()) found.push_back(speech);
}

// "She asked first about the cow", "my father told me that …" in somebody's words: somebody else, in the third person,
// who says a clause or asks for something within the same marks.
void read_quoted_cue(const SpeechContext& in, TokenIndex verb, std::vector<Speech>& found) {
  const TokenIndex subject = own_subject(in, verb);
  if (!in.is_finite(verb) || subject == kNone || subject > verb || in.is_question_word(subject)) return;
  static constexpr std::array<std::string_view, 6> kNobodyElse = {"I", "we", "you", "it", "that", "there"};
  if (std::any_of(kNobodyElse.begin(), kNobodyElse.end(), [&](auto word) { return in.tree.is(subject, word); })) return;
  const Quotation* around = in.quotation_at(verb);
  Speech speech;
  speech.head = verb;
  speech.cue = cue_of(in, verb);
  speech.speaker = phrase(in, subject, speech.cue);
  for (TokenIndex i = speech.cue.first; i < verb; ++i) speech.negated = speech.negated || in.is_negation(i);
  if (!read_clause(in, speech) && !read_infinitive(in, speech) && !read_preposition(in, speech)) return;
  const TokenRun words = around->words();
  for (TokenRun& run : speech.content) run = {std::max(run.first, words.first), std::min(run.last, words.last)};
  std::erase_if(speech.content, [](TokenRun run) { return run.empty(); });
  if (!speech.content.empty()) found.push_back(speech);
}

// "It is feared that": nobody says it.
bool is_thought(const SpeechContext& in, TokenIndex verb) {
  static constexpr std::array<std::string_view, 6> kThoughts = {"believe", "expect", "fear",
                                                                "hope",    "recall", "confirm"};
  return std::any_of(kThoughts.begin(), kThoughts.end(), [&](auto word) { return in.tree.is(verb, word); });
}

// ", saying" where the words of the speech before end.
bool ends_another(const Speech& speech, const std::vector<Speech>& found) {
  return !found.empty() && found.back().head != kNone && !found.back().content.empty() &&
         found.back().content.back().last == speech.cue.first - 2 && found.back().head < speech.head;
}

// ", and called on", ", saying": the speaker of the cue before, in the same sentence.
void share_speaker(const SpeechContext& in, Speech& speech, const std::vector<Speech>& found) {
  const TokenIndex before = speech.cue.first - 1;
  const bool goes_on = before > 0 && (in.tree[before].upos == Upos::cconj || in.tree.form(before) == ",");
  if (!goes_on || found.empty() || in.is_passive(speech.head)) return;
  const Speech& last = found.back();
  if (last.head == kNone || last.head > speech.head || in.tree.sentence(last.head) != in.tree.sentence(speech.head) ||
      in.quotation_at(speech.head))
    return;
  speech.speaker = last.speaker;
}

}  // namespace

void read_verb(const SpeechContext& in, TokenIndex verb, std::vector<Speech>& found) {
  const bool known = in.is_cue_verb(verb);
  if (!in.may_be_cue(verb)) return;
  if (in.is_quoted(verb)) return known ? read_quoted_cue(in, verb, found) : void();
  if (in.is_passive(verb) && is_thought(in, verb) && !agent_behind(in, cue_of(in, verb))) return;
  if (!known) return read_beside_quotation(in, verb, found);
  Speech speech;
  speech.head = verb;
  speech.cue = cue_of(in, verb);
  for (TokenIndex i = speech.cue.first; i < verb; ++i) speech.negated = speech.negated || in.is_negation(i);
  if (read_quoted_as_saying(in, speech, found)) return;
  if (leads_to_saying(in, verb)) return;
  speech.speaker = speaker_of(in, verb, speech.cue);
  turn_round(in, speech);
  if (!speech.speaker || ends_another(speech, found)) share_speaker(in, speech, found);
  if (!speech.speaker && in.tree[verb].xpos == Xpos::vb && in.tree[verb].relation == Relation::root) return;
  if (read_clause(in, speech) || read_infinitive(in, speech) || read_preposition(in, speech) || read_object(in, speech))
    found.push_back(speech);
}

}  // namespace crossread::account
