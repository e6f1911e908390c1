// Double marks of any form, and single ones where they cannot be an apostrophe: an opening single mark stands before a
// letter and after a blank, its closing one after a character that is no blank and before one that is no letter.
#include "lineage/quotations.h"

#include <algorithm>

namespace crossread {
namespace {

enum class Mark : std::uint8_t { none, single, twofold };

struct Found {
  Mark mark = Mark::none;
  std::uint32_t size = 1;  // bytes
};

constexpr std::string_view kTwofold[] = {"“", "”", "„", "‟", "«", "»", "″"};
constexpr std::string_view kSingle[] = {"‘", "’", "‚", "‹", "›"};

bool is_plain(char c) {
  return static_cast<unsigned char>(c) < 0x80 && c != '"' && c != '\'' && c != '`';
}

// The mark that stands at `at`.
Found mark_at(std::string_view text, std::uint32_t at) {
  if (is_plain(text[at])) return {};
  if (text[at] == '"') return {Mark::twofold, 1};
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("''") || rest.starts_with("``")) return {Mark::twofold, 2};
  if (text[at] == '\'') return {Mark::single, 1};
  for (const std::string_view form : kTwofold) {
    if (rest.starts_with(form)) return {Mark::twofold, static_cast<std::uint32_t>(form.size())};
  }
  for (const std::string_view form : kSingle) {
    if (rest.starts_with(form)) return {Mark::single, static_cast<std::uint32_t>(form.size())};
  }
  return {};
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}
bool is_letter(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
         (static_cast<unsigned char>(c) >= 0xC3 && c != '\xE2');  // E2: dashes and marks
}
bool is_opener(char c) {
  return c == '(' || c == '[' || c == '-' || c == '/' || c == ':';
}

// One paragraph, in which quotations open and close.
class Paragraph {
 public:
  Paragraph(std::string_view text, ByteSpan range) : text_(text), range_(range) {}

  void find(std::vector<ByteSpan>& out) {
    for (std::uint32_t at = range_.begin; at < range_.end;) {
      const Found found = mark_at(text_, at);
      if (found.mark != Mark::none) take(found, at, out);
      at += found.size;
    }
    if (open_ == Mark::twofold) out.push_back({from_, range_.end});
  }

 private:
  char before(std::uint32_t at) const { return at > range_.begin ? text_[at - 1] : ' '; }
  char after(std::uint32_t at) const { return at < range_.end ? text_[at] : ' '; }

  // A long dash ends in a byte that no letter of use ends in before a quotation; it opens as a blank does.
  bool after_dash(std::uint32_t at) const {
    const std::string_view so_far = text_.substr(0, at);
    return so_far.ends_with("—") || so_far.ends_with("–") || so_far.ends_with("…") || so_far.ends_with("\u00A0");
  }

  bool opens(Found found, std::uint32_t at) const {
    const char next = after(at + found.size);
    if (is_blank(next)) return false;
    if (found.mark == Mark::single && !is_letter(next)) return false;
    return is_blank(before(at)) || is_opener(before(at)) || after_dash(at);
  }

  bool closes(Found found, std::uint32_t at) const {
    if (found.mark != open_) return false;
    return found.mark == Mark::twofold || (!is_blank(before(at)) && !is_letter(after(at + found.size)));
  }

  void take(Found found, std::uint32_t at, std::vector<ByteSpan>& out) {
    if (open_ == Mark::none) {
      if (!opens(found, at)) return;
      open_ = found.mark;
      from_ = at + found.size;
    } else if (closes(found, at)) {
      out.push_back({from_, at});
      open_ = Mark::none;
    } else if (open_ == Mark::single && found.mark == Mark::twofold && opens(found, at)) {
      open_ = Mark::twofold;  // what looked like a single mark was an apostrophe: 'em, "they
      from_ = at + found.size;
    }
  }

  std::string_view text_;
  ByteSpan range_;
  Mark open_ = Mark::none;
  std::uint32_t from_ = 0;
};

}  // namespace

std::vector<ByteSpan> quotations(std::string_view text, const std::vector<ByteSpan>& ranges) {
  std::vector<ByteSpan> found;
  for (const ByteSpan range : ranges) {
    for (std::uint32_t begin = range.begin; begin < range.end;) {
      const auto line = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', begin), range.end));
      Paragraph(text, {begin, line}).find(found);
      begin = line + 1;
    }
  }
  return found;
}

std::vector<std::uint8_t> quoted_words(const std::vector<Word>& words, const std::vector<ByteSpan>& quotations) {
  std::vector<std::uint8_t> flags(words.size(), 0);
  auto at = quotations.begin();
  for (std::size_t i = 0; i < words.size(); ++i) {
    while (at != quotations.end() && at->end <= words[i].span.begin) ++at;
    if (at != quotations.end() && at->begin < words[i].span.end) flags[i] = 1;
  }
  return flags;
}

}  // namespace crossread
