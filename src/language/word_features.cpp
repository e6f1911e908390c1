#include "language/word_features.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "text/words.h"

namespace crossread::language {
namespace {

// The word as the tables of weights know it: small ASCII letters, every digit a 0. Letters beyond ASCII stay.
void plain_form(std::string_view form, std::string& plain) {
  plain.assign(form);
  for (char& c : plain) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') c = '0';
  }
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

std::string_view first_letters(std::string_view word, std::size_t count) {
  std::size_t at = 0;
  while (at < word.size() && count > 0) {
    ++at;
    while (at < word.size() && !begins_character(word[at])) ++at;
    --count;
  }
  return word.substr(0, at);
}

std::string_view last_letters(std::string_view word, std::size_t count) {
  std::size_t at = word.size();
  while (at > 0 && count > 0) {
    --at;
    while (at > 0 && !begins_character(word[at])) --at;
    --count;
  }
  return word.substr(at);
}

void meaning_of(const MeaningVectors& vectors, std::string_view form, std::string& lower, MeaningVectors::Row& out) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (std::all_of(form.begin(), form.end(), is_letter)) {
    lower.assign(form);
    for (char& c : lower) c = static_cast<char>(c | 0x20);
  } else {
    lower = folded(form);
  }
  MeaningVectors::Row made;
  const MeaningVectors::View view = vectors.of(lower, made);
  std::copy(view.begin(), view.end(), out.begin());
}

char kind_of(char c) {
  if (c >= 'a' && c <= 'z') return 'x';
  if (c >= 'A' && c <= 'Z') return 'X';
  if (c >= '0' && c <= '9') return 'd';
  return static_cast<unsigned char>(c) >= 0x80 ? 'u' : c;
}

// "McCain's" -> "XxXxx'x": runs of a kind are cut to two.
void shape_of(std::string_view form, std::string& shape) {
  shape.clear();
  for (const char c : form) {
    const char kind = kind_of(c);
    const std::size_t size = shape.size();
    if (size >= 2 && shape[size - 1] == kind && shape[size - 2] == kind) continue;
    shape.push_back(kind);
    if (size >= 15) return;
  }
}

std::uint16_t row_of(Look look, std::uint64_t number) {
  return static_cast<std::uint16_t>(number % kLookRows[static_cast<std::size_t>(look)]);
}

void set(WordFeatures& out, Look look, std::uint64_t number) {
  out.rows[static_cast<std::size_t>(look)] = row_of(look, number);
}

bool is_quote(std::string_view form) {
  return form == "\"" || form == "'" || form == "``" || form == "\u201C" || form == "\u2018";
}

// How the words of a report are written away from the places where any word has a capital. Words are told apart by
// some bits of their hash: of a report's few hundred words hardly two fall together.
class Writing {
 public:
  void see(std::uint64_t word, Shape shape) {
    if (shape == Shape::lower) seen_[word % kSlots] |= 1;
    if (shape == Shape::capital || shape == Shape::upper || shape == Shape::mixed) seen_[word % kSlots] |= 2;
  }
  std::uint8_t of(std::uint64_t word) const { return seen_[word % kSlots]; }

 private:
  static constexpr std::size_t kSlots = 16384;
  std::vector<std::uint8_t> seen_ = std::vector<std::uint8_t>(kSlots);  // 1 small, 2 with a capital
};

// One phrase over several words: each gets the value, the first another than the rest.
void mark(const Phrases& phrases, std::span<const WordId> words, std::size_t at, std::span<std::uint8_t> marks,
          std::uint8_t (*value_of)(std::uint32_t)) {
  const Phrases::Match match = phrases.longest(words, at);
  if (!match) return;
  for (std::size_t i = at; i < at + match.words && i < marks.size(); ++i) {
    if (marks[i] == 0) marks[i] = static_cast<std::uint8_t>(value_of(match.value) * 2 + (i == at ? 0 : 1));
  }
}

}  // namespace

void WordFeatureReader::read(std::span<const NameText> texts, std::span<const FoundName> names,
                             std::vector<std::vector<WordFeatures>>& out) const {
  out.resize(texts.size());
  Writing writing;
  std::string plain;
  for (const NameText& text : texts) {
    for (const TokenRange& sentence : text.sentences) {
      for (std::uint32_t at = sentence.first + 1; at < sentence.end; ++at) {
        const TextToken& token = text.list.tokens[at];
        plain_form(token.span.in(text.text), plain);
        writing.see(hash64(plain), token.shape);
      }
    }
  }

  std::string lower;
  std::string shape;
  std::vector<std::uint8_t> places;
  std::vector<std::uint8_t> groups;
  std::vector<std::uint8_t> titles;
  for (std::size_t t = 0; t < texts.size(); ++t) {
    const NameText& text = texts[t];
    const std::size_t count = text.list.tokens.size();
    const std::span<const WordId> words = text.list.words;
    std::vector<WordFeatures>& rows = out[t];
    rows.assign(count, {});

    places.assign(count, 0);
    groups.assign(count, 0);
    titles.assign(count, 0);
    for (std::size_t at = 0; at < count; ++at) {
      if (const Phrases::Match match = tables_.places().longest(words, at)) {
        const auto kind = static_cast<std::uint8_t>(1 + static_cast<std::uint8_t>(tables_.place(match.value).kind));
        for (std::size_t i = at; i < at + match.words && i < count; ++i) {
          if (places[i] == 0) places[i] = static_cast<std::uint8_t>(kind * 2 + (i == at ? 0 : 1));
        }
      }
      mark(tables_.organisations(), words, at, groups, [](std::uint32_t) -> std::uint8_t { return 1; });
      mark(tables_.demonyms(), words, at, groups, [](std::uint32_t) -> std::uint8_t { return 2; });
      mark(tables_.titles(), words, at, titles, [](std::uint32_t value) -> std::uint8_t { return value == 1 ? 1 : 2; });
    }

    for (const TokenRange& sentence : text.sentences) {
      const bool titled = runs_.is_titled(text, sentence);
      for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        const TextToken& token = text.list.tokens[at];
        const std::string_view form = token.span.in(text.text);
        const WordId word = words[at];
        WordFeatures& row = rows[at];
        plain_form(form, plain);
        const std::uint64_t hash = hash64(plain);
        set(row, Look::word, hash);
        set(row, Look::word_again, hash >> 32);
        set(row, Look::prefix3, hash64(first_letters(plain, 3)));
        set(row, Look::suffix2, hash64(last_letters(plain, 2)));
        set(row, Look::suffix3, hash64(last_letters(plain, 3)));
        set(row, Look::suffix4, hash64(last_letters(plain, 4)));
        shape_of(form, shape);
        set(row, Look::shape, hash64(shape));
        const bool first = at == sentence.first;
        const bool quoted = !first && is_quote(text.list.tokens[at - 1].span.in(text.text));
        const bool joined = at + 1 < sentence.end && text.list.tokens[at + 1].glued;
        const bool last = at + 1 == sentence.end;
        set(row, Look::place,
            (first ? 1u : 0u) + (quoted ? 2u : 0u) + (token.glued ? 4u : 0u) + (joined ? 8u : 0u) +
                (titled ? 16u : 0u) + (last ? 32u : 0u));
        const bool capital = token.shape == Shape::capital || token.shape == Shape::upper;
        set(row, Look::report, writing.of(hash) + (capital ? 4u : 0u) + (text.taken[at] ? 8u : 0u));
        set(row, Look::map, places[at]);
        set(row, Look::phrase, groups[at] * 8u + titles[at]);
        const std::optional<EntityKind> head = tables_.head(word);
        const std::uint32_t heads = head ? 1 + std::min<std::uint32_t>(static_cast<std::uint32_t>(*head), 6) : 0;
        set(row, Look::listed,
            (tables_.forenames().has(word) ? 1u : 0u) + (tables_.surnames().has(word) ? 2u : 0u) +
                (tables_.particles().has(word) ? 4u : 0u) + (tables_.common().has(word) ? 8u : 0u) +
                (runs_.is_function(word) ? 16u : 0u) + heads * 32u);
        meaning_of(meaning_, form, lower, row.meaning);
      }
    }
  }

  for (const FoundName& name : names) {
    for (std::uint32_t at = name.tokens.first; at < name.tokens.end; ++at) {
      set(out[name.text][at], Look::name,
          1 + static_cast<std::uint32_t>(name.kind) * 2 + (at == name.tokens.first ? 0u : 1u));
    }
  }
}

}  // namespace crossread::language
