// A page as a flat list of nodes in document order, by libxml2's tolerant HTML parser. A node's descendants are those
// between it and its `end`, parents come before their children, so sums over subtrees are one walk backwards. Scripts
// and styles are left out, but for JSON-LD.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crossread::intake {

enum class Tag : std::uint8_t {
  other,  // an inline element, or one that means nothing here
  text,   // no element: a stretch of text
  a,
  title,
  article,
  aside,
  blockquote,
  body,
  br,
  dd,
  div,
  dt,
  figcaption,
  figure,
  footer,
  form,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hr,
  html,
  json_ld,
  li,
  link,
  list,  // ul, ol, dl
  main,
  meta,
  nav,
  p,
  pre,
  section,
  skipped,  // button, select, svg, iframe, noscript, template ...: its text is none of the page's
  table,
  td,
  time,
  tr
};

struct PageNode {
  Tag tag = Tag::other;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;         // behind the last descendant
  std::uint32_t text_begin = 0;  // of text and json_ld: into PageTree::text
  std::uint32_t text_end = 0;
  std::uint32_t attributes = 0;  // the first of them in PageTree::attributes
  std::uint32_t attribute_count = 0;
  bool hidden = false;  // by `hidden`, `aria-hidden` or its style
};

struct PageAttribute {
  std::string name;
  std::string value;
};

struct PageTree {
  std::vector<PageNode> nodes;  // the first is the page itself
  std::vector<PageAttribute> attributes;
  std::string text;

  std::string_view text_of(const PageNode& node) const {
    return std::string_view(text).substr(node.text_begin, node.text_end - node.text_begin);
  }
  // The attribute's value, "" without it.
  std::string_view attribute(const PageNode& node, std::string_view name) const;
};

// Never fails: any bytes are a page. The input must be UTF-8.
PageTree read_tree(std::string_view html);

bool is_block(Tag tag);
bool is_heading(Tag tag);

}  // namespace crossread::intake
