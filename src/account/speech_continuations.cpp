#include "account/speech_continuations.h"

#include <algorithm>

#include "account/speech_source.h"

namespace crossread::account {
namespace {

constexpr TokenIndex kLongestLabel = 12;  // tokens

bool is_taken(const Quotation& quotation, const std::vector<Speech>& found) {
  return std::any_of(found.begin(), found.end(), [&](const Speech& speech) {
    return std::any_of(speech.content.begin(), speech.content.end(),
                       [&](TokenRun run) { return run.overlaps(quotation.marked); });
  });
}

// A whole sentence in quotation marks: it begins one, and ends with a stop or is long.
bool is_sentence(const SpeechContext& in, const Quotation& quotation) {
  const TokenRun words = quotation.words();
  if (words.empty() || words.last - words.first < 2) return false;
  const TokenIndex before = quotation.marked.first - 1;
  const bool begins = before < 0 || in.tree.paragraph(before) != in.tree.paragraph(words.first) ||
                      in.tree.sentence(before) != in.tree.sentence(words.first) || in.tree.form(before) == "." ||
                      in.closes(before);
  const std::string_view last = in.tree.form(words.last);
  const bool ends = last == "." || last == "!" || last == "?" || last == "…" || !quotation.closed ||
                    (quotation.marked.last + 1 < in.tree.size() && in.tree.form(quotation.marked.last + 1) == ".");
  return begins && ends;
}

// The statement that ends last before a place, in its paragraph or the one before.
const Speech* last_before(const SpeechContext& in, TokenIndex at, const std::vector<Speech>& found) {
  const Speech* best = nullptr;
  const auto place = [&](const Speech& s) { return std::max(s.cue.last, s.content.back().last); };
  for (const Speech& speech : found) {
    if (place(speech) >= at || !speech.speaker || in.tree.paragraph(place(speech)) + 1 < in.tree.paragraph(at))
      continue;
    if (!best || place(speech) > place(*best)) best = &speech;
  }
  return best;
}

const Speech* next_in_paragraph(const SpeechContext& in, TokenIndex at, const std::vector<Speech>& found) {
  for (const Speech& speech : found) {
    if (speech.head > at && speech.speaker && in.tree.paragraph(speech.head) == in.tree.paragraph(at)) return &speech;
  }
  return nullptr;
}

bool continue_last(const Quotation& before, const Quotation& quotation, std::vector<Speech>& found) {
  for (Speech& speech : found) {
    if (speech.carrier || !speech.content.back().overlaps(before.marked)) continue;
    speech.content.push_back(quotation.marked);
    return true;
  }
  return false;
}

// `Lawyer Kovac: "We shall appeal."`: who stands alone before a colon.
TokenRun label_of(const SpeechContext& in, const Quotation& quotation) {
  const TokenIndex colon = quotation.marked.first - 1;
  if (colon < 1 || in.tree.form(colon) != ":" || in.tree.paragraph(colon) != in.tree.paragraph(colon + 1)) return {};
  const TokenRun run{in.tree.sentence_run(colon).first, colon - 1};
  if (run.empty() || run.last - run.first > kLongestLabel || in.quotation_at(run.last)) return {};
  bool nominal = false;
  for (TokenIndex i = run.first; i <= run.last; ++i) {
    const Upos tag = in.tree[i].upos;
    if (tag == Upos::verb || tag == Upos::aux || in.quotation_at(i) || in.is_question_word(i)) return {};
    nominal =
        nominal || tag == Upos::propn || (tag == Upos::noun && in.words.has(in.lowered_lemma(i), SpeechKind::teller));
  }
  const Upos first = in.tree[run.first].upos;
  return nominal && first != Upos::adp && first != Upos::cconj && first != Upos::adv ? run : TokenRun{};
}

}  // namespace

void read_continuations(const SpeechContext& in, std::vector<Speech>& found) {
  for (std::size_t q = 0; q < in.quotations.size(); ++q) {
    const Quotation& quotation = in.quotations[q];
    if (is_taken(quotation, found)) continue;
    if (quotation.continues && continue_last(in.quotations[q - 1], quotation, found)) continue;
    if (const TokenRun label = label_of(in, quotation); !label.empty()) {
      Speech speech;
      speech.speaker = {head_of(in, label), label};
      speech.way = "label";
      speech.content = {quotation.marked};
      found.push_back(speech);
      continue;
    }
    if (!is_sentence(in, quotation)) continue;
    const Speech* last = last_before(in, quotation.marked.first, found);
    if (!last) last = next_in_paragraph(in, quotation.marked.last, found);
    if (!last) continue;
    Speech speech;
    speech.speaker = {last->speaker.head, {}};
    speech.way = "continuation";
    speech.content = {quotation.marked};
    found.push_back(speech);
  }
}

}  // namespace crossread::account
