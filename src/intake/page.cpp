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
  const std::vector<PageBlock> blocks = report_blocks(tree, hints, page.metadata.title);
  if (blocks.empty()) return Problem{Fault::no_body, "the page shows no text"};
  const std::vector<LineToken> title = tokens_of(page.metadata.title);
  if (!title.empty()) append(page, page.metadata.title, FurnitureKind::headline, true);
  for (const PageBlock& block : blocks) {
    const std::string text = normalised(block.text);
    if (text.empty()) continue;
    const bool doubled = is_heading(block.tag) && same_words(tokens_of(text), title);
    if (doubled) continue;
    const bool paragraph = block.tag == Tag::p && !block.kind;
    append(page, text, block.kind, block.kind.has_value() || paragraph);
  }
  return page;
}

}  // namespace crossread::intake
