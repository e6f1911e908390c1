// A sentence ends after a stop, a question or an exclamation mark, with the quotes and brackets that close after it, if
// what follows can begin one; and at the end of a paragraph in any case.
//
//   "He left." She stayed.      ends after ."   (the quote is closed before the next word)
//   "Why?" he asked.            does not end after ?"   (a small letter follows)
//   the U.S. The talks          ends after U.S.   (a capital function word follows)
//   the U.S. State Department   does not
//
// A line end alone ends a sentence unless the text was wrapped at a fixed width.
#include "language/sentences.h"

#include <algorithm>

namespace crossread::language {
namespace {

bool is_one_of(std::string_view form, std::initializer_list<std::string_view> forms) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

bool is_closer(std::string_view form) {
  return is_one_of(form, {"\"", "'", "''", ")", "]", "}", "\u201D", "\u2019", "\u00BB"});
}

// Signs with which a sentence may begin.
bool is_opener(std::string_view form) {
  return is_one_of(form, {"\"", "'", "``", "`",      "(",      "[", "{",      "\u201C", "\u2018", "\u00AB", "\u2022",
                          "*",  "-", "--", "\u2013", "\u2014", "$", "\u00A3", "\u20AC", "#",      "\u00BF", "\u00A1"});
}

bool is_ellipsis(std::string_view form) {
  return form == "\u2026" || (form.size() >= 2 && form.find_first_not_of('.') == std::string_view::npos);
}

bool is_terminal(std::string_view form) {
  return form.find_first_not_of(".?!") == std::string_view::npos || is_ellipsis(form);
}

bool is_emoticon(std::string_view form) {
  return form.size() >= 2 && is_one_of(form.substr(0, 1), {":", ";", "="}) && form.find_last_of(")(DPp|]") > 0 &&
         form.find_last_of(")(DPp|]") != std::string_view::npos;
}

class Splitter {
 public:
  Splitter(std::string_view text, const TokenList& list, const Abbreviations& abbreviations,
           const WordSet& function_words)
      : text_(text), list_(list), abbreviations_(abbreviations), function_words_(function_words), wrapped_(wrapped()) {}

  std::vector<TokenRange> run() const {
    std::vector<TokenRange> sentences;
    std::uint32_t first = 0;
    for (std::uint32_t at = 1; at <= count(); ++at) {
      if (at < count() && !begins(at, first)) continue;
      sentences.push_back({first, at});
      first = at;
    }
    return sentences;
  }

 private:
  std::uint32_t count() const { return static_cast<std::uint32_t>(list_.tokens.size()); }
  const TextToken& token(std::uint32_t at) const { return list_.tokens[at]; }
  std::string_view form(std::uint32_t at) const { return token(at).span.in(text_); }

  // Lines of much the same length that break off within sentences: only a blank line ends a paragraph then.
  bool wrapped() const {
    std::uint32_t line_ends = 0;
    std::uint32_t within = 0;
    for (std::uint32_t at = 1; at < count(); ++at) {
      if (token(at).breaks != 1) continue;
      ++line_ends;
      within += token(at).shape == Shape::lower && !is_terminal(form(at - 1));
    }
    return line_ends >= 3 && within * 3 >= line_ends;
  }

  // Whether the token begins a sentence; `first` is where the current one began.
  bool begins(std::uint32_t at, std::uint32_t first) const {
    if (token(at).breaks >= 2) return true;
    if (token(at).breaks == 1 && !wrapped_) return true;
    std::uint32_t mark = at - 1;
    while (mark > first && is_closer(form(mark)) && token(mark).breaks == 0 && !opens(mark)) --mark;
    if (mark != at - 1 && !is_terminal(form(mark)) && !ends_in_stop(mark)) return false;
    if (is_closer(form(at)) && token(at).glued) return false;
    if (is_emoticon(form(at))) return false;
    if (is_emoticon(form(at - 1))) return follows_emoticon(at, first);
    if (is_terminal(form(at)) && !is_ellipsis(form(at))) return false;
    if (is_terminal(form(mark))) return follows_mark(mark, at, first);
    return ends_in_stop(mark) && follows_abbreviation(mark, at);
  }

  // A straight quote that opens: a blank before it and none after.
  bool opens(std::uint32_t at) const { return !token(at).glued && at + 1 < count() && token(at + 1).glued; }

  bool ends_in_stop(std::uint32_t at) const { return token(at).shape != Shape::symbol && form(at).ends_with('.'); }

  bool follows_mark(std::uint32_t mark, std::uint32_t at, std::uint32_t first) const {
    if (form(mark) == "." && numbers_a_list(mark, first)) return false;
    if (token(at).glued && mark == at - 1 && form(mark) == "." && token(at).shape != Shape::capital &&
        !is_opener(form(at))) {
      return false;
    }
    return can_begin(at) || begins_small(mark, at);
  }

  // ":)" ends a sentence before a capital, and with the mark before it before anything.
  bool follows_emoticon(std::uint32_t at, std::uint32_t first) const {
    if (at >= first + 2 && is_terminal(form(at - 2)) && token(at).shape != Shape::symbol) return true;
    return token(at).shape == Shape::capital || token(at).shape == Shape::upper;
  }

  // "it was fun! we will be back": careless writing has small letters behind the mark. Not behind a name ("Yahoo!
  // said"), a closed quote ("Why?" he asked) or what may be a short form ("approx. five").
  bool begins_small(std::uint32_t mark, std::uint32_t at) const {
    if (mark != at - 1 || mark == 0 || token(at).glued || token(at).shape != Shape::lower) return false;
    if (is_ellipsis(form(mark)) || token(mark - 1).shape != Shape::lower || !token(mark).glued) return false;
    const std::string_view before = form(mark - 1);
    if (form(mark) != ".") return true;
    return before.size() >= 4 || (before.size() >= 2 && function_words_.has(list_.words[mark - 1]));
  }

  // "1. Wash the rice.": the number and its stop are the head of what follows.
  bool numbers_a_list(std::uint32_t mark, std::uint32_t first) const {
    return mark == first + 1 && token(first).shape == Shape::number && form(first).size() <= 2;
  }

  bool can_begin(std::uint32_t at) const {
    const Shape shape = token(at).shape;
    if (shape == Shape::lower) return false;
    if (shape != Shape::symbol) return true;
    if (!is_opener(form(at))) return false;
    return at + 1 >= count() || token(at + 1).shape != Shape::lower;
  }

  bool follows_abbreviation(std::uint32_t mark, std::uint32_t at) const {
    const bool capital = token(mark).shape != Shape::lower;
    const AbbreviationKind kind = abbreviations_.kind(list_.words[mark], capital);
    const bool initial = kind == AbbreviationKind::none && token(mark).span.size() == 2;
    if (initial || kind == AbbreviationKind::title || kind == AbbreviationKind::inner) return false;
    if (kind == AbbreviationKind::number && token(at).shape == Shape::number) return false;
    if (mark != at - 1) return can_begin(at);
    const Shape shape = token(at).shape;
    if (shape == Shape::symbol)
      return is_opener(form(at)) && form(at) != "(" && !token(at).glued && can_begin(at) && form(at).front() != '-';
    return shape == Shape::capital && function_words_.has(list_.words[at]);
  }

  std::string_view text_;
  const TokenList& list_;
  const Abbreviations& abbreviations_;
  const WordSet& function_words_;
  bool wrapped_ = false;
};

}  // namespace

std::vector<TokenRange> SentenceSplitter::sentences(std::string_view text, const TokenList& list) const {
  if (list.tokens.empty()) return {};
  return Splitter(text, list, abbreviations_, function_words_).run();
}

}  // namespace crossread::language
