#include "account/speech_quotes.h"

#include <array>

namespace crossread::account {
namespace {

enum class Mark : std::uint8_t { none, open, close, either };

// What a token is as a quotation mark. A straight single one counts only where the tagger takes it for a mark, and not
// between letters or after a plural.
Mark mark_of(const SpeechTree& tree, TokenIndex at) {
  const std::string_view form = tree.form(at);
  if (form == "“" || form == "«" || form == "„" || form == "``") return Mark::open;
  if (form == "”" || form == "»") return Mark::close;
  if (form == "\"" || form == "''") return Mark::either;
  if (form == "‘") return Mark::open;
  const Xpos tag = tree[at].xpos;
  if (form == "'" && tag == Xpos::open_quote) return Mark::open;
  if ((form == "'" || form == "’") && tag == Xpos::close_quote) return Mark::close;
  return Mark::none;
}

bool is_single(std::string_view form) {
  return form == "'" || form == "’" || form == "‘";
}

bool touches_next(const SpeechTree& tree, TokenIndex at) {
  return at + 1 < tree.size() && tree[at].span.end == tree[at + 1].span.begin;
}

bool touches_previous(const SpeechTree& tree, TokenIndex at) {
  return at > 0 && tree[at].span.begin == tree[at - 1].span.end;
}

// Marks of one form for both sides open where words follow at once and none precede.
bool opens(const SpeechTree& tree, TokenIndex at, Mark mark) {
  if (mark != Mark::either) return mark == Mark::open;
  return touches_next(tree, at) && (!touches_previous(tree, at) || tree.is_punctuation(at - 1));
}

}  // namespace

std::vector<Quotation> find_quotations(const SpeechTree& tree) {
  std::vector<Quotation> found;
  TokenIndex open = kNone;
  const auto end_open = [&](TokenIndex last, bool closed) {
    if (open != kNone && last > open) {
      const bool goes_on = !found.empty() && !found.back().closed &&
                           tree.paragraph(open) == tree.paragraph(found.back().marked.last) + 1;
      found.push_back({{open, last}, closed, goes_on});
    }
    open = kNone;
  };
  for (TokenIndex i = 0; i < tree.size(); ++i) {
    if (open != kNone && i > 0 && tree.paragraph(i) != tree.paragraph(open)) {
      is_single(tree.form(open)) ? void(open = kNone) : end_open(i - 1, false);
    }
    const Mark mark = mark_of(tree, i);
    if (mark == Mark::none) continue;
    if (open == kNone) {
      if (opens(tree, i, mark)) open = i;
      continue;
    }
    const bool same_size = is_single(tree.form(open)) == is_single(tree.form(i));
    if (mark == Mark::open && same_size) {
      open = i;  // the earlier one was never closed
    } else if (same_size && mark != Mark::open) {
      end_open(i, true);
    }
  }
  if (open != kNone && !is_single(tree.form(open))) end_open(tree.size() - 1, false);
  return found;
}

}  // namespace crossread::account
