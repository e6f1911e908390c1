#include "store/search_words.h"

#include <algorithm>

namespace crossread {
namespace {

constexpr std::size_t kMostBytes = 4096;
constexpr std::size_t kMostPhrases = 64;
constexpr std::size_t kShortestBeginning = 3;  // code points

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// One thing between blanks: `-title:"oil tanker"`.
struct Item {
  std::string_view words;
  SearchField field = SearchField::any;
  bool without = false;
  bool begins = false;
  bool is_or = false;
};

class Items {
 public:
  explicit Items(std::string_view typed) : left_(typed) {}

  bool next(Item& item) {
    while (!left_.empty() && is_blank(left_.front())) left_.remove_prefix(1);
    if (left_.empty()) return false;
    item = {};
    item.without = left_.size() > 1 && drop("-");
    if (drop("title:")) {
      item.field = SearchField::title;
    } else if (drop("text:")) {
      item.field = SearchField::text;
    }
    const bool quoted = drop("\"");
    item.words =
        quoted ? until([](char c) { return c == '"'; }) : until([](char c) { return is_blank(c) || c == '"'; });
    if (quoted) drop("\"");
    item.begins = quoted ? drop("*") : item.words.ends_with('*');
    item.is_or = !quoted && !item.without && item.field == SearchField::any && item.words == "OR";
    return true;
  }

 private:
  bool drop(std::string_view prefix) {
    if (!left_.starts_with(prefix)) return false;
    left_.remove_prefix(prefix.size());
    return true;
  }
  template <class Ends>
  std::string_view until(Ends ends) {
    const auto end = std::find_if(left_.begin(), left_.end(), ends);
    const std::string_view taken(left_.begin(), end);
    left_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view left_;
};

std::string_view shortened(std::string_view typed) {
  if (typed.size() <= kMostBytes) return typed;
  std::size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(typed[end]) & 0xC0) == 0x80) --end;
  return typed.substr(0, end);
}

std::size_t letters(std::string_view token) {
  return static_cast<std::size_t>(
      std::count_if(token.begin(), token.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

SearchPhrase phrase_of(const Item& item, const Tokenizer& tokenizer) {
  SearchPhrase phrase{{}, item.field, item.begins};
  tokenizer.for_each(item.words, [&](std::string_view form, ByteSpan) { phrase.tokens.emplace_back(form); });
  if (!phrase.tokens.empty() && letters(phrase.tokens.back()) < kShortestBeginning) phrase.begins = false;
  return phrase;
}

void append_phrase(const SearchPhrase& phrase, std::string& out) {
  constexpr std::string_view kColumns[] = {"{title text} : ", "title : ", "text : "};
  out += kColumns[static_cast<std::size_t>(phrase.field)];
  for (std::size_t i = 0; i < phrase.tokens.size(); ++i) {
    if (i > 0) out += " + ";
    out += '"';
    out += phrase.tokens[i];  // a token holds letters and digits only
    out += '"';
  }
  if (phrase.begins) out += " *";
}

std::string one_of(const std::vector<SearchPhrase>& phrases) {
  std::string out;
  for (const SearchPhrase& phrase : phrases) {
    if (!out.empty()) out += " OR ";
    append_phrase(phrase, out);
  }
  return '(' + out + ')';
}

}  // namespace

SearchWords search_words(std::string_view typed, const Tokenizer& tokenizer) {
  SearchWords words;
  std::size_t phrases = 0;
  bool joins = false;  // an OR stands before the next one
  Items items(shortened(typed));
  for (Item item; phrases < kMostPhrases && items.next(item);) {
    if (item.is_or) {
      joins = !words.all.empty();
      continue;
    }
    SearchPhrase phrase = phrase_of(item, tokenizer);
    if (phrase.tokens.empty()) continue;
    ++phrases;
    if (item.without) {
      words.none.push_back(std::move(phrase));
    } else if (joins) {
      words.all.back().push_back(std::move(phrase));
    } else {
      words.all.push_back({std::move(phrase)});
    }
    joins = false;
  }
  return words;
}

std::string match_expression(const SearchWords& words) {
  if (words.all.empty()) return {};
  std::string out;
  for (const std::vector<SearchPhrase>& group : words.all) {
    if (!out.empty()) out += " AND ";
    out += one_of(group);
  }
  if (words.none.empty()) return out;
  return '(' + out + ") NOT " + one_of(words.none);
}

}  // namespace crossread
