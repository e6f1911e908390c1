#include "account/speech_looks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace crossread::account {
namespace {

constexpr TokenIndex kOpeningWords = 6;
constexpr TokenIndex kDenyingWords = 8;
constexpr TokenIndex kMostWords = 40;

// 0, 1, 2, 3 to 4, 5 to 8, 9 to 16, more.
int step_of(TokenIndex count) {
  int step = 0;
  for (TokenIndex limit = 0; count > limit && step < 6; limit = limit < 2 ? limit + 1 : limit * 2) ++step;
  return step;
}

bool has_finite(const SpeechContext& in, TokenRun run) {
  for (TokenIndex i = run.first; i <= run.last; ++i) {
    if (in.is_finite(i)) return true;
  }
  return false;
}

bool says_no(const SpeechContext& in, TokenIndex at) {
  static constexpr std::array<std::string_view, 9> kNo = {"not",     "never",   "n't", "no",    "none",
                                                          "nothing", "neither", "nor", "nobody"};
  return std::any_of(kNo.begin(), kNo.end(), [&](std::string_view word) { return in.tree.is(at, word); });
}

class LookMaker {
 public:
  LookMaker(const SpeechContext& in, const std::vector<Speech>& all, std::size_t at,
            const std::vector<Speech>& readings, std::size_t which)
      : in_(in), all_(all), readings_(readings), speech_(readings[which]), at_(at) {}

  SpeechLooks looks() {
    add("always", 1);
    add_readings();
    add_cue();
    add_speaker();
    add_place();
    add_others();
    add_words();
    std::sort(looks_.begin(), looks_.end());
    looks_.erase(std::unique(looks_.begin(), looks_.end()), looks_.end());
    return std::move(looks_);
  }

 private:
  template <typename Answer>
  void add(std::string_view question, const Answer& answer) {
    looks_.push_back(fmt::format("{}={}", question, answer));
  }
  template <typename First, typename Second>
  void add(std::string_view question, const First& first, const Second& second) {
    looks_.push_back(fmt::format("{}={}:{}", question, first, second));
  }

  int tag(TokenIndex at) const { return static_cast<int>(in_.tree[at].xpos); }
  int kind(TokenIndex at) const { return static_cast<int>(in_.tree[at].upos); }

  void add_readings() {
    add("reading", speech_.reading);
    add("reading+way", speech_.reading, speech_.way);
    for (const Speech& other : readings_) {
      if (&other != &speech_) add("beside reading", speech_.reading, other.reading);
    }
  }

  void add_cue() {
    const TokenIndex head = speech_.head;
    cue_ = head == kNone ? "-"
                         : in_.cue_lemma(head, in_.tree[head].upos == Upos::noun ? SpeechKind::noun : SpeechKind::verb);
    row_ = name_of(speech_.act);
    add("cue", cue_);
    add("way", speech_.way);
    add("row", row_);
    add("way+cue", speech_.way, cue_);
    add("way+row", speech_.way, row_);
    if (head == kNone) return;
    add("tag", tag(head));
    add("way+tag", speech_.way, tag(head));
    add("cue+tag", cue_, tag(head));
    add("relation", static_cast<int>(in_.tree[head].relation));
    add("way+relation", speech_.way, static_cast<int>(in_.tree[head].relation));
    add("before", kind(speech_.cue.first - 1));
    add("behind", kind(speech_.cue.last + 1));
    add("way+behind", speech_.way, kind(speech_.cue.last + 1));
    for (TokenIndex i = speech_.cue.first; i < head; ++i) add("beside", in_.lowered_lemma(i));
    for (const TokenIndex c : in_.tree.children(head)) {
      if (in_.tree[c].relation == Relation::mark) add("mark", in_.lowered(c));
    }
    if (speech_.negated) add("negated", speech_.way);
    if (in_.is_passive(head)) add("passive", cue_);
  }

  std::string speaker_kind() const {
    const Phrase& who = speech_.speaker;
    if (!who) return "none";
    if (who.run.empty()) return "goes-on";
    if (in_.is_question_word(who.head) || in_.is_relative(who.head)) return "relative";
    if (in_.tree[who.head].upos == Upos::pron) return in_.lowered(who.head);
    if (in_.is_time(who.head)) return "time";
    const ByteSpan head = in_.tree[who.head].span;
    for (const Mention& mention : in_.tree.analysis().mentions) {
      if (mention.level == MentionLevel::name && mention.span.contains(head))
        return fmt::format("name{}", static_cast<int>(mention.kind));
    }
    return fmt::format("word{}", kind(who.head));
  }

  void add_speaker() {
    const Phrase& who = speech_.speaker;
    const std::string what = speaker_kind();
    add("who", what);
    add("way+who", speech_.way, what);
    add("cue+who", cue_, what);
    if (!who || who.run.empty()) return;
    add("teller", in_.lowered_lemma(who.head));
    add("teller begins", kind(who.run.first));
    add("teller+cue", in_.lowered_lemma(who.head), cue_);
    add("teller's words", step_of(who.run.last - who.run.first));
    if (has_finite(in_, who.run)) add("teller", "with a clause");
    if (in_.words.has(in_.lowered_lemma(who.head), SpeechKind::teller)) add("teller", "known");
    if (speech_.head == kNone) return;
    const bool near = in_.tree.sentence(who.head) == in_.tree.sentence(speech_.head);
    const TokenIndex gap =
        who.head < speech_.head ? speech_.cue.first - who.run.last - 1 : who.run.first - speech_.cue.last - 1;
    add("teller at", near ? (who.head < speech_.head ? "front" : "back") : "afar");
    add("teller's gap", step_of(std::max(gap, 0)));
    add("way+teller's gap", speech_.way, step_of(std::max(gap, 0)));
    add("teller in quotation", in_.quotation_at(who.head) != in_.quotation_at(speech_.head));
  }

  void add_place() {
    const TokenRun first = speech_.content.front();
    const TokenRun last = speech_.content.back();
    TokenIndex count = 0;
    bool finite = false;
    bool quoted = false;
    for (const TokenRun run : speech_.content) {
      count += run.last - run.first + 1;
      finite = finite || has_finite(in_, run);
      for (TokenIndex i = run.first; i <= run.last; ++i) quoted = quoted || in_.quotation_at(i) != nullptr;
    }
    add("parts", speech_.content.size());
    add("long", step_of(count));
    add("way+long", speech_.way, step_of(count));
    add("cue+long", cue_, step_of(count));
    add("finite", finite, quoted);
    add("way+finite", speech_.way, finite);
    add("cue+finite", cue_, finite);
    add("begins", kind(first.first));
    add("way+begins", speech_.way, kind(first.first));
    add("first word", in_.lowered(first.first));
    add("ends", kind(last.last));
    add("headline", in_.tree.in_headline(first.first));
    add("sentences", step_of(static_cast<TokenIndex>(in_.tree.sentence(last.last) - in_.tree.sentence(first.first))));
    if (speech_.head == kNone) return;
    const bool behind = first.first > speech_.head;
    add("side", behind ? "behind" : last.last < speech_.head ? "before" : "around");
    add("way+side", speech_.way, behind);
    add("gap", step_of(std::max(behind ? first.first - speech_.cue.last - 1 : speech_.cue.first - last.last - 1, 0)));
    add("cue quoted", in_.is_quoted(speech_.head));
    const TokenRun sentence = in_.tree.sentence_run(speech_.head);
    add("opens", speech_.cue.first == sentence.first);
    add("ends with its sentence", last.last + 1 >= sentence.last);
  }

  // How it lies to the others: the same words, within another's, around another's cue.
  void add_others() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (i == at_) continue;
      const Speech& other = all_[i];
      if (other.content == speech_.content) add("same words", other.way, i < at_);
      const auto holds = [](const Speech& a, const Speech& b) {
        return b.head != kNone &&
               std::any_of(a.content.begin(), a.content.end(), [&](TokenRun run) { return run.has(b.head); });
      };
      if (holds(other, speech_)) add("within", name_of(other.act));
      if (holds(speech_, other)) add("around", other.way);
      const bool overlap = std::any_of(other.content.begin(), other.content.end(), [&](TokenRun a) {
        return std::any_of(speech_.content.begin(), speech_.content.end(), [&](TokenRun b) { return a.overlaps(b); });
      });
      if (overlap && !holds(other, speech_) && !holds(speech_, other)) add("crosses", other.way, i < at_);
    }
  }

  void add_words() {
    const bool plain = speech_.act == Act::say || speech_.act == Act::report;
    TokenIndex at = 0;
    bool no = false;
    std::string before;
    for (const TokenRun run : speech_.content) {
      for (TokenIndex i = run.first; i <= run.last && at < kMostWords; ++i) {
        if (in_.tree.form(i) == "?") add("word", "?");
        if (in_.tree.is_punctuation(i) || (at == 0 && in_.tree.is(i, "that"))) continue;
        const std::string word = in_.lowered_lemma(i);
        add("word", word);
        if (plain) add("plain word", word);
        if (at < kOpeningWords) add(plain ? "plain opening" : "opening", word);
        if (at < 2 && !before.empty()) add("opens with", before, word);
        if (at == 0) {
          add("opener", row_, word);
          add("opener's tag", row_, tag(i));
        }
        if (at < kDenyingWords && !before.empty() && (says_no(in_, i) || tag(i) == static_cast<int>(Xpos::md)))
          add("turn", before, word);
        no = no || (at < kDenyingWords && says_no(in_, i));
        before = word;
        ++at;
      }
    }
    add("no", row_, no);
    add("ask", row_,
        in_.tree.form(speech_.content.back().last) == "?" || in_.tree.form(speech_.content.back().last - 1) == "?");
  }

  const SpeechContext& in_;
  const std::vector<Speech>& all_;
  const std::vector<Speech>& readings_;
  const Speech& speech_;
  std::size_t at_;
  std::string cue_;
  std::string_view row_;
  SpeechLooks looks_;
};

}  // namespace

SpeechLooks looks_of(const SpeechContext& in, const std::vector<Speech>& all, std::size_t at,
                     const std::vector<Speech>& readings, std::size_t which) {
  return LookMaker(in, all, at, readings, which).looks();
}

}  // namespace crossread::account
