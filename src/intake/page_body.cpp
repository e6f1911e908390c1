#include "intake/page_body.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "intake/lines.h"

namespace crossread::intake {
namespace {

// Tuned on the 91 pages of the development half of the article extraction benchmark; docs/design/intake.md has the
// score.
constexpr std::uint32_t kParagraphLetters = 25;  // a block with fewer lends no weight
constexpr double kMostLinked = 0.5;              // of a paragraph's letters
constexpr double kMostOfPage = 0.4;  // an element that holds more of the page's prose is a wrapper, whatever its name
constexpr double kMostOfPageIfSure = 0.8;   // the same for footers, menus and comments
constexpr double kTeaserLinked = 0.8;       // of a heading's letters
constexpr double kMostTeaserLetters = 600;  // of a heading and its text
constexpr double kLinkItself = 0.7;         // of a block's letters: it is a link and no paragraph with links
constexpr std::uint32_t kMostLinkLetters = 200;
constexpr double kMostStandfirstLetters = 500;
constexpr std::size_t kMostHeadBlocks = 25;  // between headline and report
constexpr double kNameWeight = 25;           // of an element whose name says that it is the report
constexpr double kSiblingShare = 0.2;        // of the best weight, to be taken in

struct Block {
  std::string text;
  std::uint32_t node = 0;  // the block element that shows it
  std::uint32_t letters = 0;
  std::uint32_t linked = 0;
  std::uint32_t commas = 0;
  bool in_row = false;

  double link_share() const { return letters == 0 ? 1 : static_cast<double>(linked) / letters; }
  bool is_prose() const { return letters >= kParagraphLetters && link_share() < kMostLinked; }
};

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// ---- blocks ----

// Walks over the page and cuts its text where a browser would begin a new line of boxes.
class BlockReader {
 public:
  explicit BlockReader(const PageTree& page, const std::vector<bool>& invisible) : page_(page), invisible_(invisible) {}

  std::vector<Block> read() {
    for (std::uint32_t i = 0; i < page_.nodes.size();) {
      close_until(i);
      const PageNode& node = page_.nodes[i];
      if (invisible_[i]) {
        i = std::max(node.end, i + 1);
        continue;
      }
      enter(i, node);
      ++i;
    }
    flush();
    return std::move(blocks_);
  }

 private:
  struct Open {
    std::uint32_t node = 0;
    std::uint32_t end = 0;
  };

  void close_until(std::uint32_t i) {
    while (!open_.empty() && open_.back().end <= i) {
      flush();
      open_.pop_back();
    }
    while (!links_.empty() && links_.back() <= i) links_.pop_back();
  }

  void enter(std::uint32_t i, const PageNode& node) {
    if (is_block(node.tag)) {
      flush();
      open_.push_back({i, node.end});
    } else if (node.tag == Tag::a) {
      links_.push_back(node.end);
    } else if (node.tag == Tag::br) {
      while (!current_.text.empty() && current_.text.back() == ' ') current_.text.pop_back();
      if (!current_.text.empty()) current_.text += '\n';
    } else if (node.tag == Tag::td) {
      if (!current_.text.empty() && current_.text.back() != ' ') current_.text += ' ';
      current_.in_row = true;
    } else if (node.tag == Tag::text) {
      append(page_.text_of(node));
    }
  }

  void append(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      const bool no_break = c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
      if (is_blank(c) || no_break) {
        if (!current_.text.empty() && !is_blank(current_.text.back())) current_.text += ' ';
        if (no_break) ++i;
        continue;
      }
      current_.text += c;
      if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
      ++current_.letters;
      current_.linked += links_.empty() ? 0 : 1;
      current_.commas += c == ',' ? 1 : 0;
    }
  }

  void flush() {
    while (!current_.text.empty() && is_blank(current_.text.back())) current_.text.pop_back();
    if (!current_.text.empty()) {
      current_.node = open_.empty() ? 0 : open_.back().node;
      blocks_.push_back(std::move(current_));
    }
    current_ = {};
  }

  const PageTree& page_;
  const std::vector<bool>& invisible_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> links_;  // ends of the open links
  Block current_;
  std::vector<Block> blocks_;
};

// ---- elements ----

std::optional<FurnitureKind> kind_of(PageHint hint) {
  switch (hint) {
    case PageHint::caption:
      return FurnitureKind::caption;
    case PageHint::byline:
      return FurnitureKind::byline;
    case PageHint::dateline:
      return FurnitureKind::dateline;
    case PageHint::reading_time:
      return FurnitureKind::reading_time;
    case PageHint::section:
      return FurnitureKind::section;
    case PageHint::notice:
      return FurnitureKind::notice;
    case PageHint::related:
      return FurnitureKind::related;
    case PageHint::share:
      return FurnitureKind::share;
    case PageHint::advert:
      return FurnitureKind::advert;
    case PageHint::navigation:
      return FurnitureKind::navigation;
    default:
      return std::nullopt;
  }
}

// Kinds that mark a few words within a report; the others mark a region of the page.
bool is_small_kind(PageHint hint) {
  return hint == PageHint::caption || hint == PageHint::byline || hint == PageHint::dateline ||
         hint == PageHint::reading_time || hint == PageHint::section || hint == PageHint::notice;
}

class ReportFinder {
 public:
  ReportFinder(const PageTree& page, const PageHints& hints) : page_(page), hints_(hints) {}

  std::vector<PageBlock> read() {
    name_elements();
    blocks_ = BlockReader(page_, invisible_).read();
    if (blocks_.empty()) return {};
    count_prose();
    leave_out_regions();
    leave_out_teasers();
    const auto root = heaviest();
    if (!root) return whole_page();
    return blocks_within(grown(*root));
  }

 private:
  std::size_t size() const { return page_.nodes.size(); }

  void name_elements() {
    hint_.assign(size(), PageHint::none);
    invisible_.assign(size(), false);
    for (std::uint32_t i = 1; i < size(); ++i) {
      const PageNode& node = page_.nodes[i];
      hint_[i] = hint_of(node);
      const bool wrapper = node.tag == Tag::body || node.tag == Tag::html;
      invisible_[i] =
          node.tag == Tag::head || node.tag == Tag::skipped || node.tag == Tag::json_ld || (node.hidden && !wrapper);
    }
  }

  PageHint hint_of(const PageNode& node) const {
    // What is quoted in a report belongs to it, posts on Twitter too.
    if (node.tag == Tag::text || node.tag == Tag::body || node.tag == Tag::html || node.tag == Tag::blockquote) {
      return PageHint::none;
    }
    PageHint hint = PageHint::none;
    for (std::uint32_t i = node.attributes; i < node.attributes + node.attribute_count; ++i) {
      const PageAttribute& attribute = page_.attributes[i];
      const bool names = attribute.name == "class" || attribute.name == "id" || attribute.name == "role" ||
                         attribute.name == "itemprop" || attribute.name == "data-testid" || attribute.name == "rel";
      if (names) hint = std::max(hint, hints_.of(attribute.value));
    }
    if (node.tag == Tag::nav || node.tag == Tag::footer) return std::max(hint, PageHint::navigation);
    if (node.tag == Tag::aside) return std::max(hint, PageHint::related);
    if (node.tag == Tag::figcaption) return std::max(hint, PageHint::caption);
    return hint;
  }

  // For each element, the letters of the prose within it.
  void count_prose() {
    prose_.assign(size(), 0);
    letters_.assign(size(), 0);
    linked_.assign(size(), 0);
    for (const Block& block : blocks_) {
      letters_[block.node] += block.letters;
      linked_[block.node] += block.linked;
      if (block.is_prose()) prose_[block.node] += block.letters;
    }
    for (std::size_t i = size() - 1; i > 0; --i) {
      prose_[page_.nodes[i].parent] += prose_[i];
      letters_[page_.nodes[i].parent] += letters_[i];
      linked_[page_.nodes[i].parent] += linked_[i];
    }
  }

  // The hint that holds for each element, its own or that of an element around it.
  void leave_out_regions() {
    region_.assign(size(), PageHint::none);
    const double all = prose_[0];
    for (std::uint32_t i = 1; i < size(); ++i) {
      const PageHint around = region_[page_.nodes[i].parent];
      const bool quoted =
          page_.nodes[i].tag == Tag::blockquote && (around == PageHint::share || around == PageHint::embed);
      if (around > PageHint::standfirst && !quoted) {
        region_[i] = around;
        continue;
      }
      const PageHint own = hint_[i];
      if (own <= PageHint::standfirst) continue;
      const bool sure = own == PageHint::comments || page_.nodes[i].tag == Tag::footer ||
                        page_.nodes[i].tag == Tag::nav || is_named_footer(page_.nodes[i]);
      const double most = sure ? kMostOfPageIfSure : kMostOfPage;
      const bool wrapper = prose_[i] > most * all && !is_small_kind(own);
      const bool too_long = is_small_kind(own) && (prose_[i] > 600 || prose_[i] > kMostOfPage * all);
      if (!wrapper && !too_long) region_[i] = own;
    }
  }

  // A heading that is a link, and the little text around it: the way to another report.
  void leave_out_teasers() {
    for (const Block& block : blocks_) {
      if (!is_heading(page_.nodes[block.node].tag) || block.link_share() < kTeaserLinked || is_out(block.node))
        continue;
      std::uint32_t around = page_.nodes[block.node].parent;
      while (around != 0 && letters_[around] < block.letters * 1.3) around = page_.nodes[around].parent;
      if (around == 0 || letters_[around] > kMostTeaserLetters) continue;
      for (std::uint32_t i = around; i < page_.nodes[around].end; ++i) {
        if (!is_out(i)) region_[i] = PageHint::related;
      }
    }
  }

  bool is_named_footer(const PageNode& node) const {
    return page_.attribute(node, "class").find("footer") != std::string_view::npos ||
           page_.attribute(node, "id").find("footer") != std::string_view::npos;
  }

  bool is_out(std::uint32_t node) const { return region_[node] > PageHint::standfirst; }

  // The element that the paragraphs around it give most weight.
  std::optional<std::uint32_t> heaviest() {
    weight_.assign(size(), 0);
    std::vector<bool> named(size(), false);
    for (const Block& block : blocks_) {
      if (is_out(block.node) || !block.is_prose()) continue;
      const double weight = (1 + block.commas + std::min(block.letters / 100.0, 3.0)) * (1 - block.link_share());
      std::uint32_t node = page_.nodes[block.node].parent;
      double share = 1;
      for (int level = 0; level < 4 && node != 0; ++level) {
        if (!named[node]) {
          named[node] = true;
          if (hint_[node] == PageHint::keep || page_.nodes[node].tag == Tag::article) weight_[node] += kNameWeight;
        }
        weight_[node] += weight * share;
        share = level == 0 ? 0.5 : share / 1.5;
        node = page_.nodes[node].parent;
      }
    }
    std::optional<std::uint32_t> best;
    for (std::uint32_t i = 1; i < size(); ++i) {
      if (letters_[i] > 0) weight_[i] *= 1 - static_cast<double>(linked_[i]) / letters_[i];
      if (weight_[i] > 0 && (!best || weight_[i] > weight_[*best])) best = i;
    }
    return best;
  }

  // Where most of the report's prose lies in neighbours of the best element, the element around them is meant.
  std::uint32_t grown(std::uint32_t root) const {
    double inside = prose_within(root);
    for (std::uint32_t up = page_.nodes[root].parent; up != 0; up = page_.nodes[up].parent) {
      const Tag tag = page_.nodes[up].tag;
      if (tag == Tag::html) break;
      const double more = prose_within(up);
      if (more < inside * (1 + kSiblingShare)) continue;
      if (more > inside * 3 && inside > 1500) break;
      root = up;
      inside = more;
    }
    return root;
  }

  double prose_within(std::uint32_t node) const {
    double sum = 0;
    for (const Block& block : blocks_) {
      if (block.node >= node && block.node < page_.nodes[node].end && block.is_prose() && !is_out(block.node)) {
        sum += block.letters;
      }
    }
    return sum;
  }

  std::vector<PageBlock> whole_page() const {
    std::vector<PageBlock> all;
    for (const Block& block : blocks_) {
      if (!is_out(block.node)) all.push_back({block.text, page_.nodes[block.node].tag, std::nullopt, false});
    }
    return all;
  }

  std::vector<PageBlock> blocks_within(std::uint32_t root) const {
    std::vector<PageBlock> found;
    const std::uint32_t begin = std::min(root, headline_before(root));
    const std::uint32_t end = page_.nodes[root].end;
    for (const Block& block : blocks_) {
      if (block.node < begin || block.node >= end) continue;
      const PageHint region = region_[block.node];
      if (region == PageHint::comments || region == PageHint::hidden || region == PageHint::embed) continue;
      if (block.node < root && region == PageHint::navigation) continue;
      found.push_back({block.text, page_.nodes[block.node].tag, kind_in_report(block), block.node < root});
    }
    return found;
  }

  // The last main heading before the report, if not much stands between: standfirst, byline, picture.
  std::uint32_t headline_before(std::uint32_t root) const {
    std::uint32_t headline = root;
    std::size_t between = 0;
    for (const Block& block : blocks_) {
      if (block.node >= root) break;
      ++between;
      if (page_.nodes[block.node].tag != Tag::h1) continue;
      headline = block.node;
      between = 0;
    }
    return between <= kMostHeadBlocks ? headline : root;
  }

  std::optional<FurnitureKind> kind_in_report(const Block& block) const {
    if (const auto kind = kind_of(region_[block.node])) return kind;
    if (in_standfirst(block.node)) return FurnitureKind::headline;
    if (block.link_share() > kLinkItself && block.letters < kMostLinkLetters && !is_sentence(block))
      return FurnitureKind::related;
    return std::nullopt;
  }

  // What the page itself calls its summary repeats the report; above it, it is part of the headline.
  bool in_standfirst(std::uint32_t node) const {
    for (std::uint32_t up = node; up != 0; up = page_.nodes[up].parent) {
      if (hint_[up] == PageHint::standfirst) return prose_[up] < kMostStandfirstLetters;
      if (hint_[up] == PageHint::keep) return false;
    }
    return false;
  }

  // A link of a whole sentence may be one that the report speaks.
  static bool is_sentence(const Block& block) {
    const std::vector<Line> lines = lines_of(block.text);
    return !lines.empty() && lines.back().stop && lines.back().words >= 12;
  }

  const PageTree& page_;
  const PageHints& hints_;
  std::vector<PageHint> hint_;    // of each element alone
  std::vector<PageHint> region_;  // with those around it
  std::vector<bool> invisible_;
  std::vector<Block> blocks_;
  std::vector<double> prose_;
  std::vector<double> letters_;
  std::vector<double> linked_;
  std::vector<double> weight_;
};

}  // namespace

std::vector<PageBlock> report_blocks(const PageTree& page, const PageHints& hints) {
  return ReportFinder(page, hints).read();
}

}  // namespace crossread::intake
