#include "intake/page.h"

#include "intake/encoding.h"
#include "intake/lines.h"
#include "intake/page_body.h"
#include "intake/page_tree.h"
#include "text/unicode.h"

namespace crossread::intake {
namespace {

std::vector<LineToken> tokens_of(std::string_view text) {
  return line_tokens(text, {0, static_cast<std::uint32_t>(text.size())});
}

// A page that shows less than this part of the report that it carries in JSON-LD shows it by script. Not tuned.
constexpr std::size_t kMostHidden = 3;

std::size_t letters_of(const std::vector<PageBlock>& blocks) {
  std::size_t letters = 0;
  for (const PageBlock& block : blocks) letters += block.kind ? 0 : block.text.size();
  return letters;
}

// The paragraphs of a report that comes as one text; markup in it is left to its own reading.
std::vector<PageBlock> blocks_of(std::string_view body) {
  std::vector<PageBlock> blocks;
  for (const Line& line : lines_of(body))
    blocks.push_back({std::string(line.span.in(body)), Tag::p, std::nullopt, false});
  return blocks;
}

// Above the report: a lesser heading, or the words by which the page describes itself.
bool is_standfirst(const PageBlock& block, std::string_view text, const std::vector<LineToken>& summary) {
  return is_heading(block.tag) || same_words(tokens_of(text), summary);
}

// Adds a block below what is there already.
void append(Page& page, std::string_view text, std::optional<FurnitureKind> kind, bool known) {
  if (!page.text.empty()) page.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(page.text.size());
  page.text += text;
  if (known) page.known.push_back({{begin, static_cast<std::uint32_t>(page.text.size())}, kind});
}

}  // namespace

Result<Page> read_page(std::string_view bytes, const PageHints& hints) {
  const Result<std::string> utf8 = page_to_utf8(bytes);
  if (!utf8) return utf8.problem();
  const PageTree tree = read_tree(*utf8);
  Page page;
  page.metadata = read_metadata(tree);
  page.metadata.title = normalised(page.metadata.title);
  std::vector<PageBlock> blocks = report_blocks(tree, hints);
  if (letters_of(blocks) * kMostHidden < page.metadata.body.size()) blocks = blocks_of(page.metadata.body);
  if (blocks.empty()) return Problem{Fault::no_body, "the page shows no text"};
  const std::vector<LineToken> title = tokens_of(page.metadata.title);
  const std::vector<LineToken> summary = tokens_of(page.metadata.summary);
  if (!title.empty()) append(page, page.metadata.title, FurnitureKind::headline, true);
  for (const PageBlock& block : blocks) {
    const std::string text = normalised(block.text);
    if (text.empty()) continue;
    const bool doubled = is_heading(block.tag) && same_words(tokens_of(text), title);
    if (doubled) continue;
    std::optional<FurnitureKind> kind = block.kind;
    if (block.above && !kind && is_standfirst(block, text, summary)) kind = FurnitureKind::headline;
    const bool paragraph = block.tag == Tag::p && !kind;
    append(page, text, kind, kind.has_value() || paragraph);
  }
  return page;
}

}  // namespace crossread::intake
