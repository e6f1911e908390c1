#include "account/statements.h"

#include <algorithm>
#include <array>

#include "account/speech.h"
#include "account/statements_unnamed.h"

namespace crossread::account {
namespace {

constexpr std::array<std::string_view, 4> kThroughOthers = {"translator", "interpreter", "in translation",
                                                            "translated"};

class StatementMaker {
 public:
  StatementMaker(const SpeechTree& tree, const std::vector<Quotation>& quotations, Things& things)
      : tree_(tree), quotations_(quotations), things_(things) {}

  Statement make(const Speech& speech) {
    Statement statement;
    statement.act = speech.act;
    statement.negated = speech.negated;
    statement.carrier = speech.carrier;
    if (speech.cue.first <= speech.cue.last && speech.head != kNone) statement.cue = tree_.span(speech.cue);
    for (const TokenRun run : speech.content) statement.content.push_back(tree_.span(run));
    for (const Quotation& quotation : quotations_) {
      const TokenRun inner = quotation.words();
      const bool told = std::any_of(speech.content.begin(), speech.content.end(),
                                    [&](TokenRun run) { return run.has(inner.first) && run.has(inner.last); });
      if (told && !inner.empty()) statement.quotes.push_back(tree_.span(inner));
    }
    add_speaker(speech, statement);
    if (speech.addressee && !speech.addressee.run.empty()) {
      const ByteSpan span = tree_.span(speech.addressee.run);
      const std::optional<EntityIndex> outlet = is_outlet(speech) ? things_.outlet(span) : std::nullopt;
      statement.addressee =
          Party{outlet ? *outlet : things_.of(span, head_span(speech.addressee), kind_of(speech.addressee)), span};
    }
    add_circumstances(speech, statement);
    return statement;
  }

 private:
  // "told us", "told this newspaper", outside quotation marks
  bool is_outlet(const Speech& speech) const {
    const TokenRun run = speech.addressee.run;
    const bool quoted = std::any_of(quotations_.begin(), quotations_.end(),
                                    [&](const Quotation& quotation) { return quotation.marked.has(run.first); });
    if (quoted) return false;
    if (run.first == run.last) return tree_.form(run.first) == "us" || tree_.form(run.first) == "me";
    static constexpr std::array<std::string_view, 8> kOwn = {"newspaper", "paper",   "reporter", "correspondent",
                                                             "station",   "website", "channel",  "programme"};
    return tree_.is(run.first, "this") && run.first + 1 == run.last &&
           std::any_of(kOwn.begin(), kOwn.end(), [&](std::string_view word) { return tree_.is(run.last, word); });
  }

  ByteSpan head_span(const Phrase& phrase) const { return tree_[phrase.head].span; }

  EntityKind kind_of(const Phrase& phrase) const {
    const Token& head = tree_[phrase.head];
    if (head.xpos == Xpos::nns || head.xpos == Xpos::nnps) return EntityKind::group;
    return head.upos == Upos::noun || head.upos == Upos::propn ? EntityKind::person : EntityKind::other;
  }

  // A relative pronoun stands for the noun that its clause describes.
  TokenIndex stands_for(TokenIndex head) const {
    if (!tree_.is(head, "who") && !tree_.is(head, "which") && !tree_.is(head, "that")) return head;
    for (TokenIndex up = tree_[head].head; up >= 0; up = tree_[up].head) {
      if (universal(tree_[up].relation) == Relation::acl && tree_[up].head >= 0) return tree_[up].head;
    }
    return head;
  }

  void add_party(TokenIndex head, ByteSpan span, const Phrase& phrase, Statement& statement) {
    const TokenIndex meant = stands_for(head);
    const ByteSpan place = tree_[meant].span;
    std::optional<EntityIndex> entity = things_.known(meant == head ? span : place, place);
    if (!entity && tree_[head].upos != Upos::pron)
      entity = things_.of(without_apposition(span), place, kind_of(phrase));
    if (entity) statement.speakers.push_back({*entity, span});
  }

  ByteSpan without_apposition(ByteSpan span) const {
    const std::size_t comma = span.in(tree_.text()).find(", ");
    if (comma != std::string_view::npos && comma > 0) span.end = span.begin + static_cast<std::uint32_t>(comma);
    return span;
  }

  void add_speaker(const Speech& speech, Statement& statement) {
    if (!speech.speaker) return;
    if (speech.speaker.run.empty()) {  // goes on from the one before
      const ByteSpan head = head_span(speech.speaker);
      if (const std::optional<EntityIndex> entity = things_.known(head, head))
        statement.speakers.push_back({*entity, std::nullopt});
      return;
    }
    const ByteSpan span = tree_.span(speech.speaker.run);
    statement.speaker_text = span;
    add_party(speech.speaker.head, span, speech.speaker, statement);
    for (const TokenIndex c : tree_.children(speech.speaker.head)) {
      if (tree_[c].relation != Relation::conj || !speech.speaker.run.has(c)) continue;
      const ByteSpan other = tree_[c].span;
      if (const std::optional<EntityIndex> entity = things_.known(span, other)) {
        const bool have = std::any_of(statement.speakers.begin(), statement.speakers.end(),
                                      [&](const Party& party) { return party.entity == *entity; });
        if (!have) statement.speakers.push_back({*entity, other});
      }
    }
  }

  bool has_any(std::string_view words, const auto& list) const {
    return std::any_of(list.begin(), list.end(),
                       [&](std::string_view one) { return words.find(one) != std::string_view::npos; });
  }

  void add_circumstances(const Speech& speech, Statement& statement) {
    if (speech.head == kNone) return;
    const ByteSpan sentence = tree_.span(tree_.sentence_run(speech.head));
    const std::string_view words = sentence.in(tree_.text());
    statement.translated = has_any(words, kThroughOthers) && !is_told(statement, sentence);
    for (const TimeExpression& time : tree_.analysis().times) {
      if (!sentence.contains(time.span) || statement.date) continue;
      if (hangs_on(time.span, speech.head) && (time.type == TimeType::date || time.type == TimeType::time) &&
          !is_in_content(time.span, statement))
        statement.date = StatedDate{time.date, time.span};
    }
  }

  static bool is_in_content(ByteSpan span, const Statement& statement) {
    return std::any_of(statement.content.begin(), statement.content.end(),
                       [&](ByteSpan content) { return content.overlaps(span); });
  }
  static bool is_told(const Statement& statement, ByteSpan sentence) {
    return std::any_of(statement.content.begin(), statement.content.end(),
                       [&](ByteSpan content) { return content.contains(sentence); });
  }

  bool hangs_on(ByteSpan time, TokenIndex cue) const {
    for (const TokenIndex c : tree_.children(cue)) {
      if (tree_[c].span.overlaps(time)) return true;
    }
    return false;
  }

  const SpeechTree& tree_;
  const std::vector<Quotation>& quotations_;
  Things& things_;
};

// ---- chains --------------------------------------------------------------------------------------------------------

bool holds(const Speech& outer, const Speech& inner) {
  if (!outer.speaker && outer.act == Act::ask) return false;  // "Asked by whom, he said"
  // What one denies or turns down he only judges: it is not by his mouth that it came.
  if (outer.act == Act::deny || outer.act == Act::reject) return false;
  // Without a clause or a frame nothing is passed on.
  if (outer.way.starts_with("loose") && outer.way != "loose that" && outer.way != "loose frame") return false;
  if (outer.carrier && !inner.carrier && outer.content == inner.content) return true;
  if (inner.head == kNone || &outer == &inner) return false;
  return std::any_of(outer.content.begin(), outer.content.end(),
                     [&](const TokenRun& run) { return run.has(inner.head); });
}

// Nobody passes his own words on.
bool is_same_speaker(const Statement& a, const Statement& b) {
  return !a.speakers.empty() && !b.speakers.empty() && a.speakers.front().entity == b.speakers.front().entity;
}

// The narrowest statement that holds this one.
std::optional<std::size_t> holder_of(const std::vector<Speech>& all, const std::vector<Statement>& statements,
                                     std::size_t inner) {
  std::optional<std::size_t> best;
  for (std::size_t outer = 0; outer < all.size(); ++outer) {
    if (outer == inner || !holds(all[outer], all[inner]) || width_of(all[outer]) <= width_of(all[inner])) continue;
    if (is_same_speaker(statements[outer], statements[inner])) continue;
    if (!best || width_of(all[outer]) < width_of(all[*best])) best = outer;
  }
  return best;
}

void draw_chains(const std::vector<Speech>& all, std::vector<Statement>& statements) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (const std::optional<std::size_t> outer = holder_of(all, statements, i))
      statements[i].within = static_cast<StatementIndex>(*outer);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::optional<StatementIndex> up = statements[i].within;
    for (std::size_t steps = 0; up && steps < all.size(); ++steps, up = statements[*up].within) {
      const Statement& passer = statements[*up];
      if (!passer.speaker_text && passer.speakers.empty() && !passer.cue) continue;
      const std::optional<EntityIndex> entity =
          passer.speakers.empty() ? std::nullopt : std::optional(passer.speakers.front().entity);
      const ByteSpan span = passer.speaker_text ? *passer.speaker_text
                            : passer.cue        ? *passer.cue
                                                : passer.content.front();
      statements[i].via.push_back({entity, span});
    }
  }
}

}  // namespace

void read_statements(const Report& report, const Analysis& analysis, const SpeechTables& tables, Things& things,
                     Account& account) {
  const SpeechTree tree(report, analysis);
  const std::vector<Quotation> quotations = find_quotations(tree);
  const SpeechContext in(tree, quotations, tables.words);
  const std::vector<Speech> kept = likely_speech(in, tables.model, find_speech(in));
  StatementMaker maker(tree, quotations, things);
  for (const Speech& speech : kept) account.statements.push_back(maker.make(speech));
  draw_chains(kept, account.statements);
  mark_unnamed(tree, kept, account);
}

}  // namespace crossread::account
