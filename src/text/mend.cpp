// Text is mended rule by rule. Each rule looks at the text as the rules before it left it and says what to replace; the
// way back is kept as one stretch of the shown text for each byte. The rules run again until none finds anything, so
// that mending twice is mending once.
//
//   shown   Iran s letter was â€œunbelievableâ€ , he said,adding
//   mended  Iran's letter was “unbelievable” , he said, adding
//
// What is refused, because sound text has it too: a lone s after a lone letter, two blanks in a text that has them
// everywhere, an apostrophe at the head of a year (’90s), commas within numbers.
// Guarded by tests/text/mend_test.cpp and fuzz/text/mend.cpp.
#include "text/mend.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "text/mend_rules.h"

namespace crossread {

void OffsetMap::append(ByteSpan original, std::uint32_t written) {
  const std::uint32_t begin = pieces_.empty() ? 0 : pieces_.back().written_begin + pieces_.back().written_size;
  if (written == 0) return;  // what was left out is reached by no position of the new text
  pieces_.push_back({begin, written, original});
}

ByteSpan OffsetMap::original(ByteSpan rewritten) const {
  if (pieces_.empty()) return {};
  const auto piece_at = [this](std::uint32_t byte) {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), byte,
                                        [](std::uint32_t at, const Piece& piece) { return at < piece.written_begin; });
    return after == pieces_.begin() ? *after : *(after - 1);
  };
  const auto is_even = [](const Piece& piece) { return piece.written_size == piece.original.size(); };
  const std::uint32_t end_of_all = pieces_.back().written_begin + pieces_.back().written_size;
  if (rewritten.begin >= end_of_all) return {pieces_.back().original.end, pieces_.back().original.end};
  const Piece first = piece_at(rewritten.begin);
  ByteSpan found;
  found.begin = is_even(first) ? first.original.begin + (rewritten.begin - first.written_begin) : first.original.begin;
  if (rewritten.empty()) return {found.begin, found.begin};
  const std::uint32_t last_byte = std::min(rewritten.end, end_of_all) - 1;
  const Piece last = piece_at(last_byte);
  found.end = is_even(last) ? last.original.begin + (last_byte - last.written_begin) + 1 : last.original.end;
  return found;
}

namespace {

using mending::Characters;
using mending::Edit;
using mending::Edits;

// The text under way, with the stretch of the shown text that each of its bytes stands for.
class Draft {
 public:
  explicit Draft(std::string_view shown) : text_(shown) {}

  const std::string& text() const { return text_; }
  bool touched() const { return !from_.empty(); }

  void apply(const Edits& edits) {
    if (!touched()) {
      from_.resize(text_.size());
      for (std::uint32_t i = 0; i < from_.size(); ++i) from_[i] = {i, i + 1};
    }
    std::string text;
    std::vector<ByteSpan> from;
    text.reserve(text_.size());
    from.reserve(from_.size());
    std::uint32_t at = 0;
    const auto keep_up_to = [&](std::uint32_t end) {
      text.append(text_, at, end - at);
      from.insert(from.end(), from_.begin() + at, from_.begin() + end);
      at = end;
    };
    for (const Edit& edit : edits) {
      assert(edit.where.begin >= at && !edit.where.empty() && "edits come in order and apart, and replace something");
      keep_up_to(edit.where.begin);
      const ByteSpan whole = {from_[edit.where.begin].begin, from_[edit.where.end - 1].end};
      text += edit.instead;
      from.insert(from.end(), edit.instead.size(), whole);
      at = edit.where.end;
    }
    keep_up_to(static_cast<std::uint32_t>(text_.size()));
    text_ = std::move(text);
    from_ = std::move(from);
  }

  // Bytes that follow one another alike in both texts become one piece.
  OffsetMap map() const {
    OffsetMap map;
    if (!touched()) {
      map.append({0, static_cast<std::uint32_t>(text_.size())}, static_cast<std::uint32_t>(text_.size()));
      return map;
    }
    for (std::size_t i = 0; i < from_.size();) {
      std::size_t end = i + 1;
      ByteSpan original = from_[i];
      if (original.size() == 1) {
        while (end < from_.size() && from_[end].size() == 1 && from_[end].begin == original.end) {
          original.end = from_[end++].end;
        }
      } else {
        while (end < from_.size() && from_[end] == original) ++end;
      }
      map.append(original, static_cast<std::uint32_t>(end - i));
      i = end;
    }
    return map;
  }

 private:
  std::string text_;
  std::vector<ByteSpan> from_;  // of each byte; empty: each stands for itself
};

// Each rule sees the text as the one before it left it.
bool mend_once(Draft& draft) {
  Characters chars = mending::characters_of(draft.text());
  bool changed = false;
  const auto apply = [&](const Edits& edits) {
    if (edits.empty()) return;
    draft.apply(edits);
    chars = mending::characters_of(draft.text());
    changed = true;
  };
  apply(mending::wrong_encodings(chars));
  apply(mending::unresolved_references(draft.text()));
  apply(mending::lost_apostrophes(chars));
  apply(mending::odd_blanks(chars));
  apply(mending::wrong_quotes(chars));
  apply(mending::missing_blanks(chars));
  return changed;
}

// Damage upon damage needs a round each; made-up input could ask for any number of them.
constexpr int kMostRounds = 64;

}  // namespace

MendedText mend(std::string_view shown) {
  Draft draft(shown);
  for (int round = 0; round < kMostRounds && mend_once(draft); ++round) {
  }
  return {draft.text(), draft.map()};
}

}  // namespace crossread
