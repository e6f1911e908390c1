// The head of the paragraph is tried up to each of its first separators. It is a dateline if every item before the
// separator is a place, a date or a name, and enough of them show that it is one.
#include "intake/dateline.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "intake/lines.h"
#include "intake/written_date.h"

namespace crossread::intake {
namespace {

constexpr std::uint32_t kMostBytes = 140;  // of the longest dateline; not tuned
constexpr std::size_t kMostWords = 16;
constexpr std::size_t kLeastWordsAfter = 4;
constexpr std::size_t kLeastWordsLater = 12;  // in a later paragraph

struct Separator {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool colon = false;
};

// The separators among the first bytes, in order. A hyphen or colon must stand apart from what follows.
std::vector<Separator> separators(std::string_view text, ByteSpan paragraph) {
  std::vector<Separator> found;
  const std::uint32_t end = std::min(paragraph.end, paragraph.begin + kMostBytes);
  for (std::uint32_t at = paragraph.begin; at < end; ++at) {
    const std::string_view rest = text.substr(at, paragraph.end - at);
    const auto blank_after = [&](std::size_t size) { return rest.size() <= size || rest[size] == ' '; };
    const auto add = [&](std::uint32_t size, bool colon) {
      found.push_back({at, at + size, colon});
      at += size - 1;
    };
    if (rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94")) {
      add(3, false);
    } else if (rest.starts_with("--") && at > paragraph.begin) {
      add(2, false);
    } else if (rest.starts_with(":-") || rest.starts_with(": -")) {
      add(static_cast<std::uint32_t>(rest.find('-') + 1), true);
    } else if (rest[0] == ':' && blank_after(1)) {
      add(1, true);
    } else if (rest[0] == '-' && blank_after(1) && at > paragraph.begin &&
               (text[at - 1] == ' ' || text[at - 1] == ')')) {
      add(1, false);
    }
  }
  return found;
}

struct Item {
  ByteSpan span;
  bool bracketed = false;
  std::vector<LineToken> words;
};

// The items between commas and slashes, and those in brackets; empty if brackets do not close.
std::vector<Item> items_of(std::string_view text, ByteSpan head) {
  std::vector<Item> items;
  std::uint32_t begin = head.begin;
  const auto add = [&](std::uint32_t end, bool bracketed) {
    ByteSpan span{begin, end};
    while (!span.empty() && text[span.begin] == ' ') ++span.begin;
    while (!span.empty() && (text[span.end - 1] == ' ' || text[span.end - 1] == '.')) --span.end;
    if (!span.empty()) items.push_back({span, bracketed, line_tokens(text, span)});
    begin = end + 1;
  };
  bool inside = false;
  for (std::uint32_t at = head.begin; at < head.end; ++at) {
    const char c = text[at];
    if ((c == '(' || c == '[') && !inside) {
      add(at, false);
      inside = true;
    } else if ((c == ')' || c == ']') && inside) {
      add(at, true);
      inside = false;
    } else if ((c == ',' || c == '/' || c == '|' || c == ';') && !inside) {
      add(at, false);
    }
  }
  if (inside) return {};
  add(head.end, false);
  return items;
}

bool has_number(const std::vector<LineToken>& words) {
  return std::any_of(words.begin(), words.end(), [](const LineToken& w) {
    return w.kind == LineToken::Kind::number && w.form.find_first_of("0123456789") != std::string::npos;
  });
}

bool is_date_item(const Item& item, const DateWords& dates) {
  bool any = false;
  for (const LineToken& word : item.words) {
    const bool names = dates.month(word.form) != 0 || dates.weekday(word.form);
    const bool number = word.kind == LineToken::Kind::number && word.form.size() <= 5;
    const bool ending = word.form == "st" || word.form == "nd" || word.form == "rd" || word.form == "th" ||
                        word.form == "hrs" || word.form == ":" || dates.zone_name(word.form);
    if (!names && !number && !ending) return false;
    any = any || names || (number && word.form.size() == 4);
  }
  return any;
}

// How the items of a head come out; `valid` stays false if one of them is nothing that datelines hold.
struct Head {
  bool valid = false;
  bool capitals = false;  // the first place is written in capitals
  bool named = false;     // a name in brackets right before the separator
  bool dated = false;
  std::vector<const Item*> places;
  std::vector<const Item*> bracketed;
};

Head head_of(std::string_view text, const std::vector<Item>& items, const PressNames& names, const DateWords& dates) {
  Head head;
  for (const Item& item : items) {
    if (item.words.empty() || item.words.size() > 6) return head;
    if (is_date_item(item, dates)) {
      if (&item == &items.front()) return head;  // "14 March:" is an entry of a calendar
      head.dated = true;
    } else if (has_number(item.words)) {
      return head;
    } else if (item.bracketed) {
      if (!title_case(text, item.words) && !names.agency(item.words)) return head;
      head.bracketed.push_back(&item);
    } else {
      if (!title_case(text, item.words) || !head.bracketed.empty()) return head;
      head.places.push_back(&item);
    }
  }
  head.valid = !items.empty();
  head.named = !items.empty() && items.back().bracketed && !head.bracketed.empty();
  if (!head.places.empty()) {
    const Item& first = *head.places.front();
    head.capitals = all_capitals(text, first.words) && (first.span.size() >= 3 || first.words.size() > 1);
  }
  return head;
}

bool is_outlet_item(std::string_view text, const Item& item, const PressNames& names) {
  if (names.agency(item.words)) return true;
  if (item.words.size() >= 2 && names.outlet_like(item.words)) return true;
  return item.words.size() >= 3 && item.words.back().form != "city" && !all_capitals(text, item.words);
}

// An outlet and its place before a colon: "Daily Herald, Lagos:". Two words that tell nothing of themselves count where
// the place is a town and they are none.
bool begins_with_outlet(std::string_view text, const Head& head, const PressNames& names, const TownNames& towns) {
  if (head.places.size() != 2 || head.places.back()->words.size() > 3) return false;
  const Item& first = *head.places.front();
  if (is_outlet_item(text, first, names)) return true;
  return first.words.size() >= 2 && !head.capitals && !towns.has(first.words) && towns.has(head.places.back()->words);
}

// Whether another line of the text begins with a short name and a colon.
bool reads_like_interview(std::string_view text, ByteSpan paragraph) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t colon = line.find(": ");
    const bool other = at != paragraph.begin;
    if (other && colon != std::string_view::npos && colon > 0 && colon <= 24) {
      const auto words = line_tokens(line, {0, static_cast<std::uint32_t>(colon)});
      if (!words.empty() && words.size() <= 3 && words.front().kind == LineToken::Kind::word &&
          title_case(line, words)) {
        return true;
      }
    }
    at = end + 1;
  }
  return false;
}

bool starts_sentence(std::string_view text, ByteSpan rest) {
  auto at = static_cast<std::int32_t>(rest.begin);
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, static_cast<std::int32_t>(rest.end), c);
  return u_islower(c) == 0;
}

bool starts_with_digit(std::string_view text, ByteSpan rest) {
  return !rest.empty() && text[rest.begin] >= '0' && text[rest.begin] <= '9';
}

class DatelineReader {
 public:
  DatelineReader(std::string_view text, ByteSpan paragraph, bool first, const LayoutTables& tables)
      : text_(text),
        paragraph_(paragraph),
        first_(first),
        lexicon_(tables.furniture),
        towns_(tables.towns),
        names_(tables.names),
        dates_(tables.dates) {}

  std::optional<Dateline> read() const {
    if (!begins_fit()) return std::nullopt;
    for (const Separator& separator : separators(text_, paragraph_)) {
      const ByteSpan span{paragraph_.begin, separator.begin};
      if (line_tokens(text_, span).size() > kMostWords) return std::nullopt;
      const std::vector<Item> items = items_of(text_, span);
      const Head head = head_of(text_, items, names_, dates_);
      if (head.valid && rest_fits(separator, head) && shows_itself(separator, head, items)) {
        return dateline_of(separator, head);
      }
    }
    return std::nullopt;
  }

 private:
  // Quotation begins no dateline.
  bool begins_fit() const {
    auto at = static_cast<std::int32_t>(paragraph_.begin);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text_.data()), at, static_cast<std::int32_t>(paragraph_.end),
                    c);
    return u_isalnum(c) != 0 || c == '(' || c == '[';
  }

  ByteSpan rest_of(const Separator& separator) const {
    ByteSpan rest{separator.end, paragraph_.end};
    while (!rest.empty() && text_[rest.begin] == ' ') ++rest.begin;
    return rest;
  }

  // A sentence follows, or nothing at all: some print the dateline on a line of its own.
  bool rest_fits(const Separator& separator, const Head& head) const {
    const ByteSpan rest = rest_of(separator);
    if (rest.empty()) return head.dated || head.named;
    return starts_sentence(text_, rest) && line_tokens(text_, rest).size() >= kLeastWordsAfter;
  }

  bool shows_itself(const Separator& separator, const Head& head, const std::vector<Item>& items) const {
    if (!head.places.empty() &&
        (lexicon_.kicker(head.places.front()->words) ||
         lexicon_.kicker(line_tokens(text_, {items.front().span.begin, items.back().span.end})))) {
      return false;
    }
    if (head.named && (head.places.empty() || head.dated || head.capitals || is_press(*head.bracketed.back()))) {
      return !head.places.empty() || is_press(*head.bracketed.back());
    }
    if (head.places.empty()) return false;
    if (head.dated) return true;
    if (separator.colon) {
      if (begins_with_outlet(text_, head, names_, towns_)) return true;
      if (head.places.size() > 3 || !is_place_like(*head.places.front()) ||
          lexicon_.section(head.places.front()->words))
        return false;
      if (!first_ && line_tokens(text_, rest_of(separator)).size() < kLeastWordsLater) return false;
      if (head.capitals) return !reads_like_interview_in_capitals();
      return small_letter_place(head) && !starts_with_digit(text_, rest_of(separator)) &&
             line_tokens(text_, rest_of(separator)).size() >= 8 && !reads_like_interview(text_, paragraph_);
    }
    return head.capitals;
  }

  bool is_press(const Item& item) const {
    return names_.agency(item.words) || names_.outlet_like(item.words) ||
           (all_capitals(text_, item.words) && item.span.size() <= 8);
  }

  // Up to three words, none of which joins others to a phrase: "CHARGED WITH MURDER".
  static bool is_place_like(const Item& item) {
    static constexpr std::array<std::string_view, 7> kJoins = {"by", "for", "from", "in", "to", "why", "with"};
    return item.words.size() <= 3 && std::none_of(item.words.begin(), item.words.end(), [](const LineToken& word) {
             return std::find(kJoins.begin(), kJoins.end(), word.form) != kJoins.end();
           });
  }

  // "New Delhi:", "Lahore, Pakistan:"
  bool small_letter_place(const Head& head) const {
    return head.places.size() <= 2 && towns_.has(head.places.front()->words) && text_[rest_start()] != '"';
  }

  std::uint32_t rest_start() const {
    const std::size_t colon = text_.find(": ", paragraph_.begin);
    return colon == std::string_view::npos ? paragraph_.begin : static_cast<std::uint32_t>(colon + 2);
  }

  // "HOST: ... GUEST: ...": another line begins with capitals and a colon.
  bool reads_like_interview_in_capitals() const {
    const std::size_t colon = text_.find(':', paragraph_.begin);
    const std::string speaker = "\n" + std::string(text_.substr(paragraph_.begin, colon + 1 - paragraph_.begin));
    return text_.find(speaker, paragraph_.end) != std::string_view::npos || reads_like_interview(text_, paragraph_);
  }

  Dateline dateline_of(const Separator& separator, const Head& head) const {
    Dateline found;
    found.span = {paragraph_.begin, separator.end};
    const bool outlet_first = begins_with_outlet(text_, head, names_, towns_) && !head.capitals;
    for (const Item* place : head.places) {
      if (outlet_first && place == head.places.front()) {
        found.names.push_back({std::string(place->span.in(text_)), place->span});
        continue;
      }
      if (!found.place.empty()) found.place += ", ";
      found.place += place->span.in(text_);
    }
    for (const Item* item : head.bracketed) {
      const bool region = item != head.bracketed.back() && !is_press(*item);  // "SATTUR (Tamil Nadu), ... (DNS)"
      if (!region) found.names.push_back({std::string(item->span.in(text_)), item->span});
    }
    found.date = written_date(text_, line_tokens(text_, {paragraph_.begin, separator.begin}), dates_);
    return found;
  }

  std::string_view text_;
  ByteSpan paragraph_;
  bool first_ = true;
  const FurnitureLexicon& lexicon_;
  const TownNames& towns_;
  const PressNames& names_;
  const DateWords& dates_;
};

}  // namespace

std::optional<Dateline> read_dateline(std::string_view text, ByteSpan paragraph, bool first,
                                      const LayoutTables& tables) {
  return DatelineReader(text, paragraph, first, tables).read();
}

}  // namespace crossread::intake
