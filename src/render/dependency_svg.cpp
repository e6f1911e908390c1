// An arc lies one step higher than every arc below it, short arcs first, so that arcs cross only where the tree does.
// Widths are those of a font of one width: nothing can be measured before a browser has the page.
//
//      ┌──nsubj──┐
//   ↓root        │          (the root has an arrow from above)
//   rose       Prices
#include "render/dependency_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <vector>

#include "render/html.h"
#include "text/unicode.h"

namespace crossread {
namespace {

// Pixels.
constexpr std::uint32_t kFormWidth = 8;   // of a character at 13px
constexpr std::uint32_t kSmallWidth = 7;  // at 11px
constexpr std::uint32_t kColumnGap = 18;  // between two words
constexpr std::uint32_t kStep = 22;       // between two heights of arcs
constexpr std::uint32_t kTop = 18;        // above the highest arc
constexpr std::uint32_t kLines = 72;      // below the arcs: form, UPOS, XPOS, lemma
constexpr std::uint32_t kBend = 7;        // radius of the corners
constexpr std::uint32_t kBeside = 5;      // arcs leave a word so far from its middle

std::uint32_t characters(std::string_view text) {
  return CodePoints(text).count();
}

struct Column {
  std::uint32_t width = 0;
  std::uint32_t middle = 0;       // x
  std::uint32_t root_height = 0;  // steps
};

struct Arc {
  std::uint32_t governor = 0;  // columns
  std::uint32_t dependent = 0;
  std::uint32_t height = 1;  // steps
  std::string_view label;

  std::uint32_t left() const { return std::min(governor, dependent); }
  std::uint32_t right() const { return std::max(governor, dependent); }
};

class Drawing {
 public:
  Drawing(std::string_view text, const Analysis& analysis, const Sentence& sentence)
      : text_(text), analysis_(analysis), sentence_(sentence) {
    measure();
    gather();
    spread();
    stack();
  }

  std::string svg() {
    const std::uint32_t height = base() + kLines;
    put("<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" aria-label=\"Dependency tree\">\n",
        width_, height);
    for (const Arc& arc : arcs_) draw(arc);
    for (std::uint32_t i = 0; i < columns_.size(); ++i) draw_word(i);
    out_ += "</svg>\n";
    return std::move(out_);
  }

 private:
  template <class... Args>
  void put(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
  }

  const Token& token(std::uint32_t column) const { return analysis_.tokens[sentence_.first_token + column]; }
  std::uint32_t base() const { return kTop + highest_ * kStep; }
  std::uint32_t y_of(const Arc& arc) const { return base() - arc.height * kStep; }

  void measure() {
    columns_.resize(sentence_.end_token - sentence_.first_token);
    for (std::uint32_t i = 0; i < columns_.size(); ++i) {
      const Token& word = token(i);
      const auto small = std::max({characters(word.lemma), characters(name_of(word.upos)),
                                   characters(name_of(word.xpos)), static_cast<std::uint32_t>(1)});
      columns_[i].width = std::max(characters(word.span.in(text_)) * kFormWidth, small * kSmallWidth);
    }
  }

  void gather() {
    for (std::uint32_t i = 0; i < columns_.size(); ++i) {
      const Token& word = token(i);
      if (word.head < 0) continue;
      const std::uint32_t governor = static_cast<std::uint32_t>(word.head) - sentence_.first_token;
      if (governor >= columns_.size() || governor == i) continue;
      arcs_.push_back({governor, i, 1, name_of(word.relation)});
    }
    std::stable_sort(arcs_.begin(), arcs_.end(),
                     [](const Arc& a, const Arc& b) { return a.right() - a.left() < b.right() - b.left(); });
  }

  // Puts the columns side by side, with room for the labels of the arcs between neighbours.
  void spread() {
    std::vector<std::uint32_t> room(columns_.size() + 1, 0);  // between the middles of i-1 and i
    for (const Arc& arc : arcs_) {
      if (arc.right() != arc.left() + 1) break;
      room[arc.right()] = std::max(room[arc.right()], characters(arc.label) * kSmallWidth + 2 * (kBend + kBeside));
    }
    std::uint32_t x = kColumnGap;
    for (std::uint32_t i = 0; i < columns_.size(); ++i) {
      columns_[i].middle = x + columns_[i].width / 2;
      if (i > 0) columns_[i].middle = std::max(columns_[i].middle, columns_[i - 1].middle + room[i]);
      x = columns_[i].middle + (columns_[i].width + 1) / 2 + kColumnGap;
    }
    width_ = x;
  }

  // Heights of arcs, and above them those of the roots' arrows.
  void stack() {
    std::vector<std::uint32_t> taken(columns_.size(), 0);  // the height of what lies between columns i and i+1
    for (Arc& arc : arcs_) {
      const auto from = taken.begin() + arc.left();
      const auto to = taken.begin() + arc.right();
      arc.height = *std::max_element(from, to) + 1;
      std::fill(from, to, arc.height);
    }
    for (std::uint32_t i = 0; i < columns_.size(); ++i) {
      if (token(i).head < 0) columns_[i].root_height = std::max(taken[i], i > 0 ? taken[i - 1] : 0) + 1;
      highest_ = std::max({highest_, taken[i], columns_[i].root_height});
    }
  }

  void draw(const Arc& arc) {
    const bool to_right = arc.dependent > arc.governor;
    const std::uint32_t from =
        to_right ? columns_[arc.governor].middle + kBeside : columns_[arc.governor].middle - kBeside;
    const std::uint32_t to = columns_[arc.dependent].middle;
    const std::uint32_t y = y_of(arc);
    const std::uint32_t left = std::min(from, to);
    const std::uint32_t right = std::max(from, to);
    put("<path class=\"arc\" d=\"M{0} {3}V{4}Q{0} {2} {5} {2}H{6}Q{1} {2} {1} {4}V{3}\"/>", left, right, y, base(),
        y + kBend, left + kBend, right - kBend);
    draw_head(to);
    put("<text class=\"rel\" x=\"{}\" y=\"{}\">{}</text>\n", (left + right) / 2, y - 3, escaped(arc.label));
  }

  void draw_head(std::uint32_t x) { put("<path class=\"tip\" d=\"M{} {}l-4 -7h8z\"/>", x, base() + 3); }

  void draw_word(std::uint32_t column) {
    const Token& word = token(column);
    const std::uint32_t x = columns_[column].middle;
    if (word.head < 0) {
      const std::uint32_t y = base() - columns_[column].root_height * kStep;
      put("<path class=\"arc\" d=\"M{0} {1}V{2}\"/>", x, y, base());
      draw_head(x);
      put("<text class=\"rel\" x=\"{}\" y=\"{}\">{}</text>", x, y - 3, name_of(word.relation));
    }
    put("<text class=\"form\" x=\"{0}\" y=\"{1}\">{2}</text><text class=\"upos\" x=\"{0}\" y=\"{3}\">{4}</text>"
        "<text class=\"xpos\" x=\"{0}\" y=\"{5}\">{6}</text><text class=\"lemma\" x=\"{0}\" y=\"{7}\">{8}</text>\n",
        x, base() + 18, escaped(word.span.in(text_)), base() + 34, name_of(word.upos), base() + 49,
        escaped(name_of(word.xpos)), base() + 64, escaped(word.lemma));
  }

  std::string_view text_;
  const Analysis& analysis_;
  const Sentence& sentence_;
  std::vector<Column> columns_;
  std::vector<Arc> arcs_;
  std::uint32_t width_ = 0;
  std::uint32_t highest_ = 0;
  std::string out_;
};

}  // namespace

std::string dependency_svg(std::string_view text, const Analysis& analysis, const Sentence& sentence) {
  if (sentence.end_token - sentence.first_token > kMostDrawnTokens) return {};
  return Drawing(text, analysis, sentence).svg();
}

}  // namespace crossread
